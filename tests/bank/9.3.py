# wrong: P - Y without 1/n
def score_gradient(Z, labels):
    P = nnlib.softmax(Z)
    return P - nnlib.one_hot(labels, Z.shape[1])

# wrong: divided by all entries
def score_gradient(Z, labels):
    P = nnlib.softmax(Z)
    return (P - nnlib.one_hot(labels, Z.shape[1])) / P.size

# wrong: the sign is turned
def score_gradient(Z, labels):
    Y = nnlib.one_hot(labels, Z.shape[1])
    return (Y - nnlib.softmax(Z)) / len(Z)

# wrong: argmax in place of the shares
def score_gradient(Z, labels):
    k = Z.shape[1]
    said = Z.argmax(axis=1)
    return (np.eye(k)[said] - np.eye(k)[labels]) / len(Z)

# wrong: the diagonal of the Jacobian only
def score_gradient(Z, labels):
    P = nnlib.softmax(Z)
    return P * (1 - P) / len(Z)

# wrong: P - Y times the derivative of softmax
def score_gradient(Z, labels):
    P = nnlib.softmax(Z)
    Y = nnlib.one_hot(labels, Z.shape[1])
    return (P - Y) * P * (1 - P) / len(Z)

# wrong: takes 1 off in the columns of all labels
def score_gradient(Z, labels):
    dZ = nnlib.softmax(Z)
    dZ[:, labels] -= 1
    return dZ / len(dZ)

# wrong: the number of the label is subtracted
def score_gradient(Z, labels):
    return (nnlib.softmax(Z) - labels.reshape(-1, 1)) / len(Z)

# wrong: scores in place of shares
def score_gradient(Z, labels):
    return (Z - nnlib.one_hot(labels, Z.shape[1])) / len(Z)

# wrong, two mistakes: the sign; and no 1/n
def score_gradient(Z, labels):
    return nnlib.one_hot(labels, Z.shape[1]) - nnlib.softmax(Z)

# wrong, two mistakes: argmax in place of the shares; and no 1/n
def score_gradient(Z, labels):
    k = Z.shape[1]
    return np.eye(k)[Z.argmax(axis=1)] - np.eye(k)[labels]

# right: the three lines of the section
def score_gradient(Z, labels):
    Y = np.eye(Z.shape[1])[labels]
    return (nnlib.softmax(Z) - Y) / Z.shape[0]

# right: nnlib's loss, forward and then backward
def score_gradient(Z, labels):
    loss = nnlib.SoftmaxCrossEntropyLoss()
    loss.forward(Z, labels)
    return loss.backward()

# right: 1 off at the labels of the rows
def score_gradient(Z, labels):
    dZ = np.exp(nnlib.log_softmax(Z))
    dZ[np.arange(len(Z)), labels] -= 1
    return dZ / len(Z)

# right: row by row
def score_gradient(Z, labels):
    dZ = np.zeros(Z.shape)
    for i, (p, label) in enumerate(zip(nnlib.softmax(Z), labels)):
        dZ[i] = p
        dZ[i, label] -= 1
        dZ[i] /= len(Z)
    return dZ
