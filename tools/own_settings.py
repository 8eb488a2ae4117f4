"""Folders of their own for the settings and caches of matplotlib, IPython and Jupyter.

What somebody has set there, or what a broken installation has left there (a list of fonts that are
gone), would speak in the cells of a notebook. Kernels and workers inherit the environment.
"""

import os
import tempfile
from pathlib import Path

FOLDERS = {
    "MPLCONFIGDIR": "matplotlib",
    "IPYTHONDIR": "ipython",
    "JUPYTER_CONFIG_DIR": "jupyter/config",
    "JUPYTER_DATA_DIR": "jupyter/data",
    "JUPYTER_RUNTIME_DIR": "jupyter/runtime",
}


def use_own_settings():
    """Point this process to new folders; they are deleted with the object that is returned."""
    own = tempfile.TemporaryDirectory(prefix="nnlib-", ignore_cleanup_errors=True)
    for variable, name in FOLDERS.items():
        folder = Path(own.name) / name
        folder.mkdir(parents=True)
        os.environ[variable] = str(folder)
    return own
