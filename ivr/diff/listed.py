"""A comparison for programs: one object of JSON.

- `version`: 1; it grows when a field changes its meaning or goes, not when one is added.
- `old`, `new`: the versions, as they were named; `today`: the day from which dates count.
- `compared`: how many calls were made in both flows, one for each thing that can happen at each place; `changed`: how
  many of them differ. What lies behind a call that has come to something else is not counted.
- `changes`: of each its `kind`, `sentence`, `lines`; `elsewhere`, lines on which other keys lead to the same; `when`,
  the hours in words, empty where it is always so; `old` and `new`, what was and what is now, by kind; `calls`, how many
  change by it; `same`, other ways to it in words; `shown`, a shortest call in both versions (`old`, `new`: an entry of
  `calls:`, and its `keys` as `ivr walk` takes them), or null.
- `failing`: the calls of the new flow that passed before; `record`: the prompts that need recording, by their ids.
- `left_out`: what was not compared, in words.
"""

from __future__ import annotations

import json
from typing import Any

from ivr.diff.changes import Change
from ivr.diff.page import Page
from ivr.diff.words import told, way_of
from ivr.witness import Witness

VERSION = 1


def to_json(page: Page) -> str:
    """Write a comparison as JSON."""
    entry = {
        "version": VERSION,
        "old": page.old,
        "new": page.new,
        "today": page.today.isoformat(),
        "compared": page.found.tried,
        "changed": page.found.calls,
        "changes": [_change(change) for change in page.found.changes],
        "failing": list(page.failing),
        "record": list(page.record),
        "left_out": list(page.found.left_out),
    }
    return json.dumps(entry, indent=2) + "\n"


def _change(change: Change) -> dict[str, Any]:
    shown = change.shown
    return {
        "kind": change.difference.kind,
        "sentence": told(change).sentence,
        "lines": list(change.lines),
        "elsewhere": list(change.elsewhere),
        "when": change.when,
        "old": list(change.difference.old),
        "new": list(change.difference.new),
        "calls": change.calls,
        "same": [way_of(met) for met in change.others],
        "shown": {"old": _call(shown.old), "new": _call(shown.new)} if shown else None,
    }


def _call(call: Witness) -> dict[str, Any]:
    return {**call.entry(), "keys": call.keys()}
