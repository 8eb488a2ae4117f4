"""What wrong answers to exercise 2.5 are made of."""

import numpy as np


def with_outer_weights(outer):
    """A wrong tent: the right hinges, and w2 = outer(up, down), the slopes of its two sides."""

    def wrong(left, top, right, height):
        up, down = height / (top - left), -height / (right - top)
        return np.ones(3), -np.array([left, top, right]), np.array(outer(up, down))

    return wrong


def with_slopes(slopes):
    """A wrong tent: the right hinges, and changes between wrong slopes of its two sides."""

    def wrong(left, top, right, height):
        up, down = slopes(left, top, right, height)
        return np.ones(3), -np.array([left, top, right]), np.array([up, down - up, -down])

    return wrong
