"""Calls that are written down, for a walk: replaying one, and saving the walk as one."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ivr.calls import MismatchError, rehearsed
from ivr.calls.mismatch import MOST_NAMED, named, near
from ivr.calls.walked import walked_entry
from ivr.calls.writing import head_of, with_call
from ivr.cli.reading import STDIN
from ivr.cli.rewriting import encoded
from ivr.loading.beside import ENDINGS, flow_of, is_file_of_calls
from ivr.loading.text import read_text
from ivr.walk.written import Written
from ivr.writing import write_files

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.session import Session


def written(flow: Flow, file: str, today: date, target: str | None) -> Written:
    """Give what a walk of a flow, read from `file`, has to do with calls; it is saved into `target`."""
    if file == STDIN and target is None:
        return Written(names_of(flow), lambda name: replay(flow, name, today))
    path = Path(target) if target is not None else beside(Path(file))
    return Written(names_of(flow), lambda name: replay(flow, name, today), saving(Path(file), path))


def names_of(flow: Flow) -> tuple[str, ...]:
    """Name the calls of a flow."""
    return tuple(script.call for script in flow.calls)


def beside(flow: Path) -> Path:
    """Give the file of calls in which those of a flow are saved: named after it, beside it."""
    return flow.with_name(f"{flow.stem}{ENDINGS[0]}")


def replay(flow: Flow, name: str, today: date, steps: int | None = None) -> tuple[Session, str]:
    """Walk the call of a name, or of a part of its name that only it has; raises ValueError where there is none."""
    number = _number(flow, name)
    try:
        return rehearsed(flow, number, today, steps)
    except MismatchError as error:
        message = f"the call '{name}' cannot be dialled: {error.message}"
        raise ValueError(message) from error


def _number(flow: Flow, name: str) -> int:
    names = names_of(flow)
    exact = [number for number, one in enumerate(names) if one == name]
    part = [number for number, one in enumerate(names) if name.casefold() in one.casefold()]
    found = exact or part
    if not found:
        meant = near(name, names)
        there = f"; did you mean '{meant}'?" if meant else f"; there is {named(names)}" if names else ""
        message = f"the flow has no call '{name}'{there}"
        raise ValueError(message)
    if len(found) > 1 and not exact:
        several = named(names[number] for number in found[:MOST_NAMED])
        message = f"'{name}' is in the names of several calls: {several}"
        raise ValueError(message)
    return found[0]


def saving(flow: Path, target: Path) -> Callable[[Session, str], str]:
    """Give what writes the present call of a walk into a file, which may be the flow itself."""

    def save(session: Session, name: str) -> str:
        entry = walked_entry(session, _free(_in_a_line(name), target))
        text, old = _before(flow, target)
        try:
            write_files({target: encoded(with_call(text, target.as_posix(), entry), old)})
        except OSError as error:
            message = f"'{target}' cannot be written: {error.strerror or error}"
            raise ValueError(message) from error
        return f"Saved as '{entry['call']}' in {target.as_posix()}."

    return save


def _in_a_line(name: str) -> str:
    """Give a name as it can be written down: in one line, without signs that no file of YAML may hold."""
    return " ".join("".join(sign for sign in name if sign.isprintable() or sign.isspace()).split()) or "A call"


def _free(name: str, target: Path) -> str:
    """Give a name that no call in a file has: with a number behind it where it is taken."""
    text, _ = read_text(target)
    taken, number, free = text or "", 1, name
    while f"call: {free}\n" in taken or f'call: "{free}"\n' in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _before(flow: Path, target: Path) -> tuple[str, bytes]:
    """Give the text and the bytes that a file has before a call is added; a new one may have to name its flow."""
    if not target.exists():
        _stop_elsewhere(flow, target)
        return ("" if flow.parent == target.parent and target == beside(flow) else head_of(_way(flow, target))), b""
    text, faults = read_text(target)
    if text is None:
        raise ValueError(faults[0].fault.message if faults else f"'{target}' cannot be read")
    if is_file_of_calls(target):
        named_flow = flow_of(target)
        if named_flow is None or named_flow.resolve() != flow.resolve():
            message = f"'{target}' has calls of another flow, so nothing is added to it"
            raise ValueError(message)
    elif target.resolve() != flow.resolve():
        _stop_elsewhere(flow, target)
    return text, target.read_bytes()


def _stop_elsewhere(flow: Path, target: Path) -> None:
    if not is_file_of_calls(target):
        message = f"calls are saved in the flow, or in a file whose name ends with {ENDINGS[0]}, as {beside(flow).name}"
        raise ValueError(message)


def _way(flow: Path, target: Path) -> str:
    """Give the way from a file of calls to its flow, as it is written there."""
    return Path(os.path.relpath(flow.resolve(), target.parent.resolve())).as_posix()
