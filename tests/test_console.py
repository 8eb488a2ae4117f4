"""No text of ours stops a console that has no such letters: Windows, or a pipe in ASCII."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXTS = """
import sys
import numpy as np
import nnlib
from nnlib.classroom import EXERCISES, explain, predict, progress
from nnlib.classroom.checking.marking import mark
from nnlib.classroom.checking.verdict import Verdict

def two_layers(X, W1, b1, W2, b2):
    print("Ŷ")
    raise ValueError("σ(Ż) ≈ ½ \U0001f600")

X, W, η = np.ones((2, 3)), np.ones((3, 4)), 2.0
model = nnlib.Sequential(nnlib.Linear(3, 1, rng=np.random.default_rng(0)))
verdict = mark(EXERCISES["3.3"], two_layers)
for encoding in ("ascii", "cp1252"):
    sys.stdout.reconfigure(encoding=encoding, errors="strict")
    print(verdict, Verdict("Übung", "failed", "Ŷ - Y → ∂L"), predict("3.1", "η"), progress())
    print(nnlib.check_gradients(model, nnlib.MSELoss(), X, np.ones((2, 1))), model)
    with explain():
        Ŷ = X @ W * η
    print("all said")
"""


def run(*command, cwd, encoding):
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, timeout=120
    )


@pytest.mark.slow
def test_every_text_can_be_printed(tmp_path):
    (tmp_path / "texts.py").write_text(TEXTS, encoding="utf-8")
    result = run("texts.py", cwd=tmp_path, encoding="utf-8")
    assert result.stderr == b""
    assert result.stdout.count(b"all said") == 2
    assert result.stdout.count(rb"ValueError: \u03c3(\u017b) \u2248") == 2


RUN = """
import pathlib, runpy, sys
sys.executable = "/Łukasz/python"
sys.path.insert(0, str(pathlib.Path(sys.argv[1]).parent))  # as Python does for a script
runpy.run_path(sys.argv.pop(1), run_name="__main__")
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tool", "encoding"),
    [
        ("check_environment.py", "ascii"),
        ("check_environment.py", "cp1252"),
        ("execute_notebooks.py", "cp1252"),
    ],
)
def test_the_tools_can_name_every_folder(tmp_path, tool, encoding):
    """A folder is called as its owner is; the second tool ends, since there is no such notebook."""
    tools = Path(__file__).resolve().parent.parent / "tools"
    result = run("-c", RUN, tools / tool, "Łukasz.ipynb", cwd=tmp_path, encoding=encoding)
    assert rb"\u0141ukasz" in result.stdout
    assert b"UnicodeEncodeError" not in result.stderr
