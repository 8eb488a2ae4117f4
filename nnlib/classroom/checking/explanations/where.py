"""Where it fails: for more than one row, where Z is negative, for whole numbers, elsewhere."""

import numpy as np

from ..outcomes import all_same, close, same
from ..trials import Trial
from .known import columns

ONE = {
    "n": "one row",
    "d": "a single column",
    "d_in": "a single input",
    "d_out": "a single output",
    "units": "one unit",
    "lines": "one line",
    "depth": "one hidden layer",
}
ENOUGH = 4  # entries, or trials, of each kind, before a rule is read off them


def only_alone(attempt):
    """The answer is right where a size is 1, and nowhere else."""
    if attempt.has_errors:
        return None  # the error says more
    for name in attempt.exercise.alone:
        alone = [trial.sizes.get(name) == 1 for trial in attempt.trials]
        if any(alone) and attempt.agree == alone and _elsewhere(attempt, name, True):
            what = ONE.get(name, f"{name} = 1")
            return f"right for {what} only", (
                f"It is right for {what} and wrong for more. What should happen then?"
            )


def _elsewhere(attempt, name, right):
    """Whether it is right, or wrong, for a size of 1 whatever is drawn; two trials may be luck."""
    trials = [trial for trial in attempt.fresh_trials if trial.sizes.get(name) == 1]
    mine = attempt.run(attempt.answer, trials) or []
    wanted = attempt.outcomes_of(attempt.exercise.solution, trials)
    agree = list(map(same, mine, wanted))
    if (
        right
        and np.unique(np.concatenate([a.ravel() for one in wanted for a in one.parts])).size < 3
    ):
        return False  # True and False alone are met by chance
    return all(agree) if right else not any(agree)


def wrong_alone(attempt):
    """The answer is wrong where a size is 1, and nowhere else."""
    for name in attempt.exercise.alone:
        alone = [trial.sizes.get(name) == 1 for trial in attempt.trials]
        if attempt.has_errors or not any(alone) or attempt.agree != [not one for one in alone]:
            continue
        if _elsewhere(attempt, name, False):
            what = ONE.get(name, f"{name} = 1")
            return f"wrong for {what}", f"It is right in general, but wrong for {what}."


def only_the_example(attempt):
    pairs = zip(attempt.trials, attempt.agree)
    if any(agrees and 1 not in trial.sizes.values() for trial, agrees in pairs):
        return None  # not for the example only
    mine, right = attempt.example
    if mine is not None and same(mine, right):
        return "right for the example only", (
            "It is right for the example in the notebook and wrong for other inputs. Is there "
            "something in it that holds for that example only, such as a fixed number?"
        )


def only_at_edges(attempt):
    """Right for some edges, such as a single batch, and wrong in general."""
    if any(attempt.agree):
        return None
    whole = attempt.whole
    right = [trial.edge for trial, ok in zip(whole.trials, whole.agree) if trial.edge and ok]
    right = [edge for edge in right if _always(attempt, edge) and not _anyway(attempt, edge)]
    if 0 < len(right) <= 2:
        edges = " and for ".join(right)
        return f"right for {right[0]} only", (
            f"It is right for {edges}, and wrong in general. What does it take for granted that "
            "holds there only?"
        )


def _always(attempt, edge):
    """Whether the answer is right for an edge, whatever is drawn for it."""
    drawn = [attempt.exercise.edges(np.random.default_rng(seed))[edge] for seed in range(4)]
    trials = [Trial({}, tuple(arguments), edge) for arguments in drawn]
    mine = attempt.run(attempt.answer, trials) or []
    return all_same(mine, attempt.outcomes_of(attempt.exercise.solution, trials))


