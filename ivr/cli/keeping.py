"""Files of calls that are there already: what stands in them is added to, or kept, and never lost without a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ivr.calls.mismatch import named
from ivr.calls.writing import AddingError, with_call
from ivr.cli.reading import stop
from ivr.cli.rewriting import encoded
from ivr.loading.beside import CALLS
from ivr.loading.compose import compose
from ivr.loading.text import read_text
from ivr.tree import Mapping as TreeMapping
from ivr.tree import Sequence


def added_to(path: Path, entries: Iterable[Mapping[str, Any]]) -> bytes:
    """Give a file with calls added behind those that it has; stops where that cannot be."""
    text, faults = read_text(path)
    if text is None:
        stop(faults[0].fault.message if faults else f"'{path}' cannot be read")
    try:
        for entry in entries:
            text = with_call(text, path.as_posix(), entry)
    except AddingError as error:
        stop(str(error))
    return encoded(text, path.read_bytes())


def stop_where_calls_are_lost(path: Path, new: bytes) -> None:
    """Stop where a file holds calls that would not be in it any more."""
    text, _ = read_text(path)
    kept = _calls(new.decode(), path)
    lost = [one for one in _calls(text or "", path) if one not in kept]
    if lost:
        names = named(str(one.get("call", "")) if isinstance(one, Mapping) else str(one) for one in lost)
        many = "a call" if len(lost) == 1 else f"{len(lost)} calls"
        stop(
            f"'{path}' holds {many} that would be lost: {names}; add to it with `--missing`, name another file, "
            "or write over it with `--force`"
        )


def _calls(text: str, path: Path) -> list[Any]:
    tree = compose(text, path.as_posix())[0] if text.strip() else None
    calls = tree.get(CALLS, "") if isinstance(tree, TreeMapping) else ""
    return list(calls) if isinstance(calls, Sequence) else []
