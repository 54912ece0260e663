"""A recording sheet as it is written down: its rows, or only what changed, with totals and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.recordings.compare import GONE, MOVED, NEW, REWORDED, Change, to_record
from ivr.recordings.listed import Recordings
from ivr.recordings.row import CHANGED, MISSING, UNNAMED, Row


class Page(NamedTuple):
    """What is written down: the flow's name and file, its sheet, and with `since` the changes from that version on."""

    title: str
    file: str
    sheet: Recordings
    since: str = ""
    changes: tuple[Change, ...] = ()

    def entries(self) -> tuple[Change, ...]:
        """Give what is listed: the changes, or every row, as a change of no kind."""
        return self.changes if self.since else tuple(Change("", row) for row in self.sheet.rows)

    def languages(self) -> tuple[str, ...]:
        """Give the languages of what is listed, in order."""
        return tuple(dict.fromkeys(one.row.language for one in self.entries()))

    def summary(self) -> Iterator[str]:
        """Say how much there is to record, a sentence a language, and with `since` how much of it anew."""
        if not self.sheet.rows:
            yield "there is nothing to record: no line leads to a prompt"
        for total in self.sheet.totals():
            yield f"{total.language}: {amount(total.recordings, total.words, total.seconds)}"
        if self.since:
            yield f"since {self.since}: {self._changed()}"

    def _changed(self) -> str:
        counts = {kind: sum(one.kind == kind for one in self.changes) for kind in (NEW, REWORDED, MOVED, GONE)}
        said = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
        again = [one.row for one in to_record(self.changes)]
        rest = amount(len(again), sum(row.words for row in again), sum(row.seconds for row in again))
        return f"{said}; to be recorded: {rest if again else 'nothing'}" if said else "no words changed"

    def warnings(self) -> Iterator[str]:
        """Tell what is wrong with recordings: missing, out of date, not played; and what else is to be known."""
        for row in self.sheet.rows:
            if row.audio and row.state in {MISSING, CHANGED} and not row.same:
                what = (
                    "is named, but there is no such file" if row.state == MISSING else "was recorded with other words"
                )
                yield f"'{row.audio}' {what} ({row.id})"
        for name in self.sheet.unplayed:
            yield f"'{name}' is not played by any prompt"
        yield from self.sheet.notes


def amount(recordings: int, words: int, seconds: float) -> str:
    """Say how much is to be recorded: `19 recordings, 123 words, 0:46`."""
    whole = round(seconds)
    plural = "" if recordings == 1 else "s"
    return f"{recordings} recording{plural}, {words} word{'' if words == 1 else 's'}, {whole // 60}:{whole % 60:02d}"


def before(change: Change) -> str:
    """Tell of what stood there: the old words, or the place for which they were recorded."""
    if change.old is None:
        return ""
    return change.old.id if change.kind == MOVED else change.old.text or f"[{change.old.audio}]"


def said(row: Row) -> str:
    """Give the words of a row, or the file where only that is known."""
    return row.text or f"[{row.audio}]"


def recording(row: Row) -> str:
    """Tell what is known of the recording, or under which id the same words are recorded."""
    if row.same and row.state == UNNAMED:
        return f"as {row.same}"
    return f"{row.audio}: {row.state}" if row.audio else row.state
