"""`with explain():` in words: what it says, and that it never disturbs the code in its body."""

import subprocess
import sys
import textwrap
import warnings
from contextlib import suppress

import numpy as np
import pandas as pd
import pytest

from nnlib import Linear, make_article_weights, make_five_rows, relu
from nnlib.classroom import explain
from nnlib.classroom.shapes import showing

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture(autouse=True)
def tracers_are_put_back():
    before = sys.gettrace()
    yield
    assert sys.gettrace() is before


def five_rows():
    """Return the names of the running example as a dictionary."""
    X, Y = make_five_rows()
    W1, b1, W2, b2 = make_article_weights()
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 * (Y_hat - Y) / Y.size
    layer = Linear.from_weights(W2, b2)
    names = dict(X=X, Y=Y, W1=W1, b1=b1, W2=W2, b2=b2, Z1=Z1, A1=A1, Y_hat=Y_hat)
    return {**names, "dY_hat": dY_hat, "layer": layer, "relu": relu, "np": np, "lr": 1e-4}


def run(tmp_path, body, names=None):
    """Run the body under `explain` in a file of its own; return the texts and the names after."""
    path = tmp_path / "cell.py"
    code = "with explain() as shapes:\n" + textwrap.indent(textwrap.dedent(body).strip(), "    ")
    path.write_text(code + "\n", encoding="utf-8")
    names = five_rows() if names is None else {"np": np, **names}
    names["explain"] = explain
    exec(compile(code, str(path), "exec"), names)
    return names["shapes"].texts, names


STATEMENTS = {
    "Z1 = X @ W1 + b1": (
        "X (5, 1) @ W1 (1, 2) gives (5, 2); (5, 2) + b1 (1, 2) gives (5, 2); Z1 (5, 2)"
    ),
    "Z1 = np.dot(X, W1) + b1": (
        "np.dot(X (5, 1), W1 (1, 2)) gives (5, 2); (5, 2) + b1 (1, 2) gives (5, 2); Z1 (5, 2)"
    ),
    "A1 = relu(Z1)": "relu(Z1 (5, 2)) gives (5, 2); A1 (5, 2)",
    "Y_hat = relu(X @ W1) @ W2": (
        "X (5, 1) @ W1 (1, 2) gives (5, 2); relu((5, 2)) gives (5, 2); "
        "(5, 2) @ W2 (2, 1) gives (5, 1); Y_hat (5, 1)"
    ),
    "loss = np.mean((Y_hat - Y)**2)": (
        "Y_hat (5, 1) - Y (5, 1) gives (5, 1); (5, 1) ** 2 gives (5, 1); "
        "np.mean((5, 1)) gives one number; loss is one number"
    ),
    "dW2 = A1.T @ dY_hat": "A1.T (2, 5) @ dY_hat (5, 1) gives (2, 1); dW2 (2, 1)",
    "db2 = dY_hat.sum(axis=0, keepdims=True)": (
        "dY_hat (5, 1).sum(axis=0, keepdims=True) gives (1, 1); db2 (1, 1)"
    ),
    "W2 -= lr * W2": "lr * W2 (2, 1) gives (2, 1); W2 (2, 1) - (2, 1) gives (2, 1); W2 (2, 1)",
    "dA1 = dY_hat @ layer.W.T": ("dY_hat (5, 1) @ layer.W.T (1, 2) gives (5, 2); dA1 (5, 2)"),
    "dZ1 = (dY_hat @ W2.T) * (Z1 > 0)": (
        "dY_hat (5, 1) @ W2.T (1, 2) gives (5, 2); Z1 (5, 2) > 0 gives (5, 2); "
        "(5, 2) * (5, 2) gives (5, 2); dZ1 (5, 2)"
    ),
    "Y = layer.forward(A1)": "layer.forward(A1 (5, 2)) gives (5, 1); Y (5, 1)",
    "N = -Z1": "-Z1 (5, 2) gives (5, 2); N (5, 2)",
    "first = X[:2]": "X (5, 1)[:2] gives (2, 1); first (2, 1)",
    "column = Z1[:, 0]": "Z1 (5, 2)[:, 0] gives (5,); column (5,)",
    "P, Q = X @ W1, X.T": "X (5, 1) @ W1 (1, 2) gives (5, 2); P (5, 2); Q (1, 5)",
    "s = np.sum(Z1, axis=-1)": "np.sum(Z1 (5, 2), axis=-1) gives (5,); s (5,)",
    "n = X.shape[0]": "X (5, 1).shape[0] gives one number; n is one number",
    "layer.W = layer.W - lr * W2": (
        "lr * W2 (2, 1) gives (2, 1); layer.W (2, 1) - (2, 1) gives (2, 1); layer.W (2, 1)"
    ),
    "Z1[Z1 > 6] = 0": "Z1[Z1 > 6] (2,)",
    "Z1 > 0": "Z1 (5, 2) > 0 gives (5, 2)",
    "X": "X (5, 1)",
    "Q = np.zeros((6, 2, 3, 4)) @ np.zeros((4, 5))": (
        "np.zeros((6, 2, 3, 4)) (6, 2, 3, 4) @ np.zeros((4, 5)) (4, 5) gives (6, 2, 3, 5); "
        "Q (6, 2, 3, 5)"
    ),
    "A1 = np.maximum(Z1, 0)": "np.maximum(Z1 (5, 2), 0) gives (5, 2); A1 (5, 2)",
    "Z1 = np.concatenate([X, Y], axis=1)": (
        "np.concatenate([X (5, 1), Y (5, 1)], axis=1) gives (5, 2); Z1 (5, 2)"
    ),
}


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_in_words(statement, tmp_path):
    texts, names = run(tmp_path, statement)
    assert texts == [f"{statement}: {STATEMENTS[statement]}"]
    plain = five_rows()
    exec(statement, plain)
    for name in plain.keys() - {"__builtins__", "layer"}:
        assert np.array_equal(names[name], plain[name]), name


