# wrong: the textbook formula, which overflows far out and gives nan
def stable_tanh(Z):
    return (np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))

# wrong: the form for positive z is used for negative z too, where exp(-2z) overflows
def stable_tanh(Z):
    small = np.exp(-2 * Z)
    return (1 - small) / (1 + small)

# wrong: the sign is missing, so negative z get positive results
def stable_tanh(Z):
    """From Z (n, d_out), any finite numbers, to tanh of each, (n, d_out)."""
    small = np.exp(-2 * np.abs(Z))
    return (1 - small) / (1 + small)

# wrong: the factor 2 in the exponent is missing, this is tanh of half of z
def stable_tanh(Z):
    small = np.exp(-np.abs(Z))
    return np.sign(Z) * (1 - small) / (1 + small)

# wrong: np.where works out both forms everywhere, so the one that is thrown away overflows
def stable_tanh(Z):
    right = (1 - np.exp(-2 * Z)) / (1 + np.exp(-2 * Z))
    left = (np.exp(2 * Z) - 1) / (np.exp(2 * Z) + 1)
    return np.where(Z >= 0, right, left)

# wrong: numerator and denominator are exchanged
def stable_tanh(Z):
    small = np.exp(-2 * np.abs(Z))
    return np.sign(Z) * (1 + small) / (1 - small)

# wrong: the nan far out are replaced by 0, where tanh is -1 or 1
def stable_tanh(Z):
    with np.errstate(over="ignore", invalid="ignore"):
        A = (np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))
    return np.nan_to_num(A)

# wrong: clips z at 1000, where exp already overflows
def stable_tanh(Z):
    Z = np.clip(Z, -1000, 1000)
    return (np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))

# wrong: the brackets around the denominator are missing
def stable_tanh(Z):
    small = np.exp(-2 * np.abs(Z))
    return np.sign(Z) * (1 - small) / 1 + small

# wrong, two mistakes: 2 sigmoid(z) - 1 has z in place of 2z, so it is tanh of half of z; the result is printed and not returned
def stable_tanh(Z):
    A = 2 * nnlib.sigmoid(Z) - 1
    print(A)

# wrong, two mistakes: an if on the whole array raises; the form for negative z has the wrong sign
def stable_tanh(Z):
    if Z >= 0:
        return (1 - np.exp(-2 * Z)) / (1 + np.exp(-2 * Z))
    else:
        return (1 - np.exp(2 * Z)) / (1 + np.exp(2 * Z))

# wrong, two mistakes: multiplied by the power that grows, so exp overflows far out; the sign is lost, negative z get positive results
def stable_tanh(Z):
    e = np.exp(2 * np.abs(Z))
    return (e - 1) / (e + 1)

# right: the algebra of the help, sign times tanh of |z|
def stable_tanh(Z):
    small = np.exp(-2 * np.abs(Z))
    return np.sign(Z) * (1 - small) / (1 + small)

# right: two masks, each form only where it is safe, into a float array
def stable_tanh(Z):
    """From Z (n, d_out), any finite numbers, to tanh of each, (n, d_out)."""
    A = np.empty(Z.shape)
    pos = Z >= 0
    e = np.exp(-2.0 * Z[pos])
    A[pos] = (1 - e) / (1 + e)
    e = np.exp(2.0 * Z[~pos])
    A[~pos] = (e - 1) / (e + 1)
    return A

# right: NumPy's own tanh, which the task lets pass
def stable_tanh(Z):
    return np.tanh(Z)

# right: beyond 20 tanh is 1 to the last digit, so z is clipped there and the textbook formula is safe
def stable_tanh(Z):
    C = np.clip(Z, -20, 20)
    up, down = np.exp(C), np.exp(-C)
    return (up - down) / (up + down)

# right: tanh is sigmoid of 2z, stretched to -1 to 1
def stable_tanh(Z):
    return 2 * nnlib.sigmoid(2 * Z) - 1
