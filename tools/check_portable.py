"""Run the notebooks as other processors would; their stored outputs must come out all the same.

Texts have to be equal to the letter, pictures in their look. OpenBLAS, which multiplies NumPy's
matrices, chooses its kernel by the processor, and NumPy its loops: both can be told to choose as
an older processor would. A newer one cannot be played.

    python tools/check_portable.py           every kernel, with 1 and 2 threads; some minutes
    python tools/check_portable.py other     one kernel that is not this processor's own
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

import nbformat
import numpy as np
from execute_notebooks import ROOT, executed
from nbclient.exceptions import CellExecutionError
from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__
from own_settings import use_own_settings
from threadpoolctl import threadpool_info

KERNELS = {  # OpenBLAS's name for a kernel -> what a processor needs to run it, in NumPy's words
    "Prescott": "SSE3",
    "Sandybridge": "AVX",
    "Haswell": "AVX2",
    "Zen": "AVX2",
    "SkylakeX": "AVX512F",
}


def runnable():
    """The kernels that this processor can run; none where it is no x86, or BLAS no OpenBLAS."""
    blas = {library["internal_api"] for library in threadpool_info()}
    return [name for name, needs in KERNELS.items() if "openblas" in blas and has(needs)]


def has(feature):
    return __cpu_features__.get(feature, False)


def settings(which):
    """Return what to set in the environment, once for each way to run the notebooks."""
    own = {library.get("architecture") for library in threadpool_info()}
    if which == "other":
        return [{"OPENBLAS_CORETYPE": name} for name in runnable() if name not in own][-1:]
    without_simd = {"NPY_DISABLE_CPU_FEATURES": " ".join(filter(has, __cpu_dispatch__))}
    return [
        {"OPENBLAS_NUM_THREADS": "1"},
        {"OPENBLAS_NUM_THREADS": "2"},
        without_simd,
        *(
            {"OPENBLAS_CORETYPE": name, "OPENBLAS_NUM_THREADS": threads}
            for name in runnable()
            for threads in "12"
        ),
    ]


def changed_cells(path, setting):
    """Return the cells whose outputs a run with this setting changes: number and first line."""
    stored = nbformat.read(path, as_version=4)
    try:
        now = executed(path, **setting)
    except CellExecutionError as error:  # the other runs are worth as much as before
        return [f"failed with {error.ename}: {error.evalue}"]
    return [
        f"cell {number}: {was.source.splitlines()[0]}"
        for number, (was, cell) in enumerate(zip(stored.cells, now.cells), start=1)
        if was.get("outputs") != cell.get("outputs")
    ]


def main(arguments):
    if arguments not in ([], ["other"]):
        print(__doc__, file=sys.stderr)
        return 2
    paths = sorted((ROOT / "notebooks").glob("*.ipynb"))
    runs = [(path, setting) for setting in settings("".join(arguments)) for path in paths]
    changed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # each run waits for a kernel of its own
        for (path, setting), cells in zip(runs, pool.map(changed_cells, *zip(*runs))):
            words = ", ".join(f"{name}={value}" for name, value in setting.items())
            print(f"{path.name}, {words}: {'; '.join(cells) or 'as stored'}", flush=True)
            changed += bool(cells)
    print(f"{len(runs) - changed} runs as stored, {changed} changed (NumPy {np.__version__}).")
    return 1 if changed else 0


if __name__ == "__main__":
    with use_own_settings():
        sys.exit(main(sys.argv[1:]))
