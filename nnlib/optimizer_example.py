"""The example of the optimizer check: a model that is nothing but parameters and gradients.

It is made to tell: gradients of very different sizes, one as small as eps, that change from step to
step; and in step 2 some of them are 0, where an optimizer with a memory still moves.
"""

import numpy as np

SHAPES = {"p1": (1, 3), "p2": (2, 3), "p3": (2, 3)}


class Example:
    """A model without layers: three parameters, and a gradient of each, anew for every step.

    One has the shape of a bias. It comes first: so a memory that all share by mistake shows as a
    wrong number in p2; the other way round it would end in an error that says nothing of it. Two
    examples are equal.
    """

    def __init__(self, eps):
        self._draw = np.random.default_rng(0)
        self._sizes = {"p1": 1.0, "p2": 1000.0, "p3": eps}
        self._begun = 0
        # Small against their gradients, or rounding would hide short steps.
        self._parameters = {name: 1e-3 * size for name, size in self._numbers().items()}
        self.backward()

    def _numbers(self):
        draw = self._draw
        signs = {name: draw.choice([-1.0, 1.0], shape) for name, shape in SHAPES.items()}
        return {
            name: self._sizes[name] * signs[name] * draw.uniform(0.5, 1.5, shape)
            for name, shape in SHAPES.items()
        }

    def forward(self, X=None):
        return X

    def backward(self, dY=None):
        """Leave the gradients of the next step, in new arrays."""
        self._gradients = self._numbers()
        self._begun += 1
        if self._begun == 2:
            self._gradients["p1"][0, 0] = 0.0
            self._gradients["p2"][...] = 0.0
        return dY

    def parameters(self):
        return dict(self._parameters)

    def gradients(self):
        return dict(self._gradients)
