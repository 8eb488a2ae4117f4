"""What wrong answers to exercise 8.8 are made of."""

from .wrong_adams import adam


def steps_begun(epoch, in_epoch, step, update):
    return step


def updates_begun(epoch, in_epoch, step, update):
    return update


def within_epoch(epoch, in_epoch, step, update):
    return in_epoch


def run(
    parameters, epochs, lr, betas, eps,
    *,
    count=steps_begun, owner=lambda name: name, forget=lambda in_epoch: False, **lines,
):  # fmt: skip
    """The run, with lines of Adam replaced.

    `count` gives t; owner(name) says whose averages a parameter uses; forget(in_epoch), whether
    they start afresh at a step of its epoch.
    """
    last, remembered, step, update = dict(parameters), {}, 0, 0
    for epoch, steps in enumerate(epochs, start=1):
        for in_epoch, gradients in enumerate(steps, start=1):
            step += 1
            if forget(in_epoch):
                remembered = {}
            for name, dp in gradients.items():
                update += 1
                t = count(epoch, in_epoch, step, update)
                averages = remembered.get(owner(name), (0.0, 0.0))
                last[name], *remembered[owner(name)] = adam(
                    last[name], dp, *averages, t, lr, betas, eps, **lines
                )
    return last


def some_epochs(which):
    """A run through some of the epochs only."""
    return lambda parameters, epochs, *settings: run(parameters, epochs[which], *settings)


def first_steps(parameters, epochs, *settings):
    return run(parameters, [epochs[0][:1]], *settings)


def first_of_each_epoch(parameters, epochs, *settings):
    return run(parameters, [steps[:1] for steps in epochs], *settings)
