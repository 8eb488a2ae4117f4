"""The project's own JupyterLab, started for a test, and a notebook in a real browser."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
TOKEN = "only-for-this-test"
SETTINGS = {
    # Cells outside the window stay in the page, so that a test finds them.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
    "@jupyterlab/apputils-extension/notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
}
FOLDERS = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "IPYTHONDIR": "ipython",
}


def find_chromium():
    """Return the path of a Chromium on this machine, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next(filter(None, map(shutil.which, names)), None)


class Server:
    """JupyterLab on a free port, over a copy of the notebooks, with nobody's settings."""

    def __init__(self, folder):
        self.folder = Path(folder)
        shutil.copytree(NOTEBOOKS, self.folder / "notebooks")
        for name, settings in SETTINGS.items():
            path = self.folder / "settings" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(settings), encoding="utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def __enter__(self):
        own = {name: str(self.folder / folder) for name, folder in FOLDERS.items()}
        options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={self.port}"]
        self._log = open(self.folder / "log", "w", encoding="utf-8")  # noqa: SIM115
        self._process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options, f"--IdentityProvider.token={TOKEN}"],
            cwd=self.folder,
            env=os.environ | own | {"JUPYTER_PLATFORM_DIRS": "0"},
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        try:
            self._wait(seconds=60)
        except TimeoutError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *error):
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._log.close()

    def _wait(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._process.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api?token={TOKEN}", timeout=1)
                return
            except OSError:
                time.sleep(0.2)
        raise TimeoutError((self.folder / "log").read_text(encoding="utf-8"))

    def url(self, name):
        return f"http://127.0.0.1:{self.port}/lab/tree/notebooks/{name}.ipynb?token={TOKEN}&reset"


class OpenNotebook:
    """A notebook in a page of the browser."""

    def __init__(self, page, server, name):
        self.page, self.console_errors, self.requests_outside = page, [], []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.console_errors.append(str(error)))
        page.on("request", self._asked)
        page.goto(server.url(name), wait_until="domcontentloaded")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
        self._wait_until_idle()

    def _heard(self, message):
        if message.type == "error":
            self.console_errors.append(message.text)

    def _asked(self, request):
        inside = request.url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:"))
        if not inside:
            self.requests_outside.append(request.url)

    def _wait_until_idle(self):
        # The indicator in the toolbar says idle before there is a kernel; the status bar does not.
        self.page.wait_for_function("document.body.innerText.includes('| Idle')", timeout=90_000)

    def run_all(self):
        """Run all cells; return when each has run."""
        self.page.click('.lm-MenuBar-itemLabel:text-is("Run")')
        self.page.click('.lm-Menu-itemLabel:text-is("Run All Cells")')
        self.page.wait_for_function(
            """() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')]
                .every(prompt => /\\[\\d+\\]/.test(prompt.innerText))""",
            timeout=180_000,
        )
        self._wait_until_idle()
        self.page.keyboard.press("Escape")

    def outputs(self, kind):
        """The texts of all outputs of a kind, such as "stderr" or "error"."""
        return self.page.evaluate(
            """kind => [...document.querySelectorAll(
                `.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.${kind}"]`)]
                .map(output => output.innerText)""",
            kind,
        )
