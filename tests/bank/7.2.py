# wrong: The new rows are scaled by their own mean and spread, the fault of the class.
def predict_rows(X, X_train, W, b):
    scaled = (X - X.mean(axis=0)) / X.std(axis=0)
    return scaled @ W + b

# wrong: The new rows are not scaled at all.
def predict_rows(X, X_train, W, b):
    return X @ W + b

# wrong: The mean is that of the training rows, but the spread is that of the new rows.
def predict_rows(X, X_train, W, b):
    mean = X_train.mean(axis=0)
    std = X.std(axis=0)
    return (X - mean) / std @ W + b

# wrong: It predicts the training rows, not the new ones.
def predict_rows(X, X_train, W, b):
    scaled = (X_train - X_train.mean(axis=0)) / X_train.std(axis=0)
    return scaled @ W + b

# wrong: Mean and spread come from training rows and new rows together.
def predict_rows(X, X_train, W, b):
    rows = np.vstack([X_train, X])
    return (X - rows.mean(axis=0)) / rows.std(axis=0) @ W + b

# wrong: Without an axis there is one mean and one spread for all columns.
def predict_rows(X, X_train, W, b):
    scaled = (X - np.mean(X_train)) / np.std(X_train)
    return np.dot(scaled, W) + b

# wrong: The brackets are missing, so only the mean is divided by the spread.
def predict_rows(X, X_train, W, b):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X - mean / std) @ W + b

# wrong: The bias is forgotten.
def predict_rows(X, X_train, W, b):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    scaled = (X - mean) / std
    return scaled @ W

# wrong: ddof=1 divides by n - 1, which is not the np.std that the weights were learned with.
def predict_rows(X, X_train, W, b):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0, ddof=1)
    return ((X - mean) / std) @ W + b

# wrong, two mistakes: The mean and spread of each row are taken, axis 1; and they are those of the new rows.
def predict_rows(X, X_train, W, b):
    mean = X.mean(axis=1, keepdims=True)
    std = X.std(axis=1, keepdims=True)
    return ((X - mean) / std) @ W + b

# wrong, two mistakes: It divides by the variance in place of the spread; and the bias is added before the weights, inside the bracket.
def predict_rows(X, X_train, W, b):
    mean, var = X_train.mean(axis=0), X_train.var(axis=0)
    return ((X - mean) / var + b) @ W

# wrong, two mistakes: The notebook's X_rows stand in place of X_train; and the predictions are flat, (m * d_out,).
def predict_rows(X, X_train, W, b):
    mean, std = X_rows[:600].mean(axis=0), X_rows[:600].std(axis=0)
    scaled = (X - mean) / std
    return (scaled @ W + b).ravel()

# right: the training rows' two numbers for each column, then the linear layer
def predict_rows(X, X_train, W, b):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X - mean) / std @ W + b

# right: the notebook's own scale_by of section 7.3
def predict_rows(X, X_train, W, b):
    return scale_by(X_train, X) @ W + b

# right: the scaling is folded into the weights and the bias
def predict_rows(X, X_train, W, b):
    W_raw = W / X_train.std(axis=0).reshape(-1, 1)
    b_raw = b - X_train.mean(axis=0, keepdims=True) @ W_raw
    return X @ W_raw + b_raw

# right: one row at a time, and the rows are stacked
def predict_rows(X, X_train, W, b):
    center, spread = np.mean(X_train, axis=0), np.std(X_train, axis=0)
    answers = [((row - center) / spread) @ W + b[0] for row in X]
    return np.array(answers)

# right: plain loops over rows, outputs and columns, with the spread from its formula
def predict_rows(X, X_train, W, b):
    stats = []
    for column in X_train.T:
        center = sum(column) / len(column)
        spread = (sum((value - center) ** 2 for value in column) / len(column)) ** 0.5
        stats.append((center, spread))
    out = np.zeros((len(X), W.shape[1]))
    for i, row in enumerate(X):
        for k in range(W.shape[1]):
            out[i, k] = b[0, k]
            for value, (center, spread), w in zip(row, stats, W[:, k]):
                out[i, k] += (value - center) / spread * w
    return out
