"""A comparison for a terminal of 80 columns: each change in a sentence, and the call that shows it in both versions."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from ivr.diff.changes import Change
from ivr.diff.page import Page, more, other_lines, same
from ivr.diff.words import told
from ivr.printable import printable

WIDTH: Final = 80


def to_text(page: Page) -> str:
    """Write a comparison for people."""
    blocks = ["\n".join(line for sentence in page.summary() for line in _wrapped(sentence))]
    for where, changes in page.groups().items():
        blocks += [*_wrapped(f"On {where}:"), *("\n".join(_change(page, *change)) for change in changes)]
    blocks += [page.untold()] if page.untold() else []
    return "\n\n".join(blocks) + "\n"


def _change(page: Page, change: Change, count: int) -> Iterator[str]:
    tell = told(change)
    yield from _wrapped(tell.sentence, "  ", "  ")
    for sign, prompts in (("-", tell.less), ("+", tell.more)):
        for text in prompts:
            yield from _wrapped(f"{sign} {text}", "      ", "    ")
    if count:
        yield from _wrapped(more(change, count), "  ", "  ")
    if change.calls > 1:
        yield from _wrapped(f"The same: {same(change)}.", "  ", "  ")
    if change.elsewhere:
        yield from _wrapped(f"By other keys also on {other_lines(change)}.", "  ", "  ")
    if change.shown:
        yield f"    {printable(page.command(change.shown.old, old=True))}"
        yield f"    {printable(page.command(change.shown.new, old=False))}"


def _wrapped(text: str, later: str = "", first: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text), WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False
    ) or [first]
