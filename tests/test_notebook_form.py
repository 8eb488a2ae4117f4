"""The form of the notebooks: what CONTRIBUTING promises about every cell."""

import ast
import re

import pytest
from nbconvert.exporters import ScriptExporter
from notebook_files import (
    NOTEBOOKS,
    PATHS,
    code_cells,
    markdown_cells,
    name_of,
    read,
    slide_type,
    tags,
    text_of,
)

SLIDE_TYPES = {"slide", "subslide", "fragment", "skip", "notes"}
TAGS = {
    "setup", "question", "plot", "expected-failure", "exercise", "stub", "check", "solution",
    "quiz", "takeaways", "instructor",
}  # fmt: skip
FRAGILE = re.compile(
    r"0x[0-9a-f]{6,}|np\.(float|int)\d+\(|<Figure|<Picture|e-1[5-9]\b|-0\.0*(?=[\s\],]|$)"
)

each_notebook = pytest.mark.parametrize("path", PATHS, ids=name_of)


def test_the_notebooks_are_there_in_order():
    assert [name_of(path) for path in PATHS] == [
        "01_activations",
        "02_stacking_relu_units",
        "03_forward_pass",
        "04_mean_squared_error",
        "05_backward_pass",
        "06_training_loop",
        "07_published_network",
        "08_optimizers",
        "09_classification",
    ]


@each_notebook
def test_as_a_script_it_is_python(path):
    text, resources = ScriptExporter().from_notebook_node(read(path))
    assert resources["output_extension"] == ".py"
    compile(text, path.name, "exec")


@each_notebook
def test_every_code_cell_was_run_once_from_top_to_bottom(path):
    counts = [cell.execution_count for cell in code_cells(read(path))]
    assert counts == list(range(1, len(counts) + 1))


@each_notebook
def test_every_code_cell_shows_something_and_nothing_fragile(path):
    for cell in code_cells(read(path)):
        if "stub" not in tags(cell):  # the reader's own code comes here
            assert cell.outputs, f"{cell.id} shows nothing"
        for output in cell.outputs:
            assert output.output_type != "error", cell.id
            assert output.get("name") != "stderr", cell.id
        assert not FRAGILE.search(text_of(cell.outputs)), f"{cell.id}: {text_of(cell.outputs)}"


@each_notebook
def test_every_picture_says_in_words_what_it_shows(path):
    for cell in code_cells(read(path)):
        for output in cell.outputs:
            if "image/png" in output.get("data", {}):
                alt = output.metadata["image/png"]["alt"]
                assert len(alt.split()) >= 5, f"{cell.id}: {alt!r}"
                assert output.data["text/plain"] == alt, cell.id
            assert "image/svg+xml" not in output.get("data", {}), cell.id


@each_notebook
def test_every_show_is_given_words(path):
    """A reader may leave them out; we may not."""
    text, _ = ScriptExporter().from_notebook_node(read(path))
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    shows = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "show"]
    assert shows and all(len(call.args + call.keywords) == 2 for call in shows)


@each_notebook
def test_cells_are_short(path):
    notebook = read(path)
    for cell in code_cells(notebook):
        lines = [line for line in cell.source.splitlines() if line.strip()]
        assert len(lines) <= 15, f"{cell.id}: {len(lines)} lines"
    for cell in markdown_cells(notebook):
        assert len(cell.source.split()) <= 120, f"{cell.id}: {len(cell.source.split())} words"


@each_notebook
def test_cells_have_slide_types_known_tags_and_ids_of_their_own(path):
    cells = read(path).cells
    assert len({cell.id for cell in cells}) == len(cells)
    for cell in cells:
        assert slide_type(cell) in SLIDE_TYPES, cell.id
        assert tags(cell) <= TAGS, cell.id
        assert (slide_type(cell) == "notes") == ("instructor" in tags(cell)), cell.id


@each_notebook
def test_parts_come_in_their_order(path):
    cells = read(path).cells
    number = int(path.stem[:2])
    assert re.match(rf"# {number}\. \w", cells[0].source)
    assert tags(cells[1]) == {"setup"}

    headings = [m[0] for c in cells for m in re.finditer(r"^## .*", c.source, flags=re.MULTILINE)]
    sections = [h for h in headings if re.match(rf"## {number}\.\d ", h)]
    assert 3 <= len(sections) <= 6
    assert headings == [
        "## What you will do", *sections,
        "## Takeaways", "## Check yourself", "## Exercises", "## What if", "## Next",
    ]  # fmt: skip


@each_notebook
def test_every_section_asks_and_has_a_note_and_some_fail_on_purpose(path):
    number, section, found = int(path.stem[:2]), None, {}
    for cell in read(path).cells:
        if heading := re.search(r"^## (.*)", cell.source, flags=re.MULTILINE):
            section = heading[1]
            found[section] = set()
        elif section:
            found[section] |= tags(cell)
        if section and heading:
            found[section] |= tags(cell)
    for section, roles in found.items():
        if section.startswith(f"{number}."):
            assert {"question", "instructor"} <= roles, f"{section}: {roles}"
    assert sum("expected-failure" in roles for roles in found.values()) >= 2


@each_notebook
def test_code_and_words_are_in_balance(path):
    notebook = read(path)
    words = [cell for cell in markdown_cells(notebook) if slide_type(cell) != "notes"]
    assert 0.6 <= len(code_cells(notebook)) / len(words) <= 1.6


@each_notebook
def test_notebook_keeps_the_house_rules(path):
    notebook = read(path)
    assert notebook.metadata.kernelspec.name == "python3"
    assert notebook.metadata.language_info == {"file_extension": ".py", "name": "python"}
    for cell in code_cells(notebook):
        for word in ("sys.path", "random.seed", "pickle", "%matplotlib", "plt.show"):
            assert word not in cell.source, f"{cell.id} uses {word}"
    assert any("import nnlib" in cell.source for cell in code_cells(notebook))


@each_notebook
def test_links_lead_to_files_that_exist(path):
    for cell in markdown_cells(read(path)):
        for target in re.findall(r"\]\(([^)#]+)\)", cell.source):
            if not target.startswith("http"):
                assert (NOTEBOOKS / target).exists(), f"{cell.id}: {target}"
