# wrong: ReLU is left out, so the two layers collapse into one
def two_layers(X, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    return Z1 @ W2 + b2

# wrong: ReLU is put on the output units too
def two_layers(X, W1, b1, W2, b2):
    """From X (n, d_in) through d_hidden ReLU units to Y_hat (n, d_out)."""
    A1 = nnlib.relu(X @ W1 + b1)
    A2 = nnlib.relu(A1 @ W2 + b2)
    return A2

# wrong: the bias is added after ReLU and not before
def two_layers(X, W1, b1, W2, b2):
    A1 = nnlib.relu(X @ W1) + b1
    return A1 @ W2 + b2

# wrong: multiplies entry by entry where the matrix product belongs
def two_layers(X, W1, b1, W2, b2):
    A1 = nnlib.relu(X * W1 + b1)
    return A1 * W2 + b2

# wrong: the bias of the output layer is missing
def two_layers(X, W1, b1, W2, b2):
    A1 = nnlib.relu(X @ W1 + b1)
    return A1 @ W2

# wrong: hands Z1 and not A1 to the second layer
def two_layers(X, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = Z1 @ W2 + b2
    return Y_hat

# wrong: the order of the product is that of Ng's course, with one example a column
def two_layers(X, W1, b1, W2, b2):
    A1 = nnlib.relu(W1 @ X + b1)
    return W2 @ A1 + b2

# wrong: relu without nnlib. is not known in this notebook
def two_layers(X, W1, b1, W2, b2):
    A1 = relu(X @ W1 + b1)
    Y_hat = A1 @ W2 + b2
    return Y_hat

# wrong: sigmoid in place of ReLU
def two_layers(X, W1, b1, W2, b2):
    H = nnlib.sigmoid(X @ W1 + b1)
    return H @ W2 + b2

# wrong, two mistakes: Python's max cannot compare a whole array and raises; the biases of the two layers are exchanged
def two_layers(X, W1, b1, W2, b2):
    A1 = max(0, X @ W1 + b2)
    return A1 @ W2 + b1

# wrong, two mistakes: ReLU stands behind the second layer and not behind the first; b1 is forgotten
def two_layers(X, W1, b1, W2, b2):
    Z1 = X @ W1
    return nnlib.relu(Z1 @ W2 + b2)

# wrong, two mistakes: transposes the weights as PyTorch does, though they are (in, out) here; returns a tuple of hidden and output values
def two_layers(X, W1, b1, W2, b2):
    A1 = nnlib.relu(X @ W1.T + b1)
    Y_hat = A1 @ W2.T + b2
    return A1, Y_hat

# right: layer, ReLU, layer
def two_layers(X, W1, b1, W2, b2):
    A1 = nnlib.relu(X @ W1 + b1)
    return A1 @ W2 + b2

# right: nnlib's own layers in a Sequential
def two_layers(X, W1, b1, W2, b2):
    """From X (n, d_in) through d_hidden ReLU units to Y_hat (n, d_out)."""
    net = nnlib.Sequential(
        nnlib.Linear.from_weights(W1, b1), nnlib.ReLU(), nnlib.Linear.from_weights(W2, b2)
    )
    return net.forward(X)

# right: ReLU by a mask on the function's own array, einsum in place of @
def two_layers(X, W1, b1, W2, b2):
    H = np.einsum("ij,jk->ik", X, W1) + b1
    H = H * (H > 0)
    return np.einsum("ij,jk->ik", H, W2) + b2

# right: computed with examples in columns and transposed back at the end
def two_layers(X, W1, b1, W2, b2):
    H = np.maximum(W1.T @ X.T + b1.T, 0)
    return (W2.T @ H + b2.T).T

# right: row by row and unit by unit in plain loops
def two_layers(X, W1, b1, W2, b2):
    n, d_in = X.shape
    d_hidden, d_out = W2.shape
    Y_out = np.zeros((n, d_out))
    for i in range(n):
        hidden = []
        for k in range(d_hidden):
            z = b1[0, k] + sum(X[i, j] * W1[j, k] for j in range(d_in))
            hidden.append(max(0, z))
        for m in range(d_out):
            Y_out[i, m] = b2[0, m] + sum(hidden[k] * W2[k, m] for k in range(d_hidden))
    return Y_out
