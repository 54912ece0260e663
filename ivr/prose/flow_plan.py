"""A flow made of what documents tell: what they tell is cited, and what they leave open is marked as an assumption."""

from __future__ import annotations

import os.path
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Final, NamedTuple

from ivr.analysis.key_meaning import BACK, OPERATOR, REPEAT, START, meaning_of
from ivr.prose import wording
from ivr.prose.block import HEADING, Document
from ivr.prose.contradiction import NOT_LISTED
from ivr.prose.explicit import is_explicit
from ivr.prose.extracted import Extracted
from ivr.prose.flow_ends import Ends
from ivr.prose.flow_hours import SPOKEN, Schedules
from ivr.prose.flow_words import (
    LONGEST_NAME,
    NO_NUMBER,
    TAGS,
    ZONES,
    choice_of,
    sentence_of,
    shown_number,
    slug_of,
    text_of,
    zone_of,
)
from ivr.prose.languages import language_chosen
from ivr.prose.named_behind import without_name
from ivr.prose.phones import FAX, TEXT_TELEPHONE, VOICE
from ivr.prose.scopes import DAY, NIGHT
from ivr.prose.told import Told
from ivr.prose.two_meanings import agree
from ivr.prose.yaml_text import Tree

_UNTITLED: Final = "Documented menu"
_NUMBER: Final = re.compile(r"[\s:,–—-]*(?:(?<!\w)\+?|\()\d[\d\s().-]{6,}\d(?!\w)")
"""A telephone number in a title, which callers have dialled."""
_BIDS_TO_CALL: Final = re.compile(
    r"\W*(?:please )?(?:to )?(?:call|ring|phone|dial|contact|reach|ll[aá]m\w+|appel\w+|rufen sie)"
    r"(?: (?:us|me|uns|nous|now|today|free|toll-free|on|at|al|au|an|unter))*\W*",
    re.IGNORECASE,
)
"""A title that says nothing but to call."""
_MOST_NAMED: Final = 3
"""Topics by which a key is called that leads to more."""
OF_OPERATOR: Final = "0"
"""The key on which callers find a person, whatever the documents call whoever is there."""


def flow_tree(found: Extracted, documents: Sequence[Document], beside: str = "") -> dict[str, Tree]:
    """Make the tree of a flow file; `beside` is the folder in which it will stand."""
    return _Plan(found, documents, beside).tree()


def keys_in(tree: Mapping[str, Tree]) -> int:
    """Count the keys of all menus of a flow."""
    nodes = tree["nodes"]
    menus = (one.get("options") for one in nodes.values() if isinstance(one, dict)) if isinstance(nodes, dict) else ()
    return sum(len(options) for options in menus if isinstance(options, dict))


class _Line(NamedTuple):
    """A line being made: its number, what is told of it, and its first menu."""

    number: str
    told: Sequence[Told]
    top: str


