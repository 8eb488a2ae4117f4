"""Exercise 7.1, a bug hunt: the backward pass of a network that is a list of lists."""

from functools import partial

from ....exercises.exercise import Exercise, Misconception
from .layer_lists import draw_layers, five_rows_as_lists, look_at_layers, of_sizes
from .wrong_layers import after_a_step, gate, gate_too_late, updated_weights_sent_back, walk


def layer_gradients(layers, hidden, grad):
    """From layers [[W, b], ...], hidden [X, A1, ..., Y_hat], grad (n, d_out) to [[dW, db], ...]."""
    gradients = []
    for i in reversed(range(len(layers))):
        if i < len(layers) - 1:
            grad = grad * (hidden[i + 1] > 0)
        gradients.insert(0, [hidden[i].T @ grad, grad.sum(axis=0, keepdims=True)])
        grad = grad @ layers[i][0].T
    return gradients


LAYER_GRADIENTS = Exercise(
    "7.1",
    solution=layer_gradients,
    parts=("dW1", "db1", "dW2", "db2", "dW3", "db3"),
    draw=draw_layers,
    probe=look_at_layers,
    example=five_rows_as_lists,
    edges=lambda rng: {
        "a single layer": of_sizes(rng, 4, 3, 2),
        "two layers": of_sizes(rng, 4, 3, 5, 2),
    },
    keeps_lists=True,
    misconceptions=(
        Misconception(
            "the fault of the code",
            "The fault of the code above is still there: a gate stands behind the last layer too. "
            "What bends the prediction on the way forward?",
            partial(walk, at_end=gate),
        ),
        Misconception(
            "no gate at all",
            "Now no gate is left. Behind the last layer there is no ReLU, but behind each of the "
            "others there is one.",
            partial(walk, at_bend=lambda grad, out: grad),
        ),
        Misconception(
            "gates at the wrong end",
            "The last layer has a gate, and the others have none. It should be the other way "
            "round: which layers have a ReLU behind them?",
            partial(walk, at_bend=lambda grad, out: grad, at_end=gate),
        ),
        Misconception(
            "gate at the gradient",
            "You ask for the sign of the gradient. The gate asks whether the unit was on, on the "
            "way forward.",
            partial(walk, at_bend=lambda grad, out: grad * (grad > 0)),
        ),
        Misconception(
            "gate too late",
            "Your gate comes after the layer's own gradients. ReLU stands between the layer and "
            "what arrives, so dW and db must see the gradient behind the gate.",
            gate_too_late,
        ),
        Misconception(
            "output instead of slope",
            "You multiply by what came out of ReLU. A price passes a bend with its slope, 1 or 0.",
            partial(walk, at_bend=lambda grad, out: grad * out),
        ),
        Misconception(
            "gate turned round",
            "Your gate lets through where the unit was off, and shuts where it was on.",
            partial(walk, at_bend=lambda grad, out: grad * (out <= 0)),
        ),
        Misconception(
            "last layer first",
            "The pairs come in the order of the way back, the last layer first. Asked for is the "
            "order of `layers`.",
            lambda *arguments: layer_gradients(*arguments)[::-1],
        ),
        Misconception(
            "mean instead of sum",
            "The biases are averaged over the rows, as in the article. A bias meets every row: "
            "how many ways to the loss are these?",
            partial(walk, bias=lambda grad: grad.mean(axis=0, keepdims=True)),
        ),
        Misconception(
            "one bias for all units",
            "db is one number for the whole layer. Each unit has a bias of its own: along which "
            "axis do you add up?",
            partial(walk, bias=lambda grad: grad.sum()),
        ),
        Misconception(
            "divided again",
            "You divide by the rows. `grad` comes from the loss and has its 1/n in it already.",
            partial(
                walk,
                weights=lambda taken, grad: taken.T @ grad / len(grad),
                bias=lambda grad: grad.mean(axis=0, keepdims=True),
            ),
        ),
        Misconception(
            "weights alone divided",
            "The weights are divided by the rows, the biases are not. Neither needs it: `grad` "
            "has the 1/n in it.",
            partial(walk, weights=lambda taken, grad: taken.T @ grad / len(grad)),
        ),
        Misconception(
            "layers after a step",
            "These are the layers after a step. Asked for are the gradients that such a step "
            "would use.",
            after_a_step,
        ),
        Misconception(
            "updated weights sent back",
            "The gradient goes back through weights that have taken their step already. This "
            "prediction was made by the old ones.",
            updated_weights_sent_back,
        ),
    ),
)


EXERCISES = (LAYER_GRADIENTS,)
