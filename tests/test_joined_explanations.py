"""Two mistakes told together: only what holds, whatever the inputs, and no claims of rightness."""

import linecache

import numpy as np
import pytest
from bank_of_answers import notebook

from nnlib.classroom import EXERCISES
from nnlib.classroom.checking.explanations.beside import beside
from nnlib.classroom.checking.marking import mark
from nnlib.classroom.checking.outcomes import NotNumbers, as_numbers


def told(id, code):
    """The verdict on an answer that is written out, so that its source can be read."""
    file, names = f"<joined {id}>", notebook()
    linecache.cache[file] = len(code), None, code.splitlines(True), file
    exec(compile(code, file, "exec"), names)
    return mark(EXERCISES[id], names[EXERCISES[id].name])


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        (
            "The two slopes are right, but each stands elsewhere. Why?",
            "Each stands elsewhere. Why?",
        ),
        ("You return numbers, and they are the right ones. No.", "You return numbers. No."),
        ("It would be right if rows were columns. They are not.", "They are not."),
        ("b[0] is the one row of b.", "b[0] is the one row of b."),
        ("All of it is right.", "All of it is right."),
    ],
)
def test_beside_another_mistake_nothing_is_called_right(sentence, left):
    assert beside(sentence) == left


def test_a_line_that_keeps_nothing_is_named_before_what_comes_of_it():
    verdict = told(
        "4.3",
        "def column_errors(Y_hat, y_flat):\n    y_flat.reshape(-1, 1)\n    return Y_hat - y_flat\n",
    )
    assert verdict.misconception == "a result thrown away"


def test_the_core_of_a_loop_is_not_called_a_line_too_many():
    """Without it nothing is left, which fits whatever mistake makes nothing."""
    verdict = told(
        "5.6",
        "def leaky_relu_backward(dA, Z, alpha):\n    dZ = dA.copy()\n    dZ[Z > 0] *= 0.1\n"
        "    return dZ\n",
    )
    assert verdict.misconception == "sides exchanged; a fixed number"


def test_a_factor_names_the_parts_that_have_it():
    verdict = told(
        "5.5",
        "def backward_step(A, W, b, dZ, lr):\n    dW = A.T @ dZ / len(A)\n"
        "    return dW, dZ.sum(axis=0, keepdims=True), dZ @ W.T\n",
    )
    assert "Besides, W_new: the result is 1/n times" in verdict.message


def test_a_changed_array_within_a_list_of_dicts_is_noticed():
    verdict = told(
        "8.5",
        "def nesterov_run(parameters, gradients, lr, momentum):\n"
        "    velocity, new = {}, {name: p.copy() for name, p in parameters.items()}\n"
        "    for step in gradients:\n"
        "        for name, dp in step.items():\n"
        "            v = velocity.setdefault(name, dp)\n"
        "            if v is not dp:\n"
        "                v *= momentum\n"
        "                v += dp\n"
        "            new[name] = new[name] - lr * (dp + momentum * v)\n"
        "    return new\n",
    )
    assert verdict.misconception == "changes its inputs" and "gradients" in verdict.message


def test_a_special_case_is_not_claimed_where_its_shapes_are_what_is_right():
    verdict = told(
        "2.2",
        "def one_line(w, b):\n    return w[2] * w[1] * w[0], w[2] * (w[1] * b[0] + b[1]) + b[2]\n",
    )
    assert verdict.misconception == "right for the example only"


def test_a_list_that_holds_itself_is_refused():
    endless = [np.ones(2)]
    endless += [endless, endless, endless]
    with pytest.raises(NotNumbers, match="hold itself"):
        as_numbers(endless)


def test_the_call_that_stopped_is_told_if_another_ended():
    verdict = told(
        "3.5",
        "def forward(X, weights, biases):\n    A = nnlib.relu(X @ weights[0] + biases[0])\n"
        "    for W, b in zip(weights[1:-1], biases[1:-1]):\n        A = nnlib.relu(A @ W + b)\n"
        "    return A @ weights[-1] + biases[-1]\n",
    )
    assert "It does not stop for X (4, 6), len(weights) = 3" in verdict.message
    assert "len(weights) = 1" in verdict.message


def test_what_is_set_and_never_used_is_told_besides():
    verdict = told(
        "3.3",
        "def two_layers(X, W1, b1, W2, b2):\n    Z1 = X @ W1 + b1\n    A1 = nnlib.relu(Z1)\n"
        "    return Z1 @ W2 + b2\n",
    )
    assert verdict.message.endswith("`A1` is set, and never used.")


def test_true_and_false_alone_are_no_ground_for_a_special_case():
    """It is right for positive weights only; of a single unit, the weight that is drawn is one."""
    verdict = told("2.3", "def dead_units(x, w1, b1):\n    return w1 * np.max(x) + b1 <= 0\n")
    assert verdict.misconception == "right for the example only"
