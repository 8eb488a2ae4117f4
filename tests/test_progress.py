"""`progress`: which exercises are done, in one small file."""

import json

import pytest

from nnlib.classroom import EXERCISES, check, progress
from nnlib.classroom.exercises.progress import FILE, remember

FIRST, SECOND = list(EXERCISES)[:2]


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_is_done_at_first_and_nothing_is_written(own_folder):
    assert progress().done == ()
    assert progress().left == tuple(EXERCISES)
    assert not list(own_folder.iterdir())


def test_a_passed_exercise_is_done_for_the_next_kernel_too():
    check(FIRST, EXERCISES[FIRST].solution)
    assert progress().done == (FIRST,)
    assert len(progress().left) == len(EXERCISES) - 1


def test_twice_is_once():
    assert remember(FIRST) == remember(FIRST)
    remember(SECOND)
    assert progress().done == (FIRST, SECOND)


def test_the_file_can_be_deleted(own_folder):
    remember(FIRST)
    (own_folder / FILE).unlink()
    assert progress().done == ()


def test_an_unreadable_file_is_put_aside_and_the_reader_is_told(own_folder):
    (own_folder / FILE).write_text("{", encoding="utf-8")
    assert f"0 of {len(EXERCISES)} exercises done ({FILE}, which cannot be read)" in repr(
        progress()
    )
    message = check(FIRST, EXERCISES[FIRST].solution).message
    assert message.endswith(
        f"1 of {len(EXERCISES)} exercises done. (my_progress.json could not be read; it is kept as "
        "my_progress.unreadable.json.)"
    )
    assert progress().done == (FIRST,)
    assert repr(progress()).startswith(f"1 of {len(EXERCISES)} exercises done ({FILE}).")


def test_an_exercise_that_is_gone_is_kept_and_not_counted(own_folder):
    (own_folder / FILE).write_text(json.dumps({"done": ["99.9", FIRST]}), encoding="utf-8")
    assert progress().done == (FIRST,)
    assert remember(SECOND) == f"2 of {len(EXERCISES)} exercises done."
    assert json.loads((own_folder / FILE).read_text())["done"] == ["99.9", FIRST, SECOND]


def test_a_folder_that_cannot_be_written_is_said_and_stops_nothing(own_folder):
    (own_folder / FILE).mkdir()
    verdict = check(FIRST, EXERCISES[FIRST].solution)
    assert verdict.status == "passed"
    assert "could not be written" in verdict.message


def test_it_shows_every_exercise_with_its_notebook():
    remember(FIRST)
    text, html = repr(progress()), progress()._repr_html_()
    assert text.startswith(f"1 of {len(EXERCISES)} exercises done")
    for id in EXERCISES:
        assert id in text and id in html
    assert f"{FIRST} done" in text
    assert f"{SECOND} -" in text
