# wrong: The test rows are scaled by their own mean and spread.
def standardise(X_train, X_test):
    train = (X_train - X_train.mean(axis=0)) / X_train.std(axis=0)
    test = (X_test - X_test.mean(axis=0)) / X_test.std(axis=0)
    return train, test

# wrong: Mean and spread come from all rows together, so the test rows have a say.
def standardise(X_train, X_test):
    every = np.vstack([X_train, X_test])
    mean, std = every.mean(axis=0), every.std(axis=0)
    return (X_train - mean) / std, (X_test - mean) / std

# wrong: X_train is overwritten before its mean and spread are used for the test rows, which so stay unscaled.
def standardise(X_train, X_test):
    X_train = (X_train - X_train.mean(axis=0)) / X_train.std(axis=0)
    X_test = (X_test - X_train.mean(axis=0)) / X_train.std(axis=0)
    return X_train, X_test

# wrong: Without an axis there is one mean and one spread for all columns together.
def standardise(X_train, X_test):
    mean = X_train.mean()
    std = X_train.std()
    return (X_train - mean) / std, (X_test - mean) / std

# wrong: axis=1 takes the mean of each row in place of each column.
def standardise(X_train, X_test):
    mean = X_train.mean(axis=1, keepdims=True)
    std = X_train.std(axis=1, keepdims=True)
    return (X_train - mean) / std, (X_test - mean) / std

# wrong: The brackets are missing, so only the mean is divided by the spread.
def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return X_train - mean / std, X_test - mean / std

# wrong: It divides by the variance in place of the standard deviation.
def standardise(X_train, X_test):
    mean, var = np.mean(X_train, axis=0), np.var(X_train, axis=0)
    return (X_train - mean) / var, (X_test - mean) / var

# wrong: ddof=1 divides by n - 1, so np.std of the scaled training rows is not 1.
def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0, ddof=1)
    return (X_train - mean) / std, (X_test - mean) / std

# wrong: -= and /= change the two tables of the caller.
def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    X_train -= mean
    X_train /= std
    X_test -= mean
    X_test /= std
    return X_train, X_test

# wrong, two mistakes: The notebook's X_mean and X_std are used in place of the argument's; and only the training rows come back.
def standardise(X_train, X_test):
    return (X_train - X_mean) / X_std

# wrong, two mistakes: This scales from 0 to 1 by minimum and maximum, no mean and no spread; and the test rows are scaled by their own.
def standardise(X_train, X_test):
    def scale(table):
        low, high = table.min(axis=0), table.max(axis=0)
        return (table - low) / (high - low)

    return scale(X_train), scale(X_test)

# wrong, two mistakes: The array made like a table of whole numbers cuts the results; and the two tables come back in the wrong order.
def standardise(X_train, X_test):
    train, test = np.zeros_like(X_train), np.zeros_like(X_test)
    for k in range(X_train.shape[1]):
        mean, std = X_train[:, k].mean(), X_train[:, k].std()
        train[:, k] = (X_train[:, k] - mean) / std
        test[:, k] = (X_test[:, k] - mean) / std
    return test, train

# right: two numbers for each column, used for both tables
def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X_train - mean) / std, (X_test - mean) / std

# right: scikit-learn's scaler, fitted on the training rows, which the notebook has imported
def standardise(X_train, X_test):
    scaler = StandardScaler().fit(X_train)
    return scaler.transform(X_train), scaler.transform(X_test)

# right: column by column, and stacked again
def standardise(X_train, X_test):
    train, test = [], []
    for known, new in zip(X_train.T, X_test.T):
        train.append((known - np.mean(known)) / np.std(known))
        test.append((new - np.mean(known)) / np.std(known))
    return np.column_stack(train), np.column_stack(test)

# right: both tables are stacked and cut apart again, but mean and spread come from the training rows only
def standardise(X_train, X_test):
    n = len(X_train)
    both = np.vstack([X_train, X_test]).astype(float)
    both -= both[:n].mean(axis=0)
    both /= np.sqrt((both[:n] ** 2).mean(axis=0))
    return both[:n], both[n:]

# right: a function made inside remembers the training rows' numbers; the spread as the root of the mean squared distance, by a product with the inverse
def standardise(X_train, X_test):
    center = np.sum(X_train, axis=0, keepdims=True) / len(X_train)
    stretch = np.diag(1 / np.sqrt(np.mean(np.square(X_train - center), axis=0)))
    scale = lambda table: (table - center) @ stretch
    return tuple(map(scale, (X_train, X_test)))
