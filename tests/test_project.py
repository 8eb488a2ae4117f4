"""The project's own files agree with each other, and its commands do what the README says."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parent.parent
CHECK = ROOT / "tools" / "check_environment.py"


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def entries(name):
    """Return the lines of a requirements file without comments."""
    lines = (line.split("#")[0].strip() for line in read(name).splitlines())
    return [line for line in lines if line]


def requirements():
    return [Requirement(line) for line in entries("requirements.txt") if line != "-e ."]


def project():
    return tomllib.loads(read("pyproject.toml"))["project"]


def run(*command, cwd=ROOT):
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=60
    )


# --- The lists of versions -----------------------------------------------------------------------


def test_requirements_are_ranges_and_install_nnlib():
    assert "-e ." in entries("requirements.txt")
    for requirement in requirements():
        assert {spec.operator for spec in requirement.specifier} == {">=", "<"}, requirement


def test_constraints_are_exact_and_inside_the_ranges():
    constraints = {}
    for line in entries("constraints.txt"):
        constraint = Requirement(line)
        (spec,) = constraint.specifier
        assert spec.operator == "=="
        assert constraint.name not in constraints, f"{constraint.name} is listed twice"
        constraints[constraint.name] = spec.version
    for requirement in requirements():
        assert requirement.specifier.contains(constraints[requirement.name]), requirement


def test_environment_yml_points_at_the_one_list():
    environment = yaml.safe_load(read("environment.yml"))
    python = "python" + project()["requires-python"]
    assert environment["dependencies"] == [python, "pip", {"pip": ["-r requirements.txt"]}]


def test_pyproject_asks_for_the_same_oldest_versions():
    wanted = {requirement.name: requirement.specifier for requirement in requirements()}
    for line in project()["dependencies"]:
        own = Requirement(line)
        oldest = [spec for spec in wanted[own.name] if spec.operator == ">="]
        assert list(own.specifier) == oldest


def test_makefile_asks_for_the_same_python():
    major, minor = re.search(r"sys\.version_info < \((\d+), (\d+)\)", read("Makefile")).groups()
    assert SpecifierSet(project()["requires-python"]) == SpecifierSet(f">={major}.{minor}")


# --- The commands --------------------------------------------------------------------------------


def make_targets():
    return set(re.search(r"\.PHONY: (.+)", read("Makefile")).group(1).split())


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_commands_in_the_documents_exist(name):
    named = set(re.findall(r"^make ([a-z-]+)|`make ([a-z-]+)", read(name), re.M))
    targets = {target for pair in named for target in pair if target}
    assert targets and targets <= make_targets()
    for path in re.findall(r"(?:tools|notebooks|docs)[/\\][\w/\\]+\.(?:py|ipynb|png)", read(name)):
        assert (ROOT / path.replace("\\", "/")).is_file(), path


def test_every_make_target_is_in_its_help():
    described = set(re.findall(r"^([a-z-]+):.* ## \S", read("Makefile"), re.M))
    assert described == make_targets()


def test_check_environment_accepts_this_environment():
    result = run(sys.executable, CHECK)
    assert result.returncode == 0, result.stdout
    assert "[FAIL]" not in result.stdout
    assert "Traceback" not in result.stderr
    for requirement in requirements():
        assert re.search(rf"\[OK\] +{requirement.name} ", result.stdout)


@pytest.mark.parametrize("line", ["no-such-package>=1,<2", "numpy>=99,<100", "pandas>=0.1,<1"])
def test_check_environment_names_what_is_missing_too_old_or_too_new(tmp_path, line):
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / CHECK.name).write_bytes(CHECK.read_bytes())
    (tmp_path / "pyproject.toml").write_text(read("pyproject.toml"), encoding="utf-8")
    text = f"matplotlib>=1,<99\n{line}  # a comment\n-e .\n"
    (tmp_path / "requirements.txt").write_text(text, encoding="utf-8")
    result = run(sys.executable, tmp_path / "tools" / CHECK.name)
    assert result.returncode == 1
    assert re.findall(r"\[FAIL\] (\S+)", result.stdout) == [Requirement(line).name]
    assert "pip install -r requirements.txt" in result.stdout


def test_check_environment_needs_no_package():
    result = run(sys.executable, "-I", "-S", CHECK)  # -S: without the installed packages
    assert result.returncode == 1
    assert len(re.findall(r"\[FAIL\] \S+ +missing", result.stdout)) == len(requirements()) + 1


# --- The files -----------------------------------------------------------------------------------


def text_files():
    """Return the project's own text files, without what make and Python put beside them."""
    folders = [".ci", ".github", "docs", "nnlib", "notebooks", "tests", "tools"]
    paths = list(ROOT.glob("*")) + [path for name in folders for path in (ROOT / name).rglob("*")]
    made = {"node_modules", "__pycache__", ".ipynb_checkpoints"}
    binary = {".png", ".DS_Store"}
    return [
        path
        for path in paths
        if path.is_file() and path.suffix not in binary and not made & set(path.parts)
    ]


def test_text_files_are_utf8_with_lf():
    assert len(text_files()) > 20
    for path in text_files():
        data = path.read_bytes()
        data.decode("utf-8")
        assert b"\r" not in data, path


IMPORTS = """
import sys, numpy
before = set(sys.modules)
import nnlib
new = {name.partition(".")[0] for name in set(sys.modules) - before}
print(sorted(new - set(sys.stdlib_module_names)))
nnlib.NeuralRegressor
print("sklearn" in sys.modules, "matplotlib" in sys.modules)
"""


@pytest.mark.slow
def test_nnlib_is_imported_from_anywhere_and_loads_numpy_only(tmp_path):
    result = run(sys.executable, "-c", IMPORTS, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == ["['nnlib']", "True False"]
