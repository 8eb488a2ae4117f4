"""Running a body under `explain` in a file of its own, with the names of the running example."""

import textwrap

import numpy as np

from nnlib import Linear, make_article_weights, make_five_rows, relu
from nnlib.classroom import explain


def five_rows():
    """Return the names of the running example as a dictionary."""
    X, Y = make_five_rows()
    W1, b1, W2, b2 = make_article_weights()
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 * (Y_hat - Y) / Y.size
    layer = Linear.from_weights(W2, b2)
    names = dict(X=X, Y=Y, W1=W1, b1=b1, W2=W2, b2=b2, Z1=Z1, A1=A1, Y_hat=Y_hat)
    return {**names, "dY_hat": dY_hat, "layer": layer, "relu": relu, "np": np, "lr": 1e-4}


def run(tmp_path, body, names=None):
    """Run the body under `explain` in a file of its own; return the texts and the names after."""
    path = tmp_path / "cell.py"
    code = "with explain() as shapes:\n" + textwrap.indent(textwrap.dedent(body).strip(), "    ")
    path.write_text(code + "\n", encoding="utf-8")
    names = five_rows() if names is None else names
    names.update(explain=explain, np=np)
    exec(compile(code, str(path), "exec"), names)
    return names["shapes"].texts, names
