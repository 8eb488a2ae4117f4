# wrong: eps stands inside the root, the task wants it outside
def rmsprop_step(p, dp, square, lr, alpha, eps):
    square = alpha * square + (1 - alpha) * dp**2
    p = p - lr * dp / np.sqrt(square + eps)
    return p, square

# wrong: brackets are missing around root plus eps, so eps is added to the quotient and a gradient of 0 with an empty square gives 0/0
def rmsprop_step(p, dp, square, lr, alpha, eps):
    square = alpha * square + (1 - alpha) * dp**2
    p = p - (lr * dp / np.sqrt(square) + eps)
    return p, square

# wrong: the root is forgotten, the gradient is divided by the square itself
def rmsprop_step(p, dp, square, lr, alpha, eps):
    new_square = alpha * square + (1 - alpha) * dp * dp
    new_p = p - lr * dp / (new_square + eps)
    return new_p, new_square

# wrong: the two shares are exchanged, alpha belongs to the past and 1 - alpha to the new square
def rmsprop_step(p, dp, square, lr, alpha, eps):
    """From p, its gradient dp and its square, all of one shape, to the new p and square."""
    s = (1 - alpha) * square + alpha * np.square(dp)
    return p - lr * dp / (np.sqrt(s) + eps), s

# wrong: the squares are averaged over all entries, but each entry should have its own running average
def rmsprop_step(p, dp, square, lr, alpha, eps):
    square = alpha * square + (1 - alpha) * np.mean(dp**2)
    p = p - lr * dp / (np.sqrt(square) + eps)
    return p, square

# wrong: math.sqrt takes one number only, it raises for an array
import math

def rmsprop_step(p, dp, square, lr, alpha, eps):
    square = alpha * square + (1 - alpha) * dp**2
    step = lr * dp / (math.sqrt(square) + eps)
    return p - step, square

# wrong, two mistakes: the step is divided by the root of the old square; p goes up by the step and not down
def rmsprop_step(p, dp, square, lr, alpha, eps):
    new_square = alpha * square + (1 - alpha) * dp**2
    new_p = p + lr * dp / (np.sqrt(square) + eps)
    return new_p, new_square

# wrong, two mistakes: alpha is fixed at 0.99 and the argument ignored; the root is returned in place of the square
def rmsprop_step(p, dp, square, lr, alpha, eps):
    square = 0.99 * square + 0.01 * dp**2
    root = np.sqrt(square)
    p = p - lr * dp / (root + eps)
    return p, root

# right: the formulas in two lines
def rmsprop_step(p, dp, square, lr, alpha, eps):
    """From p, its gradient dp and its square, all of one shape, to the new p and square."""
    new_square = alpha * square + (1 - alpha) * dp**2
    return p - lr * dp / (np.sqrt(new_square) + eps), new_square

# right: the average written as old plus a share of the difference, and the root as a power of one half
def rmsprop_step(p, dp, square, lr, alpha, eps):
    square = square + (1 - alpha) * (np.square(dp) - square)
    denominator = square**0.5 + eps
    return p - (lr / denominator) * dp, square

# right: entry by entry with nested list comprehensions and a helper for single numbers
def one_number(p, g, s, lr, alpha, eps):
    s = alpha * s + (1 - alpha) * g * g
    return p - lr * g / (s**0.5 + eps), s


def rmsprop_step(p, dp, square, lr, alpha, eps):
    pairs = [
        [one_number(a, b, c, lr, alpha, eps) for a, b, c in zip(row_p, row_g, row_s)]
        for row_p, row_g, row_s in zip(p, dp, square)
    ]
    new_p = np.array([[pair[0] for pair in row] for row in pairs])
    new_s = np.array([[pair[1] for pair in row] for row in pairs])
    return new_p, new_s

# right: in place, but on new arrays only, with the out argument of NumPy
def rmsprop_step(p, dp, square, lr, alpha, eps):
    s = np.multiply(square, alpha)
    s += np.einsum("ij,ij->ij", dp, dp) * (1 - alpha)
    d = np.sqrt(s)
    np.add(d, eps, out=d)
    np.divide(dp, d, out=d)
    np.multiply(d, -lr, out=d)
    d += p
    return d, s
