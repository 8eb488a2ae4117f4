"""On the screen: a panel is held while its cell shows it, and closed when the cell is run again.

ipywidgets keeps every widget, and all that it leads to, until somebody closes it; the screen tells
nobody that a panel is gone.
"""

import sys

_held = {}  # for each cell its last run, and the panels of that run


def hold(panel):
    """Hold a panel that is shown now; close those that an earlier run of the same cell showed."""
    cell, run = _cell_and_run()
    last, panels = _held.get(cell, (None, []))
    if run != last:
        while panels:
            panels.pop().close()
    panels.append(panel)
    _held[cell] = run, panels


def _cell_and_run():
    """What tells the cell from others, and this run of it from earlier ones.

    Where there are no cells, all counts as one that is run anew each time.
    """
    ipython = sys.modules.get("IPython")
    shell = ipython and ipython.get_ipython()
    try:
        asked = shell.get_parent()  # the message that asked the kernel to run the cell
        cell = asked["metadata"].get("cellId") or asked["content"]["code"]
        return cell, asked["header"]["msg_id"]
    except (AttributeError, KeyError, TypeError):
        return None, object()
