"""Check an answer: run it beside the solution, and give a verdict."""

import dataclasses
from functools import partial

from ..exercises.progress import remember
from ..lessons import EXERCISES, find
from .attempt import Attempt
from .calling import is_stub, takes
from .explanations import explain_failure
from .picture import picture_of
from .screen import SCREEN
from .silence import quiet
from .verdict import Verdict, shown

TIME_LIMIT = 5.0  # seconds of work for all that is run of an answer


def check(id, answer, *, seed=0):
    """Check the answer to an exercise; remember it in a file if it is right.

    Parameters
    ----------
    id : str
        The exercise, such as "5.1"; the number 5.1 will do.
    answer : callable
        The reader's function itself, without brackets behind it. It is called with copies of
        inputs of the shapes that the task names.
    seed : int
        Of the random inputs that the answer is tried on.

    Returns
    -------
    Verdict
        Its `status` is "passed", "failed" or "not started"; `message` says why, and
        `misconception` names the mistake where it is known. Whatever the answer does, there is a
        verdict.

    Raises
    ------
    ValueError
        If there is no exercise of that id.
    """
    exercise = find(EXERCISES, id, "exercise")
    verdict = mark(exercise, answer, seed=seed)
    if verdict.status == "passed":
        message = f"{verdict.message} {remember(exercise.id)}"
        verdict = dataclasses.replace(verdict, message=message)
    return shown(verdict)


def mark(exercise, answer, *, seed=0, time_limit=TIME_LIMIT):
    """Return the Verdict on an answer, as `check` does, and remember nothing."""
    if SCREEN.taken:
        raise RuntimeError("It calls `check` in its own body. Put that into a cell of its own.")
    with quiet():
        return _mark(exercise, answer, seed, time_limit)


def _mark(exercise, answer, seed, time_limit):
    def failed(misconception, message, draw=None):
        return Verdict(of, "failed", message, misconception, draw)

    of = f"Exercise {exercise.id}"
    blank = Verdict(
        of,
        "not started",
        f"Write the body of {exercise.name} in the cell above, run that cell, then this one.",
    )
    if answer is None or answer is ...:
        return blank
    if not callable(answer):
        return failed(
            "no function",
            f"Hand over the function itself, without brackets behind it: "
            f'check("{exercise.id}", {exercise.name}).',
        )
    if sentence := takes(answer, exercise):
        return failed("other arguments", sentence)

    attempt = Attempt(exercise, answer, seed, time_limit)
    verdict = _judge(attempt, blank, failed, time_limit)
    return dataclasses.replace(verdict, printed=attempt.what_it_printed)


def _judge(attempt, blank, failed, time_limit):
    """Return the Verdict on an attempt; `blank` is the one on no answer, `failed` makes one."""
    if attempt.mine is None:
        return failed(
            "does not end",
            f"It was still running after {time_limit:g} seconds. Is there a loop that never ends?",
        )
    if attempt.all_errors("NotImplementedError"):
        return blank
    if attempt.all_errors("NothingReturned") and is_stub(attempt.answer):
        return blank
    if attempt.right_everywhere:
        if changed := attempt.changed:
            return failed(
                "changes its inputs",
                f"The result is right, but it changes {changed} on the way. Whoever called the "
                "function may still need that: work on a new array.",
            )
        edges = [trial.edge for trial in attempt.trials if trial.edge]
        message = f"Right for {len(attempt.trials) - len(edges)} random inputs of different sizes"
        message += f", and for {', '.join(edges)}." if edges else "."
        message = " ".join([message, *attempt.remarks])
        return dataclasses.replace(blank, status="passed", message=message)
    return failed(*explain_failure(attempt), partial(picture_of, attempt))
