# wrong: the cumulative sum in the order of the hinges, right only if all weights are positive
def piece_slopes(w1, b1, w2):
    order = np.argsort(-b1 / w1)
    return np.concatenate([[0.0], np.cumsum((w1 * w2)[order])])

# wrong: the hinges are not sorted, so the points between neighbours are not one in each piece
def piece_slopes(w1, b1, w2):
    hinges = -b1 / w1
    middles = (hinges[:-1] + hinges[1:]) / 2
    points = [hinges.min() - 1, *middles, hinges.max() + 1]
    return np.array([(w1 * w2)[w1 * p + b1 > 0].sum() for p in points])

# wrong: the outer weights are left out
def piece_slopes(w1, b1, w2):
    """From w1, b1, w2 of K units, (K,) each, to the slopes from left to right (K + 1,)."""
    hinges = np.sort(-b1 / w1)
    points = [hinges[0] - 1, *((hinges[:-1] + hinges[1:]) / 2), hinges[-1] + 1]
    slopes = []
    for x in points:
        on = w1 * x + b1 > 0
        slopes.append(w1[on].sum())
    return np.array(slopes)

# wrong: the hinge is computed without its minus, so the axis is cut at the wrong places
def piece_slopes(w1, b1, w2):
    hinges = np.sort(b1 / w1)
    middles = (hinges[:-1] + hinges[1:]) / 2
    points = [hinges[0] - 1, *middles, hinges[-1] + 1]
    return np.array([np.sum((w1 * w2)[w1 * x + b1 > 0]) for x in points])

# wrong: the piece to the left of the first hinge is missing, only K slopes come out
def piece_slopes(w1, b1, w2):
    hinges = np.sort(-b1 / w1)
    points = [*((hinges[:-1] + hinges[1:]) / 2), hinges[-1] + 1]
    slopes = []
    for x in points:
        on = w1 * x + b1 > 0
        slopes.append((w1 * w2)[on].sum())
    return np.array(slopes)

# wrong: measures with a step of 1 from points half a unit left of each hinge, so a piece shorter than that is missed
def piece_slopes(w1, b1, w2):
    hinges = np.sort(-b1 / w1)
    points = np.append(hinges - 0.5, hinges[-1] + 0.5)
    on = np.outer(points, w1) + b1 > 0
    return on @ (w1 * w2)

# wrong: the points are those of the notebook's example, so the pieces of other units are not met
def piece_slopes(w1, b1, w2):
    inside = np.array([-11.0, 0.0, 5.0, 8.0])
    slopes = []
    for x in inside:
        on = w1 * x + b1 > 0
        slopes.append((w1[on] * w2[on]).sum())
    return np.array(slopes)

# wrong: sums over the wrong axis, one number for each unit in place of each piece
def piece_slopes(w1, b1, w2):
    h = np.sort(-b1 / w1)
    points = np.array([h[0] - 1, *((h[:-1] + h[1:]) / 2), h[-1] + 1])
    on = points[:, None] * w1 + b1 > 0
    return np.where(on, w1 * w2, 0).sum(axis=0)

# wrong: takes the value of the sum of units at the points and not its slope
def piece_slopes(w1, b1, w2):
    h = np.sort(-b1 / w1)
    points = [h[0] - 1, *((h[:-1] + h[1:]) / 2), h[-1] + 1]
    return np.array([np.sum(w2 * nnlib.relu(w1 * x + b1)) for x in points])

# wrong, two mistakes: the slopes are added up in the given order and not in that of the hinges; units with a negative weight are taken to be off at the left
def piece_slopes(w1, b1, w2):
    slopes = [0.0]
    for k in range(len(w1)):
        slopes.append(slopes[-1] + w1[k] * w2[k])
    return np.array(slopes)

# wrong, two mistakes: sorts w1 and b1 each for itself, so the pairs are torn apart; asks for the slopes at the hinges and so has one too few
def piece_slopes(w1, b1, w2):
    w1 = np.sort(w1)
    b1 = np.sort(b1)
    hinges = np.sort(-b1 / w1)
    return np.array([(w1 * w2)[w1 * x + b1 > 0].sum() for x in hinges])

# wrong, two mistakes: list.sort returns None, so the hinges are lost and the next line raises; the mask asks for the units that are off
def piece_slopes(w1, b1, w2):
    hinges = list(-b1 / w1).sort()
    points = [hinges[0] - 1]
    for i in range(len(hinges) - 1):
        points.append((hinges[i] + hinges[i + 1]) / 2)
    points.append(hinges[-1] + 1)
    return np.array([(w1 * w2)[w1 * x + b1 < 0].sum() for x in points])

# right: a point in each piece, and the sum over the units that are on there
def piece_slopes(w1, b1, w2):
    hinges = np.sort(-b1 / w1)
    middles = (hinges[:-1] + hinges[1:]) / 2
    points = [hinges[0] - 1, *middles, hinges[-1] + 1]
    slopes = []
    for x in points:
        on = w1 * x + b1 > 0
        slopes.append((w1 * w2)[on].sum())
    return np.array(slopes)

# right: starts with the units on at the far left; at each hinge the slope changes by |w1| w2
def piece_slopes(w1, b1, w2):
    order = np.argsort(-b1 / w1)
    start = (w1 * w2)[w1 < 0].sum()
    changes = (np.abs(w1) * w2)[order]
    return start + np.concatenate([[0], np.cumsum(changes)])

# right: all points at once, the mask as a matrix times the products
def piece_slopes(w1, b1, w2):
    """From w1, b1, w2 of K units, (K,) each, to the slopes from left to right (K + 1,)."""
    h = np.sort(-b1 / w1)
    ends = np.concatenate([[h[0] - 2], h, [h[-1] + 2]])
    mid = 0.5 * (ends[1:] + ends[:-1])
    return (w1[:, None] * mid + b1[:, None] > 0).T @ (w1 * w2)

# right: by rank, a unit with positive weight is on from its hinge on, one with negative weight before it
def piece_slopes(w1, b1, w2):
    K = len(w1)
    rank = np.argsort(np.argsort(-b1 / w1))
    slopes = np.zeros(K + 1)
    for k in range(K):
        if w1[k] > 0:
            slopes[rank[k] + 1 :] += w1[k] * w2[k]
        else:
            slopes[: rank[k] + 1] += w1[k] * w2[k]
    return slopes

# right: measures the rise between two points inside each piece
def piece_slopes(w1, b1, w2):
    def total(x):
        return sum(w2[k] * max(0.0, w1[k] * x + b1[k]) for k in range(len(w1)))

    t = sorted(-b1 / w1)
    borders = [t[0] - 3] + t + [t[-1] + 3]
    result = []
    for a, c in zip(borders, borders[1:]):
        p, q = a + (c - a) / 3, a + 2 * (c - a) / 3
        result.append((total(q) - total(p)) / (q - p))
    return np.array(result)
