"""Writing calls into a file: as people write them, behind those that are there, and nothing else is changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ivr.loading.beside import CALLS, FLOW
from ivr.loading.compose import compose
from ivr.scalar import scalar
from ivr.tree import Mapping as TreeMapping
from ivr.tree import Sequence

_EMPTY = re.compile(r"^calls:[ \t]*(#.*)?\r?(\n|\Z)", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class AddingError(ValueError):
    """A file to which no call can be added; the message is one sentence for people."""


def entry_lines(entry: Mapping[str, Any], indent: str = "  ") -> Iterator[str]:
    """Give the lines of one entry of `calls:`, with its dash."""
    lead = f"{indent}- "
    for name, value in entry.items():
        if name != "steps":
            yield f"{lead}{name}: {flow_text(value) if isinstance(value, Mapping) else scalar(str(value))}"
            lead = f"{indent}  "
    if entry.get("steps"):
        yield f"{indent}  steps:"
        yield from (f"{indent}    - {_step(step)}" for step in entry["steps"])


def calls_text(entries: Iterable[Mapping[str, Any]]) -> str:
    """Give a whole `calls:` section."""
    return "\n".join([f"{CALLS}:", *(line for entry in entries for line in entry_lines(entry))]) + "\n"


def _step(step: object) -> str:
    if not isinstance(step, Mapping):
        return scalar(str(step))
    kind, what = next(iter(step.items()))
    return f"{kind}: {flow_text(what) if isinstance(what, Mapping) else scalar(str(what))}"


def flow_text(value: object) -> str:
    """Write a value within brackets."""
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{scalar(str(name), inside=True)}: {flow_text(one)}" for name, one in value.items()) + "}"
        )
    return scalar(str(value), inside=True)


def with_call(text: str, file: str, entry: Mapping[str, Any]) -> str:
    """Give the text of a flow, or of a file of calls, with one call more; raises AddingError where that cannot be.

    The new text is read again, and must mean the same as before but for the call.
    """
    old, faults = compose(text, file) if _says_something(text) else (TreeMapping(), ())
    if not isinstance(old, TreeMapping) or faults:
        message = f"'{file}' has faults, so nothing is added to it; `ivr test` tells them"
        raise AddingError(message)
    end = "\r\n" if "\r\n" in text else "\n"
    new = _added(text, file, old.get(CALLS, ""), entry).replace("\r\n", "\n").replace("\n", end)
    again, faults = compose(new, file)
    if faults or not isinstance(again, TreeMapping) or not _is_only_added(old, again, entry):
        message = f"a call cannot be added to '{file}' and nothing else changed; write its `{CALLS}:` as a list of `-`"
        raise AddingError(message)
    return new


def _says_something(text: str) -> bool:
    """Whether there is more in a file than comments."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def _added(text: str, file: str, calls: object, entry: Mapping[str, Any]) -> str:
    empty = _EMPTY.search(text) if calls == "" else None
    if empty:
        return text[: empty.end()] + "".join(f"{line}\n" for line in entry_lines(entry)) + text[empty.end() :]
    if not calls:
        return "\n".join([*([text.rstrip("\r\n") + "\n"] if text.strip() else []), calls_text([entry])])
    if not isinstance(calls, Sequence) or calls.item_place(len(calls) - 1).file != file:
        message = f"`{CALLS}:` of '{file}' is no list of its own, so nothing can be added to it"
        raise AddingError(message)
    lines = _LINE.findall(text)
    first, last = calls.item_place(0), calls.item_place(len(calls) - 1)
    indent = re.match(r" *", lines[first.line - 1])
    behind = last.end_line
    written = "".join(f"{line}\n" for line in entry_lines(entry, indent[0] if indent else "  "))
    ahead = "".join(lines[:behind])
    return "".join([ahead, "" if ahead.endswith("\n") else "\n", written, *lines[behind:]])


def _is_only_added(old: TreeMapping, new: TreeMapping, entry: Mapping[str, Any]) -> bool:
    before, after = list(old.get(CALLS, "") or ()), list(new.get(CALLS, "") or ())
    same = {name: value for name, value in old.items() if name != CALLS} == {
        name: value for name, value in new.items() if name != CALLS
    }
    return same and after[:-1] == before and after[-1:] == [_as_read(entry)]


def _as_read(value: object) -> object:
    """Give a value as the reader gives it: every scalar as text."""
    if isinstance(value, Mapping):
        return {str(name): _as_read(one) for name, one in value.items()}
    return [_as_read(one) for one in value] if isinstance(value, list) else str(value)


def head_of(flow: str) -> str:
    """Give the beginning of a new file of calls that names its flow."""
    return f"{FLOW}: {scalar(flow)}\n"
