# wrong: the article's gradient, without the factor 2/n: it belongs to half the sum
def mse_gradient(Y_hat, Y):
    return Y_hat - Y

# wrong: divides by the rows, right for one output only
def mse_gradient(Y_hat, Y):
    n = Y.shape[0]
    return 2 * (Y_hat - Y) / n

# wrong: the 2 from the slope of the square is missing
def mse_gradient(Y_hat, Y):
    """From Y_hat and Y, both (n, d_out), to dY_hat (n, d_out)."""
    return (Y_hat - Y) / Y.size

# wrong: the sign is turned, target minus prediction
def mse_gradient(Y_hat, Y):
    return 2 * (Y - Y_hat) / Y.size

# wrong: the division by the number of entries is missing, this is the gradient of the sum
def mse_gradient(Y_hat, Y):
    return 2 * (Y_hat - Y)

# wrong: averages the slopes, so one number comes out in place of a table
def mse_gradient(Y_hat, Y):
    return np.mean(2 * (Y_hat - Y))

# wrong: returns the squared errors over n and not their slopes
def mse_gradient(Y_hat, Y):
    return (Y_hat - Y) ** 2 / Y.size

# wrong: multiplies by the number of outputs where it must divide by it
def mse_gradient(Y_hat, Y):
    n, d_out = Y.shape
    return 2 / n * d_out * (Y_hat - Y)

# wrong: works in place on the predictions, so the caller's array is changed
def mse_gradient(Y_hat, Y):
    Y_hat -= Y
    Y_hat *= 2 / Y.size
    return Y_hat

# wrong, two mistakes: divides by len, the rows; sums over the outputs of each row, so the shape is wrong for several outputs
def mse_gradient(Y_hat, Y):
    return (2 / len(Y)) * (Y_hat - Y).sum(axis=1, keepdims=True)

# wrong, two mistakes: the number of rows is the 5 of the page; the half in front of the loss is taken, so the 2 is gone
def mse_gradient(Y_hat, Y):
    n = 5
    return 1 / n * (Y_hat - Y)

# wrong, two mistakes: size is no function and cannot be called; the gradient is only printed
def mse_gradient(Y_hat, Y):
    dY_hat = 2 * (Y_hat - Y) / Y.size()
    print(dY_hat)

# right: twice the errors over the number of all entries
def mse_gradient(Y_hat, Y):
    return 2 * (Y_hat - Y) / Y.size

# right: nnlib's loss, forward and then backward
def mse_gradient(Y_hat, Y):
    """From Y_hat and Y, both (n, d_out), to dY_hat (n, d_out)."""
    loss = nnlib.MSELoss()
    loss.forward(Y_hat, Y)
    return loss.backward()

# right: mean of target minus prediction turned by the sign, with rows times outputs spelled out
def mse_gradient(Y_hat, Y):
    n, d_out = Y_hat.shape
    return -2 / (n * d_out) * np.subtract(Y, Y_hat)

# right: nudges, by nnlib's numerical gradient
def mse_gradient(Y_hat, Y):
    return nnlib.numerical_gradient(lambda P: np.mean((P - Y) ** 2), Y_hat)

# right: entry by entry, from the difference of the two losses when one prediction moves by 1 up and down
def mse_gradient(Y_hat, Y):
    dY_hat = np.zeros(Y.shape)
    for i in range(Y.shape[0]):
        for k in range(Y.shape[1]):
            e = Y_hat[i, k] - Y[i, k]
            dY_hat[i, k] = ((e + 1) ** 2 - (e - 1) ** 2) / 2 / Y.size
    return dY_hat
