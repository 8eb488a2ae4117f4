"""The bank of answers: wrong and right ones for each exercise, as students hand them in.

tests/bank/<id>.py holds blocks, each a comment and the code behind it: `# wrong: sentence`,
`# wrong, two mistakes: sentence; sentence` or `# right: note`. What each is told stands in
tests/bank/expected.json. `python tests/bank_of_answers.py` shows the verdicts, `--write` keeps
their names, and either ends with how many are named.
"""

import contextlib
import io
import json
import linecache
import math
import re
import sys
from pathlib import Path

import numpy as np
from sklearn.preprocessing import StandardScaler

import nnlib
from nnlib.classroom import EXERCISES
from nnlib.classroom.checking.marking import mark
from nnlib.classroom.exercises.five_rows import five_rows

BANK = Path(__file__).parent / "bank"
EXPECTED = BANK / "expected.json"
HEAD = re.compile(r"^# (wrong|wrong, two mistakes|right): (.*)$", re.MULTILINE)
NOTEBOOK = (  # names that the notebooks have set before their exercises
    "X", "Y", "W1", "b1", "W2", "b2", "Z1", "A1", "Y_hat", "dY_hat", "dZ1",
)  # fmt: skip


def blocks(id):
    """(kind, sentence, code) of each block of an exercise."""
    text = (BANK / f"{id}.py").read_text(encoding="utf-8")
    heads = list(HEAD.finditer(text))
    for head, following in zip(heads, [*heads[1:], None]):
        end = following.start() if following else None
        yield head[1], head[2], text[head.end() : end].strip("\n") + "\n"


def notebook():
    """What a block finds: NumPy, nnlib, and the notebooks' arrays."""
    names = dict(zip(NOTEBOOK, five_rows(*NOTEBOOK)))
    names["dA1"] = names["dY_hat"] @ names["W2"].T
    x = names["X"][:, 0]
    names |= {"x_five": x, "z": np.linspace(-5, 5, 201), "w1_three": np.array([1.0, 1.0, 1.0])}
    names["Y_two"] = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    rows = np.random.default_rng(8).normal(5, 2, size=(1200, 3))
    names |= {"X_rows": rows, "X_mean": rows.mean(axis=0), "X_std": rows.std(axis=0)}
    five = nnlib.Sequential(nnlib.Linear.from_weights(names["W1"], names["b1"]), nnlib.ReLU())
    names |= {"five_model": five, "five_sgd": nnlib.SGD(five, lr=0.001)}
    names |= {"StandardScaler": StandardScaler, "scale_by": scale_by}
    return {"np": np, "nnlib": nnlib, "math": math, **names}


def scale_by(rows, table):
    """As in section 7.3."""
    return (table - rows.mean(axis=0)) / rows.std(axis=0)


def answer(id, k, code):
    """The function of a block, run as a cell of its own."""
    names, file = notebook(), f"<block {k} of {id}>"
    linecache.cache[file] = len(code), None, code.splitlines(True), file
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(code, file, "exec"), names)
    return names[EXERCISES[id].name]


def verdicts(id, seed=0):
    """(kind, sentence, Verdict) of each block."""
    for k, (kind, sentence, code) in enumerate(blocks(id)):
        yield kind, sentence, mark(EXERCISES[id], answer(id, k, code), seed=seed)


def name_of(verdict):
    return verdict.misconception or verdict.status


def main(write):
    expected, named, wrong = {}, 0, 0
    for id in EXERCISES:
        found = list(verdicts(id))
        expected[id] = [[f"{kind}: {text}", name_of(verdict)] for kind, text, verdict in found]
        mistakes = [verdict for kind, _, verdict in found if kind != "right"]
        some = sum(verdict.misconception is not None for verdict in mistakes)
        named, wrong = named + some, wrong + len(mistakes)
        print(f"{id}: {some} of {len(mistakes)} wrong answers have a name")
        if not write:
            for kind, text, verdict in found:
                print(f"  {kind}: {text}\n    {verdict}")
    print(f"{named} of {wrong} ({named / wrong:.0%})")
    if write:
        EXPECTED.write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv)
