"""A notebook's first cell is silent, wherever matplotlib may keep its files."""

import os
import subprocess
import sys

import pytest

FIRST_CELL = """
import logging
logging.getLogger("matplotlib").setLevel(logging.INFO)
import nnlib.classroom
print(logging.getLogger("matplotlib").level == logging.INFO, logging.root.manager.disable)
logging.getLogger("matplotlib").warning("heard")
"""


@pytest.mark.slow
@pytest.mark.parametrize("where", ["a file", "no home", "empty"])
def test_the_first_cell_is_silent(tmp_path, where):
    """In a file no folder can be made; in an empty one there is no list of fonts yet."""
    (tmp_path / "file").touch()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("MPL", "XDG"))}
    environment |= {
        "a file": {"MPLCONFIGDIR": str(tmp_path / "file" / "nowhere")},
        "no home": {"HOME": str(tmp_path / "file" / "nobody")},
        "empty": {"MPLCONFIGDIR": str(tmp_path / "new")},
    }[where]
    command = [sys.executable, "-c", FIRST_CELL]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert (run.stdout, run.stderr) == ("True 0\n", "heard\n")
