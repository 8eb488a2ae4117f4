"""Exercise 3.4: a layer of PyTorch's in our convention."""

from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows


def from_pytorch(weight, bias):
    """From weight (d_out, d_in) and bias (d_out,) to W (d_in, d_out) and b (1, d_out)."""
    return weight.T, bias.reshape(1, -1)


def example_of_pytorch():
    """Layer 1 of the article, as PyTorch keeps it."""
    W1, b1 = five_rows("W1", "b1")
    return W1.T, b1[0]


FROM_PYTORCH = Exercise(
    "3.4",
    solution=from_pytorch,
    parts=("W", "b"),
    draw=lambda rng, d_in, d_out: (rng.normal(size=(d_out, d_in)), rng.normal(size=d_out)),
    alone=("d_in", "d_out"),
    example=example_of_pytorch,
    edges=lambda rng: {
        "as many units as features": (rng.normal(size=(3, 3)), rng.normal(size=3)),
    },
    misconceptions=(
        Misconception(
            "W not turned",
            "Your W has a row for each unit, as in PyTorch. Ours has a column for each unit.",
            lambda weight, bias: (weight, bias.reshape(1, -1)),
        ),
        Misconception(
            "reshaped instead of turned",
            "The numbers of weight stay in their order here, and land at other units. Only with "
            "one feature, or one unit, is reshaping the same as turning.",
            lambda weight, bias: (weight.reshape(weight.shape[::-1]), bias.reshape(1, -1)),
        ),
        Misconception(
            "flattened into one row",
            "You put all weights into one row. The article's layer, with its single feature, has "
            "one; in general each feature has a row of its own.",
            lambda weight, bias: (weight.reshape(1, -1), bias.reshape(1, -1)),
        ),
        Misconception(
            "b with one axis",
            "Your b has one axis, ours has two. On an array with one axis, .T changes nothing.",
            lambda weight, bias: (weight.T, bias.T),
        ),
        Misconception(
            "b as a column",
            "Your b is a column. Added to X @ W it would fail, or give each row a bias of its own.",
            lambda weight, bias: (weight.T, bias.reshape(-1, 1)),
        ),
        Misconception(
            "turned round, not transposed",
            "Your W has its rows and columns in the reverse order, and the shape that it had. "
            "Turning on its side makes rows into columns.",
            lambda weight, bias: (weight[::-1, ::-1], bias.reshape(1, -1)),
        ),
    ),
)


EXERCISES = (FROM_PYTORCH,)
