# wrong: It divides by the number of rows instead of by all entries of Y, so it is right for one output only.
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 * (Y_hat - Y) / len(Y)
    dW2 = A1.T @ dY_hat
    db2 = dY_hat.sum(axis=0, keepdims=True)
    dZ1 = (dY_hat @ W2.T) * nnlib.relu_derivative(Z1)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2

# wrong: The factor 2 of the square's slope is missing.
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.maximum(Z1, 0)
    Y_hat = A1 @ W2 + b2
    dY_hat = (Y_hat - Y) / Y.size
    dW2 = A1.T @ dY_hat
    db2 = dY_hat.sum(axis=0, keepdims=True)
    dA1 = dY_hat @ W2.T
    dZ1 = dA1 * (Z1 > 0)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2

# wrong: The difference is the wrong way round, so every gradient has the wrong sign.
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 / Y.size * (Y - Y_hat)
    dW2 = A1.T @ dY_hat
    db2 = np.sum(dY_hat, axis=0, keepdims=True)
    dA1 = dY_hat @ W2.T
    dZ1 = dA1 * nnlib.relu_derivative(Z1)
    dW1 = X.T @ dZ1
    db1 = np.sum(dZ1, axis=0, keepdims=True)
    return dW1, db1, dW2, db2

# wrong: The gate is forgotten: layer 1 gets dA1 where dZ1 belongs.
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 * (Y_hat - Y) / Y.size
    dW2 = A1.T @ dY_hat
    db2 = dY_hat.sum(axis=0, keepdims=True)
    dA1 = dY_hat @ W2.T
    dW1 = X.T @ dA1
    db1 = dA1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2

# wrong: The biases take the mean over the rows, where they need the sum.
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 * (Y_hat - Y) / Y.size
    dW2 = A1.T @ dY_hat
    db2 = dY_hat.mean(axis=0, keepdims=True)
    dZ1 = (dY_hat @ W2.T) * nnlib.relu_derivative(Z1)
    dW1 = X.T @ dZ1
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2

# wrong: The four gradients come in the order of finding them, layer 2 first.
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 * (Y_hat - Y) / Y.size
    dW2 = A1.T @ dY_hat
    db2 = dY_hat.sum(axis=0, keepdims=True)
    dA1 = dY_hat @ W2.T
    dZ1 = dA1 * nnlib.relu_derivative(Z1)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return dW2, db2, dW1, db1

# wrong: The forward pass is left out, and the notebook's Z1, A1 and Y_hat of the five rows are used.
def backward(X, Y, W1, b1, W2, b2):
    dY_hat = 2 * (Y_hat - Y) / Y.size
    dW2 = A1.T @ dY_hat
    db2 = dY_hat.sum(axis=0, keepdims=True)
    dA1 = dY_hat @ W2.T
    dZ1 = dA1 * nnlib.relu_derivative(Z1)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2

# wrong: A ReLU stands behind the last layer too, and cuts negative predictions.
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Z2 = A1 @ W2 + b2
    Y_hat = nnlib.relu(Z2)
    dZ2 = 2 * (Y_hat - Y) / Y.size * nnlib.relu_derivative(Z2)
    dW2 = A1.T @ dZ2
    db2 = dZ2.sum(axis=0, keepdims=True)
    dZ1 = dZ2 @ W2.T * nnlib.relu_derivative(Z1)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2

# wrong: relu is called without nnlib., a NameError.
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 * (Y_hat - Y) / Y.size
    dW2 = A1.T @ dY_hat
    db2 = dY_hat.sum(axis=0, keepdims=True)
    dA1 = dY_hat @ W2.T
    dZ1 = dA1 * relu_derivative(Z1)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2

# wrong, two mistakes: W2 is updated before the gradient is sent back through it; and the 2/n of the loss is missing.
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = A1 @ W2 + b2
    grad = Y_hat - Y
    dW2 = A1.T @ grad
    db2 = np.sum(grad, axis=0, keepdims=True)
    W2 = W2 - 0.001 * dW2
    grad = (grad @ W2.T) * np.heaviside(A1, 0)
    dW1 = X.T @ grad
    db1 = np.sum(grad, axis=0, keepdims=True)
    return dW1, db1, dW2, db2

