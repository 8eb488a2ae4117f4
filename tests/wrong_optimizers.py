"""Optimizers as readers write them: right ones, and each mistake alone."""

import numpy as np


class Base:
    """A model, its settings as attributes, and a memory for each parameter that starts at 0."""

    def __init__(self, model, lr, **settings):
        self.model, self.lr, self.t = model, lr, 0
        vars(self).update({"weight_decay": 0, "momentum": 0, "alpha": 0, "eps": 1e-8} | settings)
        self.m = {name: np.zeros_like(p) for name, p in model.parameters().items()}
        self.v = {name: np.zeros_like(p) for name, p in model.parameters().items()}

    def step(self):
        self.t += 1
        gradients = self.model.gradients()
        for name, p in self.model.parameters().items():
            self.move(name, p, gradients[name] + self.weight_decay * p)


class RightMomentum(Base):
    def move(self, name, p, g):
        self.v[name] = self.momentum * self.v[name] + g
        p -= self.lr * self.v[name]


class RightNesterov(Base):
    def move(self, name, p, g):
        self.v[name] = self.momentum * self.v[name] + g
        p -= self.lr * (g + self.momentum * self.v[name])


class RightRMSprop(Base):
    def move(self, name, p, g):
        self.v[name] = self.alpha * self.v[name] + (1 - self.alpha) * g**2
        p -= self.lr * g / (np.sqrt(self.v[name]) + self.eps)


class RightAdam(Base):
    """In another order of operations than nnlib's, as PyTorch has it."""

    def move(self, name, p, g):
        b1, b2 = self.betas
        self.m[name] += (1 - b1) * (g - self.m[name])
        self.v[name] = b2 * self.v[name] + (1 - b2) * g * g
        root = np.sqrt(self.v[name]) / np.sqrt(1 - b2**self.t) + self.eps
        p -= self.lr / (1 - b1**self.t) * self.m[name] / root


class AdamInParts(RightAdam):
    """Adam in steps that a mistake can change one by one."""

    def move(self, name, p, g):
        b1, b2 = self.betas
        m = self.m[name] = b1 * self.m[name] + (1 - b1) * g
        v = self.v[name] = b2 * self.v[name] + (1 - b2) * self.square(name, g)
        p -= self.lr * self.ratio(m, v, *self.corrections(b1, b2))

    def square(self, name, g):
        return g**2

    def corrections(self, b1, b2):
        return 1 - b1**self.t, 1 - b2**self.t

    def ratio(self, m, v, c1, c2):
        return m / c1 / (np.sqrt(v / c2) + self.eps)


class TPerParameter(AdamInParts):
    def move(self, name, p, g):
        super().move(name, p, g)
        self.t += 1


class TPerEpoch(AdamInParts):
    """All three steps are of one epoch."""

    def corrections(self, b1, b2):
        return 1 - b1, 1 - b2


class TFromZero(AdamInParts):
    def corrections(self, b1, b2):
        return 1 - b1 ** (self.t - 1), 1 - b2 ** (self.t - 1)


class CorrectedInPlace(AdamInParts):
    def ratio(self, m, v, c1, c2):
        m /= c1
        v /= c2
        return m / (np.sqrt(v) + self.eps)


class NoPower(AdamInParts):
    def corrections(self, b1, b2):
        return 1 - b1, 1 - b2


class NoCorrection(AdamInParts):
    def corrections(self, b1, b2):
        return 1, 1


class Forgetful(AdamInParts):
    def step(self):
        self.m = {name: 0.0 * m for name, m in self.m.items()}
        self.v = {name: 0.0 * v for name, v in self.v.items()}
        super().step()


class SharedMemory(AdamInParts):
    def step(self):
        self.m = dict.fromkeys(self.m, 0.0) if self.t == 0 else self.m
        self.v = dict.fromkeys(self.v, 0.0) if self.t == 0 else self.v
        super().step()

    def move(self, name, p, g):
        super().move(name, p, g)
        self.m, self.v = dict.fromkeys(self.m, self.m[name]), dict.fromkeys(self.v, self.v[name])


