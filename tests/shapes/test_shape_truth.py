"""`with explain():` tells no untrue shape: each is compared with that of the part, computed."""

import ast
import types

import numpy as np
import pandas as pd
import pytest
import scipy.sparse
from running import run

from nnlib import relu
from nnlib.classroom.shapes.names import Names
from nnlib.classroom.shapes.reading import Reading

OLD = ["ignore:the matrix subclass", "ignore:Setting the shape"]  # but learners write it
pytestmark = pytest.mark.filterwarnings("error", *OLD)


class Odd(np.ndarray):
    """An array whose product and sum follow rules of their own."""

    def __matmul__(self, other):
        return np.ones((9, 9))

    def sum(self, *args, **options):
        return np.ones(7)


class Convertible:
    shape = (3, 2)

    def __array__(self, dtype=None, copy=None):
        return np.ones((3, 2))

    def __radd__(self, other):
        return np.ones((8, 8))

    __array_ufunc__ = None


class FakeNumpy:
    """What `np` may be after the learner has given the name to something else."""

    @staticmethod
    def sum(x, axis=None):
        return np.ones(11)


def names():
    layer = types.SimpleNamespace(W=np.ones((3, 2)), b=np.zeros((1, 2)))
    arrays = dict(
        X=np.arange(15.0).reshape(5, 3), W=np.ones((3, 2)), b=np.zeros((1, 2)), v=np.arange(3.0),
        u=np.arange(5.0), Q=np.ones((2, 3, 4)), empty=np.zeros((0, 3)), zero_d=np.array(3.0),
        I=np.array([2, 0]), counts=np.array([1, 2, 3]), mask=np.array([1, 0, 1, 0, 1], bool),
        record=np.zeros(4, dtype=[("a", float, (2,)), ("c", int)]), strings=np.array(["a", "b"]),
    )  # fmt: skip
    foreign = dict(
        M=np.matrix([[1.0, 2, 3]]), N=np.matrix([[1.0], [2], [3]]),
        df=pd.DataFrame(np.ones((6, 3)), columns=list("abc")), numbered=pd.DataFrame(np.eye(6, 3)),
        s=pd.Series([1.0, 2, 3]), t=pd.Series([1.0, 2, 3], index=[2, 3, 4]),
        S=scipy.sparse.csr_matrix(np.eye(3)), masked=np.ma.masked_array(np.ones((3, 2))),
        odd=np.ones((5, 3)).view(Odd), convertible=Convertible(), fake=FakeNumpy,
    )  # fmt: skip
    others = dict(
        np=np, relu=relu, n=3, row=1, numbers=[1, 2, 3], table=[[1, 2], [3, 4], [5, 6]],
        layer=layer, layers=[layer, layer], params={"W": np.ones((3, 2)), "b": np.zeros((1, 2))},
        sum=np.ones((3, 3)), half=lambda X: X[:2],
    )  # fmt: skip
    return {**arrays, **foreign, **others}


