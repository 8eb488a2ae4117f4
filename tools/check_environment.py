"""Print [OK] or [FAIL] for Python and for each package in requirements.txt.

Needs nothing but Python itself, also an old one: it must run where the set-up has failed.
"""

import importlib.metadata
import platform
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def numbers(version):
    """Return the release numbers without trailing zeros: "2.0.0rc1" -> (2,)."""
    parts = [int(part) for part in re.match(r"\d+(\.\d+)*", version).group().split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def is_inside(version, wanted):
    """Tell whether a version is inside a range such as ">=2.0,<3"; "" allows every version."""
    for bound in filter(None, wanted.split(",")):
        sign, limit = re.match(r"(>=|<)(.+)", bound).groups()
        if (numbers(version) >= numbers(limit)) != (sign == ">="):
            return False
    return True


def read_wanted(root):
    """Return the pairs (name, range) of Python, of each package, and of nnlib itself."""
    pyproject = (root / "pyproject.toml").read_text(encoding="utf-8")
    wanted = [("Python", re.search(r'requires-python = "(.+)"', pyproject).group(1))]
    for line in (root / "requirements.txt").read_text(encoding="utf-8").splitlines():
        found = re.match(r"([A-Za-z][\w.-]*)([^#]*)", line)
        if found:
            wanted.append((found.group(1), found.group(2).strip()))
    return wanted + [("nnlib", "")]


def find_version(name):
    """Return the installed version, or None."""
    if name == "Python":
        return platform.python_version()
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def main():
    print("Looking at " + sys.executable)
    failures = 0
    for name, wanted in read_wanted(ROOT):
        version = find_version(name)
        good = version is not None and is_inside(version, wanted)
        failures += not good
        verdict = "[OK]  " if good else "[FAIL]"
        print(f"{verdict} {name:<14} {version or 'missing':<10} wanted: {wanted or 'any version'}")
    if failures:
        print(f"\n{failures} of these must be mended. In the project's folder run `make lab`, or:")
        print("  python -m pip install -r requirements.txt -c constraints.txt")
        print("with a Python of the range wanted, in the environment that runs JupyterLab.")
        return 1
    print("\nEverything is in place.")
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # a console may lack letters of a path
    sys.exit(main())
