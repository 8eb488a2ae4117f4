"""Measure how long an instrument takes from a control's change to its new picture.

For each instrument, a drag of 50 changes of each control; beside each change, in the same run, an
empty figure of the same size and resolution is saved by matplotlib. The figures are medians, and
the ratio of the two is what counts: it may be 1.5 at most.

    python tools/bench_instruments.py
"""

import io
import statistics
import sys
import time

from matplotlib.figure import Figure

from nnlib.classroom import use_style, widgets
from nnlib.classroom.widgets.controls import Choice, Slider, Switch
from nnlib.classroom.widgets.instrument import DPI

CHANGES = 50
BOUND = 1.5


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def drag(control):
    """The values of a drag from end to end and back."""
    if isinstance(control, Slider):
        low, high, step = control.low, control.high, control.step
        values = [low + step * k for k in range(round((high - low) / step) + 1)]
    elif isinstance(control, Choice):
        values = list(range(len(control.options)))
    elif isinstance(control, Switch):
        values = [False, True]
    else:
        values = list(range(control.last + 1))
    there_and_back = [*values, *values[-2:0:-1]]
    start = there_and_back.index(control.value) if control.value in there_and_back else 0
    return [there_and_back[(start + 1 + k) % len(there_and_back)] for k in range(CHANGES)]


def measure(instrument, control):
    """Return the medians of a change and of an empty figure, in seconds."""

    def save_empty_figure():
        Figure(figsize=instrument.size, dpi=DPI).savefig(io.BytesIO(), format="png")

    panel = instrument.panel()
    widget = panel.inputs[control.name]
    changes, empty = [], []
    for value in drag(control):
        empty.append(seconds(save_empty_figure))
        changes.append(seconds(lambda value=value: setattr(widget, "value", value)))
    return statistics.median(changes), statistics.median(empty)


def main():
    use_style()
    worst = 0.0
    print(f"{'instrument':20} {'control':24} {'change, ms':>10} {'empty, ms':>10} {'ratio':>6}")
    for name in widgets.__all__:
        instrument = getattr(widgets, name)()
        for control in instrument.controls:
            change, empty = measure(instrument, control)
            worst = max(worst, change / empty)
            figures = f"{1e3 * change:10.1f} {1e3 * empty:10.1f} {change / empty:6.2f}"
            print(f"{name:20} {control.label:24} {figures}")
    print(f"largest ratio {worst:.2f}, at most {BOUND} is wanted")
    return 0 if worst <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
