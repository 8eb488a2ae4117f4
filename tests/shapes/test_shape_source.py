"""Where `with explain():` finds its source: in files, cells, magics, and in texts that are run."""

import ast
import contextlib
import doctest
import functools
import subprocess
import sys
import threading

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from nnlib.classroom import explain

pytestmark = pytest.mark.filterwarnings("error")


def test_code_that_is_run_from_a_text_is_told(capsys):
    names = {"explain": explain, "X": np.ones((5, 1)), "np": np}
    exec("with explain():\n    Z = X.T", names)
    text = "with explain():\n    Z = X @ X"
    with pytest.raises(ValueError) as caught:
        exec(compile(text, "<text>", "exec"), names)
    assert len(caught.value.__notes__) == 1
    assert capsys.readouterr().out.startswith("Z = X.T: Z (1, 5)\nZ = X @ X: X @ X: X is (5, 1)")


def test_code_without_a_source_runs_all_the_same(capsys):
    names = {"explain": explain, "X": np.ones((5, 1)), "np": np}
    exec(
        compile(ast.parse("with explain():\n    Z = X?".replace("?", ".T")), "<tree>", "exec"),
        names,
    )
    with contextlib.ExitStack() as stack:
        stack.enter_context(explain())
    assert names["Z"].shape == (1, 5)
    line = "explain found no source of these lines, so it cannot tell their shapes.\n"
    assert capsys.readouterr().out == 2 * line


def test_another_text_with_the_same_lines_is_not_taken_for_the_source(capsys):
    names = {"explain": explain, "X": np.ones((5, 1))}
    exec("def tell():\n    with explain():\n        Z = X?".replace("?", ".T"), names)
    other = "def tell():\n    with explain():\n        Q = X+1"
    names["tell"]()
    assert "Q" not in capsys.readouterr().out and other


def documented():
    """Tell a product.

    >>> X = np.ones((5, 1))
    >>> with explain():
    ...     Z = X @ X.T
    Z = X @ X.T: X (5, 1) @ X.T (1, 5) gives (5, 5); Z (5, 5)
    """


def test_a_doctest():
    (test,) = doctest.DocTestFinder().find(documented, globs={"np": np, "explain": explain})
    assert doctest.DocTestRunner().run(test).failed == 0


def test_a_thread_and_a_decorated_function_of_several_lines():
    told = []

    @functools.lru_cache
    def work(width):
        with (
            explain() as shapes,
            contextlib.nullcontext(),
        ):
            Z = (
                np.ones((5, width))
                .T
            )  # fmt: skip
        told.append((Z.shape, shapes.texts))

    threads = [threading.Thread(target=work, args=[width]) for width in (2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [
        ((width, 5), [f"Z = np.ones((5, width)).T: np.ones((5, width)) (5, {width}).T "
                      f"gives ({width}, 5); Z ({width}, 5)"])
        for width in (2, 3)
    ]  # fmt: skip


CELLS = {
    "%%time\nwith explain():\n    Z = X @ W\n": "Z = X @ W: X (5, 3) @ W (3, 2) gives (5, 2); "
    "Z (5, 2)",
    "%%time\n\nwith explain():\n    Z = X.T\nZ.shape": "Z = X.T: Z (3, 5)",
    "%%time\nwith explain():\n    Z = W @ X": "Z = W @ X: W @ X: W is (3, 2), X is (5, 3): "
    "the columns of W (2) must equal the rows of X (5)",
    "%%prun -q\nwith explain():\n    Z = X.T": "Z = X.T: Z (3, 5)",
    "%matplotlib inline\nwith explain():\n    Z = X.T": "Z = X.T: Z (3, 5)",
    "with explain():\n    %matplotlib inline\n    Z = X.T": "Z = X.T: Z (3, 5)",
    "with explain():\n    !echo\n    X?\n    files = !echo\n    Z = X.T": "Z = X.T: Z (3, 5)",
    "with explain():\n    %time V = X.T": "V = X.T: V (3, 5)",
    "with explain():\n    %time V = W @ X": "V = W @ X: W @ X: W is (3, 2), X is (5, 3): "
    "the columns of W (2) must equal the rows of X (5)",
    "%run told.py": "Z = X.T: Z (3, 5)",
    "await asyncio.sleep(0)\nwith explain():\n    Z = X.T": "Z = X.T: Z (3, 5)",
    "%%capture out\nwith explain():\n    Z = X.T": None,
    "out.show()": "Z = X.T: Z (3, 5)",
}


@pytest.mark.slow
def test_magics_in_a_notebook(tmp_path):
    script = "import numpy as np\nfrom nnlib.classroom import explain\nX = np.ones((5, 3))\n"
    (tmp_path / "told.py").write_text(f"{script}with explain():\n    Z = X.T\n", encoding="utf-8")
    codes = [f"import asyncio\n{script}W = np.ones((3, 2))", *CELLS]
    notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, codes)))
    place = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, allow_errors=True, kernel_name="python3", resources=place).execute()
    for cell in notebook.cells[1:]:
        data = [output.get("data", {}) for output in cell.outputs]
        told = [each["text/plain"] for each in data if "image/png" in each]
        assert told == [CELLS[cell.source]] * (CELLS[cell.source] is not None), cell.source


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


@pytest.mark.slow
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