class EpsInside(AdamInParts):
    def ratio(self, m, v, c1, c2):
        return m / c1 / np.sqrt(v / c2 + self.eps)


class EpsBeforeCorrection(AdamInParts):
    def ratio(self, m, v, c1, c2):
        return m / c1 * np.sqrt(c2) / (np.sqrt(v) + self.eps)


class BetasExchanged(AdamInParts):
    def move(self, name, p, g):
        self.betas = self.betas[::-1]
        super().move(name, p, g)
        self.betas = self.betas[::-1]


class SquareOfTheSum(AdamInParts):
    """The square of the sum of all gradients so far, not the sum of their squares."""

    def square(self, name, g):
        self.sums = getattr(self, "sums", {})
        self.sums[name] = self.sums.get(name, 0) + g
        return self.sums[name] ** 2


class SquareOfTheSumOfEntries(AdamInParts):
    def square(self, name, g):
        return g.sum() ** 2


class DecayAddedTwice(AdamInParts):
    """In the gradient and in the parameter."""

    def move(self, name, p, g):
        p *= 1 - self.lr * self.weight_decay
        super().move(name, p, g)


class OldGradient(Base):
    """Nesterov with the gradient of the step before."""

    def move(self, name, p, g):
        self.v[name] = self.momentum * self.v[name] + g
        p -= self.lr * (self.m[name] + self.momentum * self.v[name])
        self.m[name] = g


class SharedVelocity(Base):
    def move(self, name, p, g):
        self.shared = self.momentum * getattr(self, "shared", 0) + g
        p -= self.lr * self.shared


class NotInPlace(Base):
    def move(self, name, p, g):
        p = p - self.lr * g


class KerasMomentum(Base):
    """The rate is in the velocity: the same path, as long as the rate stays."""

    def move(self, name, p, g):
        self.v[name] = self.momentum * self.v[name] - self.lr * g
        p += self.v[name]


class LazyAdam(RightAdam):
    """Leaves what it remembers as it is where the gradient is 0, and p too."""

    def move(self, name, p, g):
        old = p.copy(), self.m[name].copy(), self.v[name].copy()
        super().move(name, p, g)
        for array, before in zip((p, self.m[name], self.v[name]), old):
            array[g == 0] = before[g == 0]


class LazyMomentum(RightMomentum):
    """Leaves out a parameter whose whole gradient is 0."""

    def move(self, name, p, g):
        if g.any():
            super().move(name, p, g)


class AMSGrad(AdamInParts):
    """Never forgets the largest square."""

    def ratio(self, m, v, c1, c2):
        self.largest = getattr(self, "largest", {})
        key = next(name for name, array in self.v.items() if array is v)
        self.largest[key] = np.maximum(self.largest.get(key, 0.0), v)
        return super().ratio(m, self.largest[key], c1, c2)


class NoDecayOfBiases(RightAdam):
    def step(self):
        self.t += 1
        gradients = self.model.gradients()
        for name, p in self.model.parameters().items():
            decay = self.weight_decay if len(p) > 1 else 0.0
            self.move(name, p, gradients[name] + decay * p)


class ScalesGradients(Base):
    def step(self):
        for name, p in self.model.parameters().items():
            g = self.model.gradients()[name]
            g *= self.lr
            p -= g


class FixedRate(Base):
    """Has a rate by another name."""

    def __init__(self, model, lr):
        self.model, self.rate = model, lr

    def step(self):
        for name, p in self.model.parameters().items():
            p -= self.rate * self.model.gradients()[name]


def with_memory_in_the_class():
    """Return a class, a new one each time, all of whose objects share one memory."""

    class InTheClass(Base):
        kept = {}

        def move(self, name, p, g):
            self.kept[name] = self.momentum * self.kept.get(name, 0.0) + g
            p -= self.lr * self.kept[name]

    return InTheClass
