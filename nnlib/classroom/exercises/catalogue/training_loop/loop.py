"""The training loop, an exercise of notebook 6."""

import numpy as np

import nnlib

from ...exercise import Exercise, Misconception
from ...outcomes import NotNumbers


def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    """Step on X (n, d_in), Y (n, d_out); return two lists of `steps` losses."""
    train_losses, validation_losses = [], []
    for _ in range(steps):
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        model.backward(loss_fn.backward())
        optimizer.step()
        Y_hat = model.forward(X_validation)
        validation_losses.append(loss_fn.forward(Y_hat, Y_validation))
    return train_losses, validation_losses


def draw_run(rng, n, m, d_in, d_hidden, d_out, steps):
    """A network with one hidden layer, its loss and optimizer, and two tables."""
    model = nnlib.Sequential(
        nnlib.Linear(d_in, d_hidden, rng=rng), nnlib.ReLU(), nnlib.Linear(d_hidden, d_out, rng=rng)
    )
    rows = [rng.normal(size=(k, d)) for k in (n, m) for d in (d_in, d_out)]
    return model, nnlib.MSELoss(), nnlib.SGD(model, lr=0.1), *rows, steps + 1


def example_run():
    """The network and the rows of the article; two of them are kept out for validation."""
    W1, b1, W2, b2 = nnlib.make_article_weights()
    layers = nnlib.Linear.from_weights(W1, b1), nnlib.ReLU(), nnlib.Linear.from_weights(W2, b2)
    model, (X, Y) = nnlib.Sequential(*layers), nnlib.make_five_rows()
    sgd = nnlib.SGD(model, lr=0.001)
    return model, nnlib.MSELoss(), sgd, X[:3], Y[:3], X[3:], Y[3:], 2


def train_and_look(function, model, *arguments):
    """What the answer returns, and where it leaves the network."""
    losses = function(model, *arguments)
    if not isinstance(losses, (tuple, list, np.ndarray)) or len(losses) != 2:
        raise NotNumbers("something else than two lists: training losses, validation losses.")
    weights = np.concatenate([array.ravel() for array in model.parameters().values()])
    return (*losses, weights)


def loop(*calls, keep=slice(None), turns=None):
    """A wrong loop: the calls in their order, in each turn; each may append to the two lists."""

    def run(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
        def forward(X, Y):
            return loss_fn.forward(model.forward(X), Y)

        losses = [], []
        can = {
            "train": lambda: losses[0].append(forward(X, Y)),
            "validate": lambda: losses[1].append(forward(X_validation, Y_validation)),
            "forward": lambda: forward(X, Y),
            "backward": lambda: model.backward(loss_fn.backward()),
            "loss into backward": lambda: model.backward(losses[0][-1]),
            "loss.backward": lambda: losses[0][-1].backward(),
            "step": optimizer.step,
            "both forwards": lambda: (forward(X, Y), model.forward(X_validation)),
            "zero_grad": lambda: optimizer.zero_grad(),
        }
        for _ in range(turns or steps):
            for name in calls:
                can[name]()
        return losses[0][keep], losses[1][keep]

    return run


def swapped(*arguments):
    train_losses, validation_losses = train(*arguments)
    return validation_losses, train_losses


TRAIN = Exercise(
    "6.4",
    solution=train,
    parts=("the training losses", "the validation losses", "the weights at the end"),
    draw=draw_run,
    probe=train_and_look,
    example=example_run,
    misconceptions=(
        Misconception(
            "validation before backward",
            "You measure the validation loss between forward and backward. The network remembers "
            "its last forward only, so that it learns from the validation rows.",
            loop("train", "validate", "backward", "step"),
        ),
        Misconception(
            "validation before the step",
            "You measure the validation loss before the step. It should say how good the network "
            "is with its new weights.",
            loop("validate", "train", "backward", "step"),
        ),
        Misconception(
            "trained on the validation rows",
            "You take a step on the validation rows too. Then they are training rows, and nobody "
            "is left to judge.",
            loop("train", "backward", "step", "validate", "backward", "step"),
        ),
        Misconception(
            "no step",
            "No weight changes: the gradients are found, and nobody uses them.",
            loop("train", "backward", "validate"),
        ),
        Misconception(
            "no gradient yet",
            "The step comes before the first backward, or there is no backward at all. So there "
            "is no gradient that it could use.",
            loop("train", "step", "validate"),
        ),
        Misconception(
            "training measured after the step",
            "You measure the training loss after the step. The first loss in the list should be "
            "that of the weights at the start.",
            loop("forward", "backward", "step", "train", "validate"),
        ),
        Misconception(
            "the loss given to backward",
            "You give the loss to model.backward. It wants the gradient of the loss, which has "
            "the shape of the predictions.",
            loop("train", "loss into backward", "step", "validate"),
        ),
        Misconception(
            "backward of a number",
            "The loss is a plain number here, and has no backward as in PyTorch. The loss "
            "function and the network have one each.",
            loop("train", "loss.backward", "step", "validate"),
        ),
        Misconception(
            "zero_grad, as in PyTorch",
            "There is no zero_grad here, and no need for it: `backward` puts new gradients in "
            "place of the old ones, and does not add them up as PyTorch does.",
            loop("zero_grad"),
        ),
        Misconception(
            "two forwards, then backward",
            "Before backward, the network has gone forward with the validation rows. It "
            "remembers its last forward only, and the gradient does not fit that one.",
            loop("both forwards", "backward"),
        ),
        Misconception(
            "return inside the loop",
            "There is one step only: `return` stands inside the loop, and ends it in the first "
            "turn.",
            loop("train", "backward", "step", "validate", turns=1),
        ),
        Misconception(
            "the last losses only",
            "You return the losses of the last turn only. A curve needs one of each turn, in a "
            "list.",
            loop("train", "backward", "step", "validate", keep=-1),
        ),
        Misconception(
            "lists in another order",
            "Right, but the lists are the other way round: the training losses come first.",
            swapped,
        ),
    ),
)

EXERCISES = (TRAIN,)
