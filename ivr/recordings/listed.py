"""The rows of a flow's recording sheet, with what is known of each recording, and their totals."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.analysis.beside import Recording, drift, file_of, folder_of, recordings, unplayed
from ivr.analysis.languages import same_language
from ivr.nodes.menu import Menu
from ivr.prompt import Prompt, picked, pieces, speaking_seconds
from ivr.recordings.row import CHANGED, ELSEWHERE, MISSING, THERE, UNNAMED, Row, Use, id_of
from ivr.recordings.spoken import Spoken, spoken

if TYPE_CHECKING:
    from ivr.flow import Flow

_AT_ENDS: Final = re.compile(r"^[^\w\"'(¿¡]+|\s+$")


class Total(NamedTuple):
    """What there is to record in one language: each text once."""

    language: str
    recordings: int
    words: int
    seconds: float


class Recordings(NamedTuple):
    """A recording sheet: the rows, the files that nothing plays, and what else a reader should know, in sentences."""

    rows: tuple[Row, ...]
    unplayed: tuple[str, ...]
    notes: tuple[str, ...]

    def totals(self) -> tuple[Total, ...]:
        """Sum up each language, in the order of the rows."""
        once = [row for row in self.rows if not row.same]
        return tuple(
            Total(tag, len(own), sum(row.words for row in own), round(sum(row.seconds for row in own), 1))
            for tag in dict.fromkeys(row.language for row in self.rows)
            if (own := [row for row in once if row.language == tag])
        )

    def only(self, languages: tuple[str, ...]) -> Recordings:
        """Leave out all other languages; with none named, leave out nothing."""
        return self._replace(rows=tuple(row for row in self.rows if row.language in languages or not languages))


def recordings_of(flow: Flow) -> Recordings:
    """Give the recording sheet of a flow: a language after the other, in the order in which the flow is written."""
    rows: dict[str, Row] = {}
    for one in spoken(flow):
        for row in _rows(flow, one):
            known = rows.get(row.id)
            rows[row.id] = row if known is None else _used_again(known, row.uses)
    order = {tag: number for number, tag in enumerate(flow.languages)}
    ordered = sorted(rows.values(), key=lambda row: (order.get(row.language, len(order)), row.language))
    known_of = _states(flow)
    marked = [replace(row, state=known_of.get(row.audio, ELSEWHERE) if row.audio else UNNAMED) for row in ordered]
    unused = tuple(_from(flow, folder, name) for _, folder, names in unplayed(flow) for name in names)
    found = tuple(_each_once(marked))
    return Recordings(found, unused, tuple(_notes(flow, found)))


def _from(flow: Flow, folder: str, name: str) -> str:
    """Name a file from the folder of the flow on."""
    path = os.path.relpath(os.path.join(folder, name), folder_of(flow) or ".")  # noqa: PTH118 -- paths are text here
    return path.replace(os.sep, "/")


def _used_again(row: Row, uses: tuple[Use, ...]) -> Row:
    return row if uses[0] in row.uses else replace(row, uses=(*row.uses, *uses))


def _rows(flow: Flow, one: Spoken) -> Iterator[Row]:
    """Make the rows of a prompt: one, or where variables are spoken in between, one for each piece with words."""
    place = flow.place(*one.written)
    cut = pieces(one.text)
    if one.audio or not any(part.startswith("{") for part in cut):
        seconds = one.seconds if one.seconds is not None else speaking_seconds(one.text, flow.defaults.rate)
        yield Row(
            id_of(one.path, one.language), one.language, one.text, seconds, one.path, place, (one.use,), one.audio
        )
        return
    words = [text for part in cut if (text := _AT_ENDS.sub("", part)) and _is_words(part)]
    for number, text in enumerate(words, 1):
        yield Row(
            id_of(one.path, one.language, number),
            one.language,
            text,
            speaking_seconds(text, flow.defaults.rate),
            one.path,
            place,
            (one.use,),
            whole=one.text,
            piece=f"{number} of {len(words)}",
        )


def _is_words(part: str) -> bool:
    return not part.startswith("{") and re.search(r"\w", part) is not None


def _states(flow: Flow) -> dict[str, str]:
    """Say what is known of each recording that the flow names; one that is wrong anywhere is wrong."""
    if folder_of(flow) is None:
        return {}
    states: dict[str, str] = {}
    for one in recordings(flow):
        state = _state(flow, one)
        if states.get(one.name, THERE) == THERE:
            states[one.name] = state
    return states


def _state(flow: Flow, one: Recording) -> str:
    if file_of(flow, one.name) is None:
        return MISSING
    return CHANGED if drift(flow, one) is not None else THERE


def _each_once(rows: list[Row]) -> Iterator[Row]:
    """Say under which row the same words are recorded: one with the same file, or else the first."""
    leads: dict[tuple[tuple[str, str], str], str] = {}
    named: dict[tuple[str, str], str] = {}
    for row in rows:
        if row.audio:
            leads.setdefault((row.speech, os.path.normpath(row.audio)), row.id)
            named.setdefault(row.speech, row.id)
    for row in rows:
        file = (row.speech, os.path.normpath(row.audio))
        lead = leads[file] if row.audio else named.setdefault(row.speech, row.id)
        yield replace(row, same="" if lead == row.id else lead)


def _notes(flow: Flow, rows: tuple[Row, ...]) -> Iterator[str]:
    heard = {row.language for row in rows}
    for tag in flow.languages:
        if tag not in heard:
            yield f"no caller hears anything in '{tag}'"
    yield from _untranslated(flow, rows)
    texts: dict[str, set[str]] = {}
    for row in rows:
        if row.audio and row.text:
            texts.setdefault(row.audio, set()).add(row.speech[1])
    for name, several in sorted(texts.items()):
        if len(several) > 1:
            yield f"'{name}' is named for {len(several)} different texts, and one recording cannot say them all"


def _untranslated(flow: Flow, rows: tuple[Row, ...]) -> Iterator[str]:
    """Tell of announcements in a language in which what they announce has no words."""
    for row in rows:
        at = row.uses[0].node
        menu, key = flow.nodes.get(at), str(row.path[-1])
        if isinstance(menu, Menu) and row.uses[0].as_.startswith(("option", "key")):
            choice = next(one for one in menu.choices(flow) if one.key == key)
            label = menu.label(flow, choice) or Prompt()
            tag, _ = picked(label.texts, row.language, flow.first_language)
            if label.texts and not same_language(tag or flow.first_language, row.language):
                yield f"what {row.id} announces has no words in '{row.language}' yet; translate it first"
