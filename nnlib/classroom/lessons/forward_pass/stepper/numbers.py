"""Forward numbers: the arrays of the forward pass, the order of its steps, and each by hand."""

import numpy as np

from .....data import make_article_weights, make_five_rows
from .....layers import Linear, ReLU
from ....diagrams.canvas import number_text
from ....diagrams.tables import factor, sum_of_products

# Of each array, in the order of the steps: what it is made of, and how.
MADE_OF = {
    "X @ W1": ("X", "@", "W1"),
    "Z1": ("X @ W1", "+", "b1"),
    "A1": ("Z1", "relu", ""),
    "A1 @ W2": ("A1", "@", "W2"),
    "Y_hat": ("A1 @ W2", "+", "b2"),
}


def forward_arrays():
    """Return all arrays of the forward pass by name, from X to Y_hat, of shape (5, 1) each."""
    X, _ = make_five_rows()
    W1, b1, W2, b2 = make_article_weights()
    Z1 = Linear.from_weights(W1, b1).forward(X)
    A1 = ReLU().forward(Z1)
    Y_hat = Linear.from_weights(W2, b2).forward(A1)
    products = {"X @ W1": X @ W1, "A1 @ W2": A1 @ W2}
    return dict(X=X, W1=W1, b1=b1, Z1=Z1, A1=A1, W2=W2, b2=b2, Y_hat=Y_hat) | products


def parts_in_order(arrays):
    """Return (name, list of rows, column) of each step: an entry of a product, else a column."""
    parts = []
    for name, (_, sign, _) in MADE_OF.items():
        n, d = arrays[name].shape
        if sign == "@":
            parts += [(name, [i], j) for i in range(n) for j in range(d)]
        else:
            parts += [(name, list(range(n)), j) for j in range(d)]
    return parts


LAST = len(parts_in_order(forward_arrays()))


def written_out(arrays, name, i, j):
    """Return how an entry is computed, such as "(A1 @ W2)[0, 0] = 11.3*0.4 + 4*0.1 = 4.92"."""
    before, sign, other = MADE_OF[name]
    entry = arrays[name][i, j]
    if sign == "@":
        row, column = arrays[before][i], arrays[other][:, j]
        return f"({name})[{i}, {j}] = {sum_of_products(row, column, entry)}"
    value = arrays[before][i, j]
    if sign == "+":
        how = f"{number_text(value, 4)} + {factor(arrays[other][0, j])}"
    else:
        how = f"relu({number_text(value, 4)})"
    return f"{name}[{i}, {j}] = {how} = {number_text(entry, 4)}"


def telling_row(arrays, name, rows, j):
    """Return the row to write out: for ReLU the lowest, for a bias the last, which it lifts."""
    before, sign, _ = MADE_OF[name]
    return int(np.argmin(arrays[before][:, j])) if sign == "relu" else rows[-1]
