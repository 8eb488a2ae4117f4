# wrong: rows and columns exchanged
def count_pairs(labels, said, k):
    C = np.zeros((k, k))
    for label, answer in zip(labels, said):
        C[answer, label] += 1
    return C

# wrong: each pair once only
def count_pairs(labels, said, k):
    C = np.zeros((k, k), dtype=int)
    C[labels, said] += 1
    return C

# wrong: the right rows only
def count_pairs(labels, said, k):
    C = np.zeros((k, k))
    for i in range(len(labels)):
        if labels[i] == said[i]:
            C[labels[i], labels[i]] += 1
    return C

# wrong: the mistakes only
def count_pairs(labels, said, k):
    C = np.zeros((k, k))
    for i in range(len(labels)):
        if labels[i] != said[i]:
            C[labels[i], said[i]] += 1
    return C

# wrong: shares in place of counts
def count_pairs(labels, said, k):
    C = np.zeros((k, k))
    np.add.at(C, (labels, said), 1)
    return C / len(labels)

# wrong: the size comes from the largest label
def count_pairs(labels, said, k):
    k = max(labels.max(), said.max()) + 1
    C = np.zeros((k, k))
    np.add.at(C, (labels, said), 1)
    return C

# wrong: an empty row and column for classes that count from 1
def count_pairs(labels, said, k):
    C = np.zeros((k + 1, k + 1))
    np.add.at(C, (labels + 1, said + 1), 1)
    return C

# wrong: the counts lie in one line
def count_pairs(labels, said, k):
    return np.bincount(labels * k + said, minlength=k * k)

# wrong, two mistakes: exchanged; and each pair once
def count_pairs(labels, said, k):
    C = np.zeros((k, k))
    C[said, labels] += 1
    return C

# wrong, two mistakes: exchanged; and divided by the rows
def count_pairs(labels, said, k):
    C = np.zeros((k, k))
    np.add.at(C, (said, labels), 1)
    return C / len(said)

# right: a loop over the pairs
def count_pairs(labels, said, k):
    C = np.zeros((k, k), dtype=int)
    for label, answer in zip(labels, said):
        C[label, answer] += 1
    return C

# right: np.add.at
def count_pairs(labels, said, k):
    C = np.zeros((k, k))
    np.add.at(C, (labels, said), 1)
    return C

# right: the product of one-hot tables
def count_pairs(labels, said, k):
    return np.eye(k)[labels].T @ np.eye(k)[said]

# right: bincount of row and column in one number
def count_pairs(labels, said, k):
    return np.bincount(labels * k + said, minlength=k * k).reshape(k, k)
