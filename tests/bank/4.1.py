# wrong: the root is missing, this is the mean squared error
def rmse(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2)

# wrong: the root is taken of each square before the mean, so this is the mean absolute error
def rmse(Y_hat, Y):
    """From Y_hat and Y, both (n, d_out), to one number."""
    return np.mean(np.sqrt((Y_hat - Y) ** 2))

# wrong: the bracket is in the wrong place, the mean is squared and not the errors, so they cancel
def rmse(Y_hat, Y):
    return np.sqrt(np.mean(Y_hat - Y) ** 2)

# wrong: the sum in place of the mean
def rmse(Y_hat, Y):
    return np.sqrt(np.sum((Y_hat - Y) ** 2))

# wrong: divides by the number of rows, right for one output only
def rmse(Y_hat, Y):
    n = len(Y)
    return np.sqrt(np.sum((Y_hat - Y) ** 2) / n)

# wrong: a mean for each output, so several outputs give several numbers
def rmse(Y_hat, Y):
    return np.sqrt(((Y_hat - Y) ** 2).mean(axis=0))

# wrong: divides after the root, so it divides by n and not by its root
def rmse(Y_hat, Y):
    return np.sqrt(((Y_hat - Y) ** 2).sum()) / Y.size

# wrong: subtracts in place, so the caller's predictions are changed into errors
def rmse(Y_hat, Y):
    Y_hat -= Y
    return np.sqrt(np.mean(Y_hat**2))

# wrong: math.sqrt takes one number and raises for the table of squares
import math


def rmse(Y_hat, Y):
    squares = (Y_hat - Y) ** 2
    return math.sqrt(squares) / len(squares)

# wrong, two mistakes: ^ is no power in Python and raises for floats; the mean is missing
def rmse(Y_hat, Y):
    return np.sqrt(np.sum((Y_hat - Y) ^ 2))

# wrong, two mistakes: averages the roots of the outputs, one root a column; uses a half in front of the squares
def rmse(Y_hat, Y):
    per_output = np.sqrt(np.mean(0.5 * (Y_hat - Y) ** 2, axis=0))
    return np.mean(per_output)

# wrong, two mistakes: the squares of prediction and target are subtracted in place of squaring the error; the notebook's Y_two is used for the count
def rmse(Y_hat, Y):
    total = np.sum(np.abs(Y_hat**2 - Y**2))
    return np.sqrt(total / Y_two.size)

# right: root of the mean over all entries
def rmse(Y_hat, Y):
    return np.sqrt(np.mean((Y_hat - Y) ** 2))

# right: the root of nnlib's loss
def rmse(Y_hat, Y):
    """From Y_hat and Y, both (n, d_out), to one number."""
    return nnlib.MSELoss().forward(Y_hat, Y) ** 0.5

# right: the length of the flattened errors, divided by the root of the count
def rmse(Y_hat, Y):
    return np.linalg.norm((Y_hat - Y).ravel()) / np.sqrt(Y.size)

# right: target minus prediction, and plain loops with a plain float as the result
def rmse(Y_hat, Y):
    total, count = 0.0, 0
    for row_hat, row in zip(Y_hat.tolist(), Y.tolist()):
        for p, t in zip(row_hat, row):
            total += (t - p) * (t - p)
            count += 1
    return (total / count) ** (1 / 2)

# right: einsum adds up the squares, the result comes as a 0-d array
def rmse(Y_hat, Y):
    E = Y_hat - Y
    return np.array(np.sqrt(np.einsum("ik,ik->", E, E) / E.size))
