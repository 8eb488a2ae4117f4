"""What `with explain():` says where shapes do not fit: a note on the exception, and a picture."""

from contextlib import suppress
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from running import run

from nnlib import relu
from nnlib.classroom import explain

OLD = ["ignore:the matrix subclass", "ignore:Setting the shape"]  # but learners write it
pytestmark = pytest.mark.filterwarnings("error", *OLD)


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
    "the rows of X (5) and the rows of V (2) must be equal, or one of them 1",
    "Z = W + v": "W + v: W is (1, 2), v is (3,): "
    "the columns of W (2) and the length of v (3) must be equal, or one of them 1",
    "Z = X > V": "X > V: X is (5, 1), V is (2, 1): "
    "the rows of X (5) and the rows of V (2) must be equal, or one of them 1",
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


FAILURES = {
    "b -= 0.1 * D": "b -= 0.1 * D: b is (1, 2), 0.1 * D is (5, 2): "
    "the result is (5, 2), but b, which is changed in place, stays (1, 2)",
    "layer.b += D": "layer.b += D: layer.b is (1, 2), D is (5, 2): "
    "the result is (5, 2), but layer.b, which is changed in place, stays (1, 2)",
    "d['b'] *= D": "d['b'] *= D: d['b'] is (1, 2), D is (5, 2): "
    "the result is (5, 2), but d['b'], which is changed in place, stays (1, 2)",
    "D @= np.ones((2, 3))": "D @= np.ones((2, 3)): D is (5, 2), np.ones((2, 3)) is (2, 3): "
    "the result is (5, 3), but D, which is changed in place, stays (5, 2)",
    "D -= V": "D -= V: D is (5, 2), V is (3, 3): "
    "the columns of D (2) and the columns of V (3) must be equal, or one of them 1",
    "D[0] -= v": "D[0] -= v: D[0] is (2,), v is (3,): "
    "the length of D[0] (2) and the length of v (3) must be equal, or one of them 1",
    "D[0] = v": "D[0] = v: D[0] is (2,), v is (3,): "
    "only what NumPy can stretch to (2,) can be put there",
    "n, D[:, :1] = 3, D @ b.T @ b": "n, D[:, :1] = 3, D @ b.T @ b: D[:, :1] is (5, 1), "
    "D @ b.T @ b is (5, 2): only what NumPy can stretch to (5, 1) can be put there",
    "D[V > 0] = 1": "D[V > 0]: D is (5, 2), V > 0 is (3, 3)",
    "D.shape = (3, 3)": "D.shape = (3, 3): D is (5, 2)",
    "one, two = D": "one, two = D: D is (5, 2)",
    "D[:, 5]": "D[:, 5]: D is (5, 2)",
    "np.concatenate([D, V], axis=1)": "np.concatenate([D, V], axis=1): D is (5, 2), V is (3, 3)",
    "np.stack((D, V))": "np.stack((D, V)): D is (5, 2), V is (3, 3)",
    "np.einsum('ij,jk->ik', D, V)": "np.einsum('ij,jk->ik', D, V): D is (5, 2), V is (3, 3)",
    "D.dot(V)": "D.dot(V): D is (5, 2), V is (3, 3): "
    "the columns of D (2) must equal the rows of V (3)",
    "D.reshape(3, -1)": "D.reshape(3, -1): D is (5, 2)",
    "np.sum(D, axis=2)": "np.sum(D, axis=2): D is (5, 2)",
    "np.linalg.inv(D)": "np.linalg.inv(D): D is (5, 2)",
    "float(D)": "float(D): D is (5, 2)",
    "D @ 3": "D @ 3: D is (5, 2), 3 is one number: "
    "@ needs two arrays; a single number is multiplied with *",
    "D[:, None] @ V": "D[:, None] @ V: D[:, None] is (5, 1, 2), V is (3, 3): "
    "axis 2 of D[:, None] (2) must equal the rows of V (3)",
    "if D > 0: pass": "D > 0 is (5, 2)",
    "while D: pass": "D is (5, 2)",
    "D > 0 and V > 0": "D > 0 and V > 0: D > 0 is (5, 2), V > 0 is (3, 3)",
    "for row in np.array(3): pass": "np.array(3) is one number",
    "for row in D @ V: pass": "PRODUCT",
    "assert D @ V": "PRODUCT",
    "if (D @ V).sum() > 0: pass": "PRODUCT",
    "while len(D.T) > 0 and (D @ V).any(): pass": "PRODUCT",
    "print((Z := D @ V))": "PRODUCT",
    "with np.errstate(): Z = D @ V": "PRODUCT",
    "text = f'{D @ V}'": "PRODUCT",
    "try: D @ V\nfinally: n = 1": "PRODUCT",
    "try: D @ V\nexcept ValueError: raise": "PRODUCT",
    "P = D.T; Q = D @ V": "PRODUCT",
    "[x @ V for x in D]": "x @ V: x is (2,), V is (3, 3): "
    "the length of x (2) must equal the rows of V (3)",
    "sum(x @ V for x in D)": "x @ V: x is (2,), V is (3, 3): "
    "the length of x (2) must equal the rows of V (3)",
    "(lambda A: A @ V)(D)": "A @ V: A is (5, 2), V is (3, 3): "
    "the columns of A (2) must equal the rows of V (3)",
    "Z = step(D) + 1": "A @ B: A is (5, 2), B is (3, 3): "
    "the columns of A (2) must equal the rows of B (3)",
    "list(map(step, [D]))": "A @ B: A is (5, 2), B is (3, 3): "
    "the columns of A (2) must equal the rows of B (3)",
    "df @ df": "df @ df: df is (4, 3)",
    "M * M": "M * M: M is (1, 3)",
}
PRODUCT = "D @ V: D is (5, 2), V is (3, 3): the columns of D (2) must equal the rows of V (3)"
STEP = """
def step(A):
    B = np.ones((3, 3))
    return A @ B
"""


