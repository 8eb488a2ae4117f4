"""Whatever happens to the file of the progress, nothing that stands in it is lost."""

import json
import os
import subprocess
import sys
import time

import pytest

from nnlib.classroom.exercises import progress_file
from nnlib.classroom.exercises.progress_file import Unreadable, add, read

DONE = ["1.1", "1.2", "2.1"]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "my_progress.json"


def names(path):
    return sorted(one.name for one in path.parent.iterdir())


def test_there_is_one_file_and_no_other(path):
    assert read(path) == {"done": []}
    assert add(path, "1.1") == (["1.1"], "")
    assert add(path, "1.2") == (["1.1", "1.2"], "")
    assert json.loads(path.read_text(encoding="utf-8")) == {"done": ["1.1", "1.2"]}
    assert names(path) == ["my_progress.json"]


def test_what_is_done_already_is_not_written_again(path, monkeypatch):
    add(path, "1.1")
    monkeypatch.setattr(progress_file, "replace", None)
    assert add(path, "1.1") == (["1.1"], "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_an_editor_may_save_it_in_another_encoding(path, encoding):
    path.write_text(json.dumps({"done": DONE}, indent=4) + "\r\n", encoding=encoding)
    assert add(path, "3.1") == ([*DONE, "3.1"], "")
    assert read(path) == {"done": [*DONE, "3.1"]}


@pytest.mark.parametrize(
    "content",
    [
        {"done": ["1.1", "99.9"]},
        {"done": ["1.1", 3, None, ["1.2"], {"a": 1}]},
        {"done": ["1.1"], "name": "Łukasz", "other": [1]},
        {"other": []},
    ],
)
def test_what_nobody_knows_is_kept(path, content):
    path.write_text(json.dumps(content), encoding="utf-8")
    add(path, "3.1")
    assert read(path) == content | {"done": [*content.get("done", []), "3.1"]}


DAMAGED = [
    b"",
    b" \n",
    b"{",
    b'{"done": ["1.1", "1.',
    b"[]",
    b'["1.1"]',
    b"3",
    b"null",
    b'"done"',
    b'{"done": 3}',
    b'{"done": null}',
    b'{"done": {"1.1": true}}',
    b'{"done": ["1.1"]}{"done": ["1.2"]}',
    b"<<<<<<< HEAD",
    '{"done": ["1.1"], "name": "é"}'.encode("latin-1"),
    b"\x00" * 40,
    100_000 * b"[",
]


@pytest.mark.parametrize("data", DAMAGED, ids=lambda data: repr(data[:20]))
def test_a_file_that_cannot_be_read_is_put_aside_whole(path, data):
    path.write_bytes(data)
    with pytest.raises(Unreadable):
        read(path)
    assert add(path, "1.1") == (["1.1"], "my_progress.unreadable.json")
    assert (path.parent / "my_progress.unreadable.json").read_bytes() == data
    assert names(path) == ["my_progress.json", "my_progress.unreadable.json"]


def test_what_was_put_aside_is_never_overwritten(path):
    asides = []
    for data in (b"one", b"two", b"three"):
        path.write_bytes(data)
        asides.append(add(path, "1.1")[1])
    assert [(path.parent / aside).read_bytes() for aside in asides] == [b"one", b"two", b"three"]


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_full_disk_leaves_the_file_as_it_was(path, monkeypatch, step):
    path.write_text(json.dumps({"done": DONE}), encoding="utf-8")

    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    where = os if step != "open" else progress_file
    monkeypatch.setattr(where, step, full, raising=False)
    with pytest.raises(OSError, match="No space left"):
        add(path, "3.1")
    assert read(path) == {"done": DONE}
    assert names(path) == ["my_progress.json"]


def test_a_damaged_file_that_cannot_be_put_aside_stays(path, monkeypatch):
    path.write_bytes(b"{")

    def read_only(*args):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "rename", read_only)
    monkeypatch.setattr(type(path), "rename", read_only)
    with pytest.raises(OSError, match="Read-only"):
        add(path, "1.1")
    assert path.read_bytes() == b"{"


def test_a_folder_of_that_name_is_left_alone(path):
    path.mkdir()
    with pytest.raises(OSError):
        add(path, "1.1")
    assert names(path) == ["my_progress.json"] and path.is_dir()


def test_a_file_that_another_program_reads_is_tried_again(path, monkeypatch):
    """As on Windows, where nothing takes the place of a file that is open."""
    add(path, "1.1")
    replace, refused = os.replace, []

    def busy(*args):
        if len(refused) < 3:
            refused.append(args)
            raise PermissionError(13, "in use")
        replace(*args)

    monkeypatch.setattr(os, "replace", busy)
    assert add(path, "1.2") == (["1.1", "1.2"], "")
    assert read(path) == {"done": ["1.1", "1.2"]}


@pytest.mark.skipif(os.name == "nt", reason="needs the right to make symbolic links")
@pytest.mark.parametrize("exists", [True, False])
def test_a_symbolic_link_stays_one(path, exists):
    target = path.parent / "elsewhere.json"
    path.symlink_to(target)
    if exists:
        target.write_text(json.dumps({"done": DONE}), encoding="utf-8")
    add(path, "3.1")
    assert path.is_symlink()
    assert read(target) == read(path) == {"done": [*(DONE if exists else []), "3.1"]}


@pytest.mark.skipif(os.name == "nt", reason="there a file has no such rights")
def test_who_may_read_the_file_may_read_it_still(path):
    add(path, "1.1")
    path.chmod(0o640)
    add(path, "1.2")
    assert path.stat().st_mode & 0o777 == 0o640


ADD_FIFTEEN = """
import runpy, sys
add = runpy.run_path(sys.argv[3])["add"]  # alone, since the classroom takes long to load
print("ready", flush=True)
sys.stdin.readline()
for k in range(15):
    add(sys.argv[1], f"{sys.argv[2]}.{k}")
"""


def test_of_two_kernels_that_write_at_once_none_loses_what_the_other_wrote(path):
    kernels = [
        subprocess.Popen(
            [sys.executable, "-c", ADD_FIFTEEN, path, name, progress_file.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("a", "b")
    ]
    for kernel in kernels:
        assert kernel.stdout.readline() == "ready\n"
    for kernel in kernels:
        kernel.stdin.write("go\n")
        kernel.stdin.flush()
    for kernel in kernels:
        kernel.communicate()
        assert kernel.returncode == 0
    done = read(path)["done"]
    assert sorted(done) == sorted(f"{name}.{k}" for name in "ab" for k in range(15))
    assert names(path) == ["my_progress.json"]


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes only while somebody sleeps; it returns how long that was."""
    slept = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: sum(slept))
    monkeypatch.setattr(time, "sleep", slept.append)
    return lambda: sum(slept)


def test_a_lock_that_cannot_be_had_is_waited_for_less_than_a_second(path, clock):
    lock = path.with_name("my_progress.json.lock")
    lock.mkdir()
    assert add(path, "1.1") == (["1.1"], "")
    assert 0.5 < clock() < 1
    assert lock.is_dir()  # it is somebody else's


def test_a_lock_that_was_left_behind_is_removed(path, clock):
    lock = path.with_name("my_progress.json.lock")
    lock.mkdir()
    os.utime(lock, (0, time.time() - 2 * progress_file.STALE))
    add(path, "1.1")
    assert clock() < 0.1
    assert names(path) == ["my_progress.json"]


def test_where_no_lock_can_be_made_nobody_waits(path, clock, monkeypatch):
    def read_only(*args, **kwargs):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(type(path), "mkdir", read_only)
    add(path, "1.1")
    assert clock() == 0
