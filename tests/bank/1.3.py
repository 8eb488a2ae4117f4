# wrong: both slopes are taken at z, but sigmoid sees tanh(z)
def slope_of_two(Z):
    return nnlib.sigmoid_derivative(Z) * nnlib.tanh_derivative(Z)

# wrong: the two slopes are added where they must be multiplied
def slope_of_two(Z):
    A = nnlib.tanh(Z)
    return nnlib.sigmoid_derivative(A) + nnlib.tanh_derivative(Z)

# wrong: forgets the slope of tanh, so the change is followed through sigmoid only
def slope_of_two(Z):
    """From Z (n, d_out) to the slopes of sigmoid(tanh(z)) at each z, (n, d_out)."""
    A = nnlib.tanh(Z)
    return nnlib.sigmoid_derivative(A)

# wrong: takes the slope of tanh at what came out of tanh
def slope_of_two(Z):
    A = nnlib.tanh(Z)
    return nnlib.sigmoid_derivative(A) * nnlib.tanh_derivative(A)

# wrong: the order is exchanged, this is the slope of tanh(sigmoid(z))
def slope_of_two(Z):
    A = nnlib.sigmoid(Z)
    return nnlib.tanh_derivative(A) * nnlib.sigmoid_derivative(Z)

# wrong: nests the derivatives instead of multiplying them
def slope_of_two(Z):
    return nnlib.sigmoid_derivative(nnlib.tanh_derivative(Z))

# wrong: hands sigmoid's result to sigmoid_derivative, which expects what goes in
def slope_of_two(Z):
    A = nnlib.tanh(Z)
    Y = nnlib.sigmoid(A)
    return nnlib.sigmoid_derivative(Y) * nnlib.tanh_derivative(Z)

# wrong: @ is the matrix product, which does not fit or sums, where the slopes are multiplied entry by entry
def slope_of_two(Z):
    A = nnlib.tanh(Z)
    return nnlib.sigmoid_derivative(A) @ nnlib.tanh_derivative(Z)

# wrong: returns the value sigmoid(tanh(z)) and not its slope
def slope_of_two(Z):
    A = nnlib.tanh(Z)
    Y = nnlib.sigmoid(A)
    return Y

# wrong, two mistakes: the formula for sigmoid gets tanh(z) where sigmoid's result belongs; the square of tanh's slope is missing
def slope_of_two(Z):
    A = nnlib.tanh(Z)
    return A * (1 - A) * (1 - A)

# wrong, two mistakes: multiplies a value and a slope, tanh(z) where tanh's slope belongs; the slope of sigmoid is taken at z
def slope_of_two(Z):
    dA = nnlib.tanh(Z)
    dY = nnlib.sigmoid_derivative(Z)
    return dY * dA

# wrong, two mistakes: the difference is taken over the whole step 2h but divided by h; h is a tenth, far too large for a slope
def slope_of_two(Z):
    h = 0.1
    f_plus = nnlib.sigmoid(nnlib.tanh(Z + h))
    f_minus = nnlib.sigmoid(nnlib.tanh(Z - h))
    return (f_plus - f_minus) / h

# right: product of the slopes, each at its own place
def slope_of_two(Z):
    A = nnlib.tanh(Z)
    return nnlib.sigmoid_derivative(A) * nnlib.tanh_derivative(Z)

# right: both slopes written from what came out
def slope_of_two(Z):
    """From Z (n, d_out) to the slopes of sigmoid(tanh(z)) at each z, (n, d_out)."""
    A = nnlib.tanh(Z)
    Y = nnlib.sigmoid(A)
    return Y * (1 - Y) * (1 - A**2)

# right: a general chain over a list of pairs, function and slope
def slope_of_two(Z):
    steps = [(nnlib.tanh, nnlib.tanh_derivative), (nnlib.sigmoid, nnlib.sigmoid_derivative)]
    total = 1.0
    for f, df in steps:
        total = total * df(Z)
        Z = f(Z)
    return total

# right: a small difference of the two together
def slope_of_two(Z):
    both = lambda t: nnlib.sigmoid(nnlib.tanh(t))
    eps = 1e-5
    return (both(Z + eps) - both(Z - eps)) / (2 * eps)

# right: entry by entry in a double loop, into a float array
def slope_of_two(Z):
    result = np.zeros(Z.shape)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            t = np.tanh(Z[i, j])
            s = 1 / (1 + np.exp(-t))
            result[i, j] = (s - s * s) * (1 - t) * (1 + t)
    return result
