from __future__ import annotations

import ast
import shutil
import subprocess
import tomllib
from importlib.metadata import distribution, files
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "ivr").rglob("*.py"))
ALLOWED = {".ci", ".github", ".gitignore", ".pre-commit-hooks.yaml", "LICENSE", "README.md", "pyproject.toml"} | {
    "diagrams",
    "flows",
    "ivr",
    "tests",
}
SAYS_NOTHING = {"base", "common", "core", "data", "handler", "helpers", "info", "manager", "misc", "utils"}
MOST_LINES_IN_A_FILE = 400
MOST_LINES_IN_A_FUNCTION = 60


def tracked(folder: str = ".") -> list[PurePosixPath]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    git = ["git", "-c", "safe.directory=*"]  # who owns the checkout does not matter for reading its list of files
    listed = subprocess.run([*git, "ls-files", "-z", folder], cwd=ROOT, check=True, capture_output=True, text=True)
    return [PurePosixPath(name) for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_bytes())
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_file_is_too_long() -> None:
    lines = {named(path): len(path.read_bytes().splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > MOST_LINES_IN_A_FILE} == {}


def test_no_function_is_too_long() -> None:
    lines = {
        f"{named(path)}:{function.lineno} {function.name}": length(function)
        for path in MODULES
        for function in functions(path)
    }
    assert {name: count for name, count in lines.items() if count > MOST_LINES_IN_A_FUNCTION} == {}


def test_every_name_says_something() -> None:
    paths = [path for path in (ROOT / "ivr").rglob("*") if path.stem in SAYS_NOTHING]
    assert [named(path) for path in paths] == []


def test_the_top_level_holds_what_it_should() -> None:
    assert {path.parts[0] for path in tracked()} - ALLOWED == set()


def test_every_folder_of_the_package_is_a_package() -> None:
    missing = {named(path.parent) for path in MODULES if not (path.parent / "__init__.py").exists()}
    assert missing == set()


def test_every_file_of_the_package_is_one_that_is_installed() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = ["*.py", *settings["tool"]["setuptools"]["package-data"]["*"]]
    left_out = [
        path
        for path in tracked("ivr")
        if not (ROOT / path.parent / "__init__.py").exists() or not any(map(path.match, patterns))
    ]
    assert left_out == []


@pytest.mark.needs("installed")
def test_the_installed_package_is_what_the_checkout_holds() -> None:
    installed = {
        path.as_posix() for path in files("ivr") or () if path.parts[0] == "ivr" and "__pycache__" not in path.parts
    }
    assert installed == {path.as_posix() for path in tracked("ivr")}


@pytest.mark.needs("installed")
def test_the_tests_run_the_installed_package() -> None:
    import ivr  # noqa: PLC0415 -- where it is found is what is asked here

    assert Path(ivr.__file__) == Path(str(distribution("ivr").locate_file("ivr/__init__.py")))
    assert not Path(ivr.__file__).is_relative_to(ROOT / "ivr")
