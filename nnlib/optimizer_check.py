"""The optimizer check: does an optimizer move every parameter as a trusted one does?

Both get the same gradients, step after step. That a run learns proves little: most mistakes in an
optimizer still go downhill, only worse. So the example is made to tell: gradients of very different
sizes, one as small as eps, that change from step to step; and more than one step.
"""

import numpy as np

from .optimizers import OPTIMIZERS

STEPS = 3
TOLERANCE = 1e-9  # rounding stays far below, a wrong formula far above
SMALLEST = 1e-6  # a way of less, as a share of the parameter, has too much rounding in it


class Example:
    """A model without layers: three parameters, and a gradient of each, anew for every step.

    All have one shape. So a memory that they share by mistake shows as a wrong number; with
    different shapes it would end in an error that says nothing of it. Two examples are equal.
    """

    def __init__(self, eps):
        self._draw = np.random.default_rng(0)
        self._sizes = {"p1": 1.0, "p2": 1000.0, "p3": eps}
        # Small against their gradients, or rounding would hide short steps.
        self._parameters = {name: 1e-3 * size for name, size in self._numbers().items()}
        self.backward()

    def _numbers(self):
        draw = self._draw
        signs = {name: draw.choice([-1.0, 1.0], (2, 3)) for name in self._sizes}
        return {
            n: size * signs[n] * draw.uniform(0.5, 1.5, (2, 3)) for n, size in self._sizes.items()
        }

    def forward(self, X=None):
        return X

    def backward(self, dY=None):
        """Leave the gradients of the next step, in new arrays."""
        self._gradients = self._numbers()
        return dY

    def parameters(self):
        return dict(self._parameters)

    def gradients(self):
        return dict(self._gradients)


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
    first : tuple (int, str) or None
        The step and the parameter that differ first.
    passed : bool
    """

    def __init__(self, like, errors, unmoved):
        self.like, self.errors, self.unmoved = like, errors, set(unmoved)

    @property
    def first(self):
        wrong = (place for place, error in self.errors.items() if not error < TOLERANCE)
        return next(wrong, None)

    @property
    def passed(self):
        return self.first is None

    def __repr__(self):
        lines = [f"compared with {self.like}", "step  parameter  relative error"]
        for (step, name), error in self.errors.items():
            verdict = f"below {TOLERANCE:g}  ok" if error < TOLERANCE else f"{error:.2g}  WRONG"
            if name in self.unmoved:
                verdict += ", not moved: change it in place, p -= ..."
            lines.append(f"{step:<6}{name:<11}{verdict}")
        if not self.passed:
            lines.append("The first to differ is {1}, in step {0}.".format(*self.first))
        return "\n".join(lines)


def check_optimizer(optimizer_class, *, like, **settings):
    """Compare an optimizer with a trusted one, step by step, over three steps.

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
        If `like` is no optimizer of nnlib's, refuses a setting, or moves by so little that rounding
        hides it. What optimizer_class raises goes through; in a step, with a note that says which.

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
    right, model = Example(eps), Example(eps)
    trusted, optimizer = like(right, **settings), optimizer_class(model, **settings)
    start = Example(eps).parameters()
    check = OptimizerCheck(repr(trusted), {}, [])
    for number in range(1, STEPS + 1):
        trusted.step()
        _step(optimizer, number)
        for name, found in model.parameters().items():
            check.errors[number, name] = _error(found, right.parameters()[name], start[name])
            if np.array_equal(found, start[name]):
                check.unmoved.add(name)
        if not check.passed:
            break
        right.backward()
        model.backward()
    return check


def _step(optimizer, number):
    try:
        with np.errstate(all="ignore"):  # what becomes inf or nan is found, and told
            optimizer.step()
    except Exception as error:
        error.add_note(f"It was raised in step {number} of check_optimizer.")
        raise


def _error(found, wanted, start):
    """By how much a parameter is off, as a share of the way from its start."""
    way = np.abs(wanted - start).max()
    if way < SMALLEST * np.abs(start).max():
        raise ValueError(
            "The trusted optimizer moves by so little that rounding hides it: try a larger lr."
        )
    return float(np.abs(found - wanted).max() / way)