# wrong, two mistakes: It divides by n again in every gradient, after dividing in dY_hat; and the biases' gradients are flat.
def backward(X, Y, W1, b1, W2, b2):
    m = X.shape[0]
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = A1 @ W2 + b2
    dZ2 = 2 * (Y_hat - Y) / Y.size
    dW2 = (A1.T @ dZ2) / m
    db2 = np.sum(dZ2, axis=0) / m
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
    dW1 = (X.T @ dZ1) / m
    db1 = np.sum(dZ1, axis=0) / m
    return dW1, db1, dW2, db2

# wrong, two mistakes: The gradient of W1 takes A1 where X belongs; and the bias sums run over all outputs and units together.
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 * (Y_hat - Y) / Y.size
    dW2 = A1.T @ dY_hat
    db2 = np.sum(dY_hat)
    dZ1 = (dY_hat @ W2.T) * nnlib.relu_derivative(Z1)
    dW1 = A1.T @ dZ1
    db1 = np.sum(dZ1)
    return dW1, db1, dW2, db2

# right: the seven lines of the notebook, after the forward pass
def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 * (Y_hat - Y) / Y.size
    dW2 = A1.T @ dY_hat
    db2 = dY_hat.sum(axis=0, keepdims=True)
    dA1 = dY_hat @ W2.T
    dZ1 = dA1 * nnlib.relu_derivative(Z1)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2

# right: a helper for both layers, and the earlier exercises are written anew in it
def linear_gradients(A, dZ):
    return A.T @ dZ, dZ.sum(axis=0, keepdims=True)


def backward(X, Y, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.maximum(0, Z1)
    dZ2 = 2 * (A1 @ W2 + b2 - Y) / Y.size
    dZ1 = np.where(Z1 > 0, dZ2 @ W2.T, 0)
    return (*linear_gradients(X, dZ1), *linear_gradients(A1, dZ2))

# right: it walks row by row and adds up outer products, and divides once at the end
def backward(X, Y, W1, b1, W2, b2):
    dW1, db1 = np.zeros(W1.shape), np.zeros(b1.shape)
    dW2, db2 = np.zeros(W2.shape), np.zeros(b2.shape)
    for x, y in zip(X, Y):
        z = x @ W1 + b1[0]
        a = np.maximum(z, 0)
        price = 2 * (a @ W2 + b2[0] - y)
        dW2 += np.outer(a, price)
        db2 += price
        dz = (W2 @ price) * (z > 0)
        dW1 += np.outer(x, dz)
        db1 += dz
    return tuple(gradient / Y.size for gradient in (dW1, db1, dW2, db2))

# right: nnlib's own layers and loss do the work
def backward(X, Y, W1, b1, W2, b2):
    first, last = nnlib.Linear.from_weights(W1, b1), nnlib.Linear.from_weights(W2, b2)
    net = nnlib.Sequential(first, nnlib.ReLU(), last)
    criterion = nnlib.MSELoss()
    criterion.forward(net.forward(X), Y)
    net.backward(criterion.backward())
    return first.dW, first.db, last.dW, last.db

# right: the bias is a weight with input 1, so each layer's matrix gets one more row, which is cut off again
def backward(X, Y, W1, b1, W2, b2):
    ones = np.ones((len(X), 1))
    X_one = np.hstack([X, ones])
    A_one = np.hstack([np.maximum(X_one @ np.vstack([W1, b1]), 0), ones])
    G = A_one @ np.vstack([W2, b2]) - Y
    G = G * (2 / G.size)
    D2 = np.einsum("ij,ik->jk", A_one, G)
    D1 = X_one.T @ (G @ W2.T * (A_one[:, :-1] > 0))
    return D1[:-1], D1[-1:], D2[:-1], D2[-1:]
