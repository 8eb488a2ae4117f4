# wrong: The gate is left out: this is dA1, and not dZ1.
def through_relu(dZ2, W2, Z1):
    dZ1 = dZ2 @ W2.T
    return dZ1

# wrong: It multiplies by relu(Z1), the output of ReLU, in place of its slope.
def through_relu(dZ2, W2, Z1):
    dA1 = dZ2 @ W2.T
    return dA1 * nnlib.relu(Z1)

# wrong: The slope is taken at dA1, at what arrives, in place of Z1, what went in.
def through_relu(dZ2, W2, Z1):
    dA1 = dZ2 @ W2.T
    return dA1 * nnlib.relu_derivative(dA1)

# wrong: The transpose of W2 is missing, so the shapes do not fit.
def through_relu(dZ2, W2, Z1):
    dA1 = dZ2 @ W2
    return dA1 * (Z1 > 0)

# wrong: W2 is reshaped instead of transposed; right for one output only.
def through_relu(dZ2, W2, Z1):
    dA1 = dZ2 @ W2.reshape(W2.shape[1], W2.shape[0])
    return dA1 * nnlib.relu_derivative(Z1)

# wrong: The star in place of @ does not add up the prices of several outputs; right for one output only.
def through_relu(dZ2, W2, Z1):
    return (dZ2 * W2.T) * nnlib.relu_derivative(Z1)

# wrong: The branches are exchanged: it keeps the prices of the units that were off.
def through_relu(dZ2, W2, Z1):
    dA1 = dZ2 @ W2.T
    return np.where(Z1 > 0, 0.0, dA1)

# wrong: "==" compares and changes nothing, so no entry is set to 0.
def through_relu(dZ2, W2, Z1):
    dZ1 = np.dot(dZ2, W2.T)
    dZ1[Z1 <= 0] == 0
    return dZ1

# wrong: "if" cannot decide for a whole array and raises a ValueError.
def through_relu(dZ2, W2, Z1):
    dA1 = dZ2 @ W2.T
    if Z1 > 0:
        return dA1
    else:
        return np.zeros_like(dA1)

# wrong, two mistakes: np.sign is -1 for a unit that is off, where the slope is 0; and it divides by n once more.
def through_relu(dZ2, W2, Z1):
    n = Z1.shape[0]
    dA1 = dZ2 @ W2.T / n
    return dA1 * np.sign(Z1)

# wrong, two mistakes: The notebook's dA1 is used in place of the arguments; and the whole row is shut when one of its units is off.
def through_relu(dZ2, W2, Z1):
    dZ1 = dA1.copy()
    for i in range(len(Z1)):
        if np.any(Z1[i] <= 0):
            dZ1[i] = 0
    return dZ1

# wrong, two mistakes: The slope is taken at dZ2 @ W2.T instead of Z1; and the result is cut to whole numbers by the integer array.
def through_relu(dZ2, W2, Z1):
    dA1 = dZ2 @ W2.T
    dZ1 = np.zeros(Z1.shape, dtype=int)
    dZ1[dA1 > 0] = dA1[dA1 > 0]
    return dZ1

# right: both steps in one line, as the notebook has them
def through_relu(dZ2, W2, Z1):
    return (dZ2 @ W2.T) * nnlib.relu_derivative(Z1)

# right: a mask sets the shut entries of an own new array to 0
def through_relu(dZ2, W2, Z1):
    dZ1 = dZ2 @ W2.T
    dZ1[Z1 <= 0] = 0
    return dZ1

# right: einsum with the gate as a third factor
def through_relu(dZ2, W2, Z1):
    gate = (Z1 > 0).astype(float)
    return np.einsum("ik,jk,ij->ij", dZ2, W2, gate)

# right: three loops, and shut units are skipped
def through_relu(dZ2, W2, Z1):
    n, d_hidden = Z1.shape
    dZ1 = np.zeros((n, d_hidden))
    for i in range(n):
        for j in range(d_hidden):
            if Z1[i, j] <= 0:
                continue
            for k in range(dZ2.shape[1]):
                dZ1[i, j] += dZ2[i, k] * W2[j, k]
    return dZ1

# right: both matrices turned, the other order, and np.heaviside for the slope
def through_relu(dZ2, W2, Z1):
    back = lambda dZ, W: (W @ dZ.T).T
    return np.multiply(np.heaviside(Z1, 0), back(dZ2, W2))
