"""The file of the progress, read and written so that nothing that stands in it is ever lost.

Two kernels may write at once, a disk may be full, an editor or a synchronised folder may have left
something else in the file. So a new file is written beside the old one and takes its place whole;
what is not understood is kept; and a file that cannot be read is put aside.
"""

import contextlib
import json
import os
import shutil
import time
from pathlib import Path

PATIENCE = 0.8  # seconds to wait for another kernel; a check should not take longer for it
STALE = 60  # seconds after which a lock was left behind by a kernel that is gone


class Unreadable(ValueError):
    """The file holds something else than progress."""


def read(path):
    """Return the file's content, a dict with a list "done"; the list is empty if there is no file.

    Raises
    ------
    Unreadable
        If something else stands in the file.
    OSError
        If there is something of that name that cannot be opened.
    """
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        return {"done": []}
    try:
        content = {"done": [], **json.loads(data)}  # of bytes, json finds the encoding
    except (ValueError, TypeError, RecursionError):
        raise Unreadable("no progress") from None
    if not isinstance(content["done"], list):
        raise Unreadable("no progress")
    return content


def add(path, id):
    """Add an id to those that are done.

    Returns
    -------
    done : list
        All that stands there now, with what nobody knows.
    aside : str
        Under which name an unreadable file was put aside, or "".

    Raises
    ------
    OSError
        If it cannot be written down. The file is then as it was.
    """
    path = Path(os.path.realpath(path))  # what a symbolic link points to
    with locked(path):
        try:
            content, aside = read(path), ""
        except Unreadable:
            content, aside = {"done": []}, put_aside(path)
        if id not in content["done"]:
            content["done"].append(id)
            replace(path, json.dumps(content) + "\n")
        return content["done"], aside


@contextlib.contextmanager
def locked(path):
    """Let one kernel at a time go on; one that has waited long enough goes on all the same."""
    folder = path.with_name(f"{path.name}.lock")  # to make a folder is one step everywhere
    made = _make(folder)
    try:
        yield
    finally:
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()


def _make(folder):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            folder.mkdir()
            return True
        except FileExistsError:
            with contextlib.suppress(OSError):
                if time.time() - folder.stat().st_mtime > STALE:
                    folder.rmdir()
            time.sleep(0.005)
        except OSError:  # a folder that cannot be written needs no lock
            break
    return False


def put_aside(path):
    """Rename an unreadable file, never over an earlier one; return its new name."""
    number, aside = 1, path.with_name(f"{path.stem}.unreadable{path.suffix}")
    while os.path.lexists(aside):
        number += 1
        aside = path.with_name(f"{path.stem}.unreadable-{number}{path.suffix}")
    path.rename(aside)
    return aside.name


def replace(path, text):
    """Write a new file beside the old one, and put it in its place whole."""
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(new, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())  # on the disk before its name is
        with contextlib.suppress(OSError):
            shutil.copymode(path, new)
        _move(new, path)
    finally:
        with contextlib.suppress(OSError):
            new.unlink()


def _move(new, path, attempts=20):
    """On Windows nothing takes the place of a file that is being read: try again."""
    for _ in range(attempts - 1):
        try:
            return os.replace(new, path)
        except PermissionError:
            time.sleep(0.02)
    os.replace(new, path)