class _Plan:
    """A flow being made."""

    def __init__(self, found: Extracted, documents: Sequence[Document], beside: str) -> None:
        self.found, self.documents, self.beside = found, documents, beside
        self.sources: dict[str, str] = {}
        for one in documents:
            self.sources[one.name] = self._free(slug_of(PurePath(one.name).stem) or "document", [])
        self.schedules = Schedules(found, self._cited)
        self.hours = self.schedules.hours
        spoken = [one.language for one in found.options if one.language in TAGS] or ["en"]
        told = [one.language for one in found.options if not language_chosen(one.topic)]
        self.languages = list(dict.fromkeys(sorted(spoken, key=lambda tag: (-told.count(tag), -spoken.count(tag)))))
        self.ends = Ends(self.schedules, self.languages, self._cited, self._free)
        self.contacts, self.nodes = self.ends.contacts, self.ends.nodes
        self.persons: dict[str, str] = {}
        self.fallbacks: dict[str, str] = {}
        self.menus: dict[str, list[str]] = {}

    def tree(self) -> dict[str, Tree]:
        lines = self._lines()
        self.ends.close()
        everywhere = self._otherwise()
        title = self._title(self.documents[0]) if self.documents else _UNTITLED
        return {
            "// what": "Read out of documents by `ivr extract`. `documented` names the line on which something stands;",
            "// assumed": (
                "what the documents leave open was filled in, and is marked as an assumption. Nobody has verified it."
            ),
            "// gap": "",
            "ivr": "1",
            "name": title,
            **self._timezone(),
            **({"languages": self.languages} if self.languages != ["en"] else {}),
            "// gap2": "",
            "sources": {self.sources[one.name]: self._source(one) for one in self.documents},
            "lines": lines,
            **({"hours": self.hours} if self.hours else {}),
            **({"contacts": self.contacts} if self.contacts else {}),
            "// unsaid": (
                "assumption: the documents do not say what callers hear who press nothing, or a key that is not there."
            ),
            "defaults": {
                "wrong": self.ends.said(wording.WRONG),
                "silence": self.ends.said(wording.SILENCE),
                "tries": "3",
                "otherwise": everywhere or "nobody",
            },
            "nodes": self.nodes,
        }

    # ---- what stands at the top

    def _title(self, document: Document) -> str:
        first = next((block.words for block in document.blocks if block.kind == HEADING), "") or (
            document.blocks[0].words if document.blocks else ""
        )
        first = "" if is_explicit(first) else first  # callers would be told keys that they have not
        title = text_of(_NUMBER.sub("", re.split(r"\s[|•·]\s", first)[0]))
        title = "" if _BIDS_TO_CALL.fullmatch(title) else title
        whole = title if len(title) <= LONGEST_NAME else title[:LONGEST_NAME].rsplit(" ", 1)[0]
        return whole.strip(" ,.:;-–") or _UNTITLED

    def _source(self, document: Document) -> dict[str, Tree]:
        file: dict[str, Tree] = {}
        if not document.name.startswith("<"):
            file = {"file": PurePath(os.path.relpath(document.name, self.beside or ".")).as_posix()}
        return {"title": self._title(document), **file}

    def _timezone(self) -> dict[str, Tree]:
        for one in self.found.hours:
            for pattern, zone in ZONES:
                if re.search(pattern, one.hours.words):
                    return {"timezone": zone}
        zone = next(filter(None, map(zone_of, self.found.numbers)), "")
        where = "; this is where one of their numbers is" if zone else ""
        return {
            "// zone": f"assumption: the documents do not say in which time zone their hours are meant{where}",
            "timezone": zone or "America/New_York",
        }

    # ---- lines

    def _lines(self) -> dict[str, Tree]:
        lines: dict[str, Tree] = {}
        numbers = dict.fromkeys([one.number for one in self.found.options])
        told = {phone.e164: (phone, spot) for phone, spot in reversed(self.found.phones)}
        for number in [*numbers, *(one for one in told if one not in numbers)]:
            if number and told[number][0].use == FAX:
                self._fax(number, told[number][1])
            elif number in self.found.alike:
                same = lines[shown_number(self.found.alike[number])]
                start = same["start"] if isinstance(same, dict) else "main"
                lines[shown_number(number)] = {"start": start, "documented": [self._cited(told[number][1])]}
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
        contact = self._free("text-telephone" if typed else f"at-{self.schedules.ending(number)}", self.contacts)
        self.contacts[contact] = {
            "name": name,
            **({"channel": "tty"} if typed else {}),
            **self.schedules.of_line(number),
            "documented": [self._cited(spot)],
        }
        desk = self._free(f"{contact}-desk", self.nodes)
        self.nodes[desk] = {
            "transfer": contact,
            "failed": "nobody",
            **self.ends.shut(contact),
            "note": "assumption: the documents tell of no menu on this number.",
        }
        return {"start": desk, "documented": [self._cited(spot)]}

    def _menu_line(self, number: str, told: Mapping[str, tuple[object, object]]) -> dict[str, Tree]:
        options = [one for one in self.found.options if one.number == number]
        first = "main" not in self.nodes and "main-hours" not in self.nodes
        base = "main" if first else f"main-{self.schedules.ending(number)}"
        nights = [one for one in options if one.time and one.time != DAY]
        days = [one for one in options if not one.time or one.time == DAY]
        start = base
        if nights and days:
            both = [one for one in days if not one.time] if any(one.time == DAY for one in days) else []
            start, night = self._free(f"{base}-hours", self.nodes), f"{base}-{NIGHT}"
            self.nodes[start] = {"hours": self.schedules.of_desk(number), "open": base, "closed": night}
            self._menu(base, _Line(number, days, base), (), self.languages)
            self._menu(night, _Line(number, [*nights, *both], night), (), self.languages)
        else:
            self._menu(base, _Line(number, options, base), (), self.languages)
        if number in told:
            return {"start": start, "documented": [self._cited(told[number][1])]}
        return {"start": start, "note": "assumption: the documents name no number; nobody has this one."}

    # ---- menus

    def _menu(self, name: str, line: _Line, path: tuple[str, ...], tags: Sequence[str]) -> None:
        """Make a menu, and those behind its keys; `tags` are the languages of the callers who come to it."""
        here = [one for one in line.told if one.path == path or (one.anytime and not one.path)]
        below = [one for one in line.told if len(one.path) > len(path) and one.path[: len(path)] == path]
        listed = _listed_first(here)
        keys = _in_order(listed, [(one.path[len(path)], one) for one in below])
        options: dict[str, Tree] = {}
        self.menus.setdefault(line.top, []).append(name)
        self.nodes[name] = {
            "menu": self._greeting(path, line.told, tags),
            "options": options,
            "note": "assumption: these words are no document's; the keys are.",
        }
        for key in keys:
            mine = [one for one in listed if one.key == key]
            language = language_chosen(mine[0].topic) if mine else ""
            menu = ""
            if any(one.path[len(path)] == key for one in below):
                menu = self._free("-".join([name, SPOKEN.get(key, key)]), self.nodes)
                self.nodes[menu] = {}  # its place, before those of its keys
            go = menu or self._target(line, mine, name)
            behind = [one for one in below if one.path == (*path, key)]
            options[key] = (
                self._option(line.number, (*path, key), mine, go, tags)
                if mine or not behind
                else (self._unnamed(behind, go, tags))
            )
            if menu:
                self._menu(menu, line, (*path, key), [language] if language in self.languages else tags)

    def _greeting(self, path: tuple[str, ...], told: Sequence[Told], tags: Sequence[str]) -> Tree:
        parent = next((one.topic for one in told if path and (*one.path, one.key) == path and one.topic), "")
        title = self._title(self.documents[0])
        if not parent and title == _UNTITLED:
            said = self.ends.said(wording.WELCOME)
            return {tag: said[tag] for tag in tags} if isinstance(said, dict) else said
        words = sentence_of(parent or title)
        halves = (parent or title).split(" / ")
        if len(halves) == len(self.languages) > 1:  # "Mairie de Lac / Town of Lac"
            return {tag: sentence_of(half) for tag, half in zip(self.languages, halves, strict=True) if tag in tags}
        return words if len(self.languages) == 1 else dict.fromkeys(tags, words)

    def _option(
        self, number: str, keys: tuple[str, ...], mine: list[Told], go: str, tags: Sequence[str]
    ) -> dict[str, Tree]:
        """Make an option; `mine` is what the documents tell of it, nothing where they tell of keys behind it only."""
        say = self._label(mine, tags)
        option: dict[str, Tree] = {"say": say} if say else {}
        option["go"] = go
        language = language_chosen(mine[0].topic) if mine else ""
        if language in self.languages:
            option["language"] = language
        if not say:
            option |= {"announced": "no", "because": "The documents do not say what it is called."}
        elif unlisted := self._unlisted(number, keys):
            option |= {"announced": "no", "because": f"The menu that is listed at {unlisted} does not have it."}
        if not mine:
            option["note"] = "assumption: documents tell only of the keys behind it."
            return option
        option["documented"] = list(dict.fromkeys(self._cited(one) for one in mine))
        others = [one for one in mine[1:] if one.language == mine[0].language and not agree(one, mine[0])]
        if others:
            said = "; ".join(f"{text_of(one.topic)} ({self._cited(one)})" for one in others)
            option["note"] = f"The documents also say: {said}"
        return option

    def _unnamed(self, behind: list[Told], go: str, tags: Sequence[str]) -> dict[str, Tree]:
        """Make an option of which the documents tell only the keys behind it: it is announced by what those are for."""
        labels = [self._label([one], tags) for one in {one.key: one for one in reversed(behind)}.values()][::-1]
        said: Tree = ", ".join(one for one in labels[:_MOST_NAMED] if isinstance(one, str))
        if any(isinstance(one, dict) for one in labels):
            several = [one for one in labels[:_MOST_NAMED] if isinstance(one, dict)]
            said = {tag: ", ".join(str(one[tag]) for one in several) for tag in tags}
        if not said:
            return self._option("", (), [], go, tags)
        note = "assumption: documents tell only of the keys behind it, and it is called by what those are for."
        return {"say": said, "go": go, "note": note}

    def _target(self, line: _Line, mine: list[Told], menu: str) -> str:
        meaning = meaning_of(mine[0].topic) if mine else ""
        if meaning in {REPEAT, BACK, START}:
            return {REPEAT: "again", BACK: "back"}.get(meaning, line.top)
        language = language_chosen(mine[0].topic) if mine else ""
        if language in self.languages and len(self.languages) > 1:
            return "again"
        node = self.ends.of_key(line.number, mine, menu)
        if self.ends.is_desk(node):
            if meaning == OPERATOR:
                self.persons.setdefault(line.top, node)
            elif menu == line.top and mine and mine[0].key == OF_OPERATOR:
                self.fallbacks.setdefault(line.top, node)
        return node

    def _otherwise(self) -> str:
        """Let callers who press nothing come to the person of their own line; give the one of a flow of one menu."""
        persons = self.fallbacks | self.persons
        if len({top for top, names in self.menus.items() if names}) == 1:
            return next(iter(persons.values()), "")
        for top, person in persons.items():
            for name in self.menus[top]:
                made = self.nodes[name]
                if isinstance(made, dict):
                    note = made.pop("note")
                    made |= {"otherwise": person, "note": note}
        return ""

    def _unlisted(self, number: str, keys: tuple[str, ...]) -> str:
        """Cite the list that lacks a key; nothing where none does."""
        for one in self.found.conflicts:
            if one.kind == NOT_LISTED and (one.number, *one.path, one.key) == (number, *keys):
                return self._cited(one.spots[0])
        return ""

    def _label(self, mine: list[Told], tags: Sequence[str]) -> Tree:
        by_language: dict[str, str] = {}
        for one in mine:
            if one.topic:
                spoken = one.language if one.language in self.languages else self.languages[0]
                by_language.setdefault(spoken, choice_of(without_name(one), one.language))
        if len(self.languages) == 1 or not by_language:
            return next(iter(by_language.values()), "")
        return {tag: by_language.get(tag) or next(iter(by_language.values())) for tag in tags}

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


