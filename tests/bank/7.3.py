# wrong: += adds up the gradients of all batches so far, the fault of the found loop.
def train_steps(W, b, batches, lr):
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for X, Y in batches:
        error = 2 * (X @ W + b - Y) / Y.size
        dW += X.T @ error
        db += error.sum(axis=0, keepdims=True)
        W = W - lr * dW
        b = b - lr * db
    return W, b

# wrong: W -= and b -= change the caller's arrays.
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        error = 2 * (X @ W + b - Y) / Y.size
        dW = X.T @ error
        db = error.sum(axis=0, keepdims=True)
        W -= lr * dW
        b -= lr * db
    return W, b

# wrong: The factor 2 of the squared error's slope is missing.
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        error = (X @ W + b - Y) / Y.size
        W = W - lr * X.T @ error
        b = b - lr * error.sum(axis=0, keepdims=True)
    return W, b

# wrong: It divides by the rows only; with several outputs the mean runs over all entries.
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        error = 2 * (X @ W + b - Y) / len(X)
        dW, db = X.T @ error, error.sum(axis=0, keepdims=True)
        W, b = W - lr * dW, b - lr * db
    return W, b

# wrong: W takes its step first, and then the error for b is found with the new W.
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        W = W - lr * X.T @ (2 * (X @ W + b - Y) / Y.size)
        b = b - lr * np.sum(2 * (X @ W + b - Y) / Y.size, axis=0, keepdims=True)
    return W, b

# wrong: The return stands inside the loop, so only the first batch gets a step.
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        error = 2 * (X @ W + b - Y) / Y.size
        W = W - lr * X.T @ error
        b = b - lr * error.sum(axis=0, keepdims=True)
        return W, b

# wrong: Every step starts from the first W and b, since W_new never comes back into the loop.
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        error = 2 * (X @ W + b - Y) / Y.size
        W_new = W - lr * X.T @ error
        b_new = b - lr * error.sum(axis=0, keepdims=True)
    return W_new, b_new

# wrong: The number of entries is taken from the first batch, and the batches are not all of one size.
def train_steps(W, b, batches, lr):
    n = batches[0][1].size
    for X, Y in batches:
        error = 2 * (X @ W + b - Y) / n
        W = W - lr * X.T @ error
        b = b - lr * error.sum(axis=0, keepdims=True)
    return W, b

# wrong: The forward pass is forgotten: Y_hat is the notebook's prediction for the five rows, not that of the batch.
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        dY_hat = 2 * (Y_hat - Y) / Y.size
        dW, db = X.T @ dY_hat, dY_hat.sum(axis=0, keepdims=True)
        W, b = W - lr * dW, b - lr * db
    return W, b

# wrong, two mistakes: The gradients still add up; and the bias's is a mean, which divides by n a second time.
def train_steps(W, b, batches, lr):
    w_grad, b_grad = np.zeros(W.shape), np.zeros(b.shape)
    for X, Y in batches:
        error = 2 * (X @ W + b - Y) / Y.size
        w_grad += X.T @ error
        b_grad += error.mean(axis=0)
        W, b = W - lr * w_grad, b - lr * b_grad
    return W, b

# wrong, two mistakes: The bias's gradient is one number for all outputs; and b comes before W in the result.
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        error = 2 * (X @ W + b - Y) / Y.size
        dW = X.T @ error
        db = error.sum()
        W, b = W - lr * dW, b - lr * db
    return b, W

# wrong, two mistakes: The batch size 64 of the cell is hard-coded in place of Y.size; and the bias gets no sum over the rows.
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        error = 2 * (X @ W + b - Y) / 64
        W = W - lr * X.T @ error
        b = b - lr * error
    return W, b

# right: three lines for each batch, each gradient made anew
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        dY_hat = 2 * (X @ W + b - Y) / Y.size
        dW, db = X.T @ dY_hat, dY_hat.sum(axis=0, keepdims=True)
        W, b = W - lr * dW, b - lr * db
    return W, b

# right: float copies at the start, which then change in place
def train_steps(W, b, batches, lr):
    W, b = np.array(W, dtype=float), np.array(b, dtype=float)
    for X, Y in batches:
        error = 2 * (X @ W + b - Y) / Y.size
        W -= lr * X.T @ error
        b -= lr * error.sum(axis=0)
    return W, b

# right: weights and bias in one matrix, with a column of ones beside X, and cut apart at the end
def train_steps(W, b, batches, lr):
    theta = np.vstack([W, b])
    for X, Y in batches:
        X_one = np.hstack([X, np.ones((len(X), 1))])
        theta = theta - 2 * lr / Y.size * X_one.T @ (X_one @ theta - Y)
    return theta[:-1], theta[-1:]

# right: a recursion over the list of batches
def train_steps(W, b, batches, lr):
    if len(batches) == 0:
        return W, b
    (X, Y), *rest = batches
    slope = np.multiply(2 / Y.size, X @ W + b - Y)
    W_new = W - lr * np.einsum("ij,ik->jk", X, slope)
    b_new = b - lr * np.ones((1, len(X))) @ slope
    return train_steps(W_new, b_new, rest, lr)

# right: the found code with the two arrays of zeros moved into the loop, so += starts afresh
def train_steps(W, b, batches, lr):
    for X, Y in batches:
        w_grad, b_grad = np.zeros(W.shape), np.zeros(b.shape)
        error = 2 * (X @ W + b - Y) / Y.size
        for x_row, e_row in zip(X, error):
            w_grad += np.outer(x_row, e_row)
            b_grad += e_row
        W, b = W - lr * w_grad, b - lr * b_grad
    return W, b