def _anyway(attempt, edge):
    """Whether it is right for other numbers of these shapes as well, so that the edge is none."""
    arguments = attempt.exercise.edges(np.random.default_rng(0))[edge]
    if any(isinstance(x, (list, tuple, dict)) for x in arguments):
        return False  # the edge may be how many there are
    rng = np.random.default_rng(1)
    others = [
        x + rng.normal(size=np.shape(x)) if isinstance(x, np.ndarray) else x for x in arguments
    ]
    trials = [Trial({}, tuple(others))]
    right = attempt.outcomes_of(attempt.exercise.solution, trials)
    return all_same(attempt.run(attempt.answer, trials) or [], right)


def only_one_side(attempt):
    """Entry by entry: right where an argument is above 0, say, and wrong where it is below."""
    if attempt.has_errors or len(attempt.exercise.parts) > 1:
        return None
    mine, right = (columns(outcomes)[0] for outcomes in (attempt.mine, attempt.right))
    if any(a.shape != b.shape or b.ndim == 0 for a, b in zip(mine, right)):
        return None
    agrees = [np.abs(a - b) <= 1e-6 * max(np.abs(b).max(), 1e-12) for a, b in zip(mine, right)]
    for words, conditions in _conditions(attempt, [b.shape for b in right]):
        good = np.concatenate([c[ok] for c, ok in zip(conditions, agrees)])
        bad = np.concatenate([c[~ok] for c, ok in zip(conditions, agrees)])
        if len(good) < ENOUGH or len(bad) < ENOUGH:
            continue
        for value, side in ((True, words), (False, f"not {words}")):
            if not (bad != value).any() and not (good == value).any():
                return f"wrong where {_plain(side)}", (
                    f"It is right where {_plain(_other(side))}, and wrong where {_plain(side)}. "
                    "What should happen there?"
                )


OPPOSITE = {
    "is above 0": "is not above 0",
    "is beyond 1 or -1": "lies between -1 and 1",
}


def _plain(side):
    if side.startswith("not "):
        for one, other in OPPOSITE.items():
            side = side.replace(one, other)
        return side[4:]
    return side


def _other(side):
    return side[4:] if side.startswith("not ") else f"not {side}"


def _conditions(attempt, shapes):
    """(words, a condition on each entry) for the arguments, and for their difference."""
    names = attempt.exercise.arguments
    values = list(zip(*(trial.arguments for trial in attempt.trials)))
    fitting = [
        (name, arrays)
        for name, arrays in zip(names, values)
        if all(isinstance(x, np.ndarray) and x.shape == s for x, s in zip(arrays, shapes))
    ]
    if len(fitting) == 2:
        (one, first), (other, second) = fitting
        fitting.append((f"{one} - {other}", [a - b for a, b in zip(first, second)]))
    for name, arrays in fitting:
        yield f"{name} is above 0", [x > 0 for x in arrays]
        yield f"{name} is beyond 1 or -1", [np.abs(x) > 1 for x in arrays]


def edges(attempt):
    """Right for all that was drawn, and wrong at some edges."""
    wrong = [k for k, agrees in enumerate(attempt.agree) if not agrees]
    if any(not attempt.trials[k].edge for k in wrong):
        return None
    words = ", and for ".join(attempt.trials[k].edge for k in wrong)
    sentence = f"It is right for the random inputs, and wrong for {words}."
    k = wrong[0]
    mine, right = attempt.mine[k], attempt.right[k]
    if attempt.trials[k].edge.startswith("whole") and not mine.error:
        if any(close(a, np.trunc(b)) for a, b in zip(mine.parts, right.parts)) or _cuts(mine):
            return "decimals cut for whole numbers", (
                f"{sentence} An array that takes over the kind of its model, as np.zeros_like "
                "does, cuts decimals where the inputs are whole numbers."
            )
    if mine.error:
        sentence += f" There it stops with {mine.error}: {mine.text}"
    elif any(not np.isfinite(a).all() for a in mine.parts):
        sentence += " There is nan or inf in it: a division by 0 does that."
    return f"wrong for {attempt.trials[k].edge}", sentence


def _cuts(mine):
    return all(np.array_equal(part, np.round(part)) for part in mine.parts)