FOREIGN = """
    (df - df.mean()) / df.std()
    numbered[0] * 2.0
    s + t
    s.mean() + df["a"]
    df.values @ W
    np.asarray(df) @ W
    df.T @ df.values
    df.shape[0] * X
    len(df) * X
    M * N + 1
    M @ N
    np.array(M) * 2
    X[:3] * N
    S @ X.T
    S * S
    masked.sum(axis=0)
    np.exp(masked) + masked
    numbers * 2
    table + table
    X * numbers
    np.array(table) @ b.T
    [X, X] * 2
    [X] + [W]
    (X, W) + (b,)
    X + [v]
    odd @ W
    odd.sum()
    np.sum(odd)
    W + convertible
    np.asarray(convertible) + W
    fake.sum(X, axis=0)
    relu(M)
    relu(table)
"""
ARRAYS = """
    X[mask]
    X[mask, 0]
    X[mask][:, None]
    X[I][:, I]
    X[I, :2]
    X[..., np.newaxis]
    X[None, :, ::-1]
    X[::-2, -1]
    X[:, 0:0]
    X[:n]
    X[int(X[0, 1])]
    X[mask * 1]
    X[[True, False, True, False, True]]
    X[(slice(None), 0)]
    X[row, :], X[:, row]
    (X, W)[0] @ W
    Q[0] @ Q[1].T
    Q @ np.ones((4, 5)) + v[:, None]
    Q.sum(axis=-1, keepdims=True)
    Q.reshape(2, n, -1).transpose(2, 0, 1).T
    np.einsum("ij,jk->ik", X, W)
    np.einsum("bij->b", Q)
    v @ v
    np.dot(X, v) + np.dot(v, 2)[:, None].T[:, :1]
    np.dot(np.ones((2, 3)), Q)
    np.outer(u, v)
    np.stack([v, v]) + np.vstack([v, v])
    np.hstack([X, X[:, :1]])
    np.concatenate((X, X), axis=1)
    np.repeat(X, counts, axis=1)
    np.repeat(X, 2, axis=0)
    np.tile(v, (2, 1))
    np.tile(v, counts)
    np.zeros(counts) + 1
    np.zeros((n, 2)) @ b.T
    np.zeros(X.shape[1])
    np.arange(n)[:, None] * b
    np.arange(X.max())
    np.arange(0, 1, 0.1)
    np.linspace(0, 1, n)
    np.where(X > 3, X, 0)
    np.unique(X)
    np.mean(empty, axis=0) if False else empty @ W
    empty.sum()
    zero_d * X + zero_d
    (X > 3) & ~(X < 9)
    not X.size
    0 < zero_d < 5
    X // 2 % 2 ** 2
    sum @ W
    np.divmod(X, 2)
    np.add.reduce(X)
    np.exp(X, dtype=float)
    X.any(axis=0) | True
    record["a"] @ b.T
    record["c"] + 1
    strings == "a"
    half(X) @ W
    half(X).T @ X[:2]
    (lambda A: A @ W)(X)
    X @ W if X.shape[1] == 3 else None
    X.T @ X if n > 5 else v
    X @ W if X.sum() > 3 else None
    X is not None and X @ W
    layer.W.T @ layer.W
    X @ params["W"] + params["b"]
    X @ layers[0].W + layers[-1].b
    f"{(X @ W).shape} {n:>{n}}"
    np.array([x @ W for x in X])
    np.array([[x @ w for w in W.T] for x in X])
    np.array([x @ W for x in X if x.sum() > 3])
    sorted(x.sum() for x in X)
"""


def statements(text):
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize("code", statements(FOREIGN) + statements(ARRAYS))
def test_every_shape_that_is_told_is_true(code):
    space = names()
    known = Names([ast.parse(code)], space)
    reading = Reading(f"result = {code}", known)
    exec(f"result = {code}", space)
    known.after = space
    reading.finish(known)
    inside = {part for node in ast.walk(reading.tree) if isinstance(node, ast.comprehension)
              for part in ast.walk(node.target)}  # fmt: skip
    loop_names = {part.id for part in inside if isinstance(part, ast.Name)}
    for node, shape in [*reading.shapes.items(), *reading.targets.items()]:
        if not loop_names & {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}:
            assert np.shape(eval(ast.unparse(node), space)) == shape, ast.unparse(node)
    result = space["result"]
    if isinstance(result, np.ndarray) and result.ndim:
        assert (*reading.targets.values(),) == (result.shape,)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("first, *rest = X @ W", "X (5, 3) @ W (3, 2) gives (5, 2); first (2,)"),
        ("*some, last = X", "last (3,)"),
        ("(only,) = X[:1]", "X (5, 3)[:1] gives (1, 3); only (3,)"),
        ("A = B = X @ W", "X (5, 3) @ W (3, 2) gives (5, 2); A (5, 2); B (5, 2)"),
        ("(Z := X @ W)", "X (5, 3) @ W (3, 2) gives (5, 2); Z (5, 2)"),
        ("len(Z := X @ W)", "X (5, 3) @ W (3, 2) gives (5, 2); "
         "len((Z := (5, 2))) gives one number; Z (5, 2)"),
        ("T = (X := X.T) @ X.T", "(X := X.T (3, 5)) @ X.T (5, 3) gives (3, 3); T (3, 3); X (3, 5)"),
        ("T = (X := half(X)) @ X.T", "(X := half(X (5, 3))) @ X.T gives (2, 2); T (2, 2)"),
        ("T = ((X := half(X)) is not None and X) @ W",
         "((X := half(X (5, 3))) is not None and X) @ W (3, 2) gives (2, 2); T (2, 2)"),
        ("T = [(W := x) for x in X], W @ X.T", "X (5, 3); W (3,)"),
        ("rows = [x @ W for x in X]", "X (5, 3); x (3,) @ W (3, 2) gives (2,)"),
        ("[X, X]", None),
        ("print(X @ W)", "X (5, 3) @ W (3, 2) gives (5, 2)"),
        ("df['d'] = df['a'] * 2", "df (6, 3)"),
    ],
)  # fmt: skip
def test_targets_and_what_is_no_plain_assignment(statement, told, tmp_path):
    texts, _ = run(tmp_path, statement, names())
    assert texts == ([] if told is None else [f"{statement}: {told}"])