def failing_names(tmp_path):
    (tmp_path / "step.py").write_text(STEP, encoding="utf-8")
    names = dict(np=np, D=np.ones((5, 2)), V=np.ones((3, 3)), v=np.ones(3), b=np.ones((1, 2)),
                 layer=SimpleNamespace(b=np.ones((1, 2))), d={"b": np.ones((1, 2))},
                 df=pd.DataFrame(np.ones((4, 3))), M=np.matrix([[1, 2, 3]]))  # fmt: skip
    exec(compile(STEP, str(tmp_path / "step.py"), "exec"), names)
    return names


@pytest.mark.parametrize("statement", FAILURES)
def test_every_failure_of_shapes_gets_its_note(statement, tmp_path):
    with pytest.raises((ValueError, IndexError, TypeError)) as plain:
        exec(statement, failing_names(tmp_path))
    with pytest.raises(type(plain.value)) as explained:
        run(tmp_path, statement, failing_names(tmp_path))
    assert str(explained.value) == str(plain.value)
    note = PRODUCT if FAILURES[statement] == "PRODUCT" else FAILURES[statement]
    assert getattr(explained.value, "__notes__", [None]) == [note]


def test_a_mismatch_in_nested_bodies_is_told_once():
    X = np.ones((5, 1))
    with pytest.raises(ValueError) as caught:
        with explain() as outer, explain() as inner:
            X @ X
    assert len(caught.value.__notes__) == 1
    assert len(outer.texts) + len(inner.texts) == 1


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
    assert len(shapes.texts) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "Z = X @ unknown",
        "Z = X.nothing",
        "1 / 0",
        "Z = fail(X)",
        "Z = fail(X) + X @ X",
        "X += None",
        "int('a')",
        "[1, 2].index(3)",
        "raise ValueError('my own')",
    ],
)
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