def _in_order(listed: Sequence[Told], below: Sequence[tuple[str, Told]]) -> list[str]:
    """Give the keys of a menu: those told of, and in the places of their rows those that only lead to more."""
    keys = list(dict.fromkeys(one.key for one in listed))
    told = {one.key: one for one in reversed(listed)}
    for key, one in below:
        if key in keys:
            continue
        later = (at for at, mine in enumerate(keys) if mine in told and _stands_behind(told[mine], one))
        keys.insert(next(later, len(keys)), key)
    return keys


def _stands_behind(one: Told, other: Told) -> bool:
    return one.document == other.document and one.line > other.line


def _listed_first(told: list[Told]) -> list[Told]:
    """Put the keys of the longest list first, in its order; what is told elsewhere follows. One line is no list.

    A key that is told right below the list belongs to it, in its place.
    """
    sizes = Counter((one.document, one.listed) for one in told if one.listed)
    longest, size = next(iter(sizes.most_common(1)), (("", 0), 0))
    if size <= 1:
        return list(told)
    lines = [one.line for one in told if (one.document, one.listed) == longest]
    first, last = min(lines), max(lines)
    near = range(first, last + _BESIDE + 1) if first < last else range(0)

    def stands_apart(one: Told) -> bool:
        return (one.document, one.listed) != longest and not (one.document == longest[0] and one.line in near)

    return sorted(told, key=stands_apart)


_BESIDE: Final = 2
"""Lines between a list and a key that is told with it."""
