"""Menus that a text has as data, in YAML or JSON: `{"key": "1", "label": "Billing"}`, `1: billing` under `menu:`.

Their keys are put as lines of a list, those of a menu within another with the keys before them: `- 2 > 1: Card`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ivr.prose.data_trees import Branch, trees_in
from ivr.prose.line_marks import SKIPPED
from ivr.prose.line_search import found_beside

_KEY_NAMES: Final = (
    "key",
    "digit",
    "dtmf",
    "press",
    "option",
    "input",
    "button",
    "keypress",
    "digits",
    "choice",
)
"""Names of the value that is an option's key, in the order in which they are asked."""
_LABELS: Final = (
    "label", "title", "topic", "text", "description", "desc", "name", "says", "meaning", "prompt", "service",
    "department", "for", "purpose", "announce", "caption", "say", "message", "leads_to", "goes_to",
    "destination", "dest", "target", "action", "to", "goto", "queue", "transfer", "route", "menu", "next", "submenu",
)  # fmt: skip
"""Names of the value that tells what a key is for, the plainest first."""
_LEADS: Final = ("target", "action", "goto", "next", "menu", "submenu", "to", "destination", "dest")
"""Names of the value that says which other menu a key leads to."""
_OWN_NAMES: Final = ("id", "name", "menu")
_KEYS: Final = frozenset("0123456789*#")
_ENTRY: Final = re.compile(
    r"(?:^|[{,\-[])[ \t]*[\"']?(?:[\d*#]|" + "|".join(_KEY_NAMES) + r")[\"']?[ \t]*:(?=[ \t\"'{]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_WORDS: Final = re.compile(r"[^\W\d_]{2}")
_ID: Final = re.compile(r"[\w./@:-]*")
_PREFIX: Final = re.compile(
    r"^(?:queue|menu|ivr|aa|flow|sub|goto|transfer|q|grp|group)(?:[-_/:.]|[ ]+(?=\w))", re.IGNORECASE
)
_ONLY_SIGNS: Final = re.compile(r"[\s\[\]{},]*")
_OPENED: Final = re.compile(r"^[ \t]*[\"']?([\w -]+)[\"']?[ \t]*[:=][ \t]*[{\[][ \t]*$")
"""A line that but names what stands between the brackets which it opens."""
_HEAD: Final = re.compile(r"[ \t]*(?:- )?[\"']?[\w -]+[\"']?:[ \t]*[{\[]?[ \t]*")
"""A line between options that but names what is below it."""
_DIGITS: Final = re.compile(r"(?:\d[\d .()-]*){7}")
"""A telephone number, roughly."""
_CALLED: Final = re.compile(r"(?<![\w.])\+?\d[\d .()-]{6,18}\d(?![\w.])")
"""A number to call in the line of a key: all of a menu may stand in one line."""
_PROGRAM: Final = re.compile(
    r"^[ \t]*(?:def \w+\(|class \w+[:({]|from [\w.]+ import |assert[ (]|func \w+\(|(?:describe|it|test|expect)\()",
    re.MULTILINE,
)
"""A line of a program, whose data is made up for it."""
_FEWEST: Final = 2


class Option(NamedTuple):
    """A key of a menu: its line, what it is for, the name of the menu it leads to, and what is within it."""

    key: str
    line: int
    topic: str
    lead: str
    branch: Branch


class Menu(NamedTuple):
    """The options that stand together, by which names they are called, and whether they are behind a key."""

    names: frozenset[str]
    options: list[Option]
    above: Option | None


def with_data_as_lists(text: str) -> str:
    """Give a text in which the menus that it has as data are lists; no line is lost."""
    if not found_beside((":",), _ENTRY, text, _FEWEST) or _PROGRAM.search(text) is not None:
        return text
    lines = text.split("\n")
    for tree in list(trees_in(lines, _ENTRY)):
        menus = list(_menus_in(tree.root, ("",), None))
        if menus:
            lines[tree.begin : tree.end] = _put(lines[tree.begin : tree.end], menus)
    return "\n".join(lines)


def _menus_in(branch: Branch, names: tuple[str, ...], above: Option | None) -> Iterator[Menu]:
    """Give the menus within a value; `names` are those by which it is called."""
    options = _options_of(branch, fewest=_FEWEST - (above is not None))
    own = {one.value for one in branch.within if one.name in _OWN_NAMES}
    if options:
        yield Menu(frozenset((*names, *own)), options, above)
    keyed = {id(one.branch): one for one in options}
    for one in branch.within:
        option = keyed.get(id(one))
        if one.within:
            yield from _menus_in(one, (one.name,) if option else (one.name, *names[:1], *own), option or above)


def _options_of(branch: Branch, fewest: int) -> list[Option]:
    """Give the options that stand right within a value; none where they are fewer, or it holds other things."""
    options = [option for one in branch.within if (option := _option(one)) is not None]
    different = len({one.key for one in options}) == len(options)
    return options if len(options) >= fewest and different else []


def _option(one: Branch) -> Option | None:
    """Read a value as an option: by its name, which is a key, or by a value within it that is."""
    values = {each.name.lower(): each.value.strip() for each in one.within if each.value}
    key = one.name if one.name in _KEYS and one.name else ""
    line = one.line
    if not key and not one.name:
        key = next((values[name] for name in _KEY_NAMES if values.get(name) in _KEYS and values.get(name)), "")
        line = next((each.line for each in one.within if each.value == key), line) if key else line
    told = next((values[name] for name in _LABELS if _WORDS.search(values.get(name, ""))), one.value)
    if not key or not _WORDS.search(told) or "\n" in told:
        return None
    lead = next((values[name] for name in _LEADS if name in values), one.value)
    return Option(key, line, _worded(told), lead, one)


def _worded(told: str) -> str:
    """Give what a key is for in words, where that is written as the name of a thing: `queue/card_loss`."""
    if " " in told.strip() or not _ID.fullmatch(told):
        return told.strip()
    return _PREFIX.sub("", told).replace("_", " ").replace("-", " ").replace("/", " ").strip()


def _put(lines: list[str], menus: list[Menu]) -> list[str]:
    """Give the lines of a tree with its menus as lists."""
    ways = _ways_of(menus)
    told: dict[int, list[tuple[tuple[str, ...], str]]] = {}
    put = list(lines)
    keyed = [one.line for menu in menus for one in menu.options]
    first, last = min(keyed), max(keyed)
    for menu, way in zip(menus, ways, strict=True):
        for option in menu.options:
            told.setdefault(option.line, []).append(((*way, option.key), option.topic))
            for one in (option.branch, *option.branch.within):
                if _ID.fullmatch(one.value) or one.value.strip() == option.topic:
                    put[one.line] = lines[one.line] if _DIGITS.search(lines[one.line]) else SKIPPED
    for at, line in enumerate(put):
        if at in told:
            called = _CALLED.search(line)
            put[at] = f"Call {called[0]}. {_said(told[at])}" if called is not None else _listed(told[at])
        elif line.strip() and (_ONLY_SIGNS.fullmatch(line) or (first < at < last and _HEAD.fullmatch(line))):
            put[at] = SKIPPED
        else:
            put[at] = _OPENED.sub(r"\1:", line)
    return put


def _listed(told: list[tuple[tuple[str, ...], str]]) -> str:
    """Give the keys of a line as one of a list; several as sentences."""
    if len(told) == 1:
        return f"- {' > '.join(told[0][0])}: {told[0][1]}"
    return _said(told)


def _said(told: list[tuple[tuple[str, ...], str]]) -> str:
    return " ".join(f"Press {', then '.join(way)} for {topic}." for way, topic in told)


def _ways_of(menus: list[Menu]) -> list[tuple[str, ...]]:
    """Give the keys before each menu: of the option that it is within, or of one that leads to it by its name."""
    ways: list[tuple[str, ...] | None] = [None] * len(menus)
    places: dict[int, tuple[int, Option]] = {
        id(option): (at, option) for at, menu in enumerate(menus) for option in menu.options
    }
    leading: dict[str, tuple[int, Option]] = {}
    for at, option in places.values():
        leading.setdefault(option.lead, (at, option))
        leading.setdefault(option.lead.rpartition(" ")[2].rpartition("/")[2].rpartition(":")[2], (at, option))
    for at, menu in enumerate(menus):
        before = places.get(id(menu.above)) if menu.above is not None else None
        before = before or (
            next((leading[name] for name in menu.names if name in leading and name), None) if at else None
        )
        held = ways[before[0]] if before is not None and before[0] < at else None
        ways[at] = (*held, before[1].key) if held is not None and before is not None else ()
    return [way or () for way in ways]
