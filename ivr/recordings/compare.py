"""What has to be recorded when a flow has changed: new words, words that have changed, and what nobody needs now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from ivr.recordings.listed import Recordings
from ivr.recordings.row import CHANGED, THERE, Row

NEW, REWORDED, MOVED, GONE = "new", "changed", "moved", "gone"
"""Words that nobody has recorded yet; the same place with other words; words recorded for another place, so nothing is
to be recorded; words that are heard nowhere any more."""


class Change(NamedTuple):
    """One row that is not as it was: as it is now, or for one that is gone as it was; `old` is what stood there."""

    kind: str
    row: Row
    old: Row | None = None


def compared(old: Recordings, new: Recordings) -> tuple[Change, ...]:
    """Give what changed between two sheets of a flow, in the order of the new one, then what is gone.

    Words count, not capitals, marks and spacing. A row whose place is new, or was renamed, needs no recording where the
    same words were recorded before.
    """
    before = {row.id: row for row in old.rows}
    left = [row for row in new.rows if row.id not in before or before[row.id].speech != row.speech]
    kept = {row.id for row in new.rows} - {row.id for row in left}
    by_speech: dict[tuple[str, str], list[Row]] = {}
    for row in old.rows:
        by_speech.setdefault(row.speech, []).append(row)
    changes = [_change(row, before, _nearest(row, by_speech.get(row.speech, ()), kept)) for row in left]
    return (*changes, *_gone(old, new, {one.row.id for one in changes if one.kind == REWORDED}))


def _nearest(row: Row, same: Iterable[Row], kept: set[str]) -> Row | None:
    """Choose among rows with the same words the one that has moved here: a free one, in the same part of its node."""
    tail = row.id.partition(".")[2]
    return min(same, key=lambda one: (one.id in kept, one.id.partition(".")[2] != tail, one.id), default=None)


def _change(row: Row, before: dict[str, Row], recorded: Row | None) -> Change:
    if recorded is not None:
        return Change(MOVED, row, recorded)
    return Change(REWORDED, row, before[row.id]) if row.id in before else Change(NEW, row)


def _gone(old: Recordings, new: Recordings, reworded: set[str]) -> Iterator[Change]:
    """Give what was recorded and is heard nowhere now; a place that has got other words is told of as such."""
    heard = {row.speech for row in new.rows}
    for row in old.rows:
        if row.speech not in heard and row.id not in reworded and not row.same:
            yield Change(GONE, row)


def to_record(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Give the changes after which somebody has to record something: each text once."""
    needed = [one for one in changes if one.kind in {NEW, REWORDED}]
    return tuple({one.row.speech: one for one in reversed(needed)}.values())[::-1]


def outdated(sheet: Recordings, changes: Iterable[Change], unchanged: frozenset[str]) -> Recordings:
    """Mark the rows whose words have changed while their recordings, which are among `unchanged`, have not."""
    stale = {one.row.id for one in changes if one.kind == REWORDED and one.row.audio in unchanged}
    rows = (replace(row, state=CHANGED) if row.id in stale and row.state == THERE else row for row in sheet.rows)
    return sheet._replace(rows=tuple(rows))
