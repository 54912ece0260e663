"""Which number hours are told of, and whose they are: those of a line, of its people, of a desk or of a key."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, NamedTuple

from ivr.prose.block import HEADING, PARAGRAPH, ROW, Block, Document
from ivr.prose.contradiction import Spot, TimedHours
from ivr.prose.explicit import is_explicit
from ivr.prose.hour_edges import TimedEdge, by_daylight, edges_of
from ivr.prose.hours import ALWAYS, Hours, hours_told, is_of_something_else
from ivr.prose.hours_columns import phone_column
from ivr.prose.hours_labelled import LABEL, label_before, subject_of, words_of_house
from ivr.prose.hours_of_keys import AroundHours, KeysTold, Whose, is_of_us, whose
from ivr.prose.hours_sentence import SaidHours, said_hours
from ivr.prose.lines_named import line_named, names_of
from ivr.prose.meaning import shares_meaning
from ivr.prose.own_numbers import of_special_lines
from ivr.prose.phones import VOICE, Phone
from ivr.prose.scopes import DAY, NIGHT, time_of
from ivr.prose.seasons import season_headed
from ivr.prose.told import Told

_BESIDE: Final = 2
"""Lines between a number and hours that stand right below it."""
_OF_OPTION: Final = re.compile(r"\b(?:option|key|choice|opci[oó]n|touche|taste)s?\b[^.;]{0,20}[0-9*#]", re.IGNORECASE)
_MANY_LINES: Final = 60
"""Lines of a block that is no paragraph: no number in it is that of its hours."""
_MOST_PHONES: Final = 200
"""Numbers on a line on which more than one block begins that are looked for in each: all of a page may stand on it."""
_MENU: Final = 3
"""Keys that make a menu; hours in a line with so many are none of one of them."""
_SHORT_BLOCK: Final = 120
"""Letters of a line of a menu that tells its hours, too."""


def hours_of(document: Document, numbers: list[tuple[Phone, int]], keys: list[Told]) -> list[TimedHours]:
    """Give the hours of a document, each with the number in its sentence, its block or above it in its section."""
    voice = [(phone, line) for phone, line in numbers if phone.use != "fax"]
    if not voice:
        return []
    page, above = _Page.of(document, voice, keys), _Above()
    found: list[TimedHours] = []
    for place, (block, is_phones) in enumerate(map(phone_column, document.blocks)):
        if block.kind == HEADING:
            above.begin(block.words)
        at = _Place(page, above, block, page.phones_in(block), is_phones)
        said = (said_hours(block.words, told) for told in hours_told(block.words))
        found += (timed for one in said if one is not None and (timed := _timed(one, at)) is not None)
        above.leave(at.here, is_special=place in page.special)
    return _without_lone_labels(found, keys)


@dataclass(frozen=True)
class _Page:
    """What is known of a whole document before its hours are read."""

    document: Document
    on_line: dict[int, list[Phone]]
    shared: Counter[int]
    """How many blocks begin on a line: all of a page may stand on one."""
    places: AbstractSet[tuple[str, int]]
    special: AbstractSet[int]
    told_keys: KeysTold
    keys_of: Counter[int]
    """How many keys a line tells of."""
    names: dict[str, str]
    house: frozenset[str]
    main: str

    @classmethod
    def of(cls, document: Document, voice: list[tuple[Phone, int]], keys: list[Told]) -> _Page:
        on_line = _on_lines(voice)
        return cls(
            document,
            on_line,
            Counter(block.text.line(0) for block in document.blocks),
            {(phone.e164, line) for phone, line in voice},
            of_special_lines(document.blocks, voice),
            KeysTold(keys),
            Counter(line for line, _ in {(one.line, one.key) for one in keys}),
            names_of(document, on_line),
            words_of_house(document, on_line),
            _main_of(voice, keys),
        )

    def phones_in(self, block: Block) -> list[Phone]:
        """Give the numbers of a paragraph, as they stand on its lines; on a line of many blocks, those in its words."""
        found = [phone for line in _lines_of(block) for phone in self.on_line.get(line, ())]
        if self.shared[block.text.line(0)] == 1:
            return found
        words = block.words
        return [phone for phone in found[:_MOST_PHONES] if phone.spelling in words]


@dataclass
class _Above:
    """What stands above hours in their section: its title, and the last number, so many blocks before."""

    number: str = ""
    title: str = ""
    is_elsewhere: bool = False
    since: int = 0

    def begin(self, title: str) -> None:
        """Begin a section."""
        self.number, self.title, self.is_elsewhere = "", title, is_of_something_else(title)

    def leave(self, here: list[str], *, is_special: bool) -> None:
        """Leave a block behind; one below a telephone may be of a line with a name of its own: `Rain line: ...`."""
        passed = not here or (self.number and is_special)
        self.number, self.since = (self.number, self.since + 1) if passed else (here[-1], 1)


class _Place(NamedTuple):
    """The block in which hours stand, with its numbers, in its document."""

    page: _Page
    above: _Above
    block: Block
    phones: list[Phone]
    is_phones: bool
    """Whether it is a column of hours for the telephone."""

    @property
    def here(self) -> list[str]:
        """Give the first and the last number of the block."""
        return [phone.e164 for phone in (*self.phones[:1], *self.phones[-1:])]


def _timed(said: SaidHours, at: _Place) -> TimedHours | None:
    """Put together what is known of hours; nothing, where they are those of something that is no line."""
    block, phones, one = at.block, at.phones, said.hours
    named = "" if phones else line_named(said.before, at.page.names)
    by_number = said.are_by_number()
    of_phones = bool(by_number or named or at.is_phones or said.are_of_phones())
    before = [phone for phone in phones if phone.start < one.start and not phone.abroad]
    since = max(before[-1].end - said.begun, 0) if before else 0
    if not of_phones and _are_of_another(said, since, at):
        return None
    behind = _right_behind(one, phones, block.words)
    number = before[-1].e164 if before and block.kind == PARAGRAPH else behind or (*at.here, at.above.number)[0]
    number = named or (bool(at.here) or not _are_of_all(said, at)) * number or at.page.main
    line, short = block.text.line(one.start), len(block.words) < _SHORT_BLOCK
    rest = (block.words[said.begun + since : one.start], said.rest)
    its = whose(AroundHours(*rest, line, number, short, since > 0), at.page.told_keys, barred=by_number or bool(named))
    of_key = _key_told(said, at, line, by_number=by_number, of_phones=of_phones) or said.season_or_machine()
    if not of_key and not of_phones:
        of_key = _as_time(its)
    of_label = "" if of_phones or phones else _time_labelled(said, block, at.page.house)
    time = of_key or _time_headed(at.above.title, one) or of_label
    beside = bool(named) or number == behind or _stands_beside(number, line, at)
    return TimedHours(
        number if beside and number in at.page.told_keys.numbers else its.number(number),
        one,
        Spot(at.page.document.name, line),
        time,
        said.name_people(),
        beside,
        said.desk(),
        said.are_the_only_ones(),
        not time and (of_phones or _is_said_by_line(said, at)),
        its.keys,
        said.before,
    )


def _are_of_another(said: SaidHours, since: int, at: _Place) -> bool:
    """Whether hours are those of something else than a line: by their section, their sentence, or their row."""
    is_row = at.block.kind == ROW and not at.phones and at.block.cells
    return (
        (at.above.is_elsewhere and not (at.phones or at.above.number))
        or is_of_something_else(said.since(since))
        or bool(is_row and is_of_something_else(at.block.cells[0].words))
    )


def _are_of_all(said: SaidHours, at: _Place) -> bool:
    """Whether hours are those of the line of a whole house: they stand at the end of its page, or it is called so."""
    return at.block is at.page.document.blocks[-1] or said.are_of_house()


def _key_told(said: SaidHours, at: _Place, line: int, *, by_number: bool, of_phones: bool) -> str:
    """Give the line of the key whose hours are told, where they are those of one."""
    keys = at.page.keys_of[line]
    alone = len(at.block.words) < _SHORT_BLOCK and keys < _MENU
    its_own = keys and ((alone and not is_of_us(said.said)) or is_explicit(said.said))
    if not by_number and (its_own or _OF_OPTION.search(said.said)):
        return f"key {line}"
    is_sole = said.hours.minutes == ALWAYS and keys == 1 and not of_phones  # "A nurse is there 24/7. Press 8."
    return f"key {line}" if is_sole else ""


def _as_time(its: Whose) -> str:
    """Give the keys or the desk whose hours are told, as that for which they hold."""
    return f"key {its.line}" if its.keys else its.desk and f"at {its.desk}"


def _stands_beside(number: str, line: int, at: _Place) -> bool:
    """Whether a number stands right above a line, in its short block, or in the row before it."""
    above = at.above
    return (
        any((number, line - back) in at.page.places for back in range(_BESIDE + 1))
        or (number in at.here and len(at.block.words) < _SHORT_BLOCK)
        or (number == above.number and above.since <= 1 and at.block.kind == ROW)
    )


def _is_said_by_line(said: SaidHours, at: _Place) -> bool:
    """Whether the recording of the only line with keys tells hours, or they are those of people who answer one."""
    is_quoted = at.block.words.lstrip()[:1] in _QUOTES
    return (len(at.page.told_keys.numbers) == 1 and is_quoted) or said.are_of_people()


_QUOTES: Final = frozenset('"“„«')


def _lines_of(block: Block) -> range:
    """Give the lines that a block stands on; none of one that is no paragraph."""
    many = len(block.text.starts) >= _MANY_LINES
    return range(0) if many else range(block.text.line(0), block.text.starts[-1][1] + 1)


def _on_lines(voice: list[tuple[Phone, int]]) -> dict[int, list[Phone]]:
    on_line: dict[int, list[Phone]] = {}
    for phone, line in voice:
        on_line.setdefault(line, []).append(phone)
    return on_line


def _time_labelled(said: SaidHours, block: Block, house: frozenset[str]) -> str:
    """Give the label of hours that have one of their own in their line, or what their sentence is of, if no line.

    `house` are the words by which a document calls its numbers, or itself.
    """
    begun, start = said.begun, said.hours.start
    line = max(at for at, _ in block.text.starts if at <= start)
    if line > begun and _DATED_LINE.search(block.words[begun:line]):
        begun = line  # who wrote it, and when, is no part of what it says
    if (label := label_before(block.words[line:start])) and not house.issuperset(label.split()):
        return f"{LABEL}{label}"
    subject = subject_of(block.words[begun:start], said.behind, house)
    return f"of {subject}" if subject and subject not in _MENUS else ""


_MENUS: Final = frozenset(("menu", "menú", "menü"))
"""What is no thing beside the line: `Day menu (Mon-Fri 8-6)`."""
_DATED_LINE: Final = re.compile(r"\d[\d:.]+\W*$")
"""How the line over a post ends: `Posted 4 Sep 2025, 10:36`."""


def _without_lone_labels(found: list[TimedHours], keys: list[Told]) -> list[TimedHours]:
    """Give hours without the label of those that are none of several things, and of nothing that a key is for."""
    labels = {one.time for one in found if one.time.startswith(LABEL)}
    if len(labels) != 1:
        return found
    label = next(iter(labels)).removeprefix(LABEL)
    if any(shares_meaning(label, one.topic) for one in keys):
        return found
    return [one._replace(time="") if one.time.startswith(LABEL) else one for one in found]


def _right_behind(one: Hours, phones: list[Phone], words: str) -> str:
    """Give the number that a sentence names right behind its hours: `from 8 to 6 we answer on 555-0100`."""
    end = one.start + len(one.words)
    near = (phone for phone in phones if end <= phone.start <= end + _SOON and not phone.abroad)
    return next((phone.e164 for phone in near if not _SENTENCE_ENDS.search(words, end, phone.start)), "")


_SOON: Final = 60
"""Letters between hours and a number that is theirs."""
_SENTENCE_ENDS: Final = re.compile(r"[.;?!] ")


def line_ends(document: Document, numbers: list[tuple[Phone, int]], keys: list[Told]) -> list[TimedEdge]:
    """Give when a document says that a line opens or closes, where it does not tell the hours of it."""
    voice = [(phone, line) for phone, line in numbers if phone.use != "fax"]
    return list(edges_of(document, _by_line(voice), _main_of(voice, keys))) if voice else []


def _by_line(voice: list[tuple[Phone, int]]) -> dict[int, tuple[str, str]]:
    """Give the first and the last number of every line that has any."""
    by_line: dict[int, tuple[str, str]] = {}
    for phone, line in voice:
        by_line[line] = (by_line[line][0] if line in by_line else phone.e164, phone.e164)
    return by_line


def _main_of(voice: list[tuple[Phone, int]], keys: list[Told]) -> str:
    """Give the number of which most keys are told, or else the first that is called."""
    uses = [one.number for one in keys if one.number]
    if uses:
        return Counter(uses).most_common(1)[0][0]
    return next((phone.e164 for phone, _ in voice if phone.use == VOICE), voice[0][0].e164)


def _time_headed(title: str, hours: Hours) -> str:
    """Give the part of the day that a heading speaks of; hours of an office under it are no other ones."""
    if season := season_headed(title):
        return f"season {season}"
    time = time_of(title).replace(DAY, "")
    return "" if time == NIGHT and by_daylight(hours) else time
