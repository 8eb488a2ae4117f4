"""Exercise 5.5: one layer on the way back, with its descent step."""

from functools import partial

from ....exercises.drawing import both_signs
from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows
from .wrong_products import FOR_BACKWARD_STEP


def backward_step(A, W, b, dZ, lr):
    """From A (n, d_in), W (d_in, d_out), b (1, d_out), dZ (n, d_out), lr to W_new, b_new, dA."""
    dW = A.T @ dZ
    db = dZ.sum(axis=0, keepdims=True)
    dA = dZ @ W.T
    W_new = W - lr * dW
    b_new = b - lr * db
    return W_new, b_new, dA


def draw_backward_step(rng, n, d_in, d_out):
    A, dZ = rng.normal(size=(n, d_in)), rng.normal(size=(n, d_out))
    W, b = both_signs(rng, 0.4, 1.6, (d_in, d_out)), both_signs(rng, 0.4, 1.6, (1, d_out))
    return A, W, b, dZ, float(rng.uniform(0.1, 0.4))


def layer_step(
    A, W, b, dZ, lr,
    *,
    step=lambda p, lr, gradient: p - lr * gradient,
    bias=lambda dZ: dZ.sum(axis=0, keepdims=True),
    hand_on=lambda dZ, W, W_new, lr: dZ @ W.T,
):  # fmt: skip
    """The layer's way back and its step, each line of which can be replaced by another."""
    W_new = step(W, lr, A.T @ dZ)
    return W_new, step(b, lr, bias(dZ)), hand_on(dZ, W, W_new, lr)


BACKWARD_STEP = Exercise(
    "5.5",
    solution=backward_step,
    parts=("W_new", "b_new", "dA"),
    draw=draw_backward_step,
    example=lambda: (*five_rows("A1", "W2", "b2", "dY_hat"), 0.001),
    edges=lambda rng: {
        "as many rows, inputs and outputs": draw_backward_step(rng, 3, 3, 3),
        "a single input": draw_backward_step(rng, 4, 1, 3),
    },
    misconceptions=(
        Misconception(
            "new weights sent back",
            "Your dA went through W after its update, as in the article; `W_new = W` followed by "
            "`-=` does so too, for it makes no copy. This loss was made by the old W.",
            partial(layer_step, hand_on=lambda dZ, W, W_new, lr: dZ @ W_new.T),
        ),
        Misconception(
            "step uphill",
            "You add the step. The gradient says where the loss grows, and you want it to fall.",
            partial(layer_step, step=lambda p, lr, gradient: p + lr * gradient),
        ),
        Misconception(
            "learning rate left out",
            "You subtract the whole gradient. How long is the step that lr asks for?",
            partial(layer_step, step=lambda p, lr, gradient: p - gradient),
        ),
        Misconception(
            "divided by the rate",
            "You divide by lr. A small learning rate then makes a large step.",
            partial(layer_step, step=lambda p, lr, gradient: p - gradient / lr),
        ),
        Misconception(
            "gradients, no step",
            "These are the gradients. The step that uses them is missing: what are the parameters "
            "afterwards?",
            partial(layer_step, step=lambda p, lr, gradient: gradient),
        ),
        Misconception(
            "the step alone",
            "This is the length of the step, lr times the gradient. Where do the parameters stand "
            "after it?",
            partial(layer_step, step=lambda p, lr, gradient: lr * gradient),
        ),
        Misconception(
            "the step alone, downhill",
            "This is the step itself, minus lr times the gradient. Where do the parameters stand "
            "after it?",
            partial(layer_step, step=lambda p, lr, gradient: -lr * gradient),
        ),
        Misconception(
            "rows not added up",
            "You subtract dZ from b without adding up the rows. NumPy stretches b to n rows "
            "instead of complaining, and each example gets a bias of its own.",
            partial(layer_step, bias=lambda dZ: dZ),
        ),
        Misconception(
            "mean instead of sum",
            "The bias takes a step n times too short: its gradient is averaged over the rows. It "
            "meets every row, as a weight does, and dZ has the 1/n in it already.",
            partial(layer_step, bias=lambda dZ: dZ.mean(axis=0, keepdims=True)),
        ),
        Misconception(
            "divided twice",
            "Your step is n times too short. dZ has the 1/n of the loss in it already, and the "
            "step does not divide again.",
            lambda A, W, b, dZ, lr: layer_step(A, W, b, dZ, lr / len(A))[:2] + (dZ @ W.T,),
        ),
        Misconception(
            "divided twice, new weights sent back",
            "Two things. Your step is n times too short: dZ has the 1/n of the loss in it already. "
            "And your dA goes through W after its update, though this loss was made by the old W.",
            lambda A, W, b, dZ, lr: layer_step(
                A, W, b, dZ, lr / len(A), hand_on=lambda dZ, W, W_new, lr: dZ @ W_new.T
            ),
        ),
        Misconception(
            "rate in the message",
            "You multiply dA by lr. The learning rate belongs to this layer's step; what you "
            "hand on is a gradient, and it knows of no learning rate.",
            partial(layer_step, hand_on=lambda dZ, W, W_new, lr: lr * dZ @ W.T),
        ),
        Misconception(
            "bias left behind",
            "Your weights take a step and the bias stays where it was. It has a gradient too.",
            lambda A, W, b, dZ, lr: (W - lr * A.T @ dZ, b, dZ @ W.T),
        ),
        *FOR_BACKWARD_STEP,
    ),
)


EXERCISES = (BACKWARD_STEP,)
