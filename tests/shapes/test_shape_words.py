"""`with explain():` in words: what it says of each statement, and of which it says nothing."""

import numpy as np
import pandas as pd
import pytest
from running import five_rows, run

from nnlib.classroom import explain

pytestmark = pytest.mark.filterwarnings("error")


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
    "big = 2 * Z1[Z1 > 6]": (
        "Z1 (5, 2) > 6 gives (5, 2); 2 * Z1 (5, 2)[(5, 2)] gives (2,); big (2,)"
    ),
    "P, Q = X @ W1, X.T": "X (5, 1) @ W1 (1, 2) gives (5, 2); P (5, 2); Q (1, 5)",
    "s = np.sum(Z1, axis=-1)": "np.sum(Z1 (5, 2), axis=-1) gives (5,); s (5,)",
    "n = X.shape[0]": "X (5, 1).shape[0] gives one number; n is one number",
    "layer.W = layer.W - lr * W2": (
        "lr * W2 (2, 1) gives (2, 1); layer.W (2, 1) - (2, 1) gives (2, 1); layer.W (2, 1)"
    ),
    "Z1[2:] = 0": "Z1[2:] (3, 2)",
    "column = X[[0, 2]]": "X (5, 1)[[0, 2]] gives (2, 1); column (2, 1)",
    "big = Z1[Z1 > 6]": "Z1 (5, 2) > 6 gives (5, 2); Z1 (5, 2)[(5, 2)] gives (2,); big (2,)",
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
    body = 'a = table["a"] * 2\nn = 3\nx = [1, n]\ntable["c"] = a'
    texts, names = run(tmp_path, body, {"table": table})
    assert texts == [
        "a = table[\"a\"] * 2: table (2, 2)['a'] * 2 gives (2,); a (2,)",
        'table["c"] = a: a (2,)',
    ]
    assert names["x"] == [1, 3] and list(table) == ["a", "b", "c"]


def test_functions_and_objects_of_the_learners_own(tmp_path):
    class Model:
        def __init__(self):
            self.W = np.ones((1, 3))

        def grow(self, X):
            self.W = np.ones((1, 4))
            return X @ self.W

    def half(X):
        return X[: len(X) // 2]

    body = """
        Q = X @ model.W
        P = half(X) @ X.T
        Q = model.grow(X)
        Q = Q.T
        n = len(half(X))
        R = X[:n]
    """
    texts, _ = run(tmp_path, body, dict(X=np.ones((6, 1)), half=half, model=Model()))
    assert [text.partition(": ")[2] for text in texts] == [
        "X (6, 1) @ model.W (1, 3) gives (6, 3); Q (6, 3)",
        "half(X (6, 1)) @ X.T (1, 6) gives (3, 6); P (3, 6)",
        "X (6, 1)",  # what Q was in between is not known
        "Q (4, 6)",
        "len(half(X (6, 1))) gives one number; n is one number",
        "X (6, 1)[:n] gives (3, 1); R (3, 1)",
    ]


def test_loops_and_branches_run_untold(tmp_path):
    body = """
        for _ in range(2):
            Z = X @ W
            if Z.size > 100:
                Z = Z.T
        match X.ndim:
            case 2:
                P = X.T
        try:
            Q = P @ P
        except ValueError:
            Q = P.T
        def inner():
            return X.T
        while len(Q) > 5:
            Q = Q[1:]
        R = Q - Z[0]
    """
    texts, _ = run(tmp_path, body, {"X": np.ones((7, 1)), "W": np.ones((1, 2))})
    assert texts == ["R = Q - Z[0]: Z (7, 2)[0] gives (2,); Q (5, 1) - (2,) gives (5, 2); R (5, 2)"]


def test_what_may_have_been_left_out_is_not_told():
    X = np.ones((5, 1))
    for _ in range(2):
        with explain() as shapes:
            Z = X.T
            if Z.size == 5:
                break
            Z = X @ Z
    assert shapes.texts == ["Z = X.T: Z (1, 5)"]
    assert Z.shape == (1, 5)


@pytest.mark.parametrize("number", ["int(X[1, 0])", "np.argmax(X)", "X.max()"])
def test_a_shape_that_hangs_on_a_number_is_looked_up(number, tmp_path):
    X = np.array([[1], [3], [2]])
    body = f"Q = 1 + np.zeros(({number}, 2))\nR = X[:{number}] @ W"
    texts, names = run(tmp_path, body, {"X": X, "W": np.ones((1, 2))})
    for text, name in zip(texts, "QR", strict=True):
        assert text.endswith(f"gives {names[name].shape}; {name} {names[name].shape}")
        assert "(0, " not in text


def test_the_same_object_can_be_used_twice(tmp_path):
    X, shapes = np.ones((5, 1)), explain()
    with shapes:
        Z = X.T
    assert shapes.texts == ["Z = X.T: Z (1, 5)"]
    with shapes:
        Z = Z @ X
    assert shapes.texts == ["Z = Z @ X: Z (1, 5) @ X (5, 1) gives (1, 1); "
                            "Z was (1, 5) and is now (1, 1)"]  # fmt: skip
    with shapes:
        with shapes:
            Z = X - 1
    assert Z.shape == (5, 1)
