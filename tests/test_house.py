"""The walls of the house: who imports whom, and how long a file may be."""

import ast
from pathlib import Path

import pytest

import nnlib
from nnlib.classroom import lessons

NNLIB = Path(nnlib.__file__).parent
FILES = sorted(NNLIB.rglob("*.py"))
CLASSROOM = NNLIB / "classroom"
ROOMS = [path.parent for path in sorted((CLASSROOM / "lessons").glob("*/__init__.py"))]
FINDER = "nnlib.classroom.lessons"


def name_of(path):
    """The dotted name of a module."""
    parts = path.relative_to(NNLIB.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path):
    """The dotted names of everything that a module imports, wherever in it."""
    package = name_of(path) if path.name == "__init__.py" else name_of(path).rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            up = package.split(".")[: len(package.split(".")) + 1 - node.level]
            base = ".".join([*up, *filter(None, [node.module])]) if node.level else node.module
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def inside(name, room):
    return name == room or name.startswith(f"{room}.")


def test_the_maths_never_imports_the_classroom():
    maths = [path for path in FILES if path.parent == NNLIB]
    assert len(maths) > 10
    for path in maths:
        found = [name for name in imports_of(path) if inside(name, "nnlib.classroom")]
        assert not found, path


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_no_lesson_imports_another(room):
    own = name_of(room / "__init__.py")
    for path in room.rglob("*.py"):
        for name in imports_of(path):
            assert inside(name, own) or not inside(name, FINDER), f"{path} imports {name}"


def test_engines_know_lessons_through_the_finder_only():
    rooms = [name_of(room / "__init__.py") for room in ROOMS]
    for path in CLASSROOM.rglob("*.py"):
        if (CLASSROOM / "lessons") not in path.parents:
            for name in imports_of(path):
                assert not any(inside(name, room) for room in rooms), f"{path} imports {name}"


def test_a_lesson_is_found_by_its_folder():
    assert [lesson.__name__ for lesson in lessons.LESSONS] == [
        name_of(room / "__init__.py") for room in ROOMS
    ]
    for room in ROOMS:
        assert (room / "questions.py").is_file() and (room / "exercises" / "__init__.py").is_file()
        assert f"{room.name}." not in (CLASSROOM / "__init__.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_has_one_idea_and_200_lines_at_most(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 200
