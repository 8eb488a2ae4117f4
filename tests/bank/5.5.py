# wrong: dA is sent back through the new weights, which took no part in the forward pass.
def backward_step(A, W, b, dZ, lr):
    W_new = W - lr * (A.T @ dZ)
    b_new = b - lr * dZ.sum(axis=0, keepdims=True)
    dA = dZ @ W_new.T
    return W_new, b_new, dA

# wrong: The step goes uphill, plus in place of minus.
def backward_step(A, W, b, dZ, lr):
    dW = A.T @ dZ
    db = dZ.sum(axis=0, keepdims=True)
    dA = dZ @ W.T
    W_new = W + lr * dW
    b_new = b + lr * db
    return W_new, b_new, dA

# wrong: W -= and b -= change the caller's arrays in place.
def backward_step(A, W, b, dZ, lr):
    dA = dZ @ W.T
    W -= lr * (A.T @ dZ)
    b -= lr * dZ.sum(axis=0, keepdims=True)
    return W, b, dA

# wrong: The bias takes the mean over the rows in place of the sum.
def backward_step(A, W, b, dZ, lr):
    dA = dZ @ W.T
    W_new = W - lr * A.T @ dZ
    b_new = b - lr * np.mean(dZ, axis=0, keepdims=True)
    return W_new, b_new, dA

# wrong: The sum over the rows is forgotten, so b_new has grown to n rows.
def backward_step(A, W, b, dZ, lr):
    dA = dZ @ W.T
    W_new = W - lr * A.T @ dZ
    b_new = b - lr * dZ
    return W_new, b_new, dA

# wrong: The three results come in another order, dA first.
def backward_step(A, W, b, dZ, lr):
    dW = A.T @ dZ
    db = dZ.sum(axis=0, keepdims=True)
    dA = dZ @ W.T
    return dA, W - lr * dW, b - lr * db

# wrong: The learning rate of the example is hard-coded, lr is ignored.
def backward_step(A, W, b, dZ, lr):
    dA = dZ @ W.T
    W_new = W - 0.001 * (A.T @ dZ)
    b_new = b - 0.001 * dZ.sum(axis=0, keepdims=True)
    return W_new, b_new, dA

# wrong: It returns the gradients dW and db and not the new weights.
def backward_step(A, W, b, dZ, lr):
    dW = A.T @ dZ
    db = dZ.sum(axis=0, keepdims=True)
    dA = dZ @ W.T
    return dW, db, dA

# wrong: The name W_new is used before it has a value, an UnboundLocalError.
def backward_step(A, W, b, dZ, lr):
    dA = dZ @ W.T
    W_new -= lr * (A.T @ dZ)
    b_new -= lr * dZ.sum(axis=0, keepdims=True)
    return W_new, b_new, dA

# wrong, two mistakes: The gradients are divided by n once more; and dA uses the weights that are already new.
def backward_step(A, W, b, dZ, lr):
    m = len(A)
    dW = A.T @ dZ / m
    db = dZ.sum(axis=0, keepdims=True) / m
    W = W - lr * dW
    b = b - lr * db
    dA = dZ @ W.T
    return W, b, dA

# wrong, two mistakes: The bracket takes the rate times the weights off as well; and the bias's gradient is one number for all outputs.
def backward_step(A, W, b, dZ, lr):
    dW = A.T @ dZ
    db = dZ.sum()
    dA = dZ @ W.T
    W_new = W - lr * (W + dW)
    b_new = b - lr * db
    return W_new, b_new, dA

# wrong, two mistakes: A ReLU that is not there shuts rows of dA; and W_copy = W is no copy, so W changes for the caller.
def backward_step(A, W, b, dZ, lr):
    W_copy = W
    dA = (dZ @ W.T) * nnlib.relu_derivative(A)
    W_copy -= lr * (A.T @ dZ)
    b_new = b - lr * dZ.sum(axis=0, keepdims=True)
    return W_copy, b_new, dA

# right: all gradients first, then new arrays
def backward_step(A, W, b, dZ, lr):
    dW = A.T @ dZ
    db = dZ.sum(axis=0, keepdims=True)
    dA = dZ @ W.T
    return W - lr * dW, b - lr * db, dA

# right: own copies of dtype float are changed in place, dA after it, but with the old W
def backward_step(A, W, b, dZ, lr):
    W_new, b_new = np.array(W, dtype=float), np.array(b, dtype=float)
    W_new -= lr * np.dot(A.T, dZ)
    b_new -= lr * np.sum(dZ, axis=0)
    return W_new, b_new, np.dot(dZ, W.T)

# right: the rate is multiplied into dZ first, only the step uses that
def backward_step(A, W, b, dZ, lr):
    step = lr * dZ
    ones = np.ones((1, len(dZ)))
    return W - A.T @ step, b - ones @ step, (W @ dZ.T).T

# right: a small step for each row, added up; legal since the gradients do not depend on the moving weights
def backward_step(A, W, b, dZ, lr):
    dA = np.einsum("ik,jk->ij", dZ, W)
    W_new, b_new = W.astype(float), b.astype(float)
    for a, z in zip(A, dZ):
        W_new = W_new - lr * a[:, None] * z[None, :]
        b_new = b_new - lr * z
    return W_new, b_new, dA

# right: the new weights are made first, but under another name; a comprehension over the pairs makes them
def backward_step(A, W, b, dZ, lr):
    gradients = (A.T @ dZ, dZ.sum(axis=0)[np.newaxis])
    W_new, b_new = [old - lr * d for old, d in zip((W, b), gradients)]
    return W_new, b_new, dZ @ W.T
