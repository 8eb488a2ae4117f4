"""Training player: the same network trained at four learning rates, to be played and scrubbed."""

import numpy as np

from ....instruments.controls import Choice, Steps
from ....instruments.instrument import Instrument
from .parts import HIGHEST, KEY, FitPanel, LossCurves, Weights
from .recorded_runs import EPOCHS, RATES, make_ramp, record_all

RAMP_IN_WORDS = "The points follow a ramp: level, up from x = -1 to x = 1, level again."


class TrainingPlayer(Instrument):
    """Play four runs side by side: the curves, the losses, and the weights of one of them."""

    title = "Training player"
    size = (7.2, 5.0)
    small_height = 4.0
    controls = (
        Steps("epoch", "epoch", EPOCHS, play=100),
        Choice("rate", "learning rate", tuple(f"{lr:g}" for lr in RATES), 1),
    )

    def __init__(self):
        self.points = make_ramp()
        self.runs = record_all()

    def scene(self, figure, *, small=False):
        return Scene(figure, self.points, self.runs, small)

    def words(self, state):
        epoch, chosen = state["epoch"], self.runs[state["rate"]]
        lowest = np.nanmin([run.losses[epoch] for run in self.runs]) if epoch > 0 else None
        losses = [_loss_in_words(run, epoch, lowest) for run in self.runs]
        data = f" {RAMP_IN_WORDS}" if epoch == 0 else ""
        return (
            f"Epoch {epoch}: the losses are {', '.join(losses[:-1])} and {losses[-1]}. "
            f"The framed run, rate {chosen.lr:g}, {_run_in_words(chosen, epoch)}.{data}"
        )


def _loss_in_words(run, epoch, lowest):
    loss, note = run.losses[epoch], f"rate {run.lr:g}"
    if not np.isfinite(loss):
        return f"inf ({note}, diverged in epoch {run.diverged})"
    if loss == lowest:
        note += ", the lowest"
    elif loss > HIGHEST:
        note += ", off the scale"
    return f"{loss:.3g} ({note})"


def _run_in_words(run, epoch):
    if run.ended(epoch):
        return f"has ended: nnlib.fit stopped it after epoch {run.diverged}"
    hinges = [
        f"{hinge + 0.0:.2f} (a{unit}{'' if abs(hinge) <= 2 else ', outside'})"
        for unit, hinge in enumerate(run.hinges[epoch], 1)
    ]
    largest = np.abs([run.W1[epoch], run.W2[epoch]]).max()
    places = f"{', '.join(hinges[:-1])} and {hinges[-1]}"
    return f"bends at x = {places}; its largest weight has the size {largest:.3g}"


class Scene:
    """A panel for each rate above; below, the losses and the network of the framed panel."""

    def __init__(self, figure, points, runs, small):
        grid = figure.add_gridspec(2, 1, height_ratios=(1, 1.15))
        above = grid[0].subgridspec(1, len(runs))
        below = grid[1].subgridspec(1, 2, width_ratios=(1, 1) if small else (1.25, 1))
        self.parts = [
            *(
                FitPanel(figure.add_subplot(above[i]), i, points, run, small)
                for i, run in enumerate(runs)
            ),
            LossCurves(figure.add_subplot(below[0]), runs, small),
            Weights(figure.add_subplot(below[1]), runs, small),
        ]
        self.key = KEY
        if not small:
            figure.legend(handles=KEY, loc="outside lower center", ncols=4, fontsize=9)
        self.moving = [artist for part in self.parts for artist in part.moving]

    def show(self, state):
        for part in self.parts:
            part.show(state["epoch"], state["rate"])
