"""`with explain():` in words: what it says, and that it never disturbs the code in its body."""

import io
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
from nnlib.classroom.shapes import context

pytestmark = pytest.mark.filterwarnings("error")


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
        P = half(X) @ X.T
        Q = X @ model.W
        Q = model.grow(X)
        Q = Q.T
        n = len(half(X))
        R = X[:n]
    """
    texts, _ = run(tmp_path, body, dict(X=np.ones((6, 1)), half=half, model=Model()))
    assert [text.partition(": ")[2] for text in texts] == [
        "half(X (6, 1)) @ X.T (1, 6) gives (3, 6); P (3, 6)",
        "X (6, 1) @ model.W (1, 3) gives (6, 3); Q (6, 3)",
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


EFFECTS = {
    "Q = np.cumsum(X, 0, None, X)": lambda: dict(X=np.arange(5.0)),
    "Q = np.add(X, X, X)": lambda: dict(X=np.ones((2, 3))),
    "Q = np.exp(X, out=X)": lambda: dict(X=np.ones((2, 3))),
    "Q = X.cumsum(0, None, X)": lambda: dict(X=np.arange(5.0)),
    "Q = X.clip(1, 2, X)": lambda: dict(X=np.arange(5.0)),
    "X += X": lambda: dict(X=np.ones((2, 3))),
    "X.sort()": lambda: dict(X=np.array([3.0, 1.0, 2.0])),
    "X.fill(7)\nQ = X + 1": lambda: dict(X=np.ones((2, 3))),
    "X[X > 1] = 0\nX[0] -= 1": lambda: dict(X=np.arange(5.0)),
    "items.append(X)\nQ = np.array(items)": lambda: dict(X=np.ones(2), items=[]),
    "items += [X]": lambda: dict(X=np.ones(2), items=[]),
    "Q = rng.normal(size=(5, 2)) @ X": lambda: dict(
        X=np.ones((2, 1)), rng=np.random.default_rng(3)
    ),
    "rng.shuffle(X)": lambda: dict(X=np.arange(5.0), rng=np.random.default_rng(3)),
    "Q = np.array([x for x in source]) @ X": lambda: dict(
        X=np.ones((2, 1)), source=iter(np.ones((3, 2)))
    ),
    "Q = np.sum(source)": lambda: dict(source=(x for x in np.ones((3, 2)))),
    "Q = np.array(list(source))": lambda: dict(source=iter(np.ones((3, 2)))),
    "Q = np.sum([*source])": lambda: dict(source=(x for x in np.ones((3, 2)))),
    "Q = next(source) - X": lambda: dict(X=np.ones(2), source=iter(np.ones((3, 2)))),
    "Q = np.fromfile(file)": lambda: dict(file=io.BytesIO(b"12345678")),
    "Q = file.read(3)": lambda: dict(file=io.StringIO("abcdef")),
    "Q = R if (R := X.T) is not None else None": lambda: dict(X=np.ones((2, 3))),
}


@pytest.mark.parametrize("body", EFFECTS)
def test_data_is_as_without_explain(body, tmp_path):
    """Also what is left in an iterator, a file or a generator, and where it stands."""

    def run_plainly(names):
        with suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(body, names)
        return names

    plain = run_plainly({"np": np, **EFFECTS[body]()})
    names = {"np": np, **EFFECTS[body]()}
    with suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        run(tmp_path, body, names)  # what is in place is in `names` too
    for name in EFFECTS[body]().keys():
        left, right = plain[name], names[name]
        if name == "rng":
            left, right = left.random(), right.random()
        elif name == "file":
            left, right = left.tell(), right.tell()
        elif name == "source":
            left, right = list(left), list(right)
        assert np.array_equal(left, right), name


def test_code_of_the_learners_own_runs_once(tmp_path):
    calls = []

    class Counted:
        def __getattr__(self, name):
            calls.append(name)
            raise AttributeError(name)

        @property
        def T(self):
            calls.append("T")
            return np.ones((1, 5))

        def _count(self, *others):
            calls.append("operator")
            return 1.0

        __add__ = __radd__ = __mul__ = __lt__ = __gt__ = __neg__ = __float__ = _count

        def __matmul__(self, other):
            calls.append("matmul")
            return np.ones((5, 2))

    def noisy(X):
        calls.append("noisy")
        return X

    objects = np.array([Counted(), Counted()])
    names = dict(X=np.ones((5, 1)), noisy=noisy, one=Counted(), objects=objects,
                 ufunc=np.frompyfunc(noisy, 1, 1))  # fmt: skip
    body = """
        V = noisy(noisy(X)) - X
        P = one @ X
        Q = one.T @ X
        R = objects + 1
        S = -objects
        T = objects > 1
        U = np.sum(objects)
        O = ufunc(X)
        N = one + 1
    """
    texts, names = run(tmp_path, body, dict(names))
    counts = {"noisy": 2 + 5, "matmul": 1, "T": 1, "operator": 2 + 2 + 2 + 1 + 1}
    assert {call: calls.count(call) for call in counts} == counts
    assert "R = objects + 1: objects (2,) + 1 gives (2,); R (2,)" in texts
    assert "P = one @ X: one @ X (5, 1) gives (5, 2); P (5, 2)" in texts


def test_nothing_is_computed_again_on_large_arrays(tmp_path, monkeypatch):
    X = np.broadcast_to(1.0, (10**9, 1000))  # as large as that, nothing could be
    texts, _ = run(tmp_path, "P = X.T\nQ = X[:2]\nn = len(X)", {"X": X})
    assert texts[0] == "P = X.T: P (1000, 1000000000)"
    reading_only = "if False:\n    pass\nZ = X[:0] @ W"
    texts, _ = run(tmp_path, reading_only, {"X": X, "W": np.ones((1000, 2))})
    assert texts == [
        "Z = X[:0] @ W: X (1000000000, 1000)[:0] gives (0, 1000); "
        "(0, 1000) @ W (1000, 2) gives (0, 2); Z (0, 2)"
    ]
    monkeypatch.setattr("nnlib.classroom.shapes.safe.LARGE", 9)
    texts, _ = run(tmp_path, "Z = np.exp(X) @ W", {"X": np.ones((5, 2)), "W": np.ones((2, 1))})
    assert texts == ["Z = np.exp(X) @ W: np.exp(X (5, 2)) @ W (2, 1) gives (5, 1); Z (5, 1)"]


@pytest.mark.parametrize("number", ["int(X[1, 0])", "np.argmax(X)", "X.max()"])
def test_a_shape_that_hangs_on_a_number_is_looked_up(number, tmp_path):
    X = np.array([[1], [3], [2]])
    body = f"Q = 1 + np.zeros(({number}, 2))\nR = X[:{number}] @ W"
    texts, names = run(tmp_path, body, {"X": X, "W": np.ones((1, 2))})
    for text, name in zip(texts, "QR", strict=True):
        assert text.endswith(f"gives {names[name].shape}; {name} {names[name].shape}")
        assert "(0, " not in text


def test_the_body_is_not_traced():
    X, seen = np.ones((5, 1)), []
    before = sys.gettrace()
    with explain():
        seen.append(sys.gettrace())
        Z = X.T
    assert Z.shape == (1, 5)
    assert seen == [before] and sys.gettrace() is before


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


def test_a_picture_that_fails_leaves_the_words(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(context, "draw_shapes", None)
    monkeypatch.setattr("IPython.get_ipython", lambda: "a notebook")
    _, names = run(tmp_path, "Z = X.T")
    assert names["Z"].shape == (1, 5)
    assert capsys.readouterr().out == "Z = X.T: Z (1, 5)\n"


@pytest.mark.parametrize("broken", ["Reading", "Names", "describe"])
def test_a_reading_that_fails_leaves_the_code_alone(broken, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(context, broken, None)
    _, names = run(tmp_path, "Z = X.T")
    assert names["Z"].shape == (1, 5)
    assert capsys.readouterr().out == "explain could not read the shapes of these lines.\n"


def test_code_without_a_source_runs_all_the_same(capsys):
    names = {"explain": explain, "X": np.ones((5, 1)), "np": np}
    exec("with explain():\n    Z = X.T", names)
    assert names["Z"].shape == (1, 5)
    assert capsys.readouterr().out == "explain could not read the shapes of these lines.\n"


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


def test_a_list_is_not_read_again_after_it_has_changed(tmp_path):
    texts, _ = run(tmp_path, "A = 2 * np.zeros(shape)\nshape.append(4)", {"shape": [2, 3]})
    assert texts[0] == "A = 2 * np.zeros(shape): A (2, 3)"
