"""Measure how long an instrument takes from a control's change to its new picture.

For each instrument, a drag of 50 changes of each control; beside each change, in the same run, an
empty figure of the same size and resolution is saved by matplotlib. The figures are medians, and
the ratio of change to empty is what counts: it may be 1.5 at most. A drag that comes back to a
value finds its picture kept; "first" is the median of those changes alone that draw a new one.

    python tools/bench_instruments.py
"""

import io
import statistics
import sys
import time

from matplotlib.figure import Figure

from nnlib.classroom import use_style
from nnlib.classroom.instruments.controls import Slider
from nnlib.classroom.instruments.instrument import DPI
from nnlib.classroom.lessons import INSTRUMENTS

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
        values = [control.number(low + step * k) for k in range(round((high - low) / step) + 1)]
    else:
        values = control.values()
    there_and_back = [*values, *values[-2:0:-1]]
    start = there_and_back.index(control.value)
    return [there_and_back[(start + 1 + k) % len(there_and_back)] for k in range(CHANGES)]


def measure(instrument, control):
    """Return the medians of a change, of a first visit, and of an empty figure, in seconds."""

    def save_empty_figure():
        Figure(figsize=instrument.size, dpi=DPI).savefig(io.BytesIO(), format="png")

    panel = instrument.panel()
    widget = panel.inputs[control.name]
    changes, firsts, empty, seen = [], [], [], {control.value}
    for value in drag(control):
        empty.append(seconds(save_empty_figure))
        changes.append(seconds(lambda value=value: setattr(widget, "value", value)))
        if value not in seen:
            firsts.append(changes[-1])
            seen.add(value)
    return [statistics.median(times) for times in (changes, firsts, empty)]


def main():
    use_style()
    worst = 0.0
    columns = f"{'change, ms':>10} {'first, ms':>10} {'empty, ms':>10} {'ratio':>6}"
    print(f"{'instrument':20} {'control':24} {columns}")
    for name, kind in INSTRUMENTS.items():
        instrument = kind()
        for control in instrument.controls:
            change, first, empty = measure(instrument, control)
            worst = max(worst, change / empty)
            times = " ".join(f"{1e3 * t:10.1f}" for t in (change, first, empty))
            figures = f"{times} {change / empty:6.2f}"
            print(f"{name:20} {control.label:24} {figures}")
    print(f"largest ratio {worst:.2f}, at most {BOUND} is wanted")
    return 0 if worst <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
