"""Keys that documents give two meanings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ivr.prose.contradiction import TWO_MEANINGS, Conflict, Spot
from ivr.prose.languages import language_chosen
from ivr.prose.meaning import same_meaning, says_something
from ivr.prose.scopes import DAY
from ivr.prose.told import Told

_BESIDE: Final = 2
"""Lines between two tellings of a key that belong together."""
MOST_MENUS: Final = 20
"""Lists of one menu that a key is looked for in."""


_ROWS: Final = 4
"""Lines that each give one number and a key, at least so many, are a directory."""


def apart(one: Told, other: Told) -> bool:
    """Whether documents keep two things apart: day and night, two languages."""
    return one.time.replace(DAY, "") != other.time.replace(DAY, "") or one.language != other.language


def meanings(told: list[Told]) -> Iterator[Conflict]:
    """Find keys with two meanings, each by the first two places that cannot both hold."""
    by_key: dict[tuple[str, tuple[str, ...], str], list[Told]] = {}
    for one in told:
        by_key.setdefault((one.number, one.path, one.key), []).append(one)
    chosen = Counter((one.number, one.path) for one in told if language_chosen(one.topic))
    clashes = [
        clash
        for (number, path, _), several in by_key.items()
        if (clash := _clash_of(several, asked_first=chosen[number, path] > 1)) is not None
    ]
    others = _of_other_menus(clashes, by_key)
    services = _lists_of_services(told)
    for against, one in clashes:
        if _stretch(against) == _stretch(one) in services:
            continue  # a department does more than one thing
        if (against, one) not in others and not _is_told_by_little(against, one):
            spots = (Spot(against.document, against.line), Spot(one.document, one.line))
            yield Conflict(TWO_MEANINGS, one.number, one.path, one.key, spots, (against.topic, one.topic))


def _lists_of_services(told: list[Told]) -> set[tuple[str, int, str]]:
    """Give the stretches of documents in which a number stands again in line after line, each with its key."""
    lines: dict[tuple[str, int, str], set[int]] = {}
    for one in told:
        if one.called:
            lines.setdefault(_stretch(one), set()).add(one.line)
    return {stretch for stretch, several in lines.items() if len(several) >= _ROWS}


def _stretch(one: Told) -> tuple[str, int, str]:
    return one.document, one.section, one.number


def _is_told_by_little(against: Told, one: Told) -> bool:
    """Whether little gives a key another meaning: a heading, the list that goes on behind a sentence, the next line.

    What stands right beside each other and seems to contradict itself has more often been misread.
    """
    if one.called or against.document != one.document:
        return False
    return (
        one.borrowed
        or abs(one.line - against.line) <= _BESIDE
        or bool(one.listed and not against.listed and one.section == against.section)
    )


def _clash_of(several: list[Told], *, asked_first: bool) -> tuple[Told, Told] | None:
    """Give the first two tellings of a key that cannot both be meant; `asked_first` where languages are chosen."""
    first: list[Told] = []
    said: set[tuple[str, str, str]] = set()
    for one in several:
        is_known = (one.topic, one.time, one.language) in said
        if not is_known and not any(agree(one, other) for other in first if not apart(one, other)):
            against = next((other for other in first if _differ(one, other, asked_first=asked_first)), None)
            if against is not None:
                return against, one
        if len(first) < MOST_MENUS:
            first.append(one)
            said.add((one.topic, one.time, one.language))
    return None


def _of_other_menus(
    clashes: list[tuple[Told, Told]], by_key: dict[tuple[str, tuple[str, ...], str], list[Told]]
) -> set[tuple[Told, Told]]:
    """Give the clashes between two passages of a document that do not speak of one menu.

    They give several keys another meaning, and fewer the same: a menu behind one of them, or that of another line.
    """
    places: dict[tuple[str, tuple[str, ...], str, int, int], list[tuple[Told, Told]]] = {}
    for against, one in clashes:
        if against.document == one.document and not one.called:
            place = (one.number, one.path, one.document, against.section, one.section)
            places.setdefault(place, []).append((against, one))
    menus: dict[tuple[str, tuple[str, ...]], list[list[Told]]] = {}
    for (number, path, _), tellings in by_key.items():
        menus.setdefault((number, path), []).append(tellings)
    found: set[tuple[Told, Told]] = set()
    for (number, path, document, first, second), several in places.items():
        if len(several) > 1:
            same = sum(_is_said_in_both(tellings, document, first, second) for tellings in menus[number, path])
            found.update(several if same < len(several) else ())
    return found


def _is_said_in_both(tellings: list[Told], document: str, first: int, second: int) -> bool:
    """Whether two sections of a document tell the same of a key."""
    here = [one for one in tellings[:MOST_MENUS] if (one.document, one.section) == (document, first)]
    there = [one for one in tellings[:MOST_MENUS] if (one.document, one.section) == (document, second)]
    return any(one is not other and agree(one, other) for one in here for other in there)


def _differ(one: Told, other: Told, *, asked_first: bool) -> bool:
    languages = [bool(language_chosen(each.topic)) for each in (other, one)]
    if languages[0] != languages[1] and (asked_first or languages[0]):
        return False  # languages are asked for before anything else
    return (
        not apart(one, other) and not agree(one, other) and not (one.borrowed and not other.listed and other.borrowed)
    )


def agree(one: Told, other: Told) -> bool:
    """Whether two tellings of a key may mean the same; words borrowed from a heading tell less than a list's."""
    if language_chosen(one.topic) != language_chosen(other.topic):
        return False
    if one.vague or other.vague or same_meaning(one.topic, other.topic):
        return True
    if one.under == other.under:
        return False
    under = [(one.under, other.topic)] if one.under and not one.listed else []
    under += [(other.under, one.topic)] if other.under and not other.listed else []
    return any(same_meaning(heading, topic) and says_something(heading) for heading, topic in under)
