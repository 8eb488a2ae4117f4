# wrong: The price is replaced by alpha where the unit is off, as in the found class.
def leaky_relu_backward(dA, Z, alpha):
    dZ = dA.copy()
    dZ[Z <= 0] = alpha
    return dZ

# wrong: Where Z is below 0 nothing gets through; that is plain ReLU, alpha is ignored.
def leaky_relu_backward(dA, Z, alpha):
    return dA * (Z > 0)

# wrong: It returns the slope only, the price dA is left out.
def leaky_relu_backward(dA, Z, alpha):
    return np.where(Z > 0, 1.0, alpha)

# wrong: The branches are exchanged: alpha stands where the unit is on.
def leaky_relu_backward(dA, Z, alpha):
    return np.where(Z > 0, alpha * dA, dA)

# wrong: It asks for the sign of dA, the price, in place of that of Z.
def leaky_relu_backward(dA, Z, alpha):
    slope = np.where(dA > 0, 1, alpha)
    return dA * slope

# wrong: It multiplies by Z where Z is below 0, that is the value of the function and not its slope.
def leaky_relu_backward(dA, Z, alpha):
    return np.where(Z > 0, dA, alpha * Z * dA)

# wrong: The slope's array is made of whole numbers when Z is whole, and alpha is cut to 0 in it.
def leaky_relu_backward(dA, Z, alpha):
    slope = np.ones_like(Z)
    slope[Z <= 0] = alpha
    return dA * slope

# wrong: The alpha of the example is hard-coded.
def leaky_relu_backward(dA, Z, alpha):
    alpha = 0.1
    dZ = np.where(Z > 0, dA, alpha * dA)
    return dZ

# wrong: "if" on an array raises a ValueError.
def leaky_relu_backward(dA, Z, alpha):
    if Z > 0:
        dZ = dA
    else:
        dZ = alpha * dA
    return dZ

# wrong, two mistakes: The maximum picks the larger of the two, which is no slope for negative prices; and Z is ignored.
def leaky_relu_backward(dA, Z, alpha):
    return np.maximum(dA, alpha * dA)

# wrong, two mistakes: @ multiplies matrices in place of entries; and the slope has a minus below 0.
def leaky_relu_backward(dA, Z, alpha):
    slope = np.where(Z > 0, 1.0, -alpha)
    return dA @ slope.T

# wrong, two mistakes: self does not exist in a function, a NameError; and the price would still be replaced by alpha.
def leaky_relu_backward(dA, Z, alpha):
    dZ = dA.copy()
    dZ[self.Z <= 0] = self.alpha
    return dZ

# right: the price times the slope
def leaky_relu_backward(dA, Z, alpha):
    return dA * np.where(Z > 0, 1.0, alpha)

# right: the found line, mended on an own float copy
def leaky_relu_backward(dA, Z, alpha):
    dZ = np.array(dA, dtype=float)
    dZ[Z <= 0] *= alpha
    return dZ

# right: arithmetic with a mask, alpha everywhere and the rest of it where the unit is on
def leaky_relu_backward(dA, Z, alpha):
    on = Z > 0
    return alpha * dA + (1 - alpha) * on * dA

# right: a nested list comprehension, entry by entry
def leaky_relu_backward(dA, Z, alpha):
    return np.array([
        [a if z > 0 else alpha * a for a, z in zip(a_row, z_row)] for a_row, z_row in zip(dA, Z)
    ])

# right: the slope is alpha to the power of 0 or 1
def leaky_relu_backward(dA, Z, alpha):
    off = (Z <= 0).astype(float)
    return np.multiply(float(alpha) ** off, dA)