def test_a_bias_that_grows_is_told_with_both_shapes(tmp_path):
    texts, names = run(tmp_path, "b1 = b1 - Z1\nb1 = b1 - Z1")
    assert names["b1"].shape == (5, 2)
    assert texts == [
        "b1 = b1 - Z1: b1 (1, 2) - Z1 (5, 2) gives (5, 2); b1 was (1, 2) and is now (5, 2)",
        "b1 = b1 - Z1: b1 (5, 2) - Z1 (5, 2) gives (5, 2); b1 (5, 2)",
    ]


def test_a_statement_over_several_lines_is_told_on_one(tmp_path):
    texts, _ = run(tmp_path, "Z1 = (X @ W1  # the product\n      + b1)")
    assert texts == ["Z1 = X @ W1 + b1: " + STATEMENTS["Z1 = X @ W1 + b1"]]


def test_statements_on_one_line_are_all_told(tmp_path):
    texts, _ = run(tmp_path, "P = X.T; Q = W1.T")
    assert texts == ["P = X.T: P (1, 5)", "Q = W1.T: Q (2, 1)"]
    X = np.ones((5, 1))
    with explain() as shapes: P = X.T  # noqa: E701  # fmt: skip
    assert P.shape == (1, 5) and shapes.texts == ["P = X.T: P (1, 5)"]


def test_what_does_not_run_is_not_told(tmp_path):
    texts, _ = run(tmp_path, "if X is None: Z1 = X.T\nif X is None:\n    Z1 = X.T\nP = X.T")
    assert texts == ["P = X.T: P (1, 5)"]


def test_names_with_letters_of_other_alphabets(tmp_path):
    texts, _ = run(tmp_path, "Ŷ = η * (X - μ)", dict(X=np.ones((5, 1)), η=0.1, μ=np.ones(1)))
    assert texts == [
        "Ŷ = η * (X - μ): X (5, 1) - μ (1,) gives (5, 1); η * (5, 1) gives (5, 1); Ŷ (5, 1)"
    ]


