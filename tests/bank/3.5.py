# wrong: ReLU follows the last layer too
def forward(X, weights, biases):
    A = X
    for W, b in zip(weights, biases):
        A = nnlib.relu(A @ W + b)
    return A

# wrong: ReLU is missing everywhere
def forward(X, weights, biases):
    """From X (n, d_in) and lists of the layers' W and b to Y_hat (n, d_out)."""
    A = X
    for W, b in zip(weights, biases):
        A = A @ W + b
    return A

# wrong: the last layer is never computed
def forward(X, weights, biases):
    A = X
    for k in range(len(weights) - 1):
        A = nnlib.relu(A @ weights[k] + biases[k])
    return A

# wrong: every layer takes X and not what the layer before it gave
def forward(X, weights, biases):
    for W, b in zip(weights[:-1], biases[:-1]):
        A = nnlib.relu(X @ W + b)
    return A @ weights[-1] + biases[-1]

# wrong: two layers are written in, so other depths fail or are cut
def forward(X, weights, biases):
    A1 = nnlib.relu(X @ weights[0] + biases[0])
    return A1 @ weights[1] + biases[1]

# wrong: Z is set only inside the loop, so a network of a single layer raises
def forward(X, weights, biases):
    A = X
    for W, b in zip(weights[:-1], biases[:-1]):
        Z = A @ W + b
        A = nnlib.relu(Z)
    Y_hat = nnlib.relu(Z) @ weights[-1] + biases[-1]
    return Y_hat

# wrong: takes the last layer out of the caller's lists, so they are shorter afterwards
def forward(X, weights, biases):
    W_last = weights.pop()
    b_last = biases.pop()
    A = X
    for W, b in zip(weights, biases):
        A = nnlib.relu(A @ W + b)
    return A @ W_last + b_last

# wrong: ReLU comes before each layer, so the inputs lose their negative entries
def forward(X, weights, biases):
    A = X
    for W, b in zip(weights, biases):
        A = nnlib.relu(A) @ W + b
    return A

# wrong: the comparison with len(weights) always holds, so ReLU is applied to the last layer too
def forward(X, weights, biases):
    A = X
    for k in range(len(weights)):
        A = A @ weights[k] + biases[k]
        if k < len(weights):
            A = nnlib.relu(A)
    return A

# wrong, two mistakes: the loop covers all layers, and the last one is applied again after it; the bias is added behind ReLU
def forward(X, weights, biases):
    A = X
    for W, b in zip(weights, biases):
        A = nnlib.relu(A @ W) + b
    return A @ weights[-1] + biases[-1]

# wrong, two mistakes: takes the bias of the first layer for the last one; the return stands inside the loop
def forward(X, weights, biases):
    A = X
    for W, b in zip(weights[:-1], biases[:-1]):
        A = nnlib.relu(A @ W + b)
        return A @ weights[-1] + biases[0]

# wrong, two mistakes: the lists have no attribute shape, which raises; W @ A is the order for examples in columns
def forward(X, weights, biases):
    A = X
    for k in range(weights.shape[0] - 1):
        A = nnlib.relu(weights[k] @ A + biases[k])
    return weights[-1] @ A + biases[-1]

# right: the last layer is kept out of the loop
def forward(X, weights, biases):
    A = X
    for W, b in zip(weights[:-1], biases[:-1]):
        A = nnlib.relu(A @ W + b)
    return A @ weights[-1] + biases[-1]

# right: one loop, ReLU unless it is the last turn
def forward(X, weights, biases):
    """From X (n, d_in) and lists of the layers' W and b to Y_hat (n, d_out)."""
    last = len(weights) - 1
    A = X
    for k, (W, b) in enumerate(zip(weights, biases)):
        Z = A @ W + b
        A = Z if k == last else nnlib.relu(Z)
    return A

# right: the first layer without ReLU, then ReLU before each further one
def forward(X, weights, biases):
    Z = X @ weights[0] + biases[0]
    for W, b in zip(weights[1:], biases[1:]):
        Z = np.maximum(Z, 0) @ W + b
    return Z

# right: recursion, one layer and then the rest of the network
def forward(X, weights, biases):
    Z = np.dot(X, weights[0]) + biases[0]
    if len(weights) == 1:
        return Z
    return forward(np.where(Z > 0, Z, 0), weights[1:], biases[1:])

# right: pops from copies of the lists, so those of the caller stay whole
def forward(X, weights, biases):
    todo = list(zip(weights, biases))
    A = X.copy()
    while todo:
        W, b = todo.pop(0)
        A = A @ W + b
        if todo:
            A[A < 0] = 0
    return A
