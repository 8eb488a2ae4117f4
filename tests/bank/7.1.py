# wrong: The gate stands at the last layer too, so negative predictions learn nothing: the fault of the found code.
def layer_gradients(layers, hidden, grad):
    gradients = []
    for i in reversed(range(len(layers))):
        grad = grad * (hidden[i + 1] > 0)
        weights, biases = layers[i]
        gradients.insert(0, [hidden[i].T @ grad, grad.sum(axis=0, keepdims=True)])
        grad = grad @ weights.T
    return gradients

# wrong: No layer has a gate, units that were off let the gradient through.
def layer_gradients(layers, hidden, grad):
    gradients = []
    for i in reversed(range(len(layers))):
        weights, biases = layers[i]
        w_grad = hidden[i].T @ grad
        b_grad = grad.sum(axis=0, keepdims=True)
        gradients.insert(0, [w_grad, b_grad])
        grad = grad @ weights.T
    return gradients

# wrong: The pairs come from the last layer to the first, since append puts each at the end.
def layer_gradients(layers, hidden, grad):
    gradients = []
    for i in reversed(range(len(layers))):
        if i != len(layers) - 1:
            grad = grad * (hidden[i + 1] > 0)
        gradients.append([hidden[i].T @ grad, grad.sum(axis=0, keepdims=True)])
        grad = grad @ layers[i][0].T
    return gradients

# wrong: The biases take the mean over the rows.
def layer_gradients(layers, hidden, grad):
    gradients = []
    for i in range(len(layers) - 1, -1, -1):
        if i < len(layers) - 1:
            grad = grad * np.heaviside(hidden[i + 1], 0)
        gradients.insert(0, [hidden[i].T @ grad, np.mean(grad, axis=0, keepdims=True)])
        grad = grad @ layers[i][0].T
    return gradients

# wrong: The gate asks hidden[i], the layer's input, where it should ask hidden[i + 1], its output.
def layer_gradients(layers, hidden, grad):
    gradients = []
    for i in reversed(range(len(layers))):
        if i != len(layers) - 1:
            grad = grad * (hidden[i] > 0)
        weights, biases = layers[i]
        gradients.insert(0, [hidden[i].T @ grad, grad.sum(axis=0, keepdims=True)])
        grad = grad @ weights.T
    return gradients

# wrong: The condition is the wrong way round: only the last layer has a gate.
def layer_gradients(layers, hidden, grad):
    gradients = []
    for i in reversed(range(len(layers))):
        if i == len(layers) - 1:
            grad = grad * (hidden[i + 1] > 0)
        weights, biases = layers[i]
        gradients.insert(0, [hidden[i].T @ grad, grad.sum(axis=0, keepdims=True)])
        grad = grad @ weights.T
    return gradients

# wrong: The range stops at 1, so layer 1 gets no gradients.
def layer_gradients(layers, hidden, grad):
    gradients = []
    for i in range(len(layers) - 1, 0, -1):
        gradients.insert(0, [hidden[i].T @ grad, grad.sum(axis=0, keepdims=True)])
        grad = (grad @ layers[i][0].T) * (hidden[i] > 0)
    return gradients

# wrong: Written for exactly two layers; a network of another depth gets the wrong number of pairs or an error.
def layer_gradients(layers, hidden, grad):
    X, A1, Y_hat = hidden
    (W1, b1), (W2, b2) = layers
    dW2, db2 = A1.T @ grad, grad.sum(axis=0, keepdims=True)
    dZ1 = grad @ W2.T * (A1 > 0)
    dW1, db1 = X.T @ dZ1, dZ1.sum(axis=0, keepdims=True)
    return [[dW1, db1], [dW2, db2]]

# wrong: hidden[i + 1] stands where the layer's input hidden[i] belongs.
def layer_gradients(layers, hidden, grad):
    gradients = []
    for i in reversed(range(len(layers))):
        if i < len(layers) - 1:
            grad = grad * (hidden[i + 1] > 0)
        gradients.insert(0, [hidden[i + 1].T @ grad, grad.sum(axis=0, keepdims=True)])
        grad = grad @ layers[i][0].T
    return gradients

