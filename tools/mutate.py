"""Break the maths in many places, one at a time, and see whether a test fails each time.

mutmut makes the faults (another sign, another number, an argument left out), each in a copy under
mutants/, and runs the tests that come past it. pyproject.toml says what is changed, and by which
tests it has to be noticed. What survives is printed at the end; `python -m mutmut show NAME` shows
the fault. Needs Linux or macOS, and `python -m pip install mutmut==3.8.1`.

    python tools/mutate.py                    all of the maths
    python tools/mutate.py "nnlib.losses.*"   only this module
"""

import json
import os
import sys
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read by NumPy when it loads; the workers share the cores

import libcst
from mutmut.__main__ import cli
from mutmut.mutation.file_mutation import MutationVisitor

ROOT = Path(__file__).resolve().parent.parent
SURVIVED = 0  # how pytest ends where all tests pass; None stands for a fault that was not tried


def look_under_quiet():
    """Let mutmut change what is decorated with `quiet`; by itself it leaves out what is decorated.

    A decorator may do anything when it is copied with its function. This one only wraps it.
    """
    leaves_alone = MutationVisitor._skip_node_and_children

    def skip(visitor, node):
        if isinstance(node, libcst.FunctionDef) and node.decorators:
            names = [getattr(each.decorator, "value", None) for each in node.decorators]
            if names == ["quiet"]:
                return False
        return leaves_alone(visitor, node)

    MutationVisitor._skip_node_and_children = skip


def report():
    """Print for each module how many faults were noticed, and the names of the others."""
    survivors = []
    for path in sorted((ROOT / "mutants" / "nnlib").rglob("*.meta")):
        found = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        tried = [name for name, code in found.items() if code is not None]
        survived = [name for name in tried if found[name] == SURVIVED]
        if tried:
            noticed = len(tried) - len(survived)
            print(f"{path.stem:<20} {noticed} of {len(tried)} noticed, {noticed / len(tried):.0%}")
        survivors += survived
    print("\n".join(["", *survivors]))


if __name__ == "__main__":
    os.chdir(ROOT)
    look_under_quiet()
    cli(["run", *sys.argv[1:]], standalone_mode=False)
    report()
