"""Optimizer race: up to four optimizers from one start, on a landscape of two parameters."""

from ....instruments.controls import Choice, Scale, Steps, Switch
from ....instruments.instrument import Instrument
from .landscapes import LANDSCAPES
from .parts import Losses, Map, key
from .runs import RACERS, record

# Per power of ten; 0.08 is the bound of plain descent in the ravine.
RATES = tuple(float(f"{m}e{power}") for power in range(-4, 0) for m in (1, 1.5, 2, 3, 4, 6, 8))
RATES += (1.0,)
LENGTHS = (25, 100, 200)  # of the runs, in steps


class OptimizerRace(Instrument):
    """Play the race: the paths, the losses, and all that one of the optimizers goes by."""

    title = "Optimizer race"
    size = (7.2, 4.4)
    small_height = 2.9
    controls = (
        Steps("step", "step", LENGTHS[-1], 1, play=100),
        Choice("landscape", "landscape", tuple(landscape.name for landscape in LANDSCAPES)),
        Choice("watch", "watch", tuple(racer.name for racer in RACERS), 1),
        *(Switch(racer.name, racer.name, True) for racer in RACERS),
        *(Scale(f"{racer.name}_lr", f"{racer.name}: lr", RATES, racer.lr) for racer in RACERS),
    )
    rows = (
        ("landscape", "watch"),
        tuple(racer.name for racer in RACERS),
        *(tuple(f"{racer.name}_lr" for racer in two) for two in (RACERS[:2], RACERS[2:])),
    )

    def in_use(self, name, state):
        """A rate means nothing while its optimizer is off."""
        racer, _, rate = name.partition("_")
        return not rate or state[racer]

    def scene(self, figure, *, small=False):
        return Scene(figure, small)

    def words(self, state):
        landscape, runs = LANDSCAPES[state["landscape"]], runs_of(state)
        step, watched = state["step"], state["watch"]
        return (
            f"Step {step}, {landscape.name}. {_losses_in_words(landscape, runs, step)}. "
            f"{_run_in_words(runs[watched], RACERS[watched].name, step)}."
        )


def runs_of(state):
    """The run of each racer, None for one that is off.

    They go not much further than they are shown: a rate that is dragged makes a new one each time.
    """
    landscape = LANDSCAPES[state["landscape"]]
    steps = next(length for length in LENGTHS if length >= state["step"])
    return [
        record(landscape, racer, state[f"{racer.name}_lr"], steps) if state[racer.name] else None
        for racer in RACERS
    ]


def _losses_in_words(landscape, runs, step):
    on = [(racer.name, run) for racer, run in zip(RACERS, runs, strict=True) if run]
    if not on:
        return "All four are off"
    running = [run.losses[step] for _, run in on if step <= run.last]
    lowest = min(running, default=None) if len(on) > 1 and step > 0 else None
    said = []
    for name, run in on:
        loss, notes = run.losses[step], []
        if step > run.last:
            said.append(f"{name} diverged in step {run.last + 1}")
            continue
        if loss == lowest:
            notes.append("lowest")
        if not landscape.on_map(run.points[step]):
            notes.append("off the map")
        said.append(f"{name} {number(loss)}" + (f" ({', '.join(notes)})" if notes else ""))
    return "Losses: " + "; ".join(said)


def _run_in_words(run, name, step):
    if run is None:
        return f"To watch {name}, switch it on"
    if step > run.last:
        return f"Of {name} there is nothing more to watch: lower its rate"
    kinds = [f"the {kind} {pair(values[step])}" for kind, values in run.memory.items()]
    return (
        f"Watching {name}: at {pair(run.points[step])} the gradient is "
        f"{pair(run.gradients[step])}; it remembers {' and '.join(kinds) or 'nothing'}; "
        f"its next step is {pair(run.next_step(step))}"
    )


def pair(values):
    return f"({', '.join(map(number, values))})"


def number(value):
    """Three digits; what is smaller than a billionth is written as 0."""
    return f"{value:.3g}" if abs(value) >= 1e-9 else "0"


class Scene:
    """The map of the chosen landscape, and beside it the losses; a small picture has the map only.

    Each landscape has a map of its own, all in one place: one of them is seen.
    """

    def __init__(self, figure, small):
        grid = figure.add_gridspec(1, 1 if small else 2, width_ratios=(1,) if small else (2.1, 1))
        self.maps = [Map(figure.add_subplot(grid[0]), landscape, small) for landscape in LANDSCAPES]
        self.losses = None if small else Losses(figure.add_subplot(grid[1]), LENGTHS[-1])
        self.key = key()
        if not small:
            figure.legend(handles=self.key, loc="outside lower center", ncols=4, fontsize=9)
        self.moving = [artist for shown in self.maps for artist in shown.moving]
        self.moving += self.losses.moving if self.losses else []
        self.ground = None

    def show(self, state):
        step, runs, self.ground = state["step"], runs_of(state), state["landscape"]
        for number, shown in enumerate(self.maps):
            if number == self.ground:
                shown.show(step, runs, state["watch"])
            elif shown.ax.get_visible():
                shown.hide()
        if self.losses:
            self.losses.show(step, runs, LANDSCAPES[self.ground].lowest_loss)
