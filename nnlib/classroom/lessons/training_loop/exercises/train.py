"""Exercise 6.4: the training loop."""

from ....exercises.exercise import Exercise, Misconception
from .runs import draw_run, example_run, train_and_look
from .wrong_loops import loop


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


def swapped(*arguments):
    train_losses, validation_losses = train(*arguments)
    return validation_losses, train_losses


def one_list(*arguments):
    mixed = [loss for pair in zip(*train(*arguments)) for loss in pair]
    return mixed, mixed


TRAIN = Exercise(
    "6.4",
    solution=train,
    parts=("the training losses", "the validation losses", "the weights at the end"),
    draw=draw_run,
    probe=train_and_look,
    example=example_run,
    edges=lambda rng: {"a single step": (*draw_run(rng, 5, 3, 2, 4, 2, 0)[:-1], 1)},
    misconceptions=(
        Misconception(
            "validation before backward",
            "You measure the validation loss between forward and backward. The network remembers "
            "its last forward only, so it learns from the validation rows.",
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
            "validated on the training rows",
            "Your validation losses come from the training rows. They cannot say how the network "
            "does on rows that it has not learned from.",
            loop("train", "backward", "step", "validate on training rows"),
        ),
        Misconception(
            "prediction and target swapped",
            "Your steps climb, for their gradient has the other sign. In which order does "
            "loss_fn.forward take the prediction and the target?",
            loop("train swapped", "backward", "step", "validate"),
        ),
        Misconception(
            "no step",
            "No weight changes, so the losses stay as they are. Finding a gradient is one thing; "
            "what uses it?",
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
            "zero_grad called",
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
            "first step only",
            "There is one step only, and one loss in each list. Does `return` stand inside the "
            "loop?",
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
        Misconception(
            "one list for both",
            "Both names belong to one list, so each loss of the other kind is in it as well. "
            "`a = b = []` makes one list with two names.",
            one_list,
        ),
    ),
)


EXERCISES = (TRAIN,)
