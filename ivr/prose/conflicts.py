"""What documents say twice and not alike: keys, hours, and the spelling of numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, permutations
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.contradiction import HOURS, NOT_LISTED, TWO_SPELLINGS, Conflict, Spot, TimedHours
from ivr.prose.doubt import asks_plainly, is_before_menu, is_doubtful, says_closed
from ivr.prose.exchanged import exchanged
from ivr.prose.hour_edges import TimedEdge, denied
from ivr.prose.hours import ALWAYS, contradict, lacks_days, names_days, same_hours
from ivr.prose.languages import language_chosen
from ivr.prose.phones import VOICE, Phone
from ivr.prose.told import Told
from ivr.prose.two_meanings import MOST_MENUS, meanings

_FEWEST_LISTED: Final = 3
_GENERAL: Final = frozenset(("0", "*", "#"))
"""Keys that menus often have without naming them in their lists."""
_NEAR: Final = 4
"""Lines around a list in which what it lacks may be told."""


def conflicts_in(
    told: list[Told], hours: list[TimedHours], phones: Iterable[tuple[Phone, Spot]], edges: Iterable[TimedEdge] = ()
) -> list[Conflict]:
    """Give every conflict, by what it is of and where it stands."""
    told = _all_timed(told)
    every = list(phones)
    spelled = list(_spellings(every))
    lines = {phone.e164 for phone, _ in every if phone.use == VOICE}
    found = [*meanings(told), *exchanged(told), *_unlisted(told), *_hours(hours, several=len(lines) > 1), *spelled]
    found += denied(edges, hours, {one.number for one in found if one.kind == HOURS}, several=len(lines) > 1)
    if not spelled:
        keys: dict[str, set[str]] = {}
        for one in told:
            keys.setdefault(one.number, set()).add(">".join((*one.path, one.key)))
        found += _misspelled(every, keys)
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


class _Menu(NamedTuple):
    """A list of keys: where it stands, what it holds for, its keys, and the first telling of one."""

    section: tuple[str, int]
    time: str
    language: str
    keys: frozenset[str]
    first: Told
    last: int


def _unlisted(told: list[Told]) -> Iterator[Conflict]:
    """Find keys that are told of somewhere, and that the menu which is listed lacks."""
    by_menu = _menus(told)
    directories = _directories(told)
    held: dict[tuple[str, tuple[str, ...], str, str], list[_Menu]] = {}
    seen: set[tuple[str, tuple[str, ...], str]] = set()
    lacking: list[tuple[Told, Told]] = []
    for one in told:
        name = (one.number, one.path, one.key)
        if (
            one.anytime
            or one.key in _GENERAL
            or (one.listed and not one.said)  # a row of a list elsewhere
            or language_chosen(one.topic)
            or name in seen
            or (one.number, one.path) not in by_menu
            or (one.called and one.document in directories)
            or (is_doubtful(one) and not asks_plainly(one))
            or says_closed(one.said)
            or is_before_menu(one.said)
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
        if apart and announced and len(more) == 1 and not less and len(one.keys & other.keys) >= _FEWEST_LISTED:
            name = (other.first.number, other.first.path, *more)
            yield from ((one.first, each) for each in told if _name(each) == name)


def _menus(told: list[Told]) -> dict[tuple[str, tuple[str, ...]], list[_Menu]]:
    """Give the menus of every number, and those behind its keys."""
    found: dict[tuple[str, tuple[str, ...]], list[_Menu]] = {}
    for several in _lists(told):
        first = several[0]
        keys = frozenset(one.key for one in several)
        if _is_menu(keys):
            last = max(one.line for one in several)
            menu = _Menu((first.document, first.section), first.time, first.language, keys, first, last)
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
    near = 1 if one.called else _NEAR
    return menu.section == (one.document, one.section) and menu.first.line - near <= one.line <= menu.last + near


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
    if menu.first.listed:
        begins = key == "1" and "1" not in menu.keys and "2" in menu.keys
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
        if one.listed and not one.anytime:
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
        if len(row) >= _FEWEST_LISTED:
            yield row
        row = [one] if one.key == "1" else []
    if len(row) >= _FEWEST_LISTED:
        yield row


def _is_menu(keys: frozenset[str]) -> bool:
    """Whether the keys of a list make a menu: three of them, or 1 and 2."""
    return len(keys) >= _FEWEST_LISTED or keys == {"1", "2"}


def _clash(one: TimedHours, other: TimedHours) -> bool:
    rest = other if one.hours.minutes == ALWAYS else one
    always = one if rest is other else other
    is_always = ALWAYS == always.hours.minutes != rest.hours.minutes
    if is_always and not always.staffed and (rest.staffed or _are_together(one, other)):
        return False  # a line that is always open, and when people answer there
    fewer = any(
        here.only and (one.beside or other.beside) and lacks_days(here.hours, there.hours)
        for here, there in ((one, other), (other, one))
    )
    return one.spot != other.spot and (fewer or contradict(one.hours, other.hours))


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
                or one.beside + other.beside > (several or ALWAYS in {one.hours.minutes, other.hours.minutes})
            )
        )
        for one, other in list(pairs)[:1] if not of_desk or number not in known else ():
            known.add(number)
            yield Conflict(HOURS, one.number, (), "", (one.spot, other.spot), (one.hours.words, other.hours.words))


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


def _misspelled(phones: list[tuple[Phone, Spot]], keys: dict[str, set[str]]) -> Iterator[Conflict]:
    """Find a number that is written wrongly once: with two digits exchanged, or not as its letters say."""
    first: dict[str, tuple[str, Spot]] = {}
    for phone, spot in phones:
        if phone.use == VOICE:
            first.setdefault(phone.e164, (phone.spelling, spot))
    if len(first) > _MOST_NUMBERS:
        return
    in_use = set(keys)
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
        if exchanged or _stand_beside(phones, right, wrong) or _stand_beside(phones, wrong, right):
            (said, spot), (also, there) = sorted(
                (first[one], first[other]), key=lambda each: (each[1].document, each[1].line)
            )
            yield Conflict(TWO_SPELLINGS, right, (), "", (spot, there), (said, also))
            return


_MOST_NUMBERS: Final = 40
"""Numbers of a directory; in a longer one, each is another line."""
_SAME_BEGINNING: Final = 8
_OF_BLOCK: Final = 8
"""Numbers that begin alike, of which two are alike but for their order by chance: those of one switchboard."""


def _is_once_of(wrong: set[str], right: set[str]) -> bool:
    """Whether the only key of one number is one of the menu of another: the number has been written wrongly."""
    return len(wrong) == 1 and wrong < right and len(right) >= _FEWEST_LISTED


def _once_each(number: str) -> str:
    """Give a number with each row of equal digits as one: who doubles another digit writes `7443` for `7433`."""
    return "".join(digit for digit, before in zip(number, f" {number}", strict=False) if digit != before)


def _are_exchanged(one: str, other: str) -> bool:
    """Whether two numbers differ by two neighbouring digits that have changed places."""
    apart = [at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right]
    if len(one) != len(other) or not apart or apart[1:] != [apart[0] + 1]:
        return False
    return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def _stand_beside(phones: list[tuple[Phone, Spot]], letters: str, digits: str) -> bool:
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
