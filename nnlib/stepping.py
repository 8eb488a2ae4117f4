"""Stepping: what all optimizers share. One loop over the parameters, and one count of the steps.

A new optimizer is a subclass of `Optimizer` in nnlib/optimizers.py: its settings, the names of what
it remembers, and the formula of its step in `update`.
"""

import itertools

import numpy as np

from .clipping import clip_norm
from .optimizer_memory import checked_memory, checked_update, restored_memory
from .parameters import checked_gradients, checked_parameters, refuse_copies
from .parts import as_model
from .quiet import quiet
from .schedules import as_rate, rate_at
from .validation import positive_number, whole_number


class Setting:
    """An argument of an optimizer, checked when it is set; only the rate may be set again."""

    def __init__(self, check):
        self.check = check

    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, optimizer, value):  # without a __get__, reading costs no more than usual
        if self.name in vars(optimizer) and self.name != "lr":
            raise AttributeError(
                f"{self.name} stays as it is, for the steps so far were taken with it; only lr may "
                "be changed. Make a new optimizer."
            )
        vars(optimizer)[self.name] = self.check(value, self.name)


class Optimizer:
    """What has a model, a learning rate, and a count of the steps it has taken.

    Attributes
    ----------
    t : int
        Steps taken so far: one count for all parameters, which no new epoch starts again.
    remembers : tuple of str
        The names of what it keeps for each parameter, such as ("mean", "square"). Each is an
        attribute: {"W1": array, "b1": array, ...}, shaped as the parameters, zeros at the start.
    """

    remembers = ()
    lr = Setting(as_rate)
    max_norm = Setting(lambda value, name: None if value is None else positive_number(value, name))

    def __init__(self, model, *, lr, max_norm=None, **settings):
        for name, value in {"lr": lr, **settings, "max_norm": max_norm}.items():
            setattr(self, name, value)
        self.model = as_model(model)
        refuse_copies(model)
        self.t = 0
        # Whether its update is known to be right; the check costs a little in each step.
        self._is_nnlibs = type(self).__module__ == f"{__package__}.optimizers"
        for kind in self.remembers:
            zeros = {name: np.zeros_like(p) for name, p in model.parameters().items()}
            setattr(self, kind, zeros)

    def update(self, p, dp, memory, lr, t):
        """Return by how much p goes down in step t, and what to remember of p from now on.

        The memory is a tuple of arrays in the order of `remembers`. They, p and dp have one shape;
        none of them may be changed in place, so that an error leaves all as it was.
        """
        raise NotImplementedError(f"{type(self).__name__} needs an update(p, dp, memory, lr, t).")

    @quiet
    def step(self):
        """Take one step, with every parameter, in place.

        Raises
        ------
        RuntimeError
            If a gradient is missing.
        TypeError, ValueError
            If a gradient has not the shape of its parameter or is no real number; if a parameter
            cannot be changed in place, being read-only or of another dtype than float64, or has
            another shape than what is remembered of it; if a schedule gives no rate, nan or a
            negative one; or if the `update` of your own subclass returns something else than it
            should.

        After an error nothing has changed.
        """
        t = self.t + 1
        parameters = checked_parameters(self.model)
        gradients = checked_gradients(self.model.gradients(), parameters)
        if self.max_norm is not None:
            gradients = clip_norm(gradients, self.max_norm)
        lr = np.asarray(rate_at(self.lr, t))  # NumPy multiplies by it faster than by a float
        kinds = self.remembers
        memories = self._memories(kinds, parameters)
        # All steps are known before the first is taken.
        updates = [
            self.update(p, dp, memory, lr, t)
            for p, dp, memory in zip(parameters.values(), gradients.values(), memories)
        ]
        if not self._is_nnlibs:
            updates = [
                checked_update(update, name, p, kinds)
                for update, (name, p) in zip(updates, parameters.items())
            ]
        for parameter, (step, _) in zip(parameters.values(), updates):
            parameter -= step
        for i, kind in enumerate(kinds):
            arrays = {name: memory[i] for name, (_, memory) in zip(parameters, updates)}
            setattr(self, kind, arrays)
        self.t = t

    def _memories(self, kinds, parameters):
        """For each parameter in turn, a tuple of its arrays of these kinds."""
        if not kinds:
            return itertools.repeat(())
        checked = [checked_memory(getattr(self, kind), kind, parameters) for kind in kinds]
        return zip(*([arrays[name] for name in parameters] for arrays in checked))

    def settings(self):
        """The arguments that make it again, besides the model: `nnlib.save` writes them."""
        kinds = {name: getattr(type(self), name, None) for name in vars(self)}
        return {n: getattr(self, n) for n, kind in kinds.items() if isinstance(kind, Setting)}

    def state(self):
        """What it has learnt on the way, as copies: {"t": 3, "mean": {"W1": ...}, ...}."""
        arrays = {kind: getattr(self, kind) for kind in self.remembers}
        copies = {k: {name: a.copy() for name, a in v.items()} for k, v in arrays.items()}
        return {"t": self.t, **copies}

    def remembered(self):
        """Its arrays themselves, by a name for each: {"Adam's mean of W1": ...}."""
        return {
            f"{type(self).__name__}'s {kind} of {name}": array
            for kind in self.remembers
            for name, array in getattr(self, kind).items()
        }

    def restore(self, state):
        """Take a `state` back, to go on as if there had been no pause.

        What remembers the same, as Adam and AdamW do, may take it from each other. TypeError or
        ValueError for a state of what remembers something else or of another model, or one that no
        steps can have left; nothing has changed.
        """
        wanted = ["t", *self.remembers]
        if not isinstance(state, dict) or set(state) != set(wanted):
            got = f"one of {list(state)}" if isinstance(state, dict) else type(state).__name__
            raise ValueError(f"A state of {self!r} is a dict of {', '.join(wanted)}, got {got}.")
        parameters = self.model.parameters()
        t = whole_number(state["t"], "t, the count of the steps,")
        new = {}
        for kind in self.remembers:
            memory = checked_memory(state[kind], kind, parameters)
            new[kind] = {name: restored_memory(memory[name], kind, name) for name in parameters}
        vars(self).update(new, t=t)

    def __repr__(self):
        import inspect  # here, since importing nnlib costs no more than importing NumPy

        arguments = inspect.signature(type(self)).parameters
        defaults = {name: argument.default for name, argument in arguments.items()}
        told = (f"{n}={v}" for n, v in self.settings().items() if v or v != defaults.get(n))
        return f"{type(self).__name__}({', '.join(told)})"