class Layer:
    def __init__(self):
        self.W = np.ones((3, 2))

    def grow(self):
        self.W = np.ones((3, 4))


class WithProperty:
    @property
    def W(self):
        return np.ones((3, 2))

    @W.setter
    def W(self, value):
        pass


class WithOwnAssignment:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value.T)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("model.grow()\nZ = X @ model.W", "X (5, 3) @ model.W gives (5, 4); Z (5, 4)"),
        ("model.grow()\nZ = X @ model.W\nmodel.W = np.ones((3, 2))",
         "X (5, 3) @ model.W gives (5, 4); Z (5, 4)"),
        ("half(X)\nmodel.W -= 1", "model.W (3, 2) - 1 gives (3, 2); model.W (3, 2)"),
        ("same.W = np.ones((3, 7))\nZ = X @ model.W", "X (5, 3) @ model.W gives (5, 7); Z (5, 7)"),
        ("V.shape = (3, 4)\nZ = X @ view", "X (5, 3) @ view gives (5, 4); Z (5, 4)"),
        ("V.resize((3, 6), refcheck=False)\nZ = X @ V",
         "X (5, 3) @ V (3, 6) gives (5, 6); Z (5, 6)"),
        ("rebind()\nZ = X @ W", "X (5, 3) @ W gives (5, 9); Z (5, 9)"),
        ("d[key] = np.ones((3, 4))\nZ = X @ d['W']",
         "X (5, 3) @ d['W'] gives (5, 4); Z (5, 4)"),
        ("d.update(W=np.ones((3, 5)))\nZ = X @ d['W']", "X (5, 3) @ d['W'] gives (5, 5); Z (5, 5)"),
        ("d['W'] = d['W'] - 1\nZ = X @ d['W']", "X (5, 3) @ d['W'] (3, 2) gives (5, 2); Z (5, 2)"),
        ("for W in [np.ones((3, 8))]: pass\nZ = X @ W",
         "X (5, 3) @ W (3, 8) gives (5, 8); Z (5, 8)"),
        ("np = fake\nZ = np.sum(X)", "np.sum(X (5, 3)) gives (11,); Z (11,)"),
        ("odd.W = X @ W", "X (5, 3) @ W (3, 2) gives (5, 2)"),
        ("own.W = half(X)", "X (5, 3)"),
        ("table['c'] = 1\nZ = table.values @ W.T",
         "table (6, 2).values @ W.T (2, 3) gives (6, 3); Z (6, 3)"),
    ],
)  # fmt: skip
def test_what_changes_behind_the_names_is_not_told_as_it_was(body, told, tmp_path):
    model, V, half = Layer(), np.ones((4, 3)), names()["half"]
    space = dict(X=np.ones((5, 3)), W=np.ones((3, 2)), V=V, view=V, half=half, model=model,
                 same=model, d={"W": np.ones((3, 2))}, key="W", fake=FakeNumpy, odd=WithProperty(),
                 own=WithOwnAssignment(), table=pd.DataFrame({"a": np.ones(6)}))  # fmt: skip
    exec("def rebind():\n    global W\n    W = np.ones((3, 9))", space)
    texts, _ = run(tmp_path, body, space)
    assert told in [text.partition(": ")[2] for text in texts]
