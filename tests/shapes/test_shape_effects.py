"""The body of `with explain():` runs as without it: once, untraced, on data that nobody touches."""

import ast
import io
import sys
import tracemalloc
import warnings
from contextlib import suppress

import numpy as np
import pytest
from running import run

from nnlib import relu
from nnlib.classroom import explain
from nnlib.classroom.shapes import context
from nnlib.classroom.shapes.names import Names
from nnlib.classroom.shapes.parts import Parts

pytestmark = pytest.mark.filterwarnings("error")


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
    monkeypatch.setattr("nnlib.classroom.shapes.functions.LARGE", 9)
    texts, _ = run(
        tmp_path, "Z = relu(X) @ W", {"X": np.ones((5, 2)), "W": np.ones((2, 1)), "relu": relu}
    )
    assert texts == ["Z = relu(X) @ W: relu(X (5, 2)) @ W (2, 1) gives (5, 1); Z (5, 1)"]


def test_the_body_is_not_traced():
    X, seen = np.ones((5, 1)), []
    before = sys.gettrace()
    with explain():
        seen.append(sys.gettrace())
        Z = X.T
    assert Z.shape == (1, 5)
    assert seen == [before] and sys.gettrace() is before


def test_code_warns_as_often_as_without_it(tmp_path):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        run(tmp_path, "A = np.exp(X) + 1 / (X - X)\nm = np.var(X[5:])", {"X": np.full((5, 1), 1e4)})
    messages = [str(warning.message).split(" in ")[0] for warning in caught]
    assert messages[:2] == ["overflow encountered", "divide by zero encountered"]
    assert messages.count("overflow encountered") == 1
    assert messages.count("Degrees of freedom <= 0 for slice") == 1


def test_a_picture_that_fails_leaves_the_words(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(context, "draw_shapes", None)
    monkeypatch.setattr("IPython.get_ipython", lambda: "a notebook")
    _, names = run(tmp_path, "Z = X.T")
    assert names["Z"].shape == (1, 5)
    assert capsys.readouterr().out == "Z = X.T: Z (1, 5)\n"


@pytest.mark.parametrize("broken", ["body.Reading", "body.Names", "context.describe"])
def test_a_reading_that_fails_leaves_the_code_alone(broken, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(f"nnlib.classroom.shapes.{broken}", None)
    _, names = run(tmp_path, "Z = X.T")
    assert names["Z"].shape == (1, 5)
    assert capsys.readouterr().out == "explain could not read the shapes of these lines.\n"


@pytest.mark.parametrize("error", [None, ValueError("my own")])
def test_where_nothing_can_be_printed_the_code_goes_on(error, monkeypatch):
    class Closed(io.StringIO):
        def write(self, text):
            raise OSError("closed")

    monkeypatch.setattr(sys, "stdout", Closed())
    with suppress(ValueError):
        with explain():
            Z = np.ones((5, 1)).T
            if error is not None:
                raise error
    assert Z.shape == (1, 5) and not getattr(error, "__notes__", [])


def test_a_body_inside_a_body_is_told_by_its_own():
    X = np.ones((5, 1))
    with explain() as outer:
        Z = X.T
        with explain() as inner:
            Z = X @ Z
        Z = Z @ X
    assert inner.texts == [
        "Z = X @ Z: X (5, 1) @ Z (1, 5) gives (5, 5); Z was (1, 5) and is now (5, 5)"
    ]
    assert outer.texts[-1].startswith("Z = Z @ X: ") and outer.texts[-1].endswith("; Z (5, 1)")


def test_a_generator_may_wait_inside():
    X, shapes = np.ones((5, 1)), explain()

    def rows():
        with shapes:
            Z = X.T
            yield Z
            Z = X @ Z

    assert [row.shape for row in rows()] == [(1, 5)]
    assert len(shapes.texts) == 2
    next(rows())  # and may be given up there
    assert shapes.texts == ["Z = X.T: Z (1, 5)"]


def test_no_array_of_the_learners_is_held():
    """`resize` works in place only while nothing else refers to the array."""
    with explain() as shapes:
        X = np.ones((5, 1))
        X.resize((5, 2))
        Z = X @ X.T
    assert Z.shape == (5, 5) and shapes.texts[-1].endswith("Z (5, 5)")


@pytest.mark.parametrize(
    "code", ["np.outer(u, u)", "np.tile(u, 9_000)", "np.ones((90_000, 90_000))",
             "np.einsum('i,j->ij', u, u)", "np.arange(0, 1, 1e-10)", "np.add(u[:, None], u)"]
)  # fmt: skip
def test_nothing_large_is_made_for_a_shape(code):
    names = Names([ast.parse(code)], {"np": np, "u": np.ones(90_000)})
    tracemalloc.start()
    Parts(names).read(ast.parse(code, mode="eval").body)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1e7  # bytes; what the code makes takes gigabytes


def test_a_list_is_not_read_again_after_it_has_changed(tmp_path):
    texts, _ = run(tmp_path, "A = 2 * np.zeros(shape)\nshape.append(4)", {"shape": [2, 3]})
    assert "(2, 3, 4)" not in texts[0]
