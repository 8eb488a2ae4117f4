# wrong: the label is the column
def label_table(labels, classes):
    return np.eye(len(classes))[labels]

# wrong: the labels count from 1
def label_table(labels, classes):
    return np.eye(len(classes))[labels - 1]

# wrong: the transposed table
def label_table(labels, classes):
    return (classes.reshape(-1, 1) == labels).astype(float)

# wrong: the columns of sorted classes
def label_table(labels, classes):
    order = np.sort(classes)
    return np.eye(len(order))[np.searchsorted(order, labels)]

# wrong: only those classes that occur
def label_table(labels, classes):
    found, columns = np.unique(labels, return_inverse=True)
    return np.eye(len(found))[columns]

# wrong: no column stands up
def label_table(labels, classes):
    return (labels == classes).astype(float)

# wrong: the label itself stands in the table
def label_table(labels, classes):
    return np.where(labels[:, None] == classes, labels[:, None], 0)

# wrong: returns the columns and no table
def label_table(labels, classes):
    return np.array([list(classes).index(label) for label in labels])

# wrong, two mistakes: transposed; and 0 and 1 exchanged
def label_table(labels, classes):
    return (labels != classes.reshape(-1, 1)).astype(float)

# wrong, two mistakes: classes sorted; and transposed
def label_table(labels, classes):
    return (np.sort(classes)[:, None] == labels).astype(float)

# right: each label compared with each class
def label_table(labels, classes):
    return (labels[:, None] == classes[None, :]) * 1.0

# right: booleans are numbers enough
def label_table(labels, classes):
    return np.equal.outer(labels, classes)

# right: a loop over rows and classes
def label_table(labels, classes):
    Y = np.zeros((len(labels), len(classes)))
    for i, label in enumerate(labels):
        for j, name in enumerate(classes):
            if label == name:
                Y[i, j] = 1
    return Y

# right: the place of each class, then nnlib's one_hot
def label_table(labels, classes):
    place = {int(name): j for j, name in enumerate(classes)}
    return nnlib.one_hot([place[int(label)] for label in labels], len(classes))
