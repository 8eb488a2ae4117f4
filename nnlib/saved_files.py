"""Saved files: a description in JSON and arrays by name, together in one .npz file.

No pickle is written or read, so nothing in a file can run. A file is written whole or not at all.
"""

import io
import os

import numpy as np

DESCRIPTION = "network.json"


def write_file(path, description, arrays):
    """Write both into the file at this path; one that is there is replaced in one moment."""
    import json
    import shutil
    import zipfile

    path = _as_text(path)
    target = os.path.realpath(path)  # the file itself where the path is a link to it
    folder = os.path.dirname(target)
    if os.path.isdir(target) or not os.path.basename(path):
        raise IsADirectoryError(f"{path!r} is a folder: give the name of a file in it.")
    if not os.path.isdir(folder):
        raise FileNotFoundError(f"There is no folder {folder}: make it first.")
    replaces = os.path.exists(target)
    if replaces and not os.access(target, os.W_OK):
        raise PermissionError(f"{target} is read-only: give another name.")
    text = json.dumps(description, indent=1)
    half_written = os.path.join(folder, f".nnlib-{os.urandom(8).hex()}.part")
    try:
        with open(half_written, "xb") as file:
            with zipfile.ZipFile(file, "w") as archive:
                archive.writestr(zipfile.ZipInfo(DESCRIPTION), text)  # without the time of day
                for name, array in arrays.items():
                    with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w", force_zip64=True) as npy:
                        np.lib.format.write_array(npy, array, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
        if replaces:
            shutil.copymode(target, half_written)  # who may read it stays
        os.replace(half_written, target)
    except BaseException:  # an interrupt too
        if os.path.exists(half_written):
            os.remove(half_written)
        raise


def read_file(path):
    """Return the description and the arrays of the file at this path.

    Raises
    ------
    OSError
        If there is no such file, or it cannot be read.
    ValueError
        If `write_file` did not write it, or it is damaged.
    """
    import json
    import zipfile

    path = _as_text(path)
    if os.path.isdir(path):
        raise IsADirectoryError(f"{path} is a folder: give the name of a file in it.")
    if not os.path.exists(path):
        hint = f" There is {path}.npz." if os.path.exists(f"{path}.npz") else ""
        raise FileNotFoundError(f"There is no file {path}.{hint}")
    with open(path, "rb") as file:
        content = io.BytesIO(file.read())
    try:
        with zipfile.ZipFile(content) as archive:
            description = json.loads(archive.read(DESCRIPTION))
            names = [name for name in archive.namelist() if name.endswith(".npy")]
            return description, {name[:-4]: _array(archive, name) for name in names}
    except Exception:  # the file was read, so it is its bytes that fail here (a checksum, say)
        raise ValueError(
            f"{path} holds no network: either nnlib.save did not write it, or it is damaged."
        ) from None


def _as_text(path):
    try:
        return os.fsdecode(path)
    except TypeError:
        raise TypeError(
            f"path must be the name of a file, such as 'model.npz', got {type(path).__name__}."
        ) from None


def _array(archive, name):
    with archive.open(name) as npy:
        return np.lib.format.read_array(npy, allow_pickle=False)
