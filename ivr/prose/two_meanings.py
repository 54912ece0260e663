"""Keys that documents give two meanings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.contradiction import TWO_MEANINGS, Conflict, Spot
from ivr.prose.doubt import (
    is_a_case,
    is_an_outcome,
    is_doubtful,
    says_closed,
    says_for_what,
    speaks_of_calling,
    tells_a_case,
)
from ivr.prose.languages import language_chosen
from ivr.prose.meaning import (
    is_general,
    is_of_lines,
    same_meaning,
    says_of_what,
    says_something,
    shares_meaning,
    stems_of,
    takes_cases,
)
from ivr.prose.scopes import DAY, NIGHT, WEEKEND, time_of
from ivr.prose.told import Told

_BESIDE: Final = 2
"""Lines between two tellings of a key that belong together."""
OPERATOR: Final = "0"
"""The key by which people are reached who help with anything, whatever it is that a sentence asks for."""
MOST_MENUS: Final = 20
"""Lists of one menu that a key is looked for in."""


_ROWS: Final = 4
"""Lines that each give one number and a key, at least so many, are a directory."""


def apart(one: Told, other: Told) -> bool:
    """Whether documents keep two things apart: day and night, two languages."""
    return _time(one) != _time(other) or one.language != other.language


def _time(one: Told) -> str:
    """Give the part of the day for which a telling holds; the recording that a sentence goes on with may say it."""
    asked = time_of(one.under) if one.under.endswith("?") and not one.listed else ""
    return one.time.replace(DAY, "") or (NIGHT if asked in {NIGHT, WEEKEND} or says_closed(one.said) else "")


def meanings(told: list[Told]) -> Iterator[Conflict]:
    """Find keys with two meanings, each by the first two places that cannot both hold."""
    by_key: dict[tuple[str, tuple[str, ...], str], list[Told]] = {}
    for one in told:
        by_key.setdefault((one.number, one.path, one.key), []).append(one)
    chosen = Counter((one.number, one.path) for one in told if language_chosen(one.topic))
    menus: dict[tuple[str, tuple[str, ...]], list[Told]] = {}
    for one in told:
        if one.listed or not (one.borrowed or one.vague):
            menus.setdefault((one.number, one.path), []).append(one)
    clashes = [
        clash
        for (number, path, _), several in by_key.items()
        if (clash := _clash_of(several, menus.get((number, path), []), asked_first=chosen[number, path] > 1))
        is not None
    ]
    others = _of_other_menus(clashes, by_key)
    services = _lists_of_services(told)
    for against, one in clashes:
        if _stretch(against) == _stretch(one) in services and not (one.listed and _list_of(against) == _list_of(one)):
            continue  # a department does more than one thing
        if one.is_filed and against.is_filed:
            continue  # a directory has many services behind one key
        menu = menus.get((one.number, one.path), [])
        if (
            (against, one) not in others
            and _is_sure(one, against)
            and not _is_told_by_little(against, one)
            and not (is_filed_under(one, menu, against) or is_filed_under(against, menu, one))
            and _is_a_topic(one, menu)
            and not (_is_mere_case(one, menu) or (one.listed and against.called and _is_mere_case(against, menu)))
            and not (takes_cases(against.topic) and tells_a_case(one.said))
            and not (one.key == OPERATOR and is_general(against.topic) and _is_another(one, menu) and not one.listed)
            and not (
                is_general(against.topic) and not (one.listed or _is_of_others(one, against) or _is_another(one, menu))
            )
            and not (_takes_the_rest(against.topic, one.topic) and not _is_another(one, menu))
        ):
            spots = (Spot(against.document, against.line), Spot(one.document, one.line))
            yield Conflict(TWO_MEANINGS, one.number, one.path, one.key, spots, (against.topic, one.topic))


def is_filed_under(one: Told, menu: list[Told], against: Told) -> bool:
    """Whether an entry of a directory names a service of those that a menu's key is for, and of no other one's."""
    of_menu = one.is_entry and bool(against.listed) and not against.is_entry
    return of_menu and not _is_another(one, [each for each in menu if not each.is_entry])


def _is_of_others(one: Told, general: Told) -> bool:
    """Whether people who help are not asked for what a sentence says: they have a field of their own, or it is none.

    Customer service may be told everything, roadside assistance may not; and nobody is asked for the menu.
    """
    return is_of_lines(one.topic) and (says_of_what(general.topic) or "menu" in one.topic.lower())


def _takes_the_rest(*topics: str) -> bool:
    """Whether a key is for all that no other one is for: `everything else`, `other enquiries`, not `other repairs`."""
    return any(_THE_REST.search(topic) or _is_of_any_other(topic) for topic in topics)


def _is_of_any_other(topic: str) -> bool:
    found = _OTHERS.match(topic)
    return found is not None and not is_of_lines(topic[found.end() :])


_THE_REST: Final = AnyCase(
    r"\b(?:every|any|some)thing else\b|\ball else\b|\b(?:otra cosa|lo dem[aá]s|autre chose|tout le reste"
    r"|alles andere|sonstige[sn]?)\b"
)
_OTHERS: Final = re.compile(r"\W*(?:(?:all|any|every|for) )*others?\b", re.IGNORECASE)


def _is_sure(one: Told, against: Told) -> bool:
    """Whether a telling is sure enough to contradict another; a row of keys in another document is another menu."""
    is_row = one.bare and one.document != against.document and speaks_of_calling(one.said)
    return is_row or not is_doubtful(one)


def _is_mere_case(one: Told, menu: list[Told]) -> bool:
    """Whether a key is told by what has happened, and its menu lists no other one for that: `if it comes back`."""
    listed = [each for each in menu if each.listed] or menu
    return not one.listed and (is_a_case(one) or is_an_outcome(one)) and not _is_another(one, listed)


def _is_a_topic(one: Told, menu: list[Told]) -> bool:
    """Whether what a sentence says of a key is what people call about, and not what became of those who pressed it."""
    if _UNFINISHED.search(one.topic):
        return _is_another(one, menu)  # "wants to know where the parcel is"
    plain = one.listed or one.called or one.borrowed or is_of_lines(one.topic) or _is_another(one, menu)
    return bool(plain) or says_for_what(one)


_UNFINISHED: Final = AnyCase(r" (?:is|are|was|were|ist|sind|es|est[aá]n?|est|sont)$")
"""How a part of a sentence ends that names nothing."""


def _is_another(one: Told, menu: list[Told]) -> bool:
    """Whether what a heading or a question says of a key is what a menu has another key for."""
    return any(other.key != one.key and shares_meaning(other.topic, one.topic) for other in menu)


def _lists_of_services(told: list[Told]) -> set[tuple[str, int, str]]:
    """Give the stretches of documents in which a number, or its name, stands in line after line, each with a key."""
    lines: dict[tuple[str, int, str], set[int]] = {}
    for one in told:
        if one.called or _OF_NAMED_LINE.search(one.said):
            lines.setdefault(_stretch(one), set()).add(one.line)
    return {stretch for stretch, several in lines.items() if len(several) >= _ROWS}


_OF_NAMED_LINE: Final = re.compile(r"^[^:.,]{3,60}: [A-Z][^\W\d]+(?: [A-Z][^\W\d]+)?, (?:option|press|key) [0-9]")
"""An entry that names the line on which a key is: `Rent arrears: Contact Centre, option 3`."""


def _stretch(one: Told) -> tuple[str, int, str]:
    return one.document, one.section, one.number


def _is_told_by_little(against: Told, one: Told) -> bool:
    """Whether little gives a key another meaning: a heading, the list that goes on behind a sentence, the next line.

    What stands right beside each other and seems to contradict itself has more often been misread.
    """
    if against.document != one.document or (one.section != against.section and not one.listed):
        return False
    whole = not any(map(str.isdecimal, one.topic + against.topic))
    if one.listed and _list_of(one) == _list_of(against) and whole:
        return abs(one.line - against.line) < _BESIDE
    if one.called or against.line == one.line:
        return not one.called or against.line == one.line
    return abs(one.line - against.line) <= _BESIDE or bool(
        one.listed and one.section == against.section and not (against.listed or against.called)
    )


def _clash_of(several: list[Told], menu: list[Told], *, asked_first: bool) -> tuple[Told, Told] | None:
    """Give the first two tellings of a key that cannot both be meant; `asked_first` where languages are chosen.

    What only a heading or a question says of it counts where the menu has another key for that.
    """
    first: list[Told] = []
    said: set[tuple[str, str, str]] = set()
    doubtful: tuple[Told, Told] | None = None
    for one in several:
        is_known = (one.topic, one.time, one.language) in said
        by_heading = [other for other in first if _is_headed_otherwise(one, other) or _is_headed_otherwise(other, one)]
        if not (is_known or _is_of_other_hours(one, first)) and (
            by_heading
            or not any(_agree_in_menu(one, other, menu) for other in first if not (other.vague or apart(one, other)))
        ):
            counts = bool(by_heading) or not one.borrowed or _is_another(one, menu)
            against = next(
                (other for other in first if counts and _differ(one, other, menu, asked_first=asked_first)), None
            )
            if against is not None and _is_sure(one, against) and (against.listed or not is_doubtful(against)):
                return against, one
            doubtful = doubtful or ((against, one) if against is not None else None)
        if len(first) < MOST_MENUS:
            first.append(one)
            said.add((one.topic, one.time, one.language))
    return doubtful


def _of_other_menus(
    clashes: list[tuple[Told, Told]], by_key: dict[tuple[str, tuple[str, ...], str], list[Told]]
) -> set[tuple[Told, Told]]:
    """Give the clashes between two passages of a document that do not speak of one menu.

    They give several keys another meaning, and fewer the same: a menu behind one of them, or that of another line.
    """
    menus: dict[tuple[str, tuple[str, ...]], list[list[Told]]] = {}
    for (number, path, _), tellings in by_key.items():
        menus.setdefault((number, path), []).append(tellings)
    found: set[tuple[Told, Told]] = set()
    within = Counter(_list_of(one) for against, one in clashes if _list_of(one) == _list_of(against))
    for against, one in clashes:
        both_listed = against.document == one.document and _is_row(against) and _is_row(one)
        again = _list_of(against) == _list_of(one) and within[_list_of(one)] == 1  # one key twice, in one list
        if (
            both_listed
            and not again
            and not any(_agree_in(tellings, against, one) for tellings in menus[one.number, one.path])
        ):
            found.add((against, one))
    found = {clash for clash in found if not _are_of_one_menu(clash, clashes, menus[clash[1].number, clash[1].path])}
    places: dict[tuple[str, tuple[str, ...], str, int, int], list[tuple[Told, Told]]] = {}
    for against, one in clashes:
        if against.document == one.document and not one.called:
            if is_general(against.topic) and not one.listed:
                continue  # people who help with anything
            place = (one.number, one.path, one.document, against.section, one.section)
            places.setdefault(place, []).append((against, one))
    for (number, path, document, first, second), several in places.items():
        if len(several) > 1:
            same = sum(_is_said_in_both(tellings, document, first, second) for tellings in menus[number, path])
            if same < len(several):
                rows = [telling for tellings in menus[number, path] for telling in tellings[:MOST_MENUS]]
                found.update(
                    clash
                    for clash in several
                    if same < max(_ALIKE, len(several) - 1) or not _has_changed_places(clash, rows)
                )
    return found


def _is_of_other_hours(one: Told, first: list[Told]) -> bool:
    """Whether a sentence that names no part of the day tells of the menu that a line has at another one."""
    return not (one.listed or _time(one)) and any(
        other.listed and _time(other) and other.language == one.language and shares_meaning(one.topic, other.topic)
        for other in first
    )


_ALIKE: Final = 2
"""Keys that two passages tell alike if what two others of them are for has changed places."""


def _has_changed_places(clash: tuple[Told, Told], rows: list[Told]) -> bool:
    """Whether what one passage says of a key is what the other one has another key for."""
    against, one = clash
    return any(
        _is_another(each, [row for row in rows if (row.document, row.section) == (other.document, other.section)])
        for each, other in ((one, against), (against, one))
    )


def _are_of_one_menu(clash: tuple[Told, Told], clashes: list[tuple[Told, Told]], menu: list[list[Told]]) -> bool:
    """Whether two lists tell of one menu: what one gives a key the other has under another key, and as many agree."""
    against, one = clash
    rows = [telling for tellings in menu for telling in tellings if _list_of(telling) == _list_of(against)]
    places = against.section, one.section
    if places[0] == places[1] or not _is_another(one, rows):
        return False
    same = sum(_is_said_in_both(tellings, one.document, *places) for tellings in menu)
    return same >= sum((here.section, there.section) == places for here, there in clashes)


def _list_of(one: Told) -> tuple[str, int, int]:
    return one.document, one.section, one.listed


def _is_row(one: Told) -> bool:
    return bool(one.listed) and not one.bare and not one.called


def _agree_in(tellings: list[Told], against: Told, one: Told) -> bool:
    """Whether two lists tell the same of a key."""
    here, there = (
        [telling for telling in tellings[:MOST_MENUS] if (telling.document, telling.section, telling.listed) == place]
        for place in ((each.document, each.section, each.listed) for each in (against, one))
    )
    return any(_mean_one(left, right) for left in here for right in there if left is not right)


def _mean_one(one: Told, other: Told) -> bool:
    """Whether two tellings have a meaning in common, and neither only says nothing."""
    return agree(one, other) and (one.topic == other.topic or shares_meaning(one.topic, other.topic))


def _is_said_in_both(tellings: list[Told], document: str, first: int, second: int) -> bool:
    """Whether two sections of a document tell the same of a key."""
    here = [one for one in tellings[:MOST_MENUS] if (one.document, one.section) == (document, first)]
    there = [one for one in tellings[:MOST_MENUS] if (one.document, one.section) == (document, second)]
    return any(one is not other and _mean_one(one, other) for one in here for other in there)


def _differ(one: Told, other: Told, menu: list[Told], *, asked_first: bool) -> bool:
    languages = [bool(language_chosen(each.topic)) for each in (other, one)]
    if languages[0] != languages[1] and (asked_first or languages[0]):
        return False  # languages are asked for before anything else
    if _is_headed_otherwise(one, other) or _is_headed_otherwise(other, one):
        return True
    return (
        not apart(one, other)
        and not _agree_in_menu(one, other, menu)
        and not (one.borrowed and not other.listed and other.borrowed)
    )


def _is_headed_otherwise(one: Told, other: Told) -> bool:
    """Whether a heading under which the number stands again with a key is about another thing than the menu's key.

    People who help with anything, or take any report, may well be asked for what a heading names.
    """
    if not (one.borrowed and one.called and other.listed) or other.borrowed or other.vague or apart(one, other):
        return False
    is_about = is_of_lines(one.topic) and not (is_general(one.topic) or takes_cases(other.topic))
    words = (one.topic, one.under, one.said)
    return is_about and not any(shares_meaning(other.topic, said) for said in words)


def _is_told_aside(one: Told, other: Told) -> bool:
    """Whether what one telling says in brackets is what the other is about: `streets (potholes, dog fouling)`."""
    both = ((one.aside, other.topic), (other.aside, one.topic))
    return any(aside and shares_meaning(aside, topic) for aside, topic in both)


def agree(one: Told, other: Told) -> bool:
    """Whether two tellings of a key may mean the same; words borrowed from a heading tell less than a list's."""
    if language_chosen(one.topic) != language_chosen(other.topic):
        return False
    return _agree_by_themselves(one, other) or (
        one.under != other.under and (_is_meant_by_heading(one, other) or _is_meant_by_heading(other, one))
    )


def _agree_by_themselves(one: Told, other: Told) -> bool:
    return one.vague or other.vague or same_meaning(one.topic, other.topic) or _is_told_aside(one, other)


def _agree_in_menu(one: Told, other: Told, menu: list[Told]) -> bool:
    """Whether two tellings agree; by a heading only where that is over no words for which the menu has another key."""
    if not agree(one, other):
        return False
    return _agree_by_themselves(one, other) or any(
        _is_meant_by_heading(each, there)
        and (each.borrowed or not _is_another(each, menu) or _is_headed_alike(each, there))
        for each, there in ((one, other), (other, one))
    )


def _is_meant_by_heading(one: Told, other: Told) -> bool:
    """Whether what stands over a sentence that tells of a key is what another telling says of it."""
    return bool(one.under) and not one.listed and same_meaning(one.under, other.topic) and says_something(one.under)


def _is_headed_alike(one: Told, other: Told) -> bool:
    """Whether a heading names what a key is for, and tells no case: `Barefoot bowls`."""
    heading = stems_of(one.under)
    return bool(heading) and heading <= stems_of(other.topic)
