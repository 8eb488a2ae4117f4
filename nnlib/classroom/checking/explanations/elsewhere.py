"""An answer that stops for some inputs: what is wrong where it does not stop."""

from ..trials import in_words
from . import causes, declared, errors
from .where import ONE


def wrong_where_it_ends(attempt):
    """Another mistake shows on the trials that end; then the error is told behind it."""
    ends = [not mine.error for mine in attempt.mine]
    if all(ends) or not any(ends):
        return None
    looked_at = attempt.restricted(ends)
    if all(looked_at.agree) or 2 * sum(ends) <= len(ends):
        return None
    for explain in (declared.declared, causes.one_cause):
        if found := explain(looked_at):
            name, message = found
            k = ends.index(False)
            given = in_words(attempt.exercise, attempt.trials[k])
            return name, f"{message} And given {given}, it stops with {attempt.mine[k].error}."


def right_where_it_ends(attempt):
    """It is right but where a size is 1, and stops there; or right there only."""
    told = errors.error_in_words(attempt)
    if not attempt.has_errors or told is None:
        return None
    for name in attempt.exercise.alone:
        alone = [trial.sizes.get(name) == 1 for trial in attempt.trials]
        what = ONE.get(name, f"{name} = 1")
        if any(alone) and attempt.agree == alone:
            return f"right for {what} only", f"It is right for {what}, not for more. {told[1]}"
        if any(alone) and attempt.agree == [not one for one in alone]:
            return f"wrong for {what}", f"It is right but for {what}. {told[1]}"
