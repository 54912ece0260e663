"""Keys that documents tell of somewhere, and that the menu which they list lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from types import MappingProxyType
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.contradiction import NOT_LISTED, Conflict, Spot
from ivr.prose.doubt import asks_plainly, is_doubtful, is_outside_menu, names_who_answers, says_closed
from ivr.prose.languages import language_chosen
from ivr.prose.told import Told
from ivr.prose.two_meanings import MOST_MENUS

FEWEST_LISTED: Final = 3
"""Keys that make a menu."""
_GENERAL: Final = frozenset(("0", "*", "#"))
"""Keys that menus often have without naming them in their lists."""
_NEAR: Final = 4
"""Lines around a list in which what it lacks may be told."""


class _Menu(NamedTuple):
    """A list of keys: where it stands, what it holds for, its keys, the first telling of one, and its last line.

    `is_whole` says that the document says that there are no other keys.
    """

    section: tuple[str, int]
    time: str
    language: str
    keys: frozenset[str]
    first: Told
    last: int
    is_whole: bool = False


def unlisted(told: list[Told], whole: Mapping[str, Sequence[int]] = MappingProxyType({})) -> Iterator[Conflict]:
    """Find keys that are told of somewhere, and that the menu which is listed lacks.

    `whole` gives the lines of each document on which it says that there are no other keys than those before.
    """
    by_menu = _menus(told, whole)
    directories = _directories(told)
    held: dict[tuple[str, tuple[str, ...], str, str], list[_Menu]] = {}
    seen: set[tuple[str, tuple[str, ...], str]] = set()
    lacking: list[tuple[Told, Told]] = []
    for one in told:
        name = (one.number, one.path, one.key)
        if (
            one.said
            and not one.anytime
            and any(_stands_by(menu, one) for menu in by_menu.get(name[:2], ())[:MOST_MENUS])
        ):
            seen.add(name)
        if (
            one.anytime
            or one.key in _GENERAL
            or (one.listed and not one.said)  # a row of a list elsewhere
            or language_chosen(one.topic)
            or name in seen
            or (one.number, one.path) not in by_menu
            or (one.called and one.document in directories)
            or (is_doubtful(one) and not (one.document in whole or asks_plainly(one) or names_who_answers(one)))
            or says_closed(one.said)
            or is_outside_menu(one.said)
        ):
            continue
        scope = (one.number, one.path, one.language, one.time)
        if scope not in held:
            menus = by_menu[one.number, one.path][:MOST_MENUS]
            held[scope] = [menu for menu in menus if _holds(menu, one.language, one.time)]
        menus = held[scope]
        known = any(
            one.key in menu.keys or _stands_by(menu, one) or _is_before(menu, one) or _goes_on(menu, one)
            for menu in menus
        )
        if any(_stands_by(menu, one) for menu in menus):
            seen.add(name)
        longer = len(one.key) > 1 and not any(len(key) > 1 for menu in menus for key in menu.keys)
        if menus and not (known or longer):
            seen.add(name)
            lacking.append((menus[0].first, one))
    known_to_lack = {_name(one) for _, one in lacking}
    for menus in by_menu.values():
        more = (pair for pair in _longer_by_one(menus[:MOST_MENUS], told) if _name(pair[1]) not in known_to_lack)
        lacking += list(more)[:1]
    yield from _each_alone(lacking)


def _name(one: Told) -> tuple[str, tuple[str, ...], str]:
    return one.number, one.path, one.key


def _longer_by_one(menus: Sequence[_Menu], told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Find the key that an announcement has, and the list of its menu, which agrees with it otherwise, lacks."""
    for one, other in permutations(menus, 2):
        more, less = other.keys - one.keys - _GENERAL, one.keys - other.keys - _GENERAL
        apart = one.section != other.section and (one.time, one.language) == (other.time, other.language)
        announced = not one.first.said and bool(other.first.said)
        if apart and announced and len(more) == 1 and not less and len(one.keys & other.keys) >= FEWEST_LISTED:
            name = (other.first.number, other.first.path, *more)
            yield from ((one.first, each) for each in told if _name(each) == name)


def _menus(told: list[Told], whole: Mapping[str, Sequence[int]]) -> dict[tuple[str, tuple[str, ...]], list[_Menu]]:
    """Give the menus of every number, and those behind its keys."""
    found: dict[tuple[str, tuple[str, ...]], list[_Menu]] = {}
    wholly = list(_wholly_told(told, whole))
    for several in (*_lists(told), *wholly):
        first = several[0]
        keys = frozenset(one.key for one in several)
        if _is_menu(keys) or several in wholly:
            last = max(one.line for one in several)
            place = (first.document, first.section)
            menu = _Menu(place, first.time, first.language, keys, first, last, several in wholly)
            found.setdefault((first.number, first.path), []).append(menu)
    return found


def _each_alone(lacking: list[tuple[Told, Told]]) -> Iterator[Conflict]:
    """Give a conflict for each key that a list lacks, and that is not told of with others that it lacks."""
    together: dict[tuple[str, int, str], list[Told]] = {}
    for _, one in lacking:
        together.setdefault((one.document, one.section, one.number), []).append(one)
    for listed, one in lacking:
        near = together[one.document, one.section, one.number][:MOST_MENUS]
        if not any(_stand_together(one, other) for other in near):
            spots = (Spot(listed.document, listed.line), Spot(one.document, one.line))
            yield Conflict(NOT_LISTED, one.number, one.path, one.key, spots, (listed.topic, one.topic))


