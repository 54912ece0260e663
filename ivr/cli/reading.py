"""What every command does with the flows that it is given."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from ivr.cli import UNUSABLE
from ivr.flow import Flow
from ivr.load import Loaded, load, load_text
from ivr.loading.text import decode

STDIN = "-"
_A_FLOW = re.compile(r"^ivr:", re.MULTILINE)


def files_in(names: tuple[str, ...]) -> list[str]:
    """Give the flow files that were named; of a folder, every YAML file below that begins as a flow does."""
    return [file for name in names for file in (_flows_below(Path(name)) if Path(name).is_dir() else [name])]


def _flows_below(folder: Path) -> Iterator[str]:
    for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")]):
        if path.is_file() and _A_FLOW.search(path.read_text(encoding="utf-8", errors="replace")):
            yield path.as_posix()


def read(name: str) -> Loaded:
    """Read a flow from a file, or from standard input where the name is `-`."""
    if name != STDIN:
        return load(name)
    text, faults = decode(sys.stdin.buffer.read(), "<stdin>")
    return load_text(text, "<stdin>") if text is not None else Loaded(None, faults, {})


def flow_or_exit(name: str) -> Flow:
    """Read a flow to work with; tell on standard error what is wrong with it, and stop where nothing can be used."""
    loaded = read(name)
    for code, fault in loaded.faults:
        click.echo(f"{fault.place}: {code} error: {fault.message}", err=True)
    if loaded.flow is None:
        sys.exit(UNUSABLE)
    if not loaded.flow.lines:
        stop(f"{name}: the flow has no lines, so nobody can call it; write `lines: {{1-800-555-0100: main}}`")
    return loaded.flow


def stop(message: str) -> NoReturn:
    """Say in one line what cannot be done, and stop."""
    click.echo(message, err=True)
    sys.exit(UNUSABLE)
