"""Exercises of notebook 6, the training loop."""

from . import epoch_loss, huber_loss, loop, mini_batches, scaling

EXERCISES = (
    *epoch_loss.EXERCISES,
    *mini_batches.EXERCISES,
    *scaling.EXERCISES,
    *loop.EXERCISES,
    *huber_loss.EXERCISES,
)
