"""What documents say twice and not alike: keys, hours, and the spelling of numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from types import MappingProxyType
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.contradiction import HOURS, TWO_SPELLINGS, Conflict, Spot, TimedHours
from ivr.prose.exchanged import exchanged
from ivr.prose.hour_edges import TimedEdge, denied
from ivr.prose.hours import ALWAYS, contradict, lacks_days, names_days, same_hours
from ivr.prose.hours_days import ends_otherwise
from ivr.prose.phones import VOICE, Phone
from ivr.prose.same_keys import kept_apart
from ivr.prose.scopes import DAY, time_of
from ivr.prose.told import Told
from ivr.prose.two_meanings import MOST_MENUS, meanings
from ivr.prose.unlisted import FEWEST_LISTED, unlisted


class SaidOfMenus(NamedTuple):
    """What documents say of their menus as such.

    `alike_in_languages` are those that say that the keys are the same in every language, and `whole` gives the lines
    of each on which it says that there are no other keys.
    """

    alike_in_languages: Collection[str] = ()
    whole: Mapping[str, Sequence[int]] = MappingProxyType({})


def conflicts_in(
    told: list[Told],
    hours: list[TimedHours],
    phones: Iterable[tuple[Phone, Spot]],
    edges: Iterable[TimedEdge] = (),
    said: SaidOfMenus = SaidOfMenus(),  # noqa: B008 -- a tuple, which nothing changes
) -> list[Conflict]:
    """Give every conflict, by what it is of and where it stands."""
    told = _all_timed(told)
    every = list(phones)
    spelled = list(_spellings(every))
    lines = {phone.e164 for phone, _ in every if phone.use == VOICE}
    in_two = (*kept_apart(told, said.alike_in_languages), *exchanged(told), *meanings(told))
    two = list({(one.number, one.path, one.key): one for one in in_two}.values())
    found = [*two, *unlisted(told, said.whole), *_hours(hours, several=len(lines) > 1), *spelled]
    found += denied(edges, hours, {one.number for one in found if one.kind == HOURS}, several=len(lines) > 1)
    wrong = None if spelled else misspelled(every, told)
    found += [] if wrong is None else [wrong.conflict]
    return sorted(
        found, key=lambda one: (one.spots[1].document, one.spots[1].line, one.kind, one.number, one.path, one.key)
    )


def _all_timed(told: list[Told]) -> list[Told]:
    """Take the lists of a number that are all for one part of the day to be meant where none is named."""
    times: dict[str, set[str]] = {}
    for one in told:
        if one.listed:
            times.setdefault(one.number, set()).add(one.time)
    others = Counter(one.number for one in told if not one.time)
    only = {
        number: next(iter(several))
        for number, several in times.items()
        if len(several) == 1 and others[number] <= _FEW_OTHERS
    }
    return [one._replace(time=one.time or only.get(one.number, "")) for one in told]


_FEW_OTHERS: Final = 2
"""Keys told of beside the list of a number, without a part of the day; more are a menu of their own."""


def _clash(one: TimedHours, other: TimedHours) -> bool:
    rest = other if one.hours.minutes == ALWAYS else one
    always = one if rest is other else other
    is_always = ALWAYS == always.hours.minutes != rest.hours.minutes
    is_part = time_of(rest.said) == DAY or rest.staffed or (rest.desk and not always.desk) or _are_together(one, other)
    if is_always and not always.staffed and is_part:
        return False  # a line that is always open, and when people answer there, or at a desk behind it
    fewer = any(
        here.only and (one.beside or other.beside) and lacks_days(here.hours, there.hours)
        for here, there in ((one, other), (other, one))
    )
    fewer = fewer or (
        all(each.beside or each.of_line for each in (one, other)) and ends_otherwise(one.hours, other.hours)
    )
    if _of_two_desks(one, other):
        return False
    return one.spot != other.spot and (fewer or contradict(one.hours, other.hours))


def _of_two_desks(one: TimedHours, other: TimedHours) -> bool:
    """Whether hours are those of two desks behind a line, or of a house where people come in and of its line."""
    desks = {one.desk, other.desk}
    return len(desks) > 1 and ("" not in desks or (bool(desks & _OF_HOUSE) and (one.of_line or other.of_line)))


_OF_HOUSE = frozenset(("reception", "recepción", "recepcion"))


def _are_together(one: TimedHours, other: TimedHours) -> bool:
    return one.spot.document == other.spot.document and abs(one.spot.line - other.spot.line) <= 1


def _hours(hours: list[TimedHours], *, several: bool) -> Iterator[Conflict]:
    """Find hours of a number that contradict each other; `several` says that the documents name more numbers than one.

    Hours that stand apart from every number may be those of an office, too, and `24 hours` those of a service.
    """
    by_number: dict[tuple[str, str], list[TimedHours]] = {}
    for one in hours:
        if not (one.beside or one.of_line or one.desk or names_days(one.hours)):
            continue
        told = by_number.setdefault((one.number, one.time), [])
        told[:] = [other for other in told if other.beside or not one.beside or not same_hours(other.hours, one.hours)]
        if not any(same_hours(one.hours, other.hours) for other in told) and len(told) < MOST_MENUS:
            told.append(one)
    by_number.update({(number, f"desk {desk}"): told for (number, desk), told in _of_desks(hours).items()})
    known: set[str] = set()
    for (number, time), told in by_number.items():
        of_desk = time.startswith("desk ")
        pairs = (
            (one, other)
            for one, other in combinations(told, 2)
            if _clash(one, other)
            and (
                of_desk
                or all(each.beside or each.of_line for each in (one, other))
                or (not several and _is_of_house(one) and _is_of_house(other))
                or one.beside + other.beside > (several or ALWAYS in {one.hours.minutes, other.hours.minutes})
            )
        )
        for one, other in list(pairs)[:1] if not of_desk or number not in known else ():
            known.add(number)
            yield Conflict(HOURS, one.number, (), "", (one.spot, other.spot), (one.hours.words, other.hours.words))


def _is_of_house(one: TimedHours) -> bool:
    """Whether a house says when it is open, of which a document tells but one line: `We are open 8 to 6`."""
    return not one.time and not one.desk and _OPEN.search(one.said + one.hours.words)


_OPEN: Final = AnyCase(r"\b(?:open|abiert[oa]s?|ouverte?s?|ge[oö]ffnet|abrimos)\b")


def _of_desks(hours: list[TimedHours]) -> dict[tuple[str, str], list[TimedHours]]:
    """Give the hours of each desk behind a number, where those told with a key may be told again without one."""
    found: dict[tuple[str, str], list[TimedHours]] = {}
    for one in hours:
        if one.desk and (not one.time or one.time.startswith("key ")) and one.hours.minutes != ALWAYS:
            found.setdefault((one.number, one.desk), []).append(one)
    return {
        name: several[:MOST_MENUS]
        for name, several in found.items()
        if any(one.time.startswith("key ") for one in several)
    }


def _spellings(phones: Iterable[tuple[Phone, Spot]]) -> Iterator[Conflict]:
    first: dict[str, tuple[str, Spot]] = {}
    told: set[str] = set()
    for phone, spot in phones:
        if phone.abroad and not _stands_apart(first.get(phone.e164), spot):
            continue
        known = first.setdefault(phone.e164, (phone.spelling, spot))
        if known[0] != phone.spelling and phone.e164 not in told:
            told.add(phone.e164)
            yield Conflict(TWO_SPELLINGS, phone.e164, (), "", (known[1], spot), (known[0], phone.spelling))


def _stands_apart(known: tuple[str, Spot] | None, spot: Spot) -> bool:
    """Whether a number for callers abroad is told in another place than the one for those at home."""
    return known is not None and (known[1].document != spot.document or abs(known[1].line - spot.line) > 1)


class Misspelled(NamedTuple):
    """A number that is written wrongly once, and the right one, which has the menu."""

    wrong: str
    right: str
    conflict: Conflict


def misspelled(phones: Sequence[tuple[Phone, Spot]], told: Iterable[Told]) -> Misspelled | None:
    """Find a number that is written wrongly once: with two digits exchanged, or not as its letters say."""
    keys: dict[str, set[str]] = {}
    for each in told:
        keys.setdefault(each.number, set()).add(">".join((*each.path, each.key)))
    first: dict[str, tuple[str, Spot]] = {}
    for phone, spot in phones:
        if phone.use == VOICE:
            first.setdefault(phone.e164, (phone.spelling, spot))
    if len(first) > _MOST_NUMBERS:
        return None
    in_use, lines = set(keys), {(spot.document, spot.line) for _, spot in first.values()}
    blocks = Counter(number[:_SAME_BEGINNING] for number in first)
    for one, other in combinations(first, 2):
        letters = next((number for number in (one, other) if any(map(str.isalpha, first[number][0]))), "")
        letters = letters if not in_use & {one, other} or letters in in_use else ""
        right = letters or max(one, other, key=lambda number: (len(keys.get(number, ())), number == one))
        wrong = other if right == one else one
        if wrong in in_use and right in in_use and not letters and not _is_once_of(keys[wrong], keys[right]):
            continue
        doubled = bool(letters) and _once_each(one) == _once_each(other)
        exchanged = (doubled or _are_exchanged(one, other)) and blocks[one[:_SAME_BEGINNING]] < _OF_BLOCK
        exchanged = exchanged and (bool(letters) or not _are_listed(first[one][1], first[other][1], lines))
        if exchanged or _stand_beside(phones, right, wrong) or _stand_beside(phones, wrong, right):
            (said, spot), (also, there) = sorted(
                (first[one], first[other]), key=lambda each: (each[1].document, each[1].line)
            )
            return Misspelled(wrong, right, Conflict(TWO_SPELLINGS, right, (), "", (spot, there), (said, also)))
    return None


_MOST_NUMBERS: Final = 40
"""Numbers of a directory; in a longer one, each is another line."""
_SAME_BEGINNING: Final = 8
_OF_BLOCK: Final = 6
"""Numbers that begin alike, of which two are alike but for their order by chance: those of one switchboard."""


def _is_once_of(wrong: set[str], right: set[str]) -> bool:
    """Whether the only key of one number is one of the menu of another: the number has been written wrongly."""
    return len(wrong) == 1 and wrong < right and len(right) >= FEWEST_LISTED


def _are_listed(one: Spot, other: Spot, lines: Collection[tuple[str, int]]) -> bool:
    """Whether two numbers stand one below the other in a list of numbers: nobody tells one twice there.

    `lines` are those that have a number; a third one is above the two, or below them.
    """
    if one.document != other.document or abs(one.line - other.line) != 1:
        return False
    first = min(one.line, other.line)
    return (one.document, first - 1) in lines or (one.document, first + 2) in lines


def _once_each(number: str) -> str:
    """Give a number with each row of equal digits as one: who doubles another digit writes `7443` for `7433`."""
    return "".join(digit for digit, before in zip(number, f" {number}", strict=False) if digit != before)


def _are_exchanged(one: str, other: str) -> bool:
    """Whether two numbers differ by two neighbouring digits that have changed places."""
    apart = [at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right]
    if len(one) != len(other) or not apart or apart[1:] != [apart[0] + 1]:
        return False
    return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def _stand_beside(phones: Sequence[tuple[Phone, Spot]], letters: str, digits: str) -> bool:
    """Whether a number in letters has another one beside it that begins alike: its digits, as the writer thought."""
    alike = letters[:_SAME_BEGINNING] == digits[:_SAME_BEGINNING]
    pairs = pairwise(phones)
    return alike and any(
        (one.e164, other.e164) == (letters, digits)
        and any(map(str.isalpha, one.spelling))
        and there == spot
        and 0 <= other.start - one.end < _BESIDE
        for (one, spot), (other, there) in pairs
    )


_BESIDE: Final = 14
"""Letters between a number and how it is written in digits."""
