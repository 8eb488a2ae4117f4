"""Matplotlib is loaded here first, and without a word.

Where its folder cannot be written, or its list of fonts is made for the first time, it logs that
while it loads. In a notebook that would be the first thing to be read, in red.
"""

import logging

_log = logging.getLogger("matplotlib")
_level = _log.level
_log.setLevel(logging.CRITICAL)
try:
    import matplotlib.pyplot  # noqa: F401
finally:
    _log.setLevel(_level)
