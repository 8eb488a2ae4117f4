"""Without widgets, or with those of an older version, there is a picture and a sentence."""

import re
import sys

import ipywidgets
import pytest
from packaging.requirements import Requirement
from test_project import entries

from nnlib.classroom import ActivationExplorer
from nnlib.classroom.instruments.still import WANTED, what_is_missing


@pytest.fixture(params=["none", "broken", "older"])
def found(request, monkeypatch):
    """What a reader hears of the ipywidgets that are found."""
    if request.param == "none":
        monkeypatch.setitem(sys.modules, "ipywidgets", None)
        return "it cannot be loaded here (ModuleNotFoundError)"
    if request.param == "broken":
        monkeypatch.delitem(sys.modules, "ipywidgets")
        monkeypatch.setattr("importlib._bootstrap._find_spec", lambda *args: 1 / 0)
        return "it cannot be loaded here (ZeroDivisionError)"
    monkeypatch.delattr(ipywidgets.Widget, "_repr_mimebundle_")
    monkeypatch.setattr(ipywidgets, "__version__", "7.7.1")
    return "here is 7.7.1"


def test_an_instrument_is_a_picture_with_its_words_and_what_is_missing(found):
    explorer = ActivationExplorer()
    shown = explorer._repr_mimebundle_()
    assert set(shown) == {"text/plain", "text/html"}
    assert found in shown["text/html"] and found in shown["text/plain"]
    assert "\n" not in shown["text/plain"]
    assert "ipywidgets 8.1 or newer is needed" in shown["text/html"]
    assert '<img src="data:image/png;base64,' in shown["text/html"]
    alt = re.search(r'alt="([^"]+)"', shown["text/html"])[1]
    assert alt.startswith("ReLU at x = 2.0")


def test_nothing_is_missing_here():
    assert what_is_missing() == ""


def test_the_version_is_that_of_the_list():
    wanted = [Requirement(line) for line in entries("requirements.txt") if "ipywidgets" in line]
    assert [Requirement(WANTED)] == wanted
    assert ">=8.1" in WANTED  # as the sentence says
