# wrong: a column minus a flat array is silently a table of shape (n, n)
def column_errors(Y_hat, y_flat):
    return Y_hat - y_flat

# wrong: the errors come out flat, of shape (n,), and not as a column
def column_errors(Y_hat, y_flat):
    """From Y_hat (n, 1) and y_flat (n,) to the errors (n, 1)."""
    return Y_hat.flatten() - y_flat

# wrong: .T does nothing to an array with one axis, so the table (n, n) comes out again
def column_errors(Y_hat, y_flat):
    return Y_hat - y_flat.T

# wrong: makes the targets a row and not a column
def column_errors(Y_hat, y_flat):
    Y = y_flat.reshape(1, -1)
    return Y_hat - Y

# wrong: target minus prediction, so all signs are turned
def column_errors(Y_hat, y_flat):
    return y_flat.reshape(-1, 1) - Y_hat

# wrong: the number of rows is the 5 of the page, other tables do not fit
def column_errors(Y_hat, y_flat):
    Y = y_flat.reshape(5, 1)
    return Y_hat - Y

# wrong: reshape returns a new array and is not stored, so y_flat stays flat
def column_errors(Y_hat, y_flat):
    y_flat.reshape(-1, 1)
    return Y_hat - y_flat

# wrong: changes the shape of the caller's targets in place
def column_errors(Y_hat, y_flat):
    y_flat.resize((len(y_flat), 1), refcheck=False)
    return Y_hat - y_flat

# wrong: the predictions are changed in place into the errors
def column_errors(Y_hat, y_flat):
    Y_hat -= y_flat.reshape(-1, 1)
    return Y_hat

# wrong, two mistakes: takes the absolute errors, so the signs are lost; they come out flat
def column_errors(Y_hat, y_flat):
    return np.abs(Y_hat[:, 0] - y_flat)

# wrong, two mistakes: the new axis stands in front, so the targets are a row; the mean is then taken over each row of the table
def column_errors(Y_hat, y_flat):
    table = Y_hat - y_flat[None, :]
    return table.mean(axis=1, keepdims=True)

# wrong, two mistakes: the notebook's Y stands in place of the argument y_flat; the errors are squared
def column_errors(Y_hat, y_flat):
    difference = Y_hat - Y
    return difference**2

# right: the targets become a column first
def column_errors(Y_hat, y_flat):
    return Y_hat - y_flat.reshape(-1, 1)

# right: a new axis at the end
def column_errors(Y_hat, y_flat):
    """From Y_hat (n, 1) and y_flat (n,) to the errors (n, 1)."""
    Y = y_flat[:, np.newaxis]
    return Y_hat - Y

# right: subtracts flat and makes a column of the result
def column_errors(Y_hat, y_flat):
    flat = Y_hat.ravel() - y_flat
    return flat.reshape(Y_hat.shape)

# right: the diagonal of the (n, n) table, as a column
def column_errors(Y_hat, y_flat):
    return np.diag(Y_hat - y_flat)[:, None]

# right: a list of rows with one number each, made an array
def column_errors(Y_hat, y_flat):
    rows = []
    for i in range(len(y_flat)):
        rows.append([Y_hat[i, 0] - y_flat[i]])
    return np.array(rows)