# wrong, two mistakes: It takes a step and so changes the caller's layers; and it sends back through the new weights.
def layer_gradients(layers, hidden, grad):
    lr = 0.001
    gradients = []
    for i in reversed(range(len(layers))):
        if i != len(layers) - 1:
            grad = grad * (hidden[i + 1] > 0)
        w_grad, b_grad = hidden[i].T @ grad, grad.sum(axis=0, keepdims=True)
        gradients.insert(0, [w_grad, b_grad])
        layers[i][0] = layers[i][0] - lr * w_grad
        layers[i][1] = layers[i][1] - lr * b_grad
        grad = grad @ layers[i][0].T
    return gradients

# wrong, two mistakes: The gate is still at the last layer too; and the pairs are in the reversed order.
def layer_gradients(layers, hidden, grad):
    gradients = []
    for i in reversed(range(len(layers))):
        grad = grad * (hidden[i + 1] > 0)
        weights, biases = layers[i]
        gradients += [[hidden[i].T @ grad, grad.sum(axis=0, keepdims=True)]]
        grad = grad @ weights.T
    return gradients

# wrong, two mistakes: The 2/n is multiplied in again although grad has it; and the gradients of the biases are flat.
def layer_gradients(layers, hidden, grad):
    grad = 2 * grad / grad.size
    gradients = []
    for i in reversed(range(len(layers))):
        if i < len(layers) - 1:
            grad = grad * (hidden[i + 1] > 0)
        gradients.insert(0, [hidden[i].T @ grad, np.sum(grad, axis=0)])
        grad = grad @ layers[i][0].T
    return gradients

# right: the found lines, with the gate for all but the last layer
def layer_gradients(layers, hidden, grad):
    gradients = []
    for i in reversed(range(len(layers))):
        if i < len(layers) - 1:
            grad = grad * (hidden[i + 1] > 0)
        weights, biases = layers[i]
        gradients.insert(0, [hidden[i].T @ grad, grad.sum(axis=0, keepdims=True)])
        grad = grad @ weights.T
    return gradients

# right: the gate comes at the end of the turn, at the layer's input, where it belongs to the layer before
def layer_gradients(layers, hidden, grad):
    gradients = []
    for (W, b), A in zip(reversed(layers), reversed(hidden[:-1])):
        gradients.append([A.T @ grad, grad.sum(axis=0, keepdims=True)])
        grad = np.where(A > 0, grad @ W.T, 0.0)
    return gradients[::-1]

# right: a recursion that takes the last layer off
def layer_gradients(layers, hidden, grad):
    if not layers:
        return []
    A = hidden[-2]
    pair = [A.T @ grad, np.ones((1, len(grad))) @ grad]
    return layer_gradients(layers[:-1], hidden[:-1], grad @ layers[-1][0].T * (A > 0)) + [pair]

# right: two passes, first all gradients of the outputs, then the pairs in a comprehension
def layer_gradients(layers, hidden, grad):
    depth = len(layers)
    dZ = {depth - 1: grad}
    for i in range(depth - 2, -1, -1):
        dZ[i] = np.einsum("ik,jk->ij", dZ[i + 1], layers[i + 1][0]) * np.sign(hidden[i + 1])
    return [[hidden[i].T @ dZ[i], dZ[i].sum(axis=0)[None, :]] for i in range(depth)]

# right: a list of full length is filled by number, and the gradient is gated in place on an own copy
def layer_gradients(layers, hidden, grad):
    last = len(layers) - 1
    gradients = [None] * len(layers)
    arriving = grad.copy()
    for i in range(last, -1, -1):
        if i != last:
            arriving[hidden[i + 1] <= 0] = 0
        dW = np.dot(hidden[i].T, arriving)
        db = arriving.sum(axis=0).reshape(layers[i][1].shape)
        gradients[i] = [dW, db]
        arriving = np.dot(arriving, layers[i][0].T)
    return gradients
