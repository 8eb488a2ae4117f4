# wrong: asks whether the unit is off at one point at least, where it must be off at all
def dead_units(x, w1, b1):
    dead = []
    for w, b in zip(w1, b1):
        dead.append(np.any(w * x + b <= 0))
    return np.array(dead)

# wrong: says True for the units that are alive
def dead_units(x, w1, b1):
    """From x (n,), w1 (K,), b1 (K,) to (K,): True for each unit that is 0 on all of x."""
    return np.array([np.any(w * x + b > 0) for w, b in zip(w1, b1)])

# wrong: < 0 misses a unit whose hinge lies exactly on the last data point: it is 0 there and dead
def dead_units(x, w1, b1):
    return np.array([np.all(w * x + b < 0) for w, b in zip(w1, b1)])

# wrong: looks at the sum of the outputs before ReLU, where positive and negative cancel
def dead_units(x, w1, b1):
    dead = [(w * x + b).sum() <= 0 for w, b in zip(w1, b1)]
    return np.array(dead)

# wrong: checks only whether the hinge lies to the right of the data, which is right for positive weights only
def dead_units(x, w1, b1):
    hinges = -b1 / w1
    return hinges >= x.max()

# wrong: the wrong axis, one answer for each point of the data and not for each unit
def dead_units(x, w1, b1):
    Z = x.reshape(-1, 1) * w1 + b1
    return np.all(Z <= 0, axis=1)

# wrong: x and w1 have different lengths, so the product of the two does not fit
def dead_units(x, w1, b1):
    Z = w1 * x + b1
    return np.all(Z <= 0)

# wrong: returns the numbers of the dead units and not True or False for each
def dead_units(x, w1, b1):
    A = nnlib.relu(np.outer(x, w1) + b1)
    return np.where(A.sum(axis=0) == 0)[0]

# wrong: a hinge outside the data counts as dead, but such a unit may be on everywhere
def dead_units(x, w1, b1):
    hinges = -b1 / w1
    return (hinges <= np.min(x)) | (hinges >= np.max(x))

# wrong, two mistakes: looks at the first and the last point only, as if x were sorted; the comparison < 0 misses the hinge exactly on a point
def dead_units(x, w1, b1):
    return (w1 * x[0] + b1 < 0) & (w1 * x[-1] + b1 < 0)

# wrong, two mistakes: a unit is called dead after ReLU if it is never negative, which it never is; one single value for all units is returned
def dead_units(x, w1, b1):
    dead = True
    for w, b in zip(w1, b1):
        out = nnlib.relu(w * x + b)
        dead = np.all(out >= 0)
    return dead

# wrong, two mistakes: the bias is subtracted; the notebook's x_five is used in place of the argument x
def dead_units(x, w1, b1):
    result = []
    for k in range(len(w1)):
        result.append(bool(np.all(w1[k] * x_five - b1[k] <= 0)))
    return np.array(result)

# right: a table of points and units, and np.all down its columns
def dead_units(x, w1, b1):
    Z = x[:, None] * w1 + b1
    return np.all(Z <= 0, axis=0)

# right: unit by unit, collected in a list
def dead_units(x, w1, b1):
    """From x (n,), w1 (K,), b1 (K,) to (K,): True for each unit that is 0 on all of x."""
    dead = []
    for w, b in zip(w1, b1):
        dead.append(np.all(w * x + b <= 0))
    return np.array(dead)

# right: the largest output of each unit is 0
def dead_units(x, w1, b1):
    return nnlib.relu(np.outer(w1, x) + b1.reshape(-1, 1)).max(axis=1) == 0

# right: a straight line is largest at one of the ends of the data, so the smallest and the largest x suffice
def dead_units(x, w1, b1):
    low, high = x.min(), x.max()
    return (w1 * low + b1 <= 0) & (w1 * high + b1 <= 0)

# right: counts in plain loops the points where a unit is on, and turns the list into an array of bool
def dead_units(x, w1, b1):
    on_at = [0] * len(w1)
    for k in range(len(w1)):
        for point in x:
            if w1[k] * point + b1[k] > 0:
                on_at[k] += 1
    return ~np.array(on_at, dtype=bool)
