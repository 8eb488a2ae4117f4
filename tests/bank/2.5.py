# wrong: the outer weights are the slopes of the pieces and not the changes of slope
def tent(left, top, right, height):
    up = height / (top - left)
    down = -height / (right - top)
    w1 = np.ones(3)
    b1 = np.array([-left, -top, -right])
    w2 = np.array([up, down, 0])
    return w1, b1, w2

# wrong: the minus of the biases is missing, so the hinges are mirrored
def tent(left, top, right, height):
    up = height / (top - left)
    down = -height / (right - top)
    return np.ones(3), np.array([left, top, right]), np.array([up, down - up, -down])

# wrong: the slope down is computed with its sign lost, so the sum does not come back to 0
def tent(left, top, right, height):
    """From three places on the x axis and a height to w1, b1, w2 of three units, (3,) each."""
    up = height / (top - left)
    down = height / (right - top)
    return np.ones(3), -np.array([left, top, right]), np.array([up, down - up, -down])

# wrong: the last unit does not end the fall, the sum goes on below 0
def tent(left, top, right, height):
    up = height / (top - left)
    down = -height / (right - top)
    w1 = np.array([1.0, 1.0, 1.0])
    b1 = np.array([-left, -top, -right])
    w2 = np.array([up, down - up, 0.0])
    return w1, b1, w2

# wrong: takes the same width on both sides, right only for a symmetric tent
def tent(left, top, right, height):
    s = height / (top - left)
    return np.ones(3), np.array([-left, -top, -right]), np.array([s, -2 * s, s])

# wrong: divides by the place of the top and not by the width of the left side
def tent(left, top, right, height):
    up = height / top
    down = -height / (right - top)
    return np.ones(3), np.array([-left, -top, -right]), np.array([up, down - up, -down])

# wrong: whole-number division cuts the slopes
def tent(left, top, right, height):
    up = height // (top - left)
    down = -(height // (right - top))
    return np.ones(3), np.array([-left, -top, -right]), np.array([up, down - up, -down])

# wrong: the height is left out, the tent has always height 1
def tent(left, top, right, height):
    up = 1 / (top - left)
    down = -1 / (right - top)
    return np.ones(3), np.array([-left, -top, -right]), np.array([up, down - up, -down])

# wrong: the weights carry the changes of slope but the biases are not multiplied by them, so the hinges move; a negative weight also turns its unit round
def tent(left, top, right, height):
    up = height / (top - left)
    down = -height / (right - top)
    w1 = np.array([up, down - up, -down])
    b1 = np.array([-left, -top, -right])
    w2 = np.ones(3)
    return w1, b1, w2

# wrong, two mistakes: the change at the top has the wrong sign; the arrays are returned in the order w1, w2, b1
def tent(left, top, right, height):
    up = height / (top - left)
    down = -height / (right - top)
    w2 = np.array([up, up - down, -down])
    b1 = np.array([-left, -top, -right])
    return np.ones(3), w2, b1

# wrong, two mistakes: the numbers of the page's tent, -6, 0 and 6, stand in place of the arguments; the widths of the two sides are exchanged
def tent(left, top, right, height):
    up = height / (right - top)
    down = -height / (top - left)
    b1 = np.array([6.0, 0.0, -6.0])
    return np.ones(3), b1, np.array([up, down - up, -down])

# wrong, two mistakes: the slope is width by height and not height by width; nothing is returned, only printed
def tent(left, top, right, height):
    up = (top - left) / height
    down = -(right - top) / height
    w1 = np.ones(3)
    b1 = np.array([-left, -top, -right])
    w2 = np.array([up, down - up, -down])
    print(w1, b1, w2)

# right: weights 1, hinges at the corners, outer weights are the changes of slope
def tent(left, top, right, height):
    up = height / (top - left)
    down = -height / (right - top)
    w1 = np.ones(3)
    b1 = np.array([-left, -top, -right])
    w2 = np.array([up, down - up, 0 - down])
    return w1, b1, w2

# right: np.diff of the four slopes gives the outer weights
def tent(left, top, right, height):
    """From three places on the x axis and a height to w1, b1, w2 of three units, (3,) each."""
    corners = np.array([left, top, right], dtype=float)
    slopes = np.array([0, height / (top - left), height / (top - right), 0])
    return np.ones(3), -corners, np.diff(slopes)

# right: mirrored, all weights are -1, so the units are on at the left of the corners
def tent(left, top, right, height):
    up = height / (top - left)
    down = height / (right - top)
    w1 = -np.ones(3)
    b1 = np.array([right, top, left])
    w2 = np.array([down, -(up + down), up])
    return w1, b1, w2

# right: each unit is scaled to rise 1 over its side, so the weights are not 1
def tent(left, top, right, height):
    a = 1 / (top - left)
    c = 1 / (right - top)
    w1 = np.array([a, a + c, c])
    b1 = np.array([-left * a, -top * (a + c), -right * c])
    w2 = height * np.array([1.0, -1.0, 1.0])
    return w1, b1, w2

# right: solves three equations for the outer weights: the sum at the top, at the right end, and one step further
def tent(left, top, right, height):
    t = np.array([left, top, right], dtype=float)
    points = np.array([top, right, right + 1.0])
    A = np.maximum(0, points[:, None] - t)
    w2 = np.linalg.solve(A, np.array([height, 0.0, 0.0]))
    return np.ones(3), -t, w2
