"""What is wrong with a text that is not YAML, in plain words: the parsers' terse ones explained."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from ivr.finding import Fault
from ivr.tree import Reported, Sheet

BROKEN = "RD002"

_QUOTE = 'Put the whole text in quotes: "...".'


class _Reading(NamedTuple):
    """How one syntax error reads: when it is meant, what to say, how to mend it, and where it began.

    `where` is a pattern for "context: problem", `near` one for the text from the place on, `before` one for the text
    that ends there. `began` says what stands at the place where the broken thing begins; if `at_start`, that is the
    place to go to.
    """

    where: str
    message: str
    hint: str = ""
    near: str = ""
    before: str = ""
    began: str = ""
    at_start: bool = False


_READINGS = (
    _Reading(
        r"mapping values are not allowed",
        "a colon is not allowed here: this line has a key inside another text, or is indented differently from the "
        "lines above",
        "Put a text that holds ': ' in quotes, and let the keys of one mapping begin in the same column.",
    ),
    _Reading(
        r"simple key.*could not find",
        "this line has no colon behind its key",
        "Write `key: value`, with a space behind the colon.",
        began="the key",
        at_start=True,
    ),
    _Reading(
        r"tab character|cannot start any token",
        "this line is indented with a tab, which YAML does not allow",
        "Indent with spaces.",
        near=r"[ \t]*\t",
    ),
    _Reading(
        r"tab character",
        "there is a tab where only spaces may stand",
        "Indent with spaces.",
    ),
    _Reading(
        r"cannot start any token",
        "a text cannot begin with {sign} unless it is in quotes",
        _QUOTE,
    ),
    _Reading(
        r"(flow mapping|flow sequence): .*expected ',' or",
        "{opening} is not closed, or a comma is missing before this",
        "Put {closing} at its end, and a comma between entries.",
        began="opened here",
    ),
    _Reading(
        r"quoted scalar: found unexpected (end of stream|document)",
        "the quote that opens here is never closed",
        "Put the same quote, {sign}, at the end of the text.",
        at_start=True,
    ),
    _Reading(
        r"quoted.*(escape|hexdecimal|hexadecimal)",
        "in double quotes a backslash begins a special sign, and this is none",
        r"Write \\ for a backslash, or use single quotes.",
    ),
    _Reading(
        r"scanning an alias",
        "an unquoted * begins a reference to an anchor, and no name follows it",
        'Write "*" in quotes.',
        at_start=True,
    ),
    _Reading(
        r"scanning an anchor",
        "an unquoted & begins an anchor, and no name follows it",
        'Write "&" in quotes.',
        at_start=True,
    ),
    _Reading(
        r"undefined tag handle|scanning a tag|parsing a tag",
        "an unquoted ! begins a tag, and a flow file has no tags",
        _QUOTE,
        at_start=True,
    ),
    _Reading(
        r"scanning a directive|YAML document|%YAML|directive",
        "a line that begins with % is a directive, and this one cannot be read",
        "Leave it out.",
        at_start=True,
    ),
    _Reading(
        r"block mapping: .*expected",
        "a text goes on behind a closing quote or bracket",
        _QUOTE,
        before=r"[\"'}\]][ \t]*\Z",
    ),
    _Reading(
        r"block mapping: .*expected",
        "no key of the mapping that began above can stand here: it is indented differently from the others, or a colon "
        "is missing",
        "Let the keys of one mapping begin in the same column.",
        began="the mapping begins here",
    ),
    _Reading(
        r"block collection: .*expected",
        "every item of the list that began above begins with '- ', in the same column, and this does not",
        "Begin the line with '- ', or indent it like what is around the list.",
        began="the list begins here",
    ),
    _Reading(
        r"sequence entries are not allowed",
        "a list cannot begin on the line of its key",
        "Begin a new line with '- ', or write [a, b].",
    ),
    _Reading(r"mapping keys are not allowed", "a text cannot begin with '? ' unless it is in quotes", _QUOTE),
    _Reading(r"block scalar: .*expected|indicator", "nothing but a line break may follow | or >", "Begin a new line."),
    _Reading(r"node content", "a value is missing before {sign}", "Write one, or put {sign} in quotes."),
    _Reading(r"document start", "something stands behind the end of the document", "Leave out the line '...'."),
)


def explain(error: yaml.MarkedYAMLError, sheet: Sheet) -> tuple[int, Reported]:
    """Give the offset of a syntax error and what to report (RD002): the place, what is wrong and how to mend it."""
    text = sheet.text
    said = f"{error.context or ''}: {error.problem or ''}"
    stop = _offset(error.problem_mark, text)
    start = _offset(error.context_mark, text) if error.context_mark else stop
    reading = next((reading for reading in _READINGS if _fits(reading, said, text, stop)), None)
    if reading is None:
        return stop, Reported(BROKEN, Fault(sheet.spot(stop), f"this is not YAML: {error.problem or error}"))
    at = start if reading.at_start else stop
    related = ((sheet.spot(start), reading.began),) if reading.began and start != at else ()
    words = _words(text, start if reading.began else at)
    fault = Fault(sheet.spot(at), reading.message.format(**words), reading.hint.format(**words), related)
    return stop, Reported(BROKEN, fault)


def _fits(reading: _Reading, said: str, text: str, stop: int) -> bool:
    line = max(text.rfind("\n", 0, stop), text.rfind("\r", 0, stop)) + 1
    near = not reading.near or re.match(reading.near, text[line : stop + 1])
    before = not reading.before or re.search(reading.before, text[line:stop])
    return bool(re.search(reading.where, said) and near and before)


def _words(text: str, at: int) -> dict[str, str]:
    sign = text[at : at + 1].strip() or "this"
    return {"sign": sign, "opening": f"'{sign}'", "closing": {"{": "'}'", "[": "']'"}.get(sign, "the bracket")}


def _offset(mark: yaml.Mark | None, text: str) -> int:
    return min(mark.index, len(text)) if mark else 0
