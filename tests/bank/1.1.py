# wrong: takes the larger of the two lines, which is right only if left <= right
def bend(Z, left, right):
    return np.maximum(left * Z, right * Z)

# wrong: the two branches are exchanged, the left slope is used on the right side
def bend(Z, left, right):
    return np.where(Z > 0, left * Z, right * Z)

# wrong: on the left side it returns the slope itself and not slope times z
def bend(Z, left, right):
    return np.where(Z > 0, right * Z, left)

# wrong: the sign of the left piece is lost, it rises towards the left
def bend(Z, left, right):
    positive = np.maximum(Z, 0)
    negative = np.maximum(-Z, 0)
    return right * positive + left * negative

# wrong: zeros_like takes over the type of Z, so with whole numbers in Z the results are cut to whole numbers
def bend(Z, left, right):
    A = np.zeros_like(Z)
    A[Z > 0] = right * Z[Z > 0]
    A[Z <= 0] = left * Z[Z <= 0]
    return A

# wrong: an if asks the whole array one question, which raises as soon as Z has more than one entry
def bend(Z, left, right):
    if Z > 0:
        return right * Z
    else:
        return left * Z

# wrong: the argument right is ignored, the right slope is always 1
def bend(Z, left, right):
    """From Z (n, d_out) and the slopes left and right of 0 to A (n, d_out)."""
    return np.where(Z > 0, Z, left * Z)

# wrong: works on Z itself, so the caller's array is changed
def bend(Z, left, right):
    pos = Z > 0
    neg = ~pos
    Z[pos] *= right
    Z[neg] *= left
    return Z

# wrong: prints the result and returns nothing
def bend(Z, left, right):
    """From Z (n, d_out) and the slopes left and right of 0 to A (n, d_out)."""
    A = np.where(Z > 0, right * Z, left * Z)
    print(A)

# wrong, two mistakes: the larger of the two is taken instead of looking at the sign; the left slope is the 0.1 of the page and not the argument
def bend(Z, left, right):
    return np.maximum(0.1 * Z, right * Z)

# wrong, two mistakes: an entry is fetched by one index only, so a row with several outputs is compared as a whole and raises; the branches are exchanged
def bend(Z, left, right):
    A = np.zeros(Z.shape)
    for i in range(len(Z)):
        if Z[i] > 0:
            A[i] = left * Z[i]
        else:
            A[i] = right * Z[i]
    return A

# wrong, two mistakes: changes the caller's array in place; with a negative left slope the entries that became positive are multiplied a second time
def bend(Z, left, right):
    Z[Z < 0] = Z[Z < 0] * left
    Z[Z > 0] = Z[Z > 0] * right
    return Z

# right: np.where with the condition Z > 0
def bend(Z, left, right):
    return np.where(Z > 0, right * Z, left * Z)

# right: chooses the slope of each entry first, then multiplies once
def bend(Z, left, right):
    """From Z (n, d_out) and the slopes left and right of 0 to A (n, d_out)."""
    slopes = np.where(Z < 0, left, right)
    return slopes * Z

# right: sum of two pieces, one cut off above 0 and one cut off below 0
def bend(Z, left, right):
    return right * np.maximum(Z, 0) + left * np.minimum(Z, 0)

# right: mean slope times z plus half the difference of the slopes times |z|
def bend(Z, left, right):
    return (left + right) / 2 * Z + (right - left) / 2 * abs(Z)

# right: two loops in plain Python and a list of lists, made an array at the end
def bend(Z, left, right):
    def one(z):
        return z * right if z > 0 else z * left

    return np.array([[one(z) for z in row] for row in Z], dtype=float).reshape(Z.shape)
