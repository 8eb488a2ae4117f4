# wrong: the bias is missing
def one_entry(X, W, b, i, k):
    return X[i] @ W[:, k]

# wrong: takes row k of W where column k belongs
def one_entry(X, W, b, i, k):
    """From X (n, d_in), W (d_in, d_out), b (1, d_out) and two indices to the number Z[i, k]."""
    return X[i] @ W[k] + b[0, k]

# wrong: column i of X and row k of W, the convention of one example a column
def one_entry(X, W, b, i, k):
    return W[k, :] @ X[:, i] + b[0, k]

# wrong: takes the bias of row i and not of unit k
def one_entry(X, W, b, i, k):
    return np.dot(X[i, :], W[:, k]) + b[0, i]

# wrong: b has two axes, so b[k] is a row and not a number, and there is none beyond the first
def one_entry(X, W, b, i, k):
    return X[i] @ W[:, k] + b[k]

# wrong: multiplies entry by entry and forgets to add up, so an array comes out
def one_entry(X, W, b, i, k):
    return X[i] * W[:, k] + b[0, k]

# wrong: the bias is added in every turn of the loop, d_in times in all
def one_entry(X, W, b, i, k):
    z = 0
    for j in range(X.shape[1]):
        z += X[i, j] * W[j, k] + b[0, k]
    return z

# wrong: counts i and k from 1, while they are counted from 0
def one_entry(X, W, b, i, k):
    return X[i - 1] @ W[:, k - 1] + b[0, k - 1]

# wrong: returns a table of shape (1, 1) and not a number
def one_entry(X, W, b, i, k):
    return X[i : i + 1] @ W[:, k : k + 1] + b[:, k : k + 1]

# wrong, two mistakes: the loop leaves out the last feature; the bias is always that of the first unit
def one_entry(X, W, b, i, k):
    z = b[0, 0]
    for j in range(X.shape[1] - 1):
        z = z + X[i, j] * W[j, k]
    return z

# wrong, two mistakes: uses one feature only, as on the page; the notebook's W1 stands in place of the argument W
def one_entry(X, W, b, i, k):
    return X[i, 0] * W1[0, k] + b[0, k]

# wrong, two mistakes: the matrix product of two flat arrays already is a number, and a number cannot be indexed; i and k are exchanged
def one_entry(X, W, b, i, k):
    Z = X[k] @ W[:, i] + b[0, i]
    return Z[i, k]

# right: a row times a column, plus that unit's bias
def one_entry(X, W, b, i, k):
    return X[i] @ W[:, k] + b[0, k]

# right: the loop over the features
def one_entry(X, W, b, i, k):
    """From X (n, d_in), W (d_in, d_out), b (1, d_out) and two indices to the number Z[i, k]."""
    z = b[0, k]
    for j in range(W.shape[0]):
        z = z + X[i, j] * W[j, k]
    return z

# right: einsum over the one axis, the result is a numpy scalar or a 0-d array
def one_entry(X, W, b, i, k):
    return np.einsum("j,j->", X[i], W[:, k]) + b[0][k]

# right: a (1, 1) product turned into a plain Python float by item
def one_entry(X, W, b, i, k):
    return (X[[i]] @ W[:, [k]] + b[:, [k]]).item()

# right: a one is put behind the features and the bias below the weights, then one sum of products in plain Python
def one_entry(X, W, b, i, k):
    row = [*X[i], 1]
    column = [*W.T[k], b[0, k]]
    return sum(p * q for p, q in zip(row, column))