def test_tables_and_things_without_a_shape(tmp_path):
    table = pd.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]})
    texts, names = run(tmp_path, 'a = table["a"] * 2\nn = 3\nx = [1, n]', {"table": table})
    assert texts == [
        "a = table['a'] * 2: table (2, 2)['a'] gives (2,); (2,) * 2 gives (2,); a (2,)".replace(
            "a = table['a']", 'a = table["a"]', 1
        )
    ]
    assert names["x"] == [1, 3]


def test_loops_branches_and_functions_tell_each_statement_once():
    X, W = np.ones((5, 1)), np.ones((1, 2))

    def forward():
        with explain() as shapes:
            for _ in range(3):
                Z = X @ W
                if Z.size > 100:
                    Z = Z.T
                else:
                    A = Z - 1
            return shapes, A.T

    shapes, value = forward()
    assert value.shape == (2, 5)
    assert [text.split(":")[0] for text in shapes.texts] == [
        "Z = X @ W",
        "A = Z - 1",
        "return shapes, A.T",
    ]


def test_generators_are_followed_and_left_as_they_were(tmp_path):
    def batches():
        yield np.ones((5, 1))
        yield np.ones((3, 1))

    class Batches:
        def __init__(self):
            self.pending = batches()

        def draw(self):
            return next(self.pending)

        def __iter__(self):
            return self

        def __next__(self):  # the end of a loop over it shows in a trace, unlike a generator's
            return next(self.pending)

    generator, source = batches(), Batches()
    body = """
        Z = np.array([x[0] for x in generator]) @ W
        Q = np.array([x[0] for x in others]) @ W
        P = source.draw() @ W
    """
    names = dict(generator=generator, others=Batches(), source=source, W=np.ones((1, 2)))
    texts, _ = run(tmp_path, body, names)
    statements = [line.strip() for line in body.strip().split("\n")]
    assert [text.split(":")[0] for text in texts] == statements
    assert texts[2].endswith("source.draw() (5, 1) @ W (1, 2) gives (5, 2); P (5, 2)")

    def forward():
        seen.append(sys._getframe())
        return np.ones((1, 5))

    seen = []
    run(tmp_path, "P = forward() @ X", dict(forward=forward, X=np.ones((5, 1))))
    assert seen[0].f_trace is None and seen[0].f_trace_lines


def test_every_kind_of_block_is_followed(tmp_path):
    body = """
        match X.ndim:
            case 2:
                P = X.T
        try:
            Q = P @ P
        except ValueError:
            Q = P.T
        else:
            Q = None
        finally:
            R = Q - 1
        def inner():
            unseen = X.T
            return unseen
        while R.size > 5:
            R = R[1:]
    """
    texts, _ = run(tmp_path, body, {"X": np.ones((7, 1))})
    assert [text.split(":")[0] for text in texts] == ["P = X.T", "Q = P.T", "R = Q - 1", "R = R[1"]


def test_effects_happen_once(tmp_path, capsys):
    calls = []

    def noisy(X):
        calls.append(X.shape)
        return X

    class Counted:
        count = 0

        @property
        def T(self):
            Counted.count += 1
            return np.ones((1, 5))

        def __matmul__(self, other):
            Counted.count += 1
            return np.ones((5, 2))

    body = """
        U = rng.normal(size=(5, 2)) @ W
        V = noisy(noisy(X)) - next(batches)
        print("once")
        items.append(X)
        P = counted @ W.T
        Q = counted.T @ X
        S = R[:n] if (n := len(items)) and (R := noisy(X)) is not None else None
    """
    batches = iter([np.ones((5, 1)), "second"])
    names = dict(W=np.ones((2, 1)), X=np.ones((5, 1)), rng=np.random.default_rng(3), noisy=noisy)
    names |= dict(batches=batches, items=[], counted=Counted())
    texts, names = run(tmp_path, body, names)
    assert calls == [(5, 1)] * 3
    assert Counted.count == 2
    assert len(names["items"]) == 1
    assert next(names["batches"]) == "second"
    again = np.random.default_rng(3)
    assert np.array_equal(names["U"], again.normal(size=(5, 2)) @ np.ones((2, 1)))
    assert names["rng"].normal() == again.normal()
    assert capsys.readouterr().out.count("once\n") == 1
    assert texts[0].endswith("(5, 2) @ W (2, 1) gives (5, 1); U (5, 1)")
    assert texts[2:4] == [
        "P = counted @ W.T: counted @ W.T (1, 2) gives (5, 2); P (5, 2)",
        "Q = counted.T @ X: counted.T (1, 5) @ X (5, 1) gives (1, 1); Q (1, 1)",
    ]


