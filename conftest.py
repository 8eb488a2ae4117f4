"""What every test run sets for itself, and which tests stay together."""

import os

import pytest
from own_settings import use_own_settings
from xdist.scheduler.loadscope import LoadScopeScheduling

RUNS = ("test_notebook_runs.py", "test_notebooks_in_the_browser.py")

# A run leaves the settings of whoever starts it alone, and needs none of them, nor a home that can
# be written to. Nothing here asks a network, so a proxy could only stand between a test and this
# machine itself. Workers and kernels inherit all this.
if "PYTEST_XDIST_WORKER" not in os.environ:
    own_settings = use_own_settings()
    for variable in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[variable]
    # The list of fonts is made here, once: made in a kernel, it is announced in a cell's stderr.
    import matplotlib.font_manager  # noqa: F401


class ByFile(LoadScopeScheduling):
    """Hand whole files to the workers, one after another."""

    def _split_scope(self, nodeid):
        """Name what stays together: the cells of a notebook share a kernel, a file its fixtures.

        Where a file runs each notebook, the tests of one notebook, named in brackets, share a run.
        """
        file, _, test = nodeid.partition("::")
        return file + test.partition("[")[2] if file.endswith(RUNS) else file


@pytest.hookimpl(optionalhook=True)  # unknown where xdist is switched off
def pytest_xdist_make_scheduler(config, log):
    return ByFile(config, log)


def pytest_collection_modifyitems(items):
    """Let what is slow start first: at the end the longest tests would leave cores idle."""
    for item in items:
        if item.path.suffix == ".ipynb":
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
