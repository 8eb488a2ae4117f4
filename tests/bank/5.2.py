# wrong: It takes the mean over the rows in place of the sum, so it divides by n a second time.
def bias_gradient(dZ):
    return dZ.mean(axis=0, keepdims=True)

# wrong: Without keepdims the result is flat, of shape (d_out,), and not (1, d_out) as the bias.
def bias_gradient(dZ):
    return np.sum(dZ, axis=0)

# wrong: It sums over the outputs, along axis 1, and keeps a number for each row.
def bias_gradient(dZ):
    db = np.sum(dZ, axis=1, keepdims=True)
    return db

# wrong: Without an axis all outputs are added into one number; right for one output only.
def bias_gradient(dZ):
    return np.sum(dZ, keepdims=True)

# wrong: The result is a column of shape (d_out, 1), the convention of other courses, not a row.
def bias_gradient(dZ):
    return dZ.sum(axis=0).reshape(-1, 1)

# wrong: The five rows of the example are hard-coded in the ones, so other numbers of rows raise an error.
def bias_gradient(dZ):
    ones = np.ones((5, 1))
    return ones.T @ dZ

# wrong: The loop starts with 1, so row 0 is left out.
def bias_gradient(dZ):
    n, d_out = dZ.shape
    db = np.zeros((1, d_out))
    for i in range(1, n):
        db[0] += dZ[i]
    return db

# wrong: The keyword is called keepdims; keepdim is PyTorch's and raises a TypeError here.
def bias_gradient(dZ):
    return np.sum(dZ, axis=0, keepdim=True)

# wrong: Nothing is summed; every row keeps a gradient of its own, (n, d_out).
def bias_gradient(dZ):
    db = dZ * 1.0
    return db

# wrong, two mistakes: This is the formula for examples in columns: it sums along axis 1; and it divides by the number of rows once more.
def bias_gradient(dZ):
    m = dZ.shape[0]
    return (1 / m) * np.sum(dZ, axis=1, keepdims=True)

# wrong, two mistakes: It averages in place of adding up; and the result is flat, (d_out,).
def bias_gradient(dZ):
    db = []
    for k in range(dZ.shape[1]):
        db.append(np.mean(dZ[:, k]))
    return np.array(db)

# wrong, two mistakes: The sum of each column is cut to a whole number; and the last column is left out of the loop.
def bias_gradient(dZ):
    db = np.zeros((1, dZ.shape[1]), dtype=int)
    for k in range(dZ.shape[1] - 1):
        db[0, k] = dZ[:, k].sum()
    return db

# right: the line of the notebook
def bias_gradient(dZ):
    return dZ.sum(axis=0, keepdims=True)

# right: the bias as a weight with the constant input 1
def bias_gradient(dZ):
    return np.ones((1, dZ.shape[0])) @ dZ

# right: the rows are added up one after the other, starting from a new array
def bias_gradient(dZ):
    db = np.zeros((1, dZ.shape[1]))
    for row in dZ:
        db = db + row
    return db

# right: the last row of a running sum, cut out as a slice so that it stays a matrix
def bias_gradient(dZ):
    return np.cumsum(dZ, axis=0)[-1:]

# right: mean times n, and a new axis by None
def bias_gradient(dZ):
    n = len(dZ)
    return (n * np.mean(dZ, axis=0))[None, :]
