# wrong: counts the weights only, the biases are missing
def count_parameters(X, Y, hidden):
    sizes = [X.shape[1], *hidden, Y.shape[1]]
    total = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        total += d_in * d_out
    return total

# wrong: takes the number of rows for the number of features and outputs
def count_parameters(X, Y, hidden):
    """From X (n, d_in), Y (n, d_out) and the hidden layers' widths to the number of parameters."""
    sizes = [len(X), *hidden, len(Y)]
    return sum(a * c + c for a, c in zip(sizes, sizes[1:]))

# wrong: the bias of a layer is counted once for each input and not for each unit
def count_parameters(X, Y, hidden):
    sizes = [X.shape[1], *hidden, Y.shape[1]]
    total = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        total += d_in * d_out + d_in
    return total

# wrong: the output layer is missing
def count_parameters(X, Y, hidden):
    sizes = [X.shape[1], *hidden]
    total = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        total += d_in * d_out + d_out
    return total

# wrong: the output is taken to be one number, whatever Y is
def count_parameters(X, Y, hidden):
    sizes = [X.shape[1], *hidden, 1]
    return sum(m * n + n for m, n in zip(sizes[:-1], sizes[1:]))

# wrong: knows one hidden layer only, the further ones are left out
def count_parameters(X, Y, hidden):
    d_in, d_out = X.shape[1], Y.shape[1]
    h = hidden[0]
    return d_in * h + h + h * d_out + d_out

# wrong: one bias for a whole layer in place of one for each unit
def count_parameters(X, Y, hidden):
    sizes = [X.shape[1], *hidden, Y.shape[1]]
    total = 0
    for k in range(len(sizes) - 1):
        total += sizes[k] * sizes[k + 1] + 1
    return total

# wrong: puts the input and the output into the caller's list hidden
def count_parameters(X, Y, hidden):
    hidden.insert(0, X.shape[1])
    hidden.append(Y.shape[1])
    total = 0
    for a, c in zip(hidden, hidden[1:]):
        total += a * c + c
    return total

# wrong: the count is replaced in every turn, so only the last layer is returned
def count_parameters(X, Y, hidden):
    sizes = [X.shape[1]] + hidden + [Y.shape[1]]
    for d_in, d_out in zip(sizes, sizes[1:]):
        total = d_in * d_out + d_out
    return total

# wrong, two mistakes: runs one layer beyond the end and raises; the biases are forgotten
def count_parameters(X, Y, hidden):
    sizes = [X.shape[1], *hidden, Y.shape[1]]
    total = 0
    for k in range(len(sizes)):
        total += sizes[k] * sizes[k + 1]
    return total

# wrong, two mistakes: the widths of the hidden layers are added up to one layer; X.shape[0], the rows, is taken for the features
def count_parameters(X, Y, hidden):
    h = sum(hidden)
    return X.shape[0] * h + h + h * Y.shape[1] + Y.shape[1]

# wrong, two mistakes: append returns None, so sizes is no list and the loop raises; the notebook's Y_hat is used in place of Y
def count_parameters(X, Y, hidden):
    sizes = [X.shape[1], *hidden].append(Y_hat.shape[1])
    total = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        total += d_in * d_out + d_out
    return total

# right: all sizes in one list, layer by layer
def count_parameters(X, Y, hidden):
    sizes = [X.shape[1], *hidden, Y.shape[1]]
    total = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        total += d_in * d_out + d_out
    return total

# right: a generator in sum, with (d_in + 1) * d_out a layer
def count_parameters(X, Y, hidden):
    """From X (n, d_in), Y (n, d_out) and the hidden layers' widths to the number of parameters."""
    d = [X.shape[1]] + list(hidden) + [Y.shape[1]]
    return sum((d[k] + 1) * d[k + 1] for k in range(len(d) - 1))

# right: recursion over the layers
def count_parameters(X, Y, hidden):
    def rest(d_in, widths):
        if not widths:
            return 0
        return (d_in + 1) * widths[0] + rest(widths[0], widths[1:])

    return rest(X.shape[1], list(hidden) + [Y.shape[1]])

# right: NumPy's dot product of neighbouring sizes, the result is a numpy integer
def count_parameters(X, Y, hidden):
    s = np.array([X.shape[1], *hidden, Y.shape[1]])
    return np.dot(s[:-1] + 1, s[1:])

# right: builds the arrays of the network and counts their entries
def count_parameters(X, Y, hidden):
    count = 0
    n_before = X.shape[1]
    for n_units in hidden:
        W, b = np.zeros((n_before, n_units)), np.zeros((1, n_units))
        count += W.size + b.size
        n_before = n_units
    W, b = np.zeros((n_before, Y.shape[1])), np.zeros((1, Y.shape[1]))
    return count + W.size + b.size
