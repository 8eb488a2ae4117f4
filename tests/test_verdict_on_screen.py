"""In a notebook a verdict is shown once and only once, wherever in its cell it stands."""

import os
import subprocess
import sys

import pytest

CELLS = {
    "last": 'predict("4.2", "b")',
    "not last": 'predict("4.2", "b")\nx = 3',
    "kept": 'verdict = predict("4.2", "b")',
    "kept and last": 'verdict = predict("4.2", "b")\nverdict',
    "printed": 'print(predict("4.2", "b"))',
    "displayed": 'display(predict("4.2", "b"))',
    "in a function": 'def ask():\n    predict("4.2", "b")\nask()',
    "before an error": 'predict("4.2", "b")\n1 / 0',
}
# `two` shows two verdicts in their order; the cell after it, none.
MORE = {
    "two": 'predict("4.2", "b")\ncheck("4.1", ...)\nNone',
    "next": "None",
    "exercise": 'check("4.1", ...)\nx = 3',
}
RUN = """
import sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.run_cell("from nnlib.classroom import check, predict\\nfrom IPython.display import display")
for cell in sys.argv[1:]:
    print("-----", flush=True)
    shell.run_cell(cell)
"""


@pytest.mark.slow
def test_a_verdict_is_shown_once_and_only_once(tmp_path):
    cells = CELLS | MORE
    environment = os.environ | {"IPYTHONDIR": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", RUN, *cells.values()],
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
    )
    _, *outputs = run.stdout.split("-----\n")
    shown = dict(zip(cells, outputs, strict=True))
    for name in CELLS:
        assert shown[name].count("Question 4.2: passed.") == 1, name
    first, second = shown["two"].splitlines()
    assert "Question 4.2" in first and "Exercise 4.1" in second
    assert shown["next"] == ""
    assert shown["exercise"].count("Exercise 4.1: not started.") == 1
    assert run.stderr == ""