def _stand_together(one: Told, other: Told) -> bool:
    """Whether two keys of a section that a list lacks are the rest of its menu, told under another heading."""
    return one.key != other.key and bool(one.listed or other.listed or abs(one.line - other.line) <= 1)


def _directories(told: list[Told]) -> set[str]:
    """Give the documents whose entries name a number and a key each: no list there is a whole menu."""
    entries: dict[str, set[tuple[str, str]]] = {}
    for one in told:
        if one.called and not one.path:
            entries.setdefault(one.document, set()).add((one.number, one.key))
    return {
        name
        for name, several in entries.items()
        if len(several) >= _FEWEST_ENTRIES and len({number for number, _ in several}) > 1
    }


_FEWEST_ENTRIES: Final = 5
"""Keys, each with its number, that make a document a directory."""


def _stands_by(menu: _Menu, one: Told) -> bool:
    """Whether a key is told of around a list, and not in another place that speaks of its line."""
    near = 1 if one.called or _SPEAKS_OF_NUMBER.search(one.said) else _NEAR
    return menu.section == (one.document, one.section) and menu.first.line - near <= one.line <= menu.last + near


_SPEAKS_OF_NUMBER: Final = AnyCase(
    r"\bnumber above\b|\b(?:above|main) (?:\w+ )?(?:number|line)\b|\bnum[eé]ro ci-dessus\b|\bm[eê]me num[eé]ro\b"
    r"|\bmismo (?:n[uú]mero|tel[eé]fono)\b|\b(?:n[uú]mero|tel[eé]fono) (?:de arriba|indicado)\b"
    r"|\b(?:obigen?|gleichen?|selben?|genannten?) (?:ruf|telefon)?nummer\b"
)
"""What refers to the number of a list, as who tells of its line in another place does."""


def _is_before(menu: _Menu, one: Told) -> bool:
    """Whether a key is told of before a list, which then goes on from it, or is that of a menu behind it.

    A whole list with a heading of its own does not, if the key stands with its number under another one.
    """
    if menu.section[0] != one.document or one.line >= menu.first.line:
        return False
    row = {str(at) for at in range(1, len(menu.keys - _GENERAL) + 1)}
    is_whole = menu.first.listed and menu.keys - _GENERAL == row and not _OTHERS.search(menu.first.under)
    return not (is_whole and one.called and menu.section != (one.document, one.section))


_OTHERS: Final = AnyCase(
    r"\b(?:others?|else|more|also|further|autres?|otr[ao]s?|m[aá]s|weitere\w*|andere\w*|sonst\w*)\b"
)
"""What says in the heading of a list that it goes on from what was told before."""


def _goes_on(menu: _Menu, one: Told) -> bool:
    """Whether a key that is told of by itself comes before a list that begins with 2, or next in the row of a text."""
    key = one.key
    if menu.is_whole:
        return False
    if menu.first.listed:
        begins = key.isdecimal() and all(not each.isdecimal() or int(key) < int(each) for each in menu.keys - _GENERAL)
        return begins or (key == "3" and menu.keys == {"1", "2"})
    entry = one.called and one.said.lstrip("(+")[:1].isdigit()  # "Groups: 1-800-555-0100, option 4"
    return (entry or menu.section == (one.document, one.section)) and key == str(len(menu.keys) + 1)


def _holds(menu: _Menu, language: str, time: str) -> bool:
    """Whether a key of a language and a time of day would be listed in a menu."""
    return language == menu.language and (not menu.time or not time or menu.time == time)


def _lists(told: list[Told]) -> Iterable[list[Told]]:
    """Give the keys that stand in one list, for each line, path, time and language of it."""
    lists: dict[tuple[object, ...], list[Told]] = {}
    for one in told:
        if one.listed and not one.anytime and not one.is_entry:
            lists.setdefault(
                (one.number, one.path, one.time, one.language, one.document, one.section, one.listed), []
            ).append(one)
    return [*lists.values(), *_rows(told)]


def _rows(told: list[Told]) -> Iterator[list[Told]]:
    """Give the rows of keys that a sentence, or lines one below the other, count from 1: they are a menu, too."""
    row: list[Told] = []
    for one in told:
        if one.listed or one.anytime or one.vague or one.borrowed:
            continue
        place = (one.number, one.path, one.time, one.language, one.document, one.section)
        before = row[-1] if row else None
        if before is not None and (
            place == (before.number, before.path, before.time, before.language, before.document, before.section)
            and one.line - before.line <= 1
            and one.key == str(len(row) + 1)
        ):
            row.append(one)
            continue
        if len(row) >= FEWEST_LISTED:
            yield row
        row = [one] if one.key == "1" else []
    if len(row) >= FEWEST_LISTED:
        yield row


def _wholly_told(told: list[Told], whole: Mapping[str, Sequence[int]]) -> Iterator[list[Told]]:
    """Give the keys that stand in sentences right before one which says that there are no others."""
    for document, lines in whole.items():
        for line in lines[:MOST_MENUS]:
            near = [one for one in told if one.document == document and line - _LINES_OF_TEXT <= one.line <= line]
            near = [one for one in near if not (one.listed or one.anytime) and one.number == near[-1].number]
            ways = {one.path for one in near}
            if len(near) > 1 and len(ways) == 1:
                yield near


_LINES_OF_TEXT: Final = 12
"""Lines of a text in which the keys of a menu are told of one after another."""


def _is_menu(keys: frozenset[str]) -> bool:
    """Whether the keys of a list make a menu: three of them, or 1 and 2."""
    return len(keys) >= FEWEST_LISTED or keys == {"1", "2"}
