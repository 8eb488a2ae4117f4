# wrong: softmax of nnlib first, then its logarithm; far shares are 0 and the logarithm is -inf
def log_shares(Z, T):
    return np.log(nnlib.softmax(Z / T))

# wrong: the textbook formula, whose powers overflow
def log_shares(Z, T):
    E = np.exp(Z / T)
    return np.log(E / E.sum(axis=1, keepdims=True))

# wrong: log-sum-exp without taking the maximum off
def log_shares(Z, T):
    scores = Z / T
    return scores - np.log(np.sum(np.exp(scores), axis=1, keepdims=True))

# wrong: the maximum of the whole array
def log_shares(Z, T):
    Z = Z / T
    Z = Z - np.max(Z)
    return Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))

# wrong: the temperature is forgotten
def log_shares(Z, T):
    below = Z - Z.max(axis=1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))

# wrong: keepdims is missing in the sum
def log_shares(Z, T):
    below = (Z - Z.max(axis=1, keepdims=True)) / T
    return below - np.log(np.exp(below).sum(axis=1))

# wrong: a small number inside the logarithm to avoid -inf
def log_shares(Z, T):
    Z = Z / T
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return np.log(e / e.sum(axis=1, keepdims=True) + 1e-12)

# wrong: multiplied by the temperature
def log_shares(Z, T):
    return nnlib.log_softmax(T * Z)

# wrong, two mistakes: along axis 0; the temperature is left out
def log_shares(Z, T):
    below = Z - Z.max(axis=0, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=0, keepdims=True))

# wrong, two mistakes: the sign of a surprise; the finished logarithms are divided by T
def log_shares(Z, T):
    return -nnlib.log_softmax(Z) / T

# right: nnlib's, on the divided scores
def log_shares(Z, T):
    return nnlib.log_softmax(Z / T)

# right: the lines of 9.2, with scores that were divided first
def log_shares(Z, T):
    Z = Z / T
    below = Z - Z.max(axis=1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))

# right: logaddexp
def log_shares(Z, T):
    scores = Z / T
    return scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)

# right: row by row
def log_shares(Z, T):
    rows = []
    for row in Z:
        row = row / T - max(row) / T
        rows.append(row - np.log(sum(np.exp(row))))
    return np.array(rows)
