# wrong: puts z itself into a(1 - a), where the formula needs sigmoid of z
def sigmoid_slope(Z):
    return Z * (1 - Z)

# wrong: hands what came out of sigmoid to the function that expects what goes in
def sigmoid_slope(Z):
    A = nnlib.sigmoid(Z)
    return nnlib.sigmoid_derivative(A)

# wrong: the bracket is missing, so this is A - A, zero everywhere
def sigmoid_slope(Z):
    A = nnlib.sigmoid(Z)
    return A * 1 - A

# wrong: the sign is turned, sigmoid never falls
def sigmoid_slope(Z):
    """From Z (n, d_out), what goes into sigmoid, to its slopes (n, d_out)."""
    A = nnlib.sigmoid(Z)
    return A * (A - 1)

# wrong: this is the formula of the slope of tanh, with sigmoid put in
def sigmoid_slope(Z):
    A = nnlib.sigmoid(Z)
    return 1 - A**2

# wrong: returns the value of sigmoid and not its slope
def sigmoid_slope(Z):
    return nnlib.sigmoid(Z)

# wrong: the matrix product sums over rows and columns where the formula multiplies entry by entry
def sigmoid_slope(Z):
    A = nnlib.sigmoid(Z)
    return A.T @ (1 - A)

# wrong: math.exp takes one number and raises for an array
import math


def sigmoid_slope(Z):
    A = 1 / (1 + math.exp(-Z))
    return A * (1 - A)

# wrong: adds up the slopes of a row, where each entry should keep its own
def sigmoid_slope(Z):
    A = nnlib.sigmoid(Z)
    return (A * (1 - A)).sum(axis=1, keepdims=True)

# wrong, two mistakes: uses the notebook's z in place of the argument Z; takes 1 + A where 1 - A belongs
def sigmoid_slope(Z):
    A = nnlib.sigmoid(z)
    return A * (1 + A)

# wrong, two mistakes: the small difference is divided by h and not by 2h; the result is averaged to one number
def sigmoid_slope(Z):
    h = 0.0001
    return np.mean((nnlib.sigmoid(Z + h) - nnlib.sigmoid(Z - h)) / h)

# wrong, two mistakes: nnlib. is forgotten before the name of the derivative, which raises; nothing is returned
def sigmoid_slope(Z):
    result = sigmoid_derivative(Z)
    print(result)

# right: the formula, in two lines
def sigmoid_slope(Z):
    A = nnlib.sigmoid(Z)
    return A * (1 - A)

# right: nnlib's own derivative, which the task allows
def sigmoid_slope(Z):
    """From Z (n, d_out), what goes into sigmoid, to its slopes (n, d_out)."""
    return nnlib.sigmoid_derivative(Z)

# right: 1 - sigmoid(z) is sigmoid(-z), written as a lambda
sigmoid_slope = lambda Z: nnlib.sigmoid(Z) * nnlib.sigmoid(-Z)

# right: a small difference to both sides, as the task allows
def sigmoid_slope(Z, h=1e-5):
    up = nnlib.sigmoid(Z + h)
    down = nnlib.sigmoid(Z - h)
    return (up - down) / (2 * h)

# right: by way of tanh, sigmoid'(z) = (1 - tanh(z/2)^2) / 4
def sigmoid_slope(Z):
    return 0.25 * (1 - np.tanh(Z / 2) ** 2)
