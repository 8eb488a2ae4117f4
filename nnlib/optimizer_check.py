"""The optimizer check: does an optimizer move every parameter as a trusted one does?

Both get the same gradients, step after step. That a run learns proves little: most mistakes in an
optimizer still go downhill, only worse.
"""

import numpy as np

from .optimizer_example import Example
from .optimizers import OPTIMIZERS

STEPS = 3
TOLERANCE = 1e-9  # rounding stays far below, a wrong formula far above
SMALLEST = 1e-6  # a way of less, as a share of the parameter, has too much rounding in it
SMALLEST_EPS = 1e-100  # a gradient as small has a square that is still far above 0


class OptimizerCheck:
    """What `check_optimizer` found.

    Attributes
    ----------
    like : str
        The trusted optimizer, with its settings.
    errors : dict of (int, str) to float
        For each step, counted from 1, and each parameter ("p1", ...): by how much it is off, as a
        share of how far it should have come. It ends with the first step that is not right.
    unmoved : set of str
        The parameters that have not moved at all.
    spoilt : set of str
        The parameters whose gradient was changed in place.
    rate_changed : bool
        Whether the rate was another one in step 3, as a schedule would make it.
    left_over : bool
        Whether the first step is right with the first model, and wrong with a second one.
    first : tuple (int, str) or None
        The step and the parameter that differ first.
    passed : bool
        Whether nothing differs, and no gradient is spoilt. The check itself counts as true then.
    """

    def __init__(self, like):
        self.like, self.errors, self.unmoved, self.spoilt = like, {}, set(), set()
        self.rate_changed = self.left_over = False

    @property
    def first(self):
        wrong = (place for place, error in self.errors.items() if not error < TOLERANCE)
        return next(wrong, None)

    @property
    def passed(self):
        return self.first is None and not self.spoilt

    def __bool__(self):
        return self.passed

    def __repr__(self):
        lines = [f"compared with {self.like}", "step  parameter  relative error"]
        for (step, name), error in self.errors.items():
            verdict = f"below {TOLERANCE:g}  ok" if error < TOLERANCE else f"{error:.2g}  WRONG"
            if name in self.unmoved:
                verdict += ", not moved: change it in place, p -= ..."
            lines.append(f"{step:<6}{name:<11}{verdict}")
        return "\n".join([*lines, *self._remarks()])

    def _remarks(self):
        if self.spoilt:
            names = ", ".join(f"d{name}" for name in sorted(self.spoilt))
            yield f"Changed in place: {names}. The gradients are the model's own; make new arrays."
        if self.left_over:
            yield "With the model before, this step was right: is something kept in the class?"
        if self.first is not None:
            yield "The first to differ is {1}, in step {0}.".format(*self.first)
        elif self.passed and not self.rate_changed:
            yield "The rate stayed the same: the optimizer has no number lr that can be set."


def check_optimizer(optimizer_class, *, like, **settings):
    """Compare an optimizer with a trusted one, step by step, over three steps.

    An optimizer of another model takes a step before: what it leaves behind in the class is found.
    Before step 3 the rate of both is halved, where the optimizer has a number `lr` that can be set.

    Parameters
    ----------
    optimizer_class : class
        Made as optimizer_class(model, **settings). Its `step()` reads model.gradients() and changes
        the arrays of model.parameters() in place; both are dicts by name.
    like : class
        The trusted one: nnlib.SGD, RMSprop, Adam or AdamW.
    **settings
        Given to both, lr, betas and eps for instance. What is left out is the default of each.

    Returns
    -------
    check : OptimizerCheck

    Raises
    ------
    TypeError, ValueError
        If `like` is no optimizer of nnlib's, refuses a setting, moves by so little that rounding
        hides it, or leaves the range of float64; or if eps is below 1e-100. What optimizer_class
        raises goes through; in a step, with a note that says which.

    Notes
    -----
    Three steps cannot show what comes later, such as a t that stops at 3 or a memory that is lost
    after each epoch; nor does it see a setting that is left at 0.

    Examples
    --------
    >>> from nnlib import SGD
    >>> class WithoutMomentum:
    ...     def __init__(self, model, lr, momentum):
    ...         self.model, self.lr = model, lr
    ...     def step(self):
    ...         for name, p in self.model.parameters().items():
    ...             p -= self.lr * self.model.gradients()[name]
    >>> check_optimizer(WithoutMomentum, like=SGD, lr=0.1, momentum=0.9).first
    (2, 'p1')
    """
    if like not in OPTIMIZERS.values():
        names = ", ".join(f"nnlib.{name}" for name in OPTIMIZERS)
        raise TypeError(f"like must be one of {names}, got {like!r}.")
    eps = getattr(like(Example(1.0), **settings), "eps", 1.0)
    if eps < SMALLEST_EPS:
        raise ValueError(f"eps={eps:g} is too small to compare: use {SMALLEST_EPS:g} or more.")
    right, model, before = (Example(eps) for _ in range(3))
    trusted, earlier = like(right, **settings), optimizer_class(before, **settings)
    _step(earlier, 1)
    optimizer = optimizer_class(model, **settings)
    start = Example(eps).parameters()
    check = OptimizerCheck(repr(trusted))
    for number in range(1, STEPS + 1):
        if number == STEPS:
            check.rate_changed = _halve_rates(trusted, optimizer)
        trusted.step()
        _step(optimizer, number)
        _compare(check, number, model, right, start)
        if not check.passed:
            break
        right.backward()
        model.backward()
    if check.first is not None and check.first[0] == 1:
        first = OptimizerCheck(check.like)
        _compare(first, 1, before, right, start)
        check.left_over = first.passed
    return check


def _compare(check, number, model, right, start):
    """Note in the check what differs after this step."""
    wanted, gradients, trusted = right.parameters(), model.gradients(), right.gradients()
    for name, found in model.parameters().items():
        check.errors[number, name] = _error(found, wanted[name], start[name])
        if np.array_equal(found, start[name]):
            check.unmoved.add(name)
        if not np.array_equal(gradients[name], trusted[name]):
            check.spoilt.add(name)


def _step(optimizer, number):
    try:
        with np.errstate(all="ignore"):  # what becomes inf or nan is found, and told
            optimizer.step()
    except Exception as error:
        error.add_note(f"It was raised in step {number} of check_optimizer.")
        raise


def _halve_rates(trusted, optimizer):
    """Halve the rate of both, and return True; or return False, where one cannot be set."""
    lr = getattr(optimizer, "lr", None)
    if callable(trusted.lr) or isinstance(lr, bool) or not isinstance(lr, (int, float)):
        return False
    try:
        optimizer.lr = lr / 2
    except AttributeError:  # a property, say, that can only be read
        return False
    trusted.lr /= 2
    return True


def _error(found, wanted, start):
    """By how much a parameter is off, as a share of the way from its start."""
    if not np.isfinite(wanted).all():
        raise ValueError(
            "The trusted optimizer leaves the range of float64 with these settings: try a smaller "
            "lr."
        )
    way = np.abs(wanted - start).max()
    if way < SMALLEST * np.abs(start).max():
        raise ValueError(
            "The trusted optimizer moves by so little that rounding hides it: try a larger lr."
        )
    with np.errstate(all="ignore"):  # found may be anything
        return float(np.abs(found - wanted).max() / way)
