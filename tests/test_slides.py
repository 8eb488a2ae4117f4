"""The slide decks: speaker notes, alt text, and nothing loaded from a network."""

import importlib.util
import re

import pytest
from notebook_files import (
    NOTEBOOKS,
    PATHS,
    code_cells,
    name_of,
    pictures_of,
    read,
    slide_type,
    tags,
)

SCRIPT = NOTEBOOKS.parent / "tools" / "slides" / "make_slides.py"


@pytest.fixture(scope="module")
def exporter():
    spec = importlib.util.spec_from_file_location("make_slides", SCRIPT)
    make_slides = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_slides)
    return make_slides.make_exporter(offline=True)


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_deck(exporter, path):
    deck, _ = exporter.from_filename(str(path))
    notebook = read(path)

    loaded = re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^"]+)"', deck)
    assert not [address for address in loaded if re.match(r"(https?:)?//", address)]

    notes = [cell for cell in notebook.cells if slide_type(cell) == "notes"]
    assert deck.count('<aside class="notes">') == len(notes)

    shown = [cell for cell in code_cells(notebook) if slide_type(cell) != "skip"]
    pictures = sum(len(pictures_of(cell.outputs)) for cell in shown)
    assert pictures == len(re.findall(r'<img [^>]*alt="[^"]{20,}"', deck)) > 0


def test_the_code_of_a_picture_stays_out_of_the_deck(exporter):
    deck, _ = exporter.from_filename(str(PATHS[0]))
    plots = [cell for cell in code_cells(read(PATHS[0])) if "plot" in tags(cell)]
    assert plots
    assert "show(" not in re.sub(r"<[^>]+>", "", deck)
