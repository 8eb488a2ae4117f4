"""What every test run sets for itself, and which tests stay together on one worker."""

import os
import tempfile
from pathlib import Path

import pytest

# A run leaves the settings of whoever starts it alone, and needs none of them: no home that can be
# written to, no folder of Jupyter, IPython or matplotlib. Nothing here asks a network, so a proxy
# could only stand between a test and this machine itself. Workers and kernels inherit all this.
FOLDERS = {
    "MPLCONFIGDIR": "matplotlib",
    "IPYTHONDIR": "ipython",
    "JUPYTER_CONFIG_DIR": "jupyter/config",
    "JUPYTER_DATA_DIR": "jupyter/data",
    "JUPYTER_RUNTIME_DIR": "jupyter/runtime",
}
own_folder = None  # of the process that was started first; deleted when that ends

if "PYTEST_XDIST_WORKER" not in os.environ:
    own_folder = tempfile.TemporaryDirectory(prefix="nnlib-tests-", ignore_cleanup_errors=True)
    for variable, name in FOLDERS.items():
        folder = Path(own_folder.name) / name
        folder.mkdir(parents=True)
        os.environ[variable] = str(folder)
    for variable in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[variable]
    # The list of fonts is made here, once: made in a kernel, it is announced in a cell's stderr.
    import matplotlib.font_manager  # noqa: F401

# Read by SciPy and scikit-learn when they load. Without it scikit-learn skips one estimator check.
os.environ["SCIPY_ARRAY_API"] = "1"


def pytest_collection_modifyitems(items):
    """Keep the cells of a notebook together, and let what needs a kernel start first.

    The cells share a kernel, and the longest tests at the end would leave a worker idle.
    """
    for item in items:
        if item.path.suffix == ".ipynb":
            item.add_marker(pytest.mark.kernel)
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    items.sort(key=lambda item: item.get_closest_marker("kernel") is None)