def test_code_warns_as_often_as_without_it(tmp_path):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        run(tmp_path, "A = np.exp(X) + 1 / (X - X)\nm = np.var(X[5:])", {"X": np.full((5, 1), 1e4)})
    messages = [str(warning.message).split(" in ")[0] for warning in caught]
    assert messages[:2] == ["overflow encountered", "divide by zero encountered"]
    assert messages.count("overflow encountered") == 1
    assert messages.count("Degrees of freedom <= 0 for slice") == 1


MISMATCHES = {
    "Z = X @ V": "X @ V: X is (5, 1), V is (2, 1): "
    "the columns of X (1) must equal the rows of V (2)",
    "Z = X @ X": "X @ X: X is (5, 1): the columns of X (1) must equal the rows of X (5)",
    "Z = relu(X - 1) @ V": "relu(X - 1) @ V: relu(X - 1) is (5, 1), V is (2, 1): "
    "the columns of relu(X - 1) (1) must equal the rows of V (2)",
    "Z = X @ v": "X @ v: X is (5, 1), v is (3,): "
    "the columns of X (1) must equal the length of v (3)",
    "Z = np.dot(X, V)": "np.dot(X, V): X is (5, 1), V is (2, 1): "
    "the columns of X (1) must equal the rows of V (2)",
    "Z = X - V": "X - V: X is (5, 1), V is (2, 1): "
    "for -, the rows of X (5) and the rows of V (2) must be equal, or one of them 1",
    "Z = W + v": "W + v: W is (1, 2), v is (3,): "
    "for +, the columns of W (2) and the length of v (3) must be equal, or one of them 1",
    "Z = X > V": "X > V: X is (5, 1), V is (2, 1): "
    "for >, the rows of X (5) and the rows of V (2) must be equal, or one of them 1",
    "b -= X": "b -= X: b is (1, 1), the result is (5, 1): "
    "b is changed in place and keeps its shape, so the result must be (1, 1) too",
    "Z = np.concatenate([W, X])": "np.concatenate([W, X]): W is (1, 2), X is (5, 1)",
    "Z = X[9]": "X[9]: X is (5, 1)",
}


@pytest.mark.parametrize("statement", MISMATCHES)
def test_a_mismatch_is_told_in_a_note_and_shown(statement, tmp_path, capsys):
    names = dict(X=np.ones((5, 1)), V=np.ones((2, 1)), W=np.ones((1, 2)), v=np.ones(3),
                 b=np.ones((1, 1)), relu=relu)  # fmt: skip
    with pytest.raises((ValueError, IndexError)) as caught:
        exec(statement, {"np": np, **names})
    with pytest.raises(type(caught.value)) as explained:
        run(tmp_path, f"P = X.T\n{statement}", names)
    assert str(explained.value) == str(caught.value)
    assert explained.value.__notes__ == [MISMATCHES[statement]]
    first, second = capsys.readouterr().out.splitlines()
    assert first == "P = X.T: P (1, 5)"
    assert second.startswith(f"{statement}: ") and second.endswith(MISMATCHES[statement])


