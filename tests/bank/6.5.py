# wrong: It divides by the number of rows only, the fault of the class; right for one output only.
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    return np.clip(D, -1, 1) / len(D)

# wrong: The mean over all entries is forgotten, nothing is divided.
def huber_gradient(Y_hat, Y):
    return np.clip(Y_hat - Y, -1, 1)

# wrong: The difference is the wrong way round, so the sign is wrong.
def huber_gradient(Y_hat, Y):
    D = Y - Y_hat
    return np.clip(D, -1, 1) / D.size

# wrong: The factor 2 of the squared error does not belong here: half the square has the slope d.
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    return 2 * np.clip(D, -1, 1) / D.size

# wrong: Beyond 1 the slope is 1 on both sides; for large negative differences it should be -1.
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    slope = np.where(np.abs(D) > 1, 1.0, D)
    return slope / D.size

# wrong: The differences are not cut off, this is the slope of half the square everywhere.
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    return D / D.size

# wrong: The bracket is in the wrong place: it divides first and clips afterwards.
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    return np.clip(D / D.size, -1, 1)

# wrong: The branches are exchanged: the sign stands near 0 and the difference far out.
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    far = np.abs(D) > 1
    return np.where(far, D, np.sign(D)) / D.size

# wrong: "if" on an array raises a ValueError.
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    if abs(D) <= 1:
        return D / D.size
    return np.sign(D) / D.size

# wrong, two mistakes: The cut keeps no negative differences; and the 3 of the example is hard-coded as the number of entries.
def huber_gradient(Y_hat, Y):
    return np.clip(Y_hat - Y, 0, 1) / 3

# wrong, two mistakes: It returns the losses of the entries and not their slopes; and it divides by the rows only.
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    far = np.abs(D) > 1
    return np.where(far, np.abs(D) - 0.5, D**2 / 2) / len(D)

# wrong, two mistakes: self belongs to the class and raises a NameError; and it still divides by len only.
def huber_gradient(Y_hat, Y):
    self.D = Y_hat - Y
    return np.clip(self.D, -1, 1) / len(self.D)

# right: the line of the class, mended
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    return np.clip(D, -1, 1) / D.size

# right: two branches with np.where and a sign
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    n, d_out = D.shape
    return np.where(np.abs(D) <= 1, D, np.sign(D)) / (n * d_out)

# right: the difference divided by the larger of its size and 1
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    return D / np.maximum(np.abs(D), 1) / np.size(D)

# right: two loops with Python's min and max
def huber_gradient(Y_hat, Y):
    dY_hat = np.zeros(Y.shape)
    for i in range(Y.shape[0]):
        for k in range(Y.shape[1]):
            d = Y_hat[i, k] - Y[i, k]
            dY_hat[i, k] = min(max(d, -1.0), 1.0) / Y.size
    return dY_hat

# right: other algebra, half the difference of two absolute values is a clip
def huber_gradient(Y_hat, Y):
    D = Y_hat - Y
    cut = (np.abs(D + 1) - np.abs(D - 1)) / 2
    return cut * (1 / D.size)
