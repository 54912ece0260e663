"""Which of the calls that are written down will fail: they pass in the old flow, and not in the new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ivr.calls.perform import entries, perform

if TYPE_CHECKING:
    from ivr.flow import Flow


def broken_calls(old: Flow, new: Flow, today: date) -> Iterator[str]:
    """Name the calls of the new flow that fail in it and would pass if it were still the old one."""
    before = replace(old, calls=new.calls, tree=new.tree, listed=new.listed)
    for entry in entries(new):
        if entry.number is None or perform(new, entry.number, today).passed:
            continue
        if perform(before, entry.number, today).passed:
            yield entry.name
