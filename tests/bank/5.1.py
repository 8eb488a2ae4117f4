# wrong: The other factor is turned: the result is dW transposed, of shape (d_out, d_in), as PyTorch keeps its weights.
def weight_gradient(A, dZ):
    return dZ.T @ A

# wrong: It divides by n once more, although dZ already holds the 1/n.
def weight_gradient(A, dZ):
    n = A.shape[0]
    dW = A.T @ dZ / n
    return dW

# wrong: The transpose stands at dZ, so the product sums over columns, and the shapes do not fit.
def weight_gradient(A, dZ):
    return A @ dZ.T

# wrong: A is reshaped instead of transposed; the shapes fit, but the numbers are mixed up.
def weight_gradient(A, dZ):
    n, d_in = A.shape
    A_turned = A.reshape(d_in, n)
    return A_turned @ dZ

# wrong: Right for a single output only: A * dZ pairs the columns of A with those of dZ.
def weight_gradient(A, dZ):
    return np.sum(A * dZ, axis=0).reshape(-1, 1)

# wrong: In the loop "=" stands in place of "+=", so only the last row counts.
def weight_gradient(A, dZ):
    dW = np.zeros((A.shape[1], dZ.shape[1]))
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            for k in range(dZ.shape[1]):
                dW[j, k] = A[i, j] * dZ[i, k]
    return dW

# wrong: The argument dZ is ignored, the notebook's dY_hat is used.
def weight_gradient(A, dZ):
    dW = A.T @ dY_hat
    return dW

# wrong: It prints the gradient and returns nothing.
def weight_gradient(A, dZ):
    dW = np.dot(A.T, dZ)
    print(dW)

# wrong: .T is no method, so A.T() calls an array and raises a TypeError.
def weight_gradient(A, dZ):
    return A.T() @ dZ

# wrong, two mistakes: The product is the transposed one, of shape (d_out, d_in); and it is divided by n once more.
def weight_gradient(A, dZ):
    m = A.shape[0]
    return 1 / m * np.dot(dZ.T, A)

# wrong, two mistakes: The loop leaves out the last row; and the whole numbers of dtype int cut every sum.
def weight_gradient(A, dZ):
    dW = np.zeros((A.shape[1], dZ.shape[1]), dtype=int)
    for i in range(len(A) - 1):
        for j in range(A.shape[1]):
            for k in range(dZ.shape[1]):
                dW[j, k] = dW[j, k] + A[i, j] * dZ[i, k]
    return dW

# wrong, two mistakes: The five rows of the example are hard-coded; and the sum over the rows is a mean.
def weight_gradient(A, dZ):
    shares = []
    for i in range(5):
        shares.append(np.outer(A[i], dZ[i]))
    return np.mean(shares, axis=0)

# right: the one line that a strong student writes
def weight_gradient(A, dZ):
    return A.T @ dZ

# right: einsum that names the formula's letters
def weight_gradient(A, dZ):
    return np.einsum("ij,ik->jk", A, dZ)

# right: a sum of outer products, one for each row, with Python's sum
def weight_gradient(A, dZ):
    return sum(np.outer(a, z) for a, z in zip(A, dZ))

# right: the transposed product, transposed back
def weight_gradient(A, dZ):
    turned = np.dot(np.transpose(dZ), A)
    return np.swapaxes(turned, 0, 1)

# right: a nested list comprehension over inputs and outputs, made an array at the end
def weight_gradient(A, dZ):
    inputs, outputs = range(A.shape[1]), range(dZ.shape[1])
    return np.array([[np.sum(A[:, j] * dZ[:, k]) for k in outputs] for j in inputs])
