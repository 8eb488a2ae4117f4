# wrong: the fault of the code, the labels stay in the old order
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        mixed = X[order]
        for start in range(0, len(X), size):
            batch, wanted = mixed[start : start + size], labels[start : start + size]
            dZ = (nnlib.softmax(batch @ W + b) - nnlib.one_hot(wanted, W.shape[1])) / len(batch)
            W, b = W - lr * batch.T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b

# wrong: rows and labels together, and each epoch mixes what the one before has mixed
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        X, labels = X[order], labels[order]
        for start in range(0, len(X), size):
            batch, wanted = X[start : start + size], labels[start : start + size]
            dZ = (nnlib.softmax(batch @ W + b) - nnlib.one_hot(wanted, W.shape[1])) / len(batch)
            W, b = W - lr * batch.T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b

# wrong: divided by size, also for the last batch
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        for start in range(0, len(X), size):
            rows = order[start : start + size]
            dZ = (nnlib.softmax(X[rows] @ W + b) - nnlib.one_hot(labels[rows], W.shape[1])) / size
            W, b = W - lr * X[rows].T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b

# wrong: the last smaller batch is left out
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        for i in range(len(X) // size):
            rows = order[i * size : (i + 1) * size]
            dZ = (nnlib.softmax(X[rows] @ W + b) - nnlib.one_hot(labels[rows], W.shape[1])) / size
            W, b = W - lr * X[rows].T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b

# wrong: return stands inside the outer loop
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        for start in range(0, len(X), size):
            rows = order[start : start + size]
            P = nnlib.softmax(X[rows] @ W + b)
            dZ = (P - nnlib.one_hot(labels[rows], W.shape[1])) / len(rows)
            W, b = W - lr * X[rows].T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
        return W, b

# wrong: the mean over the rows is missing
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        for start in range(0, len(X), size):
            rows = order[start : start + size]
            dZ = nnlib.softmax(X[rows] @ W + b) - nnlib.one_hot(labels[rows], W.shape[1])
            W, b = W - lr * X[rows].T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b

# wrong: the bias is averaged
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        for start in range(0, len(X), size):
            rows = order[start : start + size]
            P = nnlib.softmax(X[rows] @ W + b)
            dZ = (P - nnlib.one_hot(labels[rows], W.shape[1])) / len(rows)
            W, b = W - lr * X[rows].T @ dZ, b - lr * dZ.mean(axis=0, keepdims=True)
    return W, b

# wrong: nothing is mixed, the orders are not used
def mixed_steps(X, labels, W, b, orders, size, lr):
    for _ in orders:
        for start in range(0, len(X), size):
            batch, wanted = X[start : start + size], labels[start : start + size]
            dZ = (nnlib.softmax(batch @ W + b) - nnlib.one_hot(wanted, W.shape[1])) / len(batch)
            W, b = W - lr * batch.T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b

# wrong, two mistakes: the labels stay in the old order; and no 1/n
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        for start in range(0, len(X), size):
            batch, wanted = X[order][start : start + size], labels[start : start + size]
            dZ = nnlib.softmax(batch @ W + b) - nnlib.one_hot(wanted, W.shape[1])
            W, b = W - lr * batch.T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b

# wrong, two mistakes: a step uphill; and the bias is averaged
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        for start in range(0, len(X), size):
            rows = order[start : start + size]
            P = nnlib.softmax(X[rows] @ W + b)
            dZ = (nnlib.one_hot(labels[rows], W.shape[1]) - P) / len(rows)
            W, b = W - lr * X[rows].T @ dZ, b - lr * dZ.mean(axis=0, keepdims=True)
    return W, b

# right: the numbers of the rows, for both
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        for start in range(0, len(X), size):
            rows = order[start : start + size]
            P = nnlib.softmax(X[rows] @ W + b)
            dZ = (P - nnlib.one_hot(labels[rows], W.shape[1])) / len(rows)
            W, b = W - lr * X[rows].T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b

# right: the found code, with the labels mixed as well
def mixed_steps(X, labels, W, b, orders, size, lr):
    for order in orders:
        mixed, mixed_labels = X[order], labels[order]
        for start in range(0, len(X), size):
            batch, wanted = mixed[start : start + size], mixed_labels[start : start + size]
            dZ = (nnlib.softmax(batch @ W + b) - np.eye(W.shape[1])[wanted]) / len(batch)
            W, b = W - lr * batch.T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b

# right: nnlib's loss
def mixed_steps(X, labels, W, b, orders, size, lr):
    loss = nnlib.SoftmaxCrossEntropyLoss()
    for order in orders:
        for start in range(0, len(order), size):
            rows = order[start : start + size]
            loss.forward(X[rows] @ W + b, labels[rows])
            dZ = loss.backward()
            W, b = W - lr * X[rows].T @ dZ, b - lr * dZ.sum(axis=0)
    return W, b

# right: copies of W and b that change in place
def mixed_steps(X, labels, W, b, orders, size, lr):
    W, b = W.astype(float), b.astype(float)
    for order in orders:
        while len(order):
            rows, order = order[:size], order[size:]
            dZ = nnlib.softmax(X[rows] @ W + b)
            dZ[np.arange(len(rows)), labels[rows]] -= 1
            dZ /= len(rows)
            W -= lr * X[rows].T @ dZ
            b -= lr * dZ.sum(axis=0)
    return W, b
