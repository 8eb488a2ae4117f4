# wrong: reshape reads row by row and mixes the weights of the units, only .T keeps them together
def from_pytorch(weight, bias):
    d_out, d_in = weight.shape
    W = weight.reshape(d_in, d_out)
    b = bias.reshape(1, d_out)
    return W, b

# wrong: .T does nothing to an array with one axis, so b stays (d_out,)
def from_pytorch(weight, bias):
    """From weight (d_out, d_in) and bias (d_out,) to W (d_in, d_out) and b (1, d_out)."""
    return weight.T, bias.T

# wrong: the weights are not transposed, they stay (d_out, d_in)
def from_pytorch(weight, bias):
    W = weight
    b = bias.reshape(1, -1)
    return W, b

# wrong: the biases become a column, with one row a unit
def from_pytorch(weight, bias):
    W = weight.T
    b = bias.reshape(-1, 1)
    return W, b

# wrong: the results come in the wrong order
def from_pytorch(weight, bias):
    W = weight.T
    b = bias[None, :]
    return b, W

# wrong: the sizes of the example are written in, so other sizes do not fit
def from_pytorch(weight, bias):
    W = weight.T
    b = bias.reshape(1, 2)
    return W, b

# wrong: one row of weights comes out, which is right for a single feature only
def from_pytorch(weight, bias):
    W = weight.reshape(1, -1)
    b = bias.reshape(1, -1)
    return W, b

# wrong: repeats the biases for every feature, so b is not (1, d_out)
def from_pytorch(weight, bias):
    W = np.transpose(weight)
    b = np.repeat(bias.reshape(1, -1), W.shape[0], axis=0)
    return W, b

# wrong: turns the friend's bias itself into a row, so the array that was handed in is changed
def from_pytorch(weight, bias):
    bias.resize((1, bias.size), refcheck=False)
    return weight.T, bias

# wrong, two mistakes: reversing both axes turns the array round but does not transpose it; b keeps its single axis
def from_pytorch(weight, bias):
    W = weight[::-1, ::-1]
    b = bias
    return W, b

# wrong, two mistakes: PyTorch's transpose with two axis numbers does not exist in NumPy in this form and raises; unsqueeze is no method of an array
def from_pytorch(weight, bias):
    W = weight.transpose(0, 1, 2)
    b = bias.unsqueeze(0)
    return W, b

# wrong, two mistakes: reshape is used for turning, which mixes the weights of the units; only W is returned, b is forgotten
def from_pytorch(weight, bias):
    d_in, d_out = weight.shape
    W = weight.reshape(d_out, d_in)
    b = bias.reshape(1, bias.shape[0])
    return W

# right: transpose the weights, lay the biases in a row
def from_pytorch(weight, bias):
    return weight.T, bias.reshape(1, -1)

# right: np.transpose and a new axis in front, on copies
def from_pytorch(weight, bias):
    """From weight (d_out, d_in) and bias (d_out,) to W (d_in, d_out) and b (1, d_out)."""
    W = np.transpose(weight).copy()
    b = bias[np.newaxis, :].copy()
    return W, b

# right: each unit's weights are set side by side as columns
def from_pytorch(weight, bias):
    W = np.column_stack([unit for unit in weight])
    b = np.array([bias])
    return W, b

# right: reshape in Fortran order happens to be a transpose, atleast_2d puts the axis in front
def from_pytorch(weight, bias):
    d_out, d_in = weight.shape
    W = weight.ravel().reshape((d_in, d_out), order="F")
    b = np.atleast_2d(bias)
    return W, b

# right: lets the friend's layer run on unit rows and on a row of zeros and reads off W and b
def from_pytorch(weight, bias):
    d_out, d_in = weight.shape
    W = np.eye(d_in) @ weight.T
    b = np.zeros((1, d_in)) @ weight.T + bias
    return W, b
