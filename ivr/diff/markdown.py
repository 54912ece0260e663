"""A comparison for a pull request: a table of what changes for callers, with the calls folded away beneath it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.diff.changes import Change
from ivr.diff.page import Page, more, other_lines, same
from ivr.diff.words import told
from ivr.printable import printable
from ivr.tables import escaped, markdown_table

MOST_ROWS: Final = 80
"""Changes that a comment tells of; GitHub takes no more than 65,536 letters."""


def to_markdown(page: Page) -> str:
    """Write a comparison as Markdown; nothing at all where nothing changed."""
    if page.empty:
        return ""
    blocks = [f"### What changes for callers in {escaped(page.new)}", escaped(" ".join(page.summary()))]
    if page.found.changes:
        grouped = page.groups().items()
        every = [(escaped(where), "<br>".join(_said(*change))) for where, changes in grouped for change in changes]
        blocks.append(markdown_table(("line", "what changes"), every[:MOST_ROWS]).rstrip("\n"))
        left = page.untold() or (len(every) > MOST_ROWS and "And more; `ivr diff` without `--format` tells it.")
        blocks += [left] if left else []
    calls = [line for changes in page.groups().values() for change, _ in changes for line in _calls(page, change)]
    if calls:
        blocks += [f"<details>\n<summary>Calls that show it: {escaped(page.old)}, then {escaped(page.new)}</summary>"]
        blocks += ["\n".join(calls[: 3 * MOST_ROWS]), "</details>"]
    return "\n\n".join(blocks) + "\n"


def _said(change: Change, count: int) -> Iterator[str]:
    tell = told(change)
    yield escaped(tell.sentence)
    yield from (f"<del>{escaped(text)}</del>" for text in tell.less)
    yield from (f"<ins>{escaped(text)}</ins>" for text in tell.more)
    if count:
        yield escaped(more(change, count))
    if change.calls > 1:
        yield f"The same: {escaped(same(change))}."
    if change.elsewhere:
        yield f"By other keys also on {escaped(other_lines(change))}."


def _calls(page: Page, change: Change) -> Iterator[str]:
    if change.shown:
        yield f"- {escaped(told(change).sentence)}"
        for call, old in ((change.shown.old, True), (change.shown.new, False)):
            yield f"  <br>{_code(page.command(call, old=old))}"


def _code(text: str) -> str:
    """Give a code span; its fence is longer than any run of backticks within (CommonMark, 6.1)."""
    text = printable(text)
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`"
