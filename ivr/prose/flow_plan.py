"""A flow made of what documents tell: what they tell is cited, and what they leave open is marked as an assumption."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Final

import phonenumbers

from ivr.analysis.key_meaning import BACK, LANGUAGE, OPERATOR, REPEAT, START, meaning_of
from ivr.printable import printable
from ivr.prose import wording
from ivr.prose.block import HEADING, Document
from ivr.prose.extracted import Extracted
from ivr.prose.meaning import same_meaning
from ivr.prose.phones import FAX, TEXT_TELEPHONE, VOICE
from ivr.prose.scopes import NIGHT
from ivr.prose.tokens import folded
from ivr.prose.told import Told
from ivr.prose.week_text import week_text
from ivr.prose.words import set_of
from ivr.prose.yaml_text import Tree

NO_NUMBER: Final = "1-800-555-0100"
"""Dialled in a flow whose documents name no number; nobody has it."""
_ZONES: Final = (
    (r"\b(?:E[SD]?T|eastern)\b", "America/New_York"),
    (r"\b(?:C[SD]?T|central)\b", "America/Chicago"),
    (r"\b(?:M[SD]?T|mountain)\b", "America/Denver"),
    (r"\b(?:P[SD]?T|pacific)\b", "America/Los_Angeles"),
    (r"\b(?:GMT|BST|UK|london)\b", "Europe/London"),
    (r"\b(?:CES?T|MEZ)\b", "Europe/Berlin"),
)
_COUNTRY_ZONES: Final = {
    44: "Europe/London",
    49: "Europe/Berlin",
    33: "Europe/Paris",
    34: "Europe/Madrid",
    52: "America/Mexico_City",
    41: "Europe/Zurich",
    43: "Europe/Vienna",
}
_LONGEST_NAME: Final = 60
_SLUG_WORDS: Final = 4
_LITTLE: Final = set_of(
    """a an the of for to and or in on at by with your our my about el la los las de del un una y o para le les des
    du et der die das den und mit zu zum zur fur"""
)
_TAGS: Final = {"en", "es", "fr", "de", "pt", "it", "zh", "vi", "ko", "ru", "pl", "ar"}


def flow_tree(found: Extracted, documents: Sequence[Document], beside: str = "") -> dict[str, Tree]:
    """Make the tree of a flow file; `beside` is the folder in which it will stand."""
    return _Plan(found, documents, beside).tree()


def shown_number(e164: str) -> str:
    """Write a number as its country does: 1-800-555-0100, +44 1632 960101."""
    if e164.startswith("+1") and len(e164) == 12:  # noqa: PLR2004 -- + 1, area, exchange, line
        return f"1-{e164[2:5]}-{e164[5:8]}-{e164[8:]}"
    return phonenumbers.format_number(phonenumbers.parse(e164), phonenumbers.PhoneNumberFormat.INTERNATIONAL)


class _Plan:
    """A flow being made."""

    def __init__(self, found: Extracted, documents: Sequence[Document], beside: str) -> None:
        self.found, self.documents, self.beside = found, documents, beside
        self.sources = {one.name: self._free(_slug(PurePath(one.name).stem) or "document", []) for one in documents}
        self.contacts: dict[str, Tree] = {}
        self.nodes: dict[str, Tree] = {}
        self.hours: dict[str, Tree] = {}
        spoken = [one.language for one in found.options if one.language in _TAGS] or ["en"]
        self.languages = list(dict.fromkeys(sorted(spoken, key=lambda tag: -spoken.count(tag))))
        self.person = ""

    def tree(self) -> dict[str, Tree]:
        lines = self._lines()
        self._ends()
        title = self._title(self.documents[0]) if self.documents else "Documented menu"
        return {
            "# what": "Read out of documents by `ivr extract`. `documented` names the line on which something stands;",
            "# assumed": (
                "what the documents leave open was filled in, and is marked as an assumption. Nobody has verified it."
            ),
            "# gap": "",
            "ivr": "1",
            "name": title,
            **self._timezone(),
            **({"languages": self.languages} if self.languages != ["en"] else {}),
            "# gap2": "",
            "sources": {self.sources[one.name]: self._source(one) for one in self.documents},
            "lines": lines,
            **({"hours": self.hours} if self.hours else {}),
            **({"contacts": self.contacts} if self.contacts else {}),
            "# unsaid": (
                "assumption: the documents do not say what callers hear who press nothing, or a key that is not there."
            ),
            "defaults": {
                "wrong": self._said(wording.WRONG),
                "silence": self._said(wording.SILENCE),
                "tries": "3",
                "otherwise": self.person or "nobody",
            },
            "nodes": self.nodes,
        }

    # ---- what stands at the top

    def _title(self, document: Document) -> str:
        first = next((block.words for block in document.blocks if block.kind == HEADING), "") or (
            document.blocks[0].words if document.blocks else ""
        )
        return _text(re.split(r"\s[|•·]\s", first)[0])[:_LONGEST_NAME].strip(" ,.:;-–") or "Documented menu"

    def _source(self, document: Document) -> dict[str, Tree]:
        file: dict[str, Tree] = {}
        if not document.name.startswith("<"):
            file = {"file": PurePath(os.path.relpath(document.name, self.beside or ".")).as_posix()}
        return {"title": self._title(document), **file}

    def _timezone(self) -> dict[str, Tree]:
        for one in self.found.hours:
            for pattern, zone in _ZONES:
                if re.search(pattern, one.hours.words, re.IGNORECASE if "(?:" not in pattern else 0):
                    return {"timezone": zone}
        codes = [phonenumbers.parse(number).country_code for number in self.found.numbers]
        zone = next((_COUNTRY_ZONES[code] for code in codes if code in _COUNTRY_ZONES), "America/New_York")
        return {
            "# zone": "assumption: the documents do not say in which time zone their hours are meant",
            "timezone": zone,
        }

    # ---- lines

    def _lines(self) -> dict[str, Tree]:
        lines: dict[str, Tree] = {}
        numbers = dict.fromkeys([one.number for one in self.found.options])
        told = {phone.e164: (phone, spot) for phone, spot in reversed(self.found.phones)}
        for number in [*numbers, *(one for one in told if one not in numbers)]:
            if number and told[number][0].use == FAX:
                self._fax(number, told[number][1])
            elif number in numbers:
                lines[shown_number(number) if number else NO_NUMBER] = self._menu_line(number, told)
            elif told[number][0].use in {VOICE, TEXT_TELEPHONE}:
                lines[shown_number(number)] = self._plain_line(number, told)
        return lines

    def _fax(self, number: str, spot: object) -> None:
        name = self._free("fax", self.contacts)
        self.contacts[name] = {
            "name": "Fax",
            "channel": "fax",
            "number": shown_number(number),
            "documented": [self._cited(spot)],
        }

    def _plain_line(self, number: str, told: Mapping[str, tuple[object, object]]) -> dict[str, Tree]:
        """Make a line of which the documents tell no menu: it rings somebody at once."""
        phone, spot = told[number]
        typed = getattr(phone, "use", "") == TEXT_TELEPHONE
        name = "Text telephone" if typed else f"Whoever answers {shown_number(number)}"
        contact = self._free("text-telephone" if typed else f"at-{number[-4:]}", self.contacts)
        self.contacts[contact] = {
            "name": name,
            **({"channel": "tty"} if typed else {}),
            **self._open(number),
            "documented": [self._cited(spot)],
        }
        desk = self._free(f"{contact}-desk", self.nodes)
        self.nodes[desk] = {
            "transfer": contact,
            "failed": "nobody",
            **self._shut(contact),
            "note": "assumption: the documents tell of no menu on this number.",
        }
        return {"start": desk, "documented": [self._cited(spot)]}

    def _menu_line(self, number: str, told: Mapping[str, tuple[object, object]]) -> dict[str, Tree]:
        options = [one for one in self.found.options if one.number == number]
        base = "main" if "main" not in self.nodes and "main-hours" not in self.nodes else f"main-{number[-4:]}"
        nights = [one for one in options if one.time and one.time != "day"]
        days = [one for one in options if not one.time or one.time == "day"]
        if nights and days:
            dated = any(one.time == "day" for one in days)
            both = [one for one in days if not one.time] if dated else []
            start = self._free(f"{base}-hours", self.nodes)
            self.nodes[start] = {"hours": self._desk(number), "open": base, "closed": f"{base}-{NIGHT}"}
            self._menu(base, number, days, (), base)
            self._menu(f"{base}-{NIGHT}", number, [*nights, *both], (), f"{base}-{NIGHT}")
        else:
            start = base
            self._menu(base, number, options, (), base)
        line: dict[str, Tree] = {"start": start}
        if number in told:
            line["documented"] = [self._cited(told[number][1])]
        else:
            line["note"] = "assumption: the documents name no number; nobody has this one."
        return line

    # ---- menus

    def _menu(self, name: str, number: str, told: Sequence[Told], path: tuple[str, ...], top: str) -> None:
        here = [one for one in told if one.path == path or (one.anytime and not one.path)]
        below = [one for one in told if len(one.path) > len(path) and one.path[: len(path)] == path]
        keys = list(dict.fromkeys([*(one.key for one in here), *(one.path[len(path)] for one in below)]))
        options: dict[str, Tree] = {}
        node: dict[str, Tree] = {
            "menu": self._greeting(path, told),
            "options": options,
            "note": "assumption: these words are no document's; the keys are.",
        }
        self.nodes[name] = node
        for key in keys:
            mine = [one for one in here if one.key == key]
            deeper = any(one.path[len(path)] == key for one in below)
            options[key] = self._option(name, number, told, (*path, key), mine, top, deeper=deeper)

    def _greeting(self, path: tuple[str, ...], told: Sequence[Told]) -> Tree:
        parent = next((one.topic for one in told if path and (*one.path, one.key) == path and one.topic), "")
        title = _sentence(parent) if parent else _sentence(self._title(self.documents[0]))
        return title if len(self.languages) == 1 else dict.fromkeys(self.languages, title)

    def _option(
        self,
        menu: str,
        number: str,
        told: Sequence[Told],
        keys: tuple[str, ...],
        mine: list[Told],
        top: str,
        *,
        deeper: bool,
    ) -> dict[str, Tree]:
        say = self._label(mine)
        meaning = meaning_of(mine[0].topic) if mine else ""
        option: dict[str, Tree] = {"say": say} if say else {}
        if deeper:
            name = self._free("-".join([menu, keys[-1].replace("*", "star").replace("#", "pound")]), self.nodes)
            option["go"] = name
            self._menu(name, number, told, keys, top)
        elif meaning in {REPEAT, BACK, START}:
            option["go"] = {REPEAT: "again", BACK: "back", START: top}[meaning]
        elif meaning.startswith(LANGUAGE) and meaning.split()[-1] in self.languages:
            option["go"] = "again"
        else:
            option["go"] = self._desk_for(number, mine, meaning)
        if meaning.startswith(LANGUAGE) and meaning.split()[-1] in self.languages:
            option["language"] = meaning.split()[-1]
        if not say:
            option |= {"announced": "no", "because": "The documents do not say what it is called."}
        if mine:
            option["documented"] = list(dict.fromkeys(self._cited(one) for one in mine))
        else:
            option["note"] = "assumption: documents tell only of the keys behind it."
        others = [
            one for one in mine[1:] if one.language == mine[0].language and not same_meaning(one.topic, mine[0].topic)
        ]
        if others:
            option["note"] = "The documents also say: " + "; ".join(
                f"{_text(one.topic)} ({self._cited(one)})" for one in others
            )
        return option

    def _label(self, mine: list[Told]) -> Tree:
        by_language: dict[str, str] = {}
        for one in mine:
            if one.topic:
                by_language.setdefault(
                    one.language if one.language in self.languages else self.languages[0], _text(one.topic)
                )
        if len(self.languages) == 1 or not by_language:
            return next(iter(by_language.values()), "")
        return {tag: by_language.get(tag) or next(iter(by_language.values())) for tag in self.languages}

    def _desk_for(self, number: str, mine: list[Told], meaning: str) -> str:
        topic = _text(mine[0].topic) if mine else ""
        known = next(
            (
                name
                for name, one in self.contacts.items()
                if isinstance(one, dict) and topic and one.get("name") == topic
            ),
            "",
        )
        contact = known or self._free(_slug(topic) or "someone", self.contacts)
        if not known:
            self.contacts[contact] = {
                "name": topic or "Whoever answers",
                **self._open(number),
                "documented": [self._cited(one) for one in mine[:1]],
            }
        desk = f"to-{contact}"
        if desk not in self.nodes:
            self.nodes[desk] = {
                "transfer": contact,
                "failed": "nobody",
                **self._shut(contact),
                "note": (
                    "assumption: somebody answers there; the documents do not say what becomes of callers when "
                    "nobody does."
                ),
            }
        if meaning == OPERATOR and not self.person:
            self.person = desk
        return desk

    # ---- hours

    def _open(self, number: str) -> dict[str, Tree]:
        name = self._schedule(number)
        return {"hours": name} if name else {}

    def _shut(self, contact: str) -> dict[str, Tree]:
        entry = self.contacts[contact]
        return {"closed": "closed"} if isinstance(entry, dict) and "hours" in entry else {}

    def _schedule(self, number: str) -> str:
        """Name the schedule that the documents tell of a number; nothing where they tell none, or always."""
        told = next((one for one in self.found.hours if one.number == number and one.hours.minutes), None)
        written = week_text(told.hours.minutes) if told and told.hours.minutes else []
        if not told or not written or written == ["always"]:
            return ""
        name = f"hours-{number[-4:]}"
        self.hours.setdefault(name, {"open": written, "documented": [self._cited(told.spot)]})
        return name

    def _desk(self, number: str) -> str:
        name = self._schedule(number)
        if not name:
            name = f"day-{number[-4:]}" if number else "day"
            self.hours[name] = {"open": "Mon-Fri 08:00-18:00", "note": "assumption: the documents give no hours."}
        return name

    # ---- ends

    def _ends(self) -> None:
        self.nodes["nobody"] = {
            "hangup": self._said(wording.NOBODY),
            "note": "assumption: nothing is documented of what happens when nobody can answer.",
        }
        if any(isinstance(one, dict) and one.get("closed") == "closed" for one in self.nodes.values()):
            self.nodes["closed"] = {
                "hangup": self._said(wording.CLOSED),
                "note": "assumption: nothing is documented of what happens outside the hours.",
            }

    def _said(self, words: Mapping[str, str]) -> Tree:
        if len(self.languages) == 1:
            return words.get(self.languages[0], words["en"])
        return {tag: words.get(tag, words["en"]) for tag in self.languages}

    def _cited(self, one: object) -> str:
        document, line = getattr(one, "document", ""), getattr(one, "line", 0)
        return f"{self.sources.get(document, 'document')} line {line}"

    def _free(self, name: str, taken: Iterable[str]) -> str:
        """Give a name that nothing has yet."""
        used = {*taken, *(self.sources.values() if hasattr(self, "sources") and taken == [] else ()), "again", "back"}
        number = 2
        free = name
        while free in used:
            free, number = f"{name}-{number}", number + 1
        return free


def _text(words: str) -> str:
    """Give words fit for a prompt: on one line, without the brackets of variables."""
    return " ".join(printable(words).replace("{", "(").replace("}", ")").split())


def _sentence(words: str) -> str:
    shown = _text(words)
    return shown[:1].upper() + shown[1:].rstrip(".") + "." if shown else "Welcome."


def _slug(words: str) -> str:
    found = [word for word in re.findall(r"[a-z0-9]+", folded(words)) if word not in _LITTLE]
    return "-".join(found[:_SLUG_WORDS])
