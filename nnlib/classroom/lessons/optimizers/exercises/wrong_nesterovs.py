"""What wrong answers to exercise 8.5 are made of."""

from functools import partial


def gather(velocity, dp, lr, momentum):
    return momentum * velocity + dp


def ahead(old, velocity, dp, lr, momentum):
    return lr * (dp + momentum * velocity)


def keep(old, velocity, dp, momentum):
    return velocity


def run_with(
    parameters, gradients, lr, momentum,
    *,
    gather=gather, step=ahead, keep=keep, owner=lambda name: name, forget=False, go_on=True,
):  # fmt: skip
    """The run, each line of which can be replaced by another.

    owner(name) says whose velocity a parameter uses. With `forget` each step starts without any;
    without `go_on` it starts from the first parameters.
    """
    last, velocity = dict(parameters), {}
    for dps in gradients:
        if forget:
            velocity = {}
        for name, dp in dps.items():
            old = velocity.get(owner(name), 0.0)
            new = gather(old, dp, lr, momentum)
            start = last if go_on else parameters
            last[name] = start[name] - step(old, new, dp, lr, momentum)
            velocity[owner(name)] = keep(old, new, dp, momentum)
    return last


def wrong(**lines):
    return partial(run_with, **lines)


def moved(step):
    """A run whose steps are lr times step(old velocity, velocity, dp, momentum)."""
    return wrong(step=lambda old, new, dp, lr, momentum: lr * step(old, new, dp, momentum))


def some_steps(which):
    """A run that takes only some of the steps."""
    return lambda parameters, gradients, lr, momentum: run_with(
        parameters, gradients[which], lr, momentum
    )


def mean_of_all(parameters, gradients, lr, momentum):
    """One step, along the mean of all gradients."""
    mean = {name: sum(dps[name] for dps in gradients) / len(gradients) for name in parameters}
    return run_with(parameters, [mean], lr, momentum)


def weights_only(parameters, gradients, lr, momentum):
    return {**run_with(parameters, gradients, lr, momentum), "b": parameters["b"]}
