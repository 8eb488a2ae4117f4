"""Exercise 8.5: several steps of Nesterov's momentum, with several parameters."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception
from .moments import draw_layer, on_own_copies
from .wrong_loops import list_asked_for_items, without_items
from .wrong_nesterovs import mean_of_all, moved, some_steps, weights_only, wrong


def nesterov_run(parameters, gradients, lr, momentum):
    """From parameters {name: array} and such gradients for each step to the last parameters."""
    last, velocity = dict(parameters), dict.fromkeys(parameters, 0.0)
    for step in gradients:
        for name, dp in step.items():
            velocity[name] = momentum * velocity[name] + dp
            last[name] = last[name] - lr * (dp + momentum * velocity[name])
    return last


def draw_nesterov_run(rng, d_in, d_out, steps):
    parameters, gradients = draw_layer(rng, d_in, d_out, steps + 1)
    return parameters, gradients, float(rng.uniform(0.1, 0.4)), float(rng.uniform(0.6, 0.9))


def example_nesterov_run():
    """One weight, one bias, two steps: small enough for paper."""
    one = np.array([[1.0]])
    return {"W": one, "b": 0 * one}, [{"W": one, "b": 2 * one}, {"W": 3 * one, "b": -one}], 0.1, 0.5


NESTEROV_RUN = Exercise(
    "8.5",
    solution=nesterov_run,
    parts=("W", "b"),
    draw=draw_nesterov_run,
    probe=on_own_copies,
    alone=("d_out",),
    example=example_nesterov_run,
    misconceptions=(
        Misconception(
            "one velocity for all parameters",
            "All parameters share one velocity, so what W does pushes b. Each needs one of its "
            "own.",
            wrong(owner=lambda name: "all"),
        ),
        Misconception(
            "shared, and forgotten between steps",
            "The velocity starts at 0 in each step, and within it runs on from W to b. Each "
            "parameter needs one of its own, made once, before the steps.",
            wrong(owner=lambda name: "all", forget=True),
        ),
        Misconception(
            "velocity forgotten between steps",
            "The velocity starts at 0 in each step, so nothing is remembered, as if all gradients "
            "made one step. It is made once, before the loop over the steps.",
            wrong(forget=True),
        ),
        Misconception(
            "plain momentum",
            "This is plain momentum: the step is lr times the velocity, or looks ahead with the "
            "old one, which is the same. Nesterov's looks ahead with the new velocity.",
            moved(lambda old, new, dp, momentum: new),
        ),
        Misconception(
            "look ahead without the gradient",
            "Your step is momentum times the velocity. The gradient itself is added to it.",
            moved(lambda old, new, dp, momentum: momentum * new),
        ),
        Misconception(
            "velocity in place of the gradient",
            "Your step adds momentum times the velocity to the velocity. It is added to the "
            "gradient.",
            moved(lambda old, new, dp, momentum: new + momentum * new),
        ),
        Misconception(
            "momentum left out of the step",
            "In your step the velocity is added whole. Its share there is momentum.",
            moved(lambda old, new, dp, momentum: dp + new),
        ),
        Misconception(
            "momentum on both",
            "In your step the gradient is shortened by momentum too. Is a bracket in the wrong "
            "place?",
            moved(lambda old, new, dp, momentum: momentum * (dp + new)),
        ),
        Misconception(
            "look ahead remembered",
            "You keep the look ahead as the velocity. It is for this step only; the velocity stays "
            "momentum times the old one, plus the gradient.",
            wrong(keep=lambda old, new, dp, momentum: dp + momentum * new),
        ),
        Misconception(
            "plain descent",
            "Your steps are lr times the gradient. Nothing is remembered.",
            moved(lambda old, new, dp, momentum: dp),
        ),
        Misconception(
            "average instead of sum",
            "You take 1 - momentum of the new gradient. That is the form of an average; here the "
            "gradient is added whole.",
            wrong(gather=lambda v, dp, lr, momentum: momentum * v + (1 - momentum) * dp),
        ),
        Misconception(
            "nothing fades",
            "The old velocity is kept whole. Only the share `momentum` of it stays.",
            wrong(gather=lambda v, dp, lr, momentum: v + dp),
        ),
        Misconception(
            "rate in twice",
            "The rate is in your velocity, and comes in again with the step. Once is enough.",
            wrong(gather=lambda v, dp, lr, momentum: momentum * v + lr * dp),
        ),
        Misconception(
            "step uphill",
            "You add the step. The gradient says where the loss grows, and you want it to fall.",
            moved(lambda old, new, dp, momentum: -(dp + momentum * new)),
        ),
        Misconception(
            "learning rate left out",
            "Your steps are as long as the gradients. How long does lr ask for?",
            wrong(step=lambda old, new, dp, lr, momentum: dp + momentum * new),
        ),
        Misconception(
            "items left out",
            "You loop over a dict as if it held pairs. Alone it gives its names; what gives names "
            "and arrays?",
            without_items,
        ),
        Misconception(
            "a list asked for items",
            "You ask a list for its items. `gradients` holds a dict for each step: which loop "
            "comes first?",
            list_asked_for_items,
        ),
        Misconception(
            "first step only",
            "There is one step only, with the first gradients. Does `return` stand inside the "
            "loop?",
            some_steps(slice(1)),
        ),
        Misconception(
            "last gradients only",
            "Only the last gradients have left a trace. Does each step take the place of those "
            "before it?",
            some_steps(slice(-1, None)),
        ),
        Misconception(
            "last step left out",
            "The last gradients have no step. There is one for each dict in the list.",
            some_steps(slice(-1)),
        ),
        Misconception(
            "each step from the start",
            "Each step starts from the first parameters. It should start where the one before "
            "ended.",
            wrong(go_on=False),
        ),
        Misconception(
            "mean of all gradients",
            "You take one step along the mean of all gradients. There is one step for each.",
            mean_of_all,
        ),
        Misconception(
            "bias left behind",
            "Your weights take their steps, and b stays where it was.",
            weights_only,
        ),
    ),
)


EXERCISES = (NESTEROV_RUN,)
