"""Another convention: examples as columns, as Ng's course and MATLAB have them; (out, in)."""

import numpy as np

from ...exercises.exercise import call
from ..outcomes import Outcome, all_same, close
from .beside import beside


def wrong_axis(attempt):
    """The answer is the solution's, worked down where it should go across, or the reverse."""
    exercise = attempt.exercise
    if len(exercise.parts) > 1 or exercise.probe is not call or attempt.has_errors:
        return None
    for outcome, trial in zip(attempt.mine, attempt.trials):
        if not all(isinstance(x, np.ndarray) and x.ndim == 2 for x in trial.arguments):
            return None
        try:
            down = np.asarray(exercise.solution(*(x.T for x in trial.arguments))).T
        except ValueError:  # turned inputs need not fit together
            return None
        if not close(outcome.parts[0], down):
            return None
    return "wrong axis", (
        "It works along the other axis: rows take the place of columns. axis=0 goes down the "
        "rows, axis=1 across the columns."
    )


def columns_as_examples(attempt):
    """The answer would be right, or a declared mistake, if every array were turned."""
    return _with_turned(attempt, lambda name, x: True, COLUMNS, results=True)


def weights_out_in(attempt):
    """The answer would be right if the weights were (d_out, d_in), as PyTorch keeps them."""
    return _with_turned(attempt, lambda name, x: name.lower().startswith("w"), OUT_IN, False)


COLUMNS = (
    "an example a column",
    "It would be right if each example were a column, as in Ng's course and in MATLAB. Here each "
    "example is a row: all arrays lie the other way.",
    "It takes each example for a column, as in Ng's course and in MATLAB. Here each is a row.",
)
OUT_IN = (
    "weights as (out, in)",
    "It would be right for weights of shape (d_out, d_in), as PyTorch keeps them. Here they are "
    "(d_in, d_out).",
    "It takes weights for (d_out, d_in), as PyTorch keeps them. Here they are (d_in, d_out).",
)


def _indifferent(attempt, right_turned):
    """Whether the right result of turned inputs is the right result, turned."""
    found = attempt.outcomes_of(right_turned, attempt.trials)
    if any(one.error for one in found):
        return False
    return all_same([Outcome(tuple(map(np.transpose, one.parts))) for one in found], attempt.right)


def _turns_one_only(attempt):
    return sum(isinstance(x, (np.ndarray, list)) for x in attempt.trials[0].arguments) < 2


def _with_turned(attempt, is_turned, words, results):
    exercise = attempt.exercise

    def turn(name, x):
        if isinstance(x, list):
            return [turn(name, one) for one in x]
        return x.T if isinstance(x, np.ndarray) and x.ndim == 2 and is_turned(name, x) else x

    named = [list(zip(exercise.arguments, trial.arguments)) for trial in attempt.trials]
    if exercise.probe is not call or not any(
        turn(name, x) is not x for arguments in named for name, x in arguments
    ):
        return None

    def turned(*arguments, function=attempt.answer):
        return function(*map(turn, exercise.arguments, arguments))

    def right_turned(*arguments):
        return turned(*arguments, function=exercise.solution)

    if not any(one.error for one in attempt.outcomes_of(right_turned, attempt.trials[:1])):
        if len(attempt.trials[0].sizes) > 1 and _indifferent(attempt, right_turned):
            return None  # entry by entry, rows are as good as columns

    found = attempt.run(turned, attempt.trials[:1])
    if not found or found[0].error:
        return None
    found = attempt.run(turned, attempt.trials) or []
    for known, more in [((), attempt.right), *attempt.misconceptions]:
        for back in (np.transpose, np.asarray) if results else (np.asarray,):
            moved = [Outcome(tuple(map(back, one.parts)), one.error) for one in found]
            if all_same(moved, more) and not any(one.error for one in moved):
                if not known:
                    return words[:2]
                if _turns_one_only(attempt):
                    continue  # a single array turned is no convention
                told = f"Two things. {words[2]} {beside(known.sentence)}"
                return f"{words[0]}; {known.name}", told
