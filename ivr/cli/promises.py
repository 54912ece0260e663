"""`ivr check --promises`: the table of all promises, proved or refuted."""

from __future__ import annotations

import json
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from ivr.cli import UNUSABLE
from ivr.loader import Loaded
from ivr.printable import printable
from ivr.promise import KEPT, REFUTED, UNPROVABLE, Proof, proofs
from ivr.promise.words import proof_words

WIDTH = 80
_INDENT = " " * 12


def show_promises(loaded: list[tuple[str, Loaded]], today: date, format_: str) -> int:
    """Print what becomes of every promise of some flows; gives the exit code of the command."""
    proved = [(name, proofs(one.flow, today)) for name, one in loaded if one.flow is not None]
    if format_ == "json":
        listed = [{"file": name, **_entry(proof)} for name, several in proved for proof in several]
        click.echo(json.dumps({"version": 1, "promises": listed}, indent=2))
    else:
        click.echo("\n".join(line for name, several in proved for line in _table(name, several)))
    if len(proved) < len(loaded):
        _tell_unread(loaded)
        return UNUSABLE
    return int(any(proof.status != KEPT for _, several in proved for proof in several))


def _tell_unread(loaded: list[tuple[str, Loaded]]) -> None:
    for name, one in loaded:
        if one.flow is None:
            message = f"{name}: the flow cannot be read, so its promises are unknown; `ivr check {name}` says why"
            print(printable(message), file=sys.stderr)  # noqa: T201 -- a command tells what it could not do


def _table(name: str, several: tuple[Proof, ...]) -> Iterator[str]:
    """Give two lines a promise, and one that counts them."""
    for proof in several:
        yield from _wrapped(f"{proof.status:<10}  ", proof.promise.promise)
        yield from _wrapped(_INDENT, proof_words(proof))
    counts = Counter(proof.status for proof in several)
    said = ", ".join(f"{counts[status]} {status}" for status in (KEPT, REFUTED, UNPROVABLE) if counts[status])
    yield printable(f"{said or 'No promises'} in {name}.")


def _wrapped(before: str, text: str) -> list[str]:
    return textwrap.wrap(printable(text), WIDTH, initial_indent=before, subsequent_indent=_INDENT)


def _entry(proof: Proof) -> dict[str, Any]:
    case, call = proof.worst, proof.call
    return {
        "promise": proof.promise.promise,
        "status": proof.status,
        "keys": case.keys if case else None,
        "seconds": round(case.seconds, 2) if case and case.seconds is not None else None,
        "from": proof.start.strip("'"),
        "at": case.time.at.isoformat() if case else None,
        "reason": proof.reason,
        "call": call.words() if call else None,
        "calls": [call.entry()] if call else [],
    }
