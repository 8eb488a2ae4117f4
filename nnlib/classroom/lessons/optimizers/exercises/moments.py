"""What the exercises on optimizers are tried on: gradients, and what is remembered of them."""

import copy

import numpy as np

from ....exercises.drawing import either_sign


def draw_gradients(rng, count, shape, size=1.0):
    """As many gradients: entries of all sizes, some that never change, and two that are 0.

    Some entries are small beside an eps of a few tenths, some are large; of those that never
    change, an average that is corrected knows nothing but their value. One entry is always 0, and
    one in the last gradient only: what is remembered of it still moves p.
    """
    scale = rng.choice([0.1, 1.0, 3.0], size=shape)
    gradients = [size * scale * either_sign(rng, 0.4, 1.6, shape) for _ in range(count)]
    kept = rng.random(shape) < 0.2
    gradients = [np.where(kept, gradients[0], dp) for dp in gradients]
    entries = np.prod(shape)
    if entries > 1:
        always, at_last = rng.choice(entries, 2, replace=False)
        for dp in gradients:
            dp.flat[always] = 0.0
        if entries > 2:
            gradients[-1].flat[at_last] = 0.0
    return gradients


def still_at_zero(step):
    """A mistake: where the gradient is 0, p and what is remembered of it stay as they were.

    step(p, dp, *remembered, *settings) returns p and what is remembered.
    """

    def wrong(p, dp, *others):
        new = step(p, dp, *others)
        return tuple(np.where(dp == 0, old, n) for old, n in zip((p, *others), new))

    return wrong


STILL_AT_ZERO = (
    "stands still where the gradient is 0",
    "Where the gradient is 0 you leave all as it was. What is remembered still moves p there, and "
    "itself fades.",
)


def several_rows(d_in, d_out):
    """A shape of more rows than columns, and than a step has results.

    So it is never square, and one array cannot pass for two or three results.
    """
    return d_in + d_out + 2, d_out


def draw_layer(rng, d_in, d_out, steps):
    """The parameters of a layer, and their gradients for some steps; those of b are larger."""
    shapes, sizes = {"W": (d_in, d_out), "b": (1, d_out)}, {"W": 1.0, "b": 5.0}
    parameters = {name: sizes[name] * either_sign(rng, 0.4, 1.6, shapes[name]) for name in shapes}
    of_each = {name: draw_gradients(rng, steps, shapes[name], sizes[name]) for name in shapes}
    return parameters, [dict(zip(of_each, step)) for step in zip(*of_each.values())]


def on_own_copies(function, parameters, *arguments):
    """A probe: the answer may change the parameters, as optimizers do, and nothing else."""
    return function(copy.deepcopy(parameters), *arguments)


def average(values, beta, start):
    """The running average of some arrays, from a start of zeros."""
    for value in values:
        start = beta * start + (1 - beta) * value
    return start


def draw_betas(rng):
    """Two shares of the past far from each other, from 1/2 and from 1."""
    return float(rng.uniform(0.6, 0.8)), float(rng.uniform(0.88, 0.97))


def draw_eps(rng):
    """Large, so that it shows where it stands."""
    return float(rng.uniform(0.1, 0.4))
