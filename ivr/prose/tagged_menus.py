"""Menus that a text has as XML: `<choice dtmf="1">Billing</choice>`, `<Option digit="2" label="Outages"/>`.

VoiceXML and the files of exchanges have them so. https://www.w3.org/TR/voicexml20/#dml2.2.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ivr.prose.line_marks import SKIPPED

_TAG: Final = re.compile(r"<(?P<ends>/?)(?P<name>[A-Za-z][\w:.-]*)(?P<rest>[^<>]{0,400})>(?P<behind>[^<\n]{0,120})")
_KEY: Final = re.compile(
    r"(?<=\s)(?:dtmf|digits?|key|press|option|keypress|input|touche|tecla|taste)=[\"'](?P<key>[0-9*#])[\"']",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?<=\s)(?:label|title|text|description|desc|name|topic|prompt|say|announce|value)=[\"'](?P<said>[^\"'<>]{0,120})[\"']",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r"[^\W\d_]{2}")
_FEWEST: Final = 2
_DEEPEST: Final = 40


class Tagged(NamedTuple):
    """A key that an element has: where that begins, the keys before it, and what it is for."""

    start: int
    way: tuple[str, ...]
    topic: str


def with_tags_as_lists(text: str) -> str:
    """Give a text in which elements that have a key are lines of a list; no line is lost."""
    if ("</" not in text and "/>" not in text) or ('="' not in text and "='" not in text):
        return text
    told = list(_told(text)) if len(_KEY.findall(text)) >= _FEWEST else []
    if len(told) < _FEWEST:
        return text
    rows: dict[int, list[Tagged]] = {}
    line = at = 0
    for one in told:
        line, at = line + text.count("\n", at, one.start), one.start
        rows.setdefault(line, []).append(one)
    lines = text.split("\n")
    for at in range(min(rows), max(rows) + 1):
        lines[at] = _listed(rows[at]) if at in rows else SKIPPED if lines[at].lstrip()[:1] == "<" else lines[at]
    return "\n".join(lines)


def _told(text: str) -> Iterator[Tagged]:
    """Give the keys of elements, each with those of the elements that it is within."""
    within: list[tuple[str, str]] = []
    for tag in _TAG.finditer(text):
        if tag["ends"]:
            while within and within.pop()[0] != tag["name"]:
                pass
            continue
        key = _KEY.search(tag["rest"])
        label = _LABEL.search(tag["rest"])
        topic = tag["behind"].strip() if _WORDS.search(tag["behind"]) else label["said"] if label is not None else ""
        if key is not None and _WORDS.search(topic):
            yield Tagged(tag.start(), (*(one for _, one in within if one), key["key"]), topic)
        if not tag["rest"].endswith("/") and len(within) < _DEEPEST:
            within.append((tag["name"], key["key"] if key is not None else ""))


def _listed(told: list[Tagged]) -> str:
    """Give the keys of a line as one of a list; several as sentences."""
    if len(told) == 1:
        return f"- {' > '.join(told[0].way)}: {told[0].topic}"
    return " ".join(f"Press {', then '.join(one.way)} for {one.topic}." for one in told)
