# wrong: the decay is put into the gradient, that is Adam with L2 and not AdamW
def adamw_step(p, dp, adam, lr, weight_decay):
    return p - adam(dp + weight_decay * p)

# wrong: the rate is missing in the decay, the share is lr times weight_decay
def adamw_step(p, dp, adam, lr, weight_decay):
    new_p = p - adam(dp) - weight_decay * p
    return new_p

# wrong: the decay is taken of the p after Adam's step, it should be a share of the p that came in
def adamw_step(p, dp, adam, lr, weight_decay):
    p = p - adam(dp)
    p = p - lr * weight_decay * p
    return p

# wrong: the decay takes the size of p, so negative parameters are pushed away from 0
def adamw_step(p, dp, adam, lr, weight_decay):
    """From p, its gradient dp, and adam, from a gradient to Adam's step, to the new p."""
    decay = lr * weight_decay * np.abs(p)
    return p - adam(dp) - decay

# wrong: p is changed in place, though the function should change none of its arguments
def adamw_step(p, dp, adam, lr, weight_decay):
    p *= 1 - lr * weight_decay
    p -= adam(dp)
    return p

# wrong: adam is a function and has to be called, a function times an array raises a TypeError
def adamw_step(p, dp, adam, lr, weight_decay):
    return p - adam * dp - lr * weight_decay * p

# wrong, two mistakes: Adam's step is multiplied by the rate once more; the decay lacks the rate
def adamw_step(p, dp, adam, lr, weight_decay):
    return p - lr * adam(dp) - weight_decay * p

# wrong, two mistakes: Adam's step is added in place of subtracted; the decay is a number that does not depend on p
def adamw_step(p, dp, adam, lr, weight_decay):
    share = lr * weight_decay
    return p + adam(dp) - share

# right: both subtractions from the same p
def adamw_step(p, dp, adam, lr, weight_decay):
    """From p, its gradient dp, and adam, from a gradient to Adam's step, to the new p."""
    return p - adam(dp) - lr * weight_decay * p

# right: p is shrunk first, into a new array, then Adam's step is taken
def adamw_step(p, dp, adam, lr, weight_decay):
    shrunk = (1 - lr * weight_decay) * p
    return shrunk - adam(dp)

# right: in place on a copy, with the decay taken from the p that came in
def adamw_step(p, dp, adam, lr, weight_decay):
    new_p = np.array(p, copy=True)
    new_p -= adam(dp)
    new_p -= np.multiply(p, lr * weight_decay)
    return new_p

# right: the three parts are stacked and weighted by einsum
def adamw_step(p, dp, adam, lr, weight_decay):
    parts = np.stack([p, adam(dp), p])
    factors = np.array([1.0, -1.0, -(lr * weight_decay)])
    return np.einsum("k,kij->ij", factors, parts)
