# wrong: divides by the sum over the whole array, so the rows together add up to 1
def softmax_rows(Z, temperature):
    S = Z / temperature
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return E / np.sum(E)

# wrong: subtracts the maximum of the whole array, so a row far below the others becomes 0 / 0
def softmax_rows(Z, temperature):
    """From scores Z (n, d_out) and a number to shares A (n, d_out): each row adds up to 1."""
    scaled = Z / temperature
    e = np.exp(scaled - np.max(scaled))
    return e / e.sum(axis=1, keepdims=True)

# wrong: axis=0 runs down a column, so the columns add up to 1 and not the rows
def softmax_rows(Z, temperature):
    S = Z / temperature
    E = np.exp(S - S.max(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)

# wrong: no maximum is subtracted, so large scores overflow to nan
def softmax_rows(Z, temperature):
    e = np.exp(Z / temperature)
    return e / e.sum(axis=1, keepdims=True)

# wrong: multiplies by the temperature where it must divide
def softmax_rows(Z, temperature):
    S = Z * temperature
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

# wrong: keepdims is missing, so the maxima and sums do not meet their own row, or do not fit
def softmax_rows(Z, temperature):
    S = Z / temperature
    E = np.exp(S - S.max(axis=1))
    return E / E.sum(axis=1)

# wrong: takes the maximum of the scores before dividing, so with a high temperature all powers vanish and it divides 0 by 0
def softmax_rows(Z, temperature):
    m = Z.max(axis=1, keepdims=True)
    E = np.exp(Z / temperature - m)
    return E / E.sum(axis=1, keepdims=True)

# wrong: the temperature is ignored
def softmax_rows(Z, temperature):
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)

# wrong: divides and subtracts in place, so the caller's scores are changed
def softmax_rows(Z, temperature):
    Z /= temperature
    Z -= Z.max(axis=1, keepdims=True)
    e = np.exp(Z)
    return e / e.sum(axis=1, keepdims=True)

# wrong, two mistakes: the temperature divides the finished powers, where it cancels, instead of the scores; the sum runs down the columns
def softmax_rows(Z, temperature):
    e = np.exp(Z - Z.max(axis=1, keepdims=True)) / temperature
    return e / e.sum(axis=0)

# wrong, two mistakes: the temperature is the 10 of the example and not the argument; the minimum is subtracted in place of the maximum, so widely spread scores overflow
def softmax_rows(Z, temperature):
    S = Z / 10
    e = np.exp(S - S.min(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

# wrong, two mistakes: returns after the first turn of the loop, so only the first row comes back; large scores overflow as no maximum is subtracted
def softmax_rows(Z, temperature):
    out = []
    for row in Z:
        e = np.exp(row / temperature)
        out.append(e / e.sum())
        return np.array(out)

# right: each row has its own maximum and its own sum, kept as a column
def softmax_rows(Z, temperature):
    S = Z / temperature
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

# right: nnlib's softmax of the divided scores, which the task lets pass
def softmax_rows(Z, temperature):
    """From scores Z (n, d_out) and a number to shares A (n, d_out): each row adds up to 1."""
    return nnlib.softmax(Z / temperature)

# right: row by row with a helper, rows stacked at the end
def one_row(z, T):
    e = np.exp((z - max(z)) / T)
    return e / sum(e)


def softmax_rows(Z, temperature):
    return np.vstack([one_row(row, temperature) for row in Z])

# right: transposed, so that maxima and sums of the examples line up without keepdims, and transposed back
def softmax_rows(Z, temperature):
    S = Z.T / temperature
    E = np.exp(S - S.max(axis=0))
    return (E / E.sum(axis=0)).T

# right: one over the sum of e to the differences, a table of all pairs in each row; np.exp only overflows to inf there and the share is 0
def softmax_rows(Z, temperature):
    S = Z / temperature
    D = S[:, None, :] - S[:, :, None]
    with np.errstate(over="ignore"):
        return 1 / np.exp(D).sum(axis=2)
