# wrong: the slope for w is not multiplied by x
def line_slopes(X, Y, w, b):
    dY_hat = 2 * (w * X + b - Y) / Y.size
    return dY_hat.sum(), dY_hat.sum()

# wrong: the 2 of the square is missing
def line_slopes(X, Y, w, b):
    """From X and Y, both (n, 1), and the numbers w and b to the numbers dw and db."""
    error = w * X + b - Y
    dw = np.mean(error * X)
    db = np.mean(error)
    return dw, db

# wrong: the sign is turned, target minus prediction without the minus of the formula
def line_slopes(X, Y, w, b):
    n = len(X)
    residual = Y - (w * X + b)
    dw = (2 / n) * np.sum(X * residual)
    db = (2 / n) * np.sum(residual)
    return dw, db

# wrong: divides by n a second time, dY_hat has it already
def line_slopes(X, Y, w, b):
    n = X.shape[0]
    dY_hat = 2 * (w * X + b - Y) / n
    dw = np.sum(dY_hat * X) / n
    db = np.sum(dY_hat) / n
    return dw, db

# wrong: the sum of squares has no 1/n in its slopes, this is not the mean
def line_slopes(X, Y, w, b):
    E = w * X + b - Y
    return 2 * np.sum(E * X), 2 * np.sum(E)

# wrong: adds up errors and x separately and multiplies the sums
def line_slopes(X, Y, w, b):
    dY_hat = 2 * (w * X + b - Y) / len(Y)
    dw = dY_hat.sum() * X.sum()
    db = dY_hat.sum()
    return dw, db

# wrong: the results come in the order db, dw
def line_slopes(X, Y, w, b):
    dY_hat = 2 * (w * X + b - Y) / Y.size
    db = np.sum(dY_hat)
    dw = np.sum(X * dY_hat)
    return db, dw

# wrong: the bias is left out of the predictions
def line_slopes(X, Y, w, b):
    Y_hat = w * X
    dY_hat = 2 * (Y_hat - Y) / Y.size
    return (dY_hat * X).sum(), dY_hat.sum()

# wrong: the number of rows is the 5 of the page
def line_slopes(X, Y, w, b):
    diff = (w * X + b) - Y
    dw = 2 / 5 * (diff * X).sum()
    db = 2 / 5 * diff.sum()
    return dw, db

# wrong, two mistakes: @ of two columns does not fit and raises; the slope for b is the mean of dY_hat, so it is divided by n twice
def line_slopes(X, Y, w, b):
    dY_hat = 2 * (w * X + b - Y) / len(X)
    dw = X @ dY_hat
    db = dY_hat.mean()
    return dw, db

# wrong, two mistakes: the notebook's Y_hat stands in place of the line's predictions; dw is multiplied by w and not by x
def line_slopes(X, Y, w, b):
    dY_hat = 2 * (Y_hat - Y) / Y.size
    dw = np.sum(dY_hat * w)
    db = np.sum(dY_hat)
    return dw, db

# wrong, two mistakes: no sum over the rows, so columns come back in place of numbers; the bracket is missing, so only Y is divided by n
def line_slopes(X, Y, w, b):
    dY_hat = 2 * (w * X + b) - Y / len(Y)
    dw = dY_hat * X
    db = dY_hat
    return dw, db

# right: dY_hat first, then plain sums
def line_slopes(X, Y, w, b):
    dY_hat = 2 * (w * X + b - Y) / Y.size
    dw = (dY_hat * X).sum()
    db = dY_hat.sum()
    return dw, db

# right: means in place of sums and a division
def line_slopes(X, Y, w, b):
    """From X and Y, both (n, 1), and the numbers w and b to the numbers dw and db."""
    error = w * X + b - Y
    return 2 * np.mean(error * X), 2 * np.mean(error)

# right: multiplied out into means of x, y, xx and xy
def line_slopes(X, Y, w, b):
    mx, my = X.mean(), Y.mean()
    mxx, mxy = (X * X).mean(), (X * Y).mean()
    dw = 2 * (w * mxx + b * mx - mxy)
    db = 2 * (w * mx + b - my)
    return dw, db

# right: one matrix product with a column of ones, the two numbers taken out of it
def line_slopes(X, Y, w, b):
    A = np.hstack([X, np.ones_like(X)])
    p = np.array([[w], [b]])
    gradient = 2 / len(X) * A.T @ (A @ p - Y)
    return gradient[0, 0], gradient[1, 0]

# right: row by row in plain Python, floats as the result
def line_slopes(X, Y, w, b):
    n = len(X)
    dw = db = 0.0
    for (x_i,), (y_i,) in zip(X.tolist(), Y.tolist()):
        slope_i = 2 * (w * x_i + b - y_i) / n
        dw += slope_i * x_i
        db += slope_i
    return dw, db
