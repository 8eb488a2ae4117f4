"""The exercises of notebook 6, the training loop."""

from . import epoch_loss, huber_gradient, shuffled_batches, standardise, train

EXERCISES = (
    *epoch_loss.EXERCISES,
    *shuffled_batches.EXERCISES,
    *standardise.EXERCISES,
    *train.EXERCISES,
    *huber_gradient.EXERCISES,
)
