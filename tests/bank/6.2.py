# wrong: X and Y get an order each, so the rows no longer belong together.
def shuffled_batches(X, Y, batch_size, rng):
    X_mixed = X[rng.permutation(len(X))]
    Y_mixed = Y[rng.permutation(len(Y))]
    batches = []
    for start in range(0, len(X), batch_size):
        batches.append((X_mixed[start : start + batch_size], Y_mixed[start : start + batch_size]))
    return batches

# wrong: The smaller batch at the end is dropped.
def shuffled_batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for k in range(len(X) // batch_size):
        rows = order[k * batch_size : (k + 1) * batch_size]
        batches.append((X[rows], Y[rows]))
    return batches

# wrong: Nothing is shuffled, the batches come in the order of the table.
def shuffled_batches(X, Y, batch_size, rng):
    batches = []
    for start in range(0, len(X), batch_size):
        batches.append((X[start : start + batch_size], Y[start : start + batch_size]))
    return batches

# wrong: The rng that is handed in is ignored; a generator made anew gives the same order at each call.
def shuffled_batches(X, Y, batch_size, rng):
    rng = np.random.default_rng(0)
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], Y[rows]))
    return batches

# wrong: X[:] = and Y[:] = write the new order into the tables of the caller.
def shuffled_batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    X[:] = X[order]
    Y[:] = Y[order]
    starts = range(0, len(X), batch_size)
    return [(X[s : s + batch_size].copy(), Y[s : s + batch_size].copy()) for s in starts]

# wrong: Each batch is drawn for itself with rng.choice, so some rows come twice and others never.
def shuffled_batches(X, Y, batch_size, rng):
    batches = []
    for _ in range(math.ceil(len(X) / batch_size)):
        rows = rng.choice(len(X), batch_size)
        batches.append((X[rows], Y[rows]))
    return batches

# wrong: np.array_split makes batches of nearly equal size, 4, 3 and 3 in place of 4, 4 and 2.
def shuffled_batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    parts = np.array_split(order, math.ceil(len(X) / batch_size))
    return [(X[rows], Y[rows]) for rows in parts]

# wrong: It returns two lists in place of one list of pairs.
def shuffled_batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    X_batches, Y_batches = [], []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        X_batches.append(X[rows])
        Y_batches.append(Y[rows])
    return X_batches, Y_batches

# wrong: The slice is one row too short, as if its end were included.
def shuffled_batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size - 1]
        batches.append((X[rows], Y[rows]))
    return batches

# wrong, two mistakes: batch_size is ignored, the 4 of the example stands in its place; and Y is not put into the new order.
def shuffled_batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    X_mixed = X[order]
    batches = []
    for start in range(0, len(X), 4):
        batches.append((X_mixed[start : start + 4], Y[start : start + 4]))
    return batches

# wrong, two mistakes: range has no step, so a batch starts at every row; and the rng is ignored for NumPy's global generator.
def shuffled_batches(X, Y, batch_size, rng):
    order = np.random.permutation(len(X))
    batches = []
    for start in range(len(X)):
        rows = order[start : start + batch_size]
        batches.append((X[rows], Y[rows]))
    return batches

# wrong, two mistakes: rng.shuffle returns None, and indexing with None only adds an axis; and it mixes the rows of X, without Y, in the caller's array.
def shuffled_batches(X, Y, batch_size, rng):
    order = rng.shuffle(X)
    X_mixed, Y_mixed = X[order], Y[order]
    batches = []
    for start in range(0, len(X), batch_size):
        batches.append((X_mixed[start : start + batch_size], Y_mixed[start : start + batch_size]))
    return batches

# right: one order for both tables
def shuffled_batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], Y[rows]))
    return batches

# right: np.split at every batch_size-th place of the order
def shuffled_batches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[0])
    cuts = np.arange(batch_size, len(order), batch_size)
    return [(X[rows], Y[rows]) for rows in np.split(order, cuts)]

# right: a while loop eats a list of row numbers that rng.shuffle has mixed in place
def shuffled_batches(X, Y, batch_size, rng):
    left = list(range(len(X)))
    rng.shuffle(left)
    batches = []
    while left:
        rows, left = left[:batch_size], left[batch_size:]
        batches.append((X[rows], Y[rows]))
    return batches

# right: the order comes from sorting random numbers
def shuffled_batches(X, Y, batch_size, rng):
    order = np.argsort(rng.random(len(X)))
    X_mixed, Y_mixed = X[order], Y[order]
    cut = lambda table: [table[s : s + batch_size] for s in range(0, len(table), batch_size)]
    return list(zip(cut(X_mixed), cut(Y_mixed)))

# right: both tables are glued together, shuffled as one, and cut apart by columns; a recursion cuts off the batches
def shuffled_batches(X, Y, batch_size, rng):
    d_in = X.shape[1]

    def cut_off(both):
        if len(both) == 0:
            return []
        head = both[:batch_size]
        return [(head[:, :d_in], head[:, d_in:])] + cut_off(both[batch_size:])

    return cut_off(rng.permutation(np.hstack([X, Y])))
