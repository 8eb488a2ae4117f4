"""Boundary explorer: watch a small network divide the plane between two classes."""

from ....instruments.controls import Choice, Steps
from ....instruments.instrument import Instrument
from .runs import EPOCHS, POINTS, RATES, SHAPES, STARTS, UNITS, dead_units, points_of
from .scene import KNOWS_NOTHING, Scene, run_of


class BoundaryExplorer(Instrument):
    """Pick points, units, a rate and a start; go through the epochs, and see the regions move."""

    title = "Boundary explorer"
    size = (7.2, 3.7)
    small_height = 2.8
    controls = (
        Steps("epoch", "epoch", EPOCHS, 30, play=100),
        Choice("shape", "points", tuple(shape.__name__ for shape in SHAPES)),
        Choice("units", "hidden units", tuple(map(str, UNITS)), UNITS.index(3)),
        Choice("rate", "rate", tuple(f"{lr:g}" for lr in RATES), RATES.index(0.05)),
        Choice("start", "start", tuple(str(number + 1) for number in range(STARTS))),
    )
    rows = (("shape", "units"), ("rate", "start"))

    def scene(self, figure, *, small=False):
        return Scene(figure, small)

    def words(self, state):
        run, epoch, units = run_of(state), state["epoch"], UNITS[state["units"]]
        X, _ = points_of(state["shape"])
        dead = dead_units(run.networks[epoch], X)
        shape = SHAPES[state["shape"]].__name__
        return (
            f"Epoch {epoch}, {shape}, hidden units: {units}, rate {RATES[state['rate']]:g}, start "
            f"{state['start'] + 1}. The loss is {run.losses[epoch]:.3g}; {KNOWS_NOTHING:.3g} is "
            f"that of a network that knows nothing. It is right in {run.right[epoch]:.1%} of the "
            f"{POINTS} points. {_dead_in_words(dead, units)}"
        ).replace("%", " %")


def _dead_in_words(dead, units):
    if dead == 0:
        return "Each unit is on for some of the points."
    if dead == units:
        return "No unit is on for any point: it cannot learn any more."
    return f"{dead} of the units {'is' if dead == 1 else 'are'} on for no point."
