"""What every command does with the flows that it is given."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ivr.cli import UNUSABLE
from ivr.loading.text import MOST_BYTES, decode, is_flow, read_text
from ivr.printable import printable

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.loader import Loaded

STDIN = "-"
STDIN_NAME = "<stdin>"
"""What standard input is called in findings."""
_ENDINGS = (".yaml", ".yml")
_CALLS = (".calls.yaml", ".calls.yml")


def files_in(names: tuple[str, ...]) -> list[str]:
    """Give the flow files that were named, each once; of a folder, every YAML file below that begins as a flow does."""
    files = (file for name in names for file in (_flows_below(name) if is_folder(name) else [name]))
    return list(dict.fromkeys(files))


def flow_for(name: str) -> str:
    """Give the flow of a file of calls, and of any other file itself; stops where nobody knows whose calls they are."""
    if not name.endswith(_CALLS):
        return name
    from ivr.loading.beside import flow_of  # noqa: PLC0415 -- only where such a file is named

    flow = flow_of(Path(name))
    if flow is None:
        stop(f"'{name}' does not say of which flow it has calls; begin it with `flow: NAME.yaml`")
    return flow.as_posix()


def is_folder(name: str) -> bool:
    """Tell whether a name is that of a folder; what nobody may look at is none, and reading it says why."""
    return os.path.isdir(name)  # noqa: PTH112 -- `Path.is_dir` raises where a folder above may not be entered


def _flows_below(folder: str) -> Iterator[str]:
    """Give the flows in a folder in the order of their names; what cannot be read may be one, so it is given too.

    Stops at a folder that cannot be read: flows in it would pass unseen.
    """
    for here, folders, names in os.walk(folder, onerror=_stop_at):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if name.endswith(_ENDINGS)):
            path = Path(here, name)
            text, _ = read_text(path)
            if text is None or is_flow(text):
                yield path.as_posix()


def _stop_at(error: OSError) -> NoReturn:
    folder = Path(os.fsdecode(error.filename)).as_posix()
    stop(f"the folder '{folder}' cannot be read: {error.strerror}; give yourself the right to, or name the flows")


def read(name: str, *, calls: bool = False) -> Loaded:
    """Read a flow from a file, or from standard input where the name is `-`; with `calls`, those beside it too."""
    from ivr.loader import Loaded, load, load_text  # noqa: PLC0415 -- slow to import, and not needed to find files

    if name != STDIN:
        return load(name, _calls_beside(name) if calls else ())
    if sys.stdin is None:
        stop("standard input is closed, so no flow can be read from it")
    text, faults = decode(sys.stdin.buffer.read(MOST_BYTES + 1), STDIN_NAME)
    return load_text(text, STDIN_NAME) if text is not None else Loaded(None, faults, {})


def _calls_beside(name: str) -> tuple[Path, ...]:
    from ivr.loading.beside import calls_beside  # noqa: PLC0415 -- only where calls are asked for

    return calls_beside(Path(name))


def flow_or_exit(name: str, *, calls: bool = False) -> Flow:
    """Read a flow to work with; tell on standard error what is wrong with it, and stop where nothing can be used."""
    loaded = _version(name, calls=calls) if ":" in name and not os.path.lexists(name) else read(name, calls=calls)
    for code, fault in loaded.faults:
        click.echo(printable(f"{fault.place}: {code} error: {fault.message}"), err=True)
    if loaded.flow is None:
        sys.exit(UNUSABLE)
    return loaded.flow


def _version(name: str, *, calls: bool) -> Loaded:
    """Read `git-ref:path`, as a comparison names a version: so a call that it tells of can be made there."""
    from ivr.cli.versions import version  # noqa: PLC0415 -- asks git, and is seldom needed

    return version(name, calls=calls).loaded


def callable_or_exit(name: str) -> Flow:
    """Read a flow, and the calls beside it, to call it; stop where it has no line to dial."""
    flow = flow_or_exit(name, calls=True)
    if not flow.lines:
        stop(f"{name}: the flow has no lines, so nobody can call it; write `lines: {{1-800-555-0100: main}}`")
    return flow


def stop(message: str) -> NoReturn:
    """Say in one line what cannot be done, and stop."""
    click.echo(printable(message), err=True)
    sys.exit(UNUSABLE)