def test_a_mismatch_in_a_later_round_of_a_loop_is_told():
    X = np.ones((5, 1))
    with pytest.raises(ValueError) as caught:
        with explain() as shapes:
            for width in (1, 2):
                V = np.ones((width, 3))
                Z = X @ V
    assert Z.shape == (5, 3)
    assert caught.value.__notes__ == [
        "X @ V: X is (5, 1), V is (2, 3): the columns of X (1) must equal the rows of V (2)"
    ]
    assert len(shapes.texts) == 3


@pytest.mark.parametrize("statement", ["Z = X @ unknown", "Z = X.nothing", "1 / 0", "Z = fail(X)"])
def test_other_errors_pass_as_they_are(statement, tmp_path):
    def fail(X):
        raise ValueError("my own")

    names = dict(X=np.ones((5, 1)), fail=fail)
    with pytest.raises(Exception) as plain:
        exec(statement, dict(names))
    with pytest.raises(type(plain.value)) as explained:
        run(tmp_path, statement, names)
    assert str(explained.value) == str(plain.value)
    assert not hasattr(explained.value, "__notes__")


def test_an_error_that_the_body_catches_is_left_alone():
    X = np.ones((5, 1))
    with explain() as shapes:
        with suppress(ValueError):
            X = X @ X
        Z = X.T
    assert Z.shape == (1, 5) and shapes.texts == ["Z = X.T: Z (1, 5)"]


def test_a_picture_that_fails_leaves_the_words(tmp_path, monkeypatch, capsys):
    def broken(*_, **__):
        raise RuntimeError

    monkeypatch.setattr(showing, "_draw_and_show", broken)
    monkeypatch.setattr("IPython.get_ipython", lambda: "a notebook")
    texts, names = run(tmp_path, "Z = X.T")
    assert names["Z"].shape == (1, 5)
    assert capsys.readouterr().out == "Z = X.T: Z (1, 5)\n"


def test_a_reading_that_fails_leaves_the_code_alone(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("nnlib.classroom.shapes.tracing.Reading", None)
    _, names = run(tmp_path, "Z = X.T")
    assert names["Z"].shape == (1, 5)
    assert capsys.readouterr().out == "Z = X.T: explain could not read the shapes here.\n"
    monkeypatch.undo()
    monkeypatch.setattr("nnlib.classroom.shapes.tracing.Reading.finish", None)
    _, names = run(tmp_path, "Z = X.T")
    assert names["Z"].shape == (1, 5)
    assert capsys.readouterr().out == "Z = X.T: explain could not read the shapes here.\n"


def test_code_without_a_source_gets_the_new_shapes(capsys):
    names = {"explain": explain, "X": np.ones((5, 1)), "np": np}
    exec("with explain():\n    Z = X.T", names)
    assert names["Z"].shape == (1, 5)
    assert capsys.readouterr().out == "Z (1, 5)\n"


def test_a_trace_function_goes_on_afterwards():
    lines = []

    def tracer(frame, event, arg):
        if frame.f_code.co_name == "learner":
            lines.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
            return tracer
        return None

    def learner(X):
        with explain():
            Z = X.T
        return Z

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        learner(np.ones((5, 1)))
        restored = sys.gettrace()
    finally:
        sys.settrace(before)
    assert restored is tracer
    assert ("line", 2) in lines and ("line", 3) in lines and ("return", 3) in lines


SCRIPT = """
import sys
import numpy as np
from nnlib.classroom import explain

def relu(Z):
    return np.maximum(Z, 0)

class Layer:
    def __init__(self):
        self.W = np.ones((2, 3))

    def forward(self, X):
        with explain():
            self.Z = relu(X @ self.W)
        return self.Z

Layer().forward(np.ones((5, 2)))
print(sys.gettrace())
"""


def test_a_script_prints_the_words_and_nothing_else(tmp_path):
    path = tmp_path / "script.py"
    path.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, encoding="utf-8")
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "self.Z = relu(X @ self.W): X (5, 2) @ self.W (2, 3) gives (5, 3); "
        "relu((5, 3)) gives (5, 3); self.Z (5, 3)",
        "None",
    ]
