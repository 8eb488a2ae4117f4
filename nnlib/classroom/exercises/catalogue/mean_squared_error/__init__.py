"""The exercises of notebook 4, the mean squared error."""

from . import column_errors, line_slopes, mse_gradient, rmse

EXERCISES = (
    *rmse.EXERCISES,
    *mse_gradient.EXERCISES,
    *column_errors.EXERCISES,
    *line_slopes.EXERCISES,
)
