# wrong: the biases are added up, but each passes through the later lines and must be multiplied by their weights
def one_line(w, b):
    return np.prod(w), np.sum(b)

# wrong: the new bias is missing from the second line on, only the old one is multiplied
def one_line(w, b):
    w_one, b_one = w[0], b[0]
    for k in range(1, len(w)):
        w_one = w[k] * w_one
        b_one = w[k] * b_one
    return w_one, b_one

# wrong: the lines are put together in the wrong order, the last one meets x first
def one_line(w, b):
    w_one, b_one = 1, 0
    for w_k, b_k in zip(w[::-1], b[::-1]):
        w_one, b_one = w_k * w_one, w_k * b_one + b_k
    return w_one, b_one

# wrong: puts together the first two lines only
def one_line(w, b):
    """From lines in a row, w (K,) and b (K,), the first first, to w and b of the one line."""
    return w[1] * w[0], w[1] * b[0] + b[1]

# wrong: multiplies the bias so far by the product of all weights so far and not by the new weight
def one_line(w, b):
    w_one, b_one = 1, 0
    for w_k, b_k in zip(w, b):
        w_one = w_k * w_one
        b_one = w_one * b_one + b_k
    return w_one, b_one

# wrong: starts from the weight 0, so the product stays 0
def one_line(w, b):
    w_one, b_one = 0, 0
    for w_k, b_k in zip(w, b):
        b_one = w_k * b_one + b_k
        w_one = w_k * w_one
    return w_one, b_one

# wrong: the two results come in the wrong order
def one_line(w, b):
    w_one = 1
    b_one = 0
    for i in range(len(w)):
        w_one *= w[i]
        b_one = b_one * w[i] + b[i]
    return b_one, w_one

# wrong: the return stands inside the loop, so only the first line is used
def one_line(w, b):
    w_one, b_one = 1.0, 0.0
    for w_k, b_k in zip(w, b):
        w_one = w_k * w_one
        b_one = w_k * b_one + b_k
        return w_one, b_one

# wrong: writes into the caller's arrays
def one_line(w, b):
    for k in range(1, len(w)):
        b[k] = w[k] * b[k - 1] + b[k]
        w[k] = w[k] * w[k - 1]
    return w[-1], b[-1]

# wrong, two mistakes: the weights are added up in place of multiplied; the biases are added up without the later weights
def one_line(w, b):
    return sum(w), sum(b)

# wrong, two mistakes: takes the bracket wrongly and multiplies the new bias too; the loop stops one line early
def one_line(w, b):
    w_one, b_one = w[0], b[0]
    for k in range(1, len(w) - 1):
        w_one = w[k] * w_one
        b_one = w[k] * (b_one + b[k])
    return w_one, b_one

# wrong, two mistakes: runs one line beyond the end and raises; returns only the weight
def one_line(w, b):
    w_one = w[0]
    b_one = b[0]
    for k in range(len(w)):
        w_one = w_one * w[k + 1]
        b_one = b_one * w[k + 1] + b[k + 1]
    return w_one

# right: starts from the line that changes nothing
def one_line(w, b):
    w_one, b_one = 1, 0
    for w_k, b_k in zip(w, b):
        w_one, b_one = w_k * w_one, w_k * b_one + b_k
    return w_one, b_one

# right: each bias times the product of the weights that come after it
def one_line(w, b):
    """From lines in a row, w (K,) and b (K,), the first first, to w and b of the one line."""
    total = 0.0
    for k in range(len(b)):
        total += b[k] * np.prod(w[k + 1 :])
    return np.prod(w), total

# right: sends x = 0 and x = 1 through all lines and reads off the line
def one_line(w, b):
    def through(x):
        for k in range(len(w)):
            x = w[k] * x + b[k]
        return x

    at_zero = through(0.0)
    return through(1.0) - at_zero, at_zero

# right: recursion, the line so far goes into the last one
def one_line(w, b):
    if len(w) == 1:
        return w[0], b[0]
    w_before, b_before = one_line(w[:-1], b[:-1])
    return w[-1] * w_before, w[-1] * b_before + b[-1]

# right: each line as a 2 by 2 matrix, the product of all of them
def one_line(w, b):
    M = np.eye(2)
    for w_k, b_k in zip(w, b):
        M = np.array([[w_k, b_k], [0, 1]]) @ M
    return M[0, 0], M[0, 1]
