"""Everything that documents tell callers, put together: options, hours, numbers, and what contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from ivr.collector import collector_paused
from ivr.prose.answered import with_answers
from ivr.prose.block import Document
from ivr.prose.changes_told import with_changes_told
from ivr.prose.closed_days import Closure, closures_of
from ivr.prose.conflicts import SaidOfMenus, conflicts_in, misspelled
from ivr.prose.contradiction import Conflict, Spot, TimedHours
from ivr.prose.deeper_rows import in_one_way
from ivr.prose.every_language import in_every_language
from ivr.prose.explained import explained
from ivr.prose.frames import as_requests, tells_of_line
from ivr.prose.headed import taken_at_their_word
from ivr.prose.hour_edges import TimedEdge
from ivr.prose.hours_placed import hours_of, line_ends
from ivr.prose.inline_menus import unfolded
from ivr.prose.key_last import with_requests
from ivr.prose.key_words import without_unlikely
from ivr.prose.kinds import is_of_another_kind, is_surely_of_menu
from ivr.prose.language_columns import in_columns
from ivr.prose.languages import language_chosen
from ivr.prose.languages_asked import asked_in_languages
from ivr.prose.led_clauses import with_clauses_led
from ivr.prose.led_in_line import parted_at_leads
from ivr.prose.meaning import may_be_translated, says_alike
from ivr.prose.named_behind import with_names
from ivr.prose.nesting import nested
from ivr.prose.phones import TEXT_TELEPHONE, VOICE, Phone
from ivr.prose.prompt_labels import with_labels_headed
from ivr.prose.reported import as_said
from ivr.prose.rewordings import reworded
from ivr.prose.same_keys import says_same_keys
from ivr.prose.same_lines import alike_in, sharing_menus
from ivr.prose.scopes import DAY
from ivr.prose.set_off import as_options
from ivr.prose.tabular import in_plain_tables
from ivr.prose.telling import told_in
from ivr.prose.told import Told
from ivr.prose.trails import with_trails
from ivr.prose.two_meanings import agree, is_filed_under
from ivr.prose.whole_menus import whole_in
from ivr.prose.worded import in_digits

_LONGEST_LABEL = 40
"""Letters of a topic that still reads as the label of a choice."""


class Extracted(NamedTuple):
    """What documents tell callers: each key once for every meaning, language and time of day that it has."""

    options: tuple[Told, ...]
    hours: tuple[TimedHours, ...]
    conflicts: tuple[Conflict, ...]
    phones: tuple[tuple[Phone, Spot], ...]
    alike: Mapping[str, str] = MappingProxyType({})
    """Numbers that have no menu of their own, each with the one whose menu callers come to there, too."""
    closures: tuple[Closure, ...] = ()
    ends: tuple[TimedEdge, ...] = ()
    """When a line is said to open, to close, or not to be answered, where its hours are not told with it."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The telephone numbers, each once, in their order."""
        return tuple(dict.fromkeys(phone.e164 for phone, _ in self.phones))

    @property
    def at_any_time(self) -> tuple[Told, ...]:
        """The keys without regard to the time of day: what two menus say in the same words, once.

        A key that is told in two languages is one, whose topic has both wordings: `fares / titres`.
        """
        kept: dict[tuple[str, tuple[str, ...], str, str], list[Told]] = {}
        for one in self.options:
            same = kept.setdefault((one.number, one.path, one.key, one.language), [])
            if not any(says_alike(one.topic, other.topic) for other in same[:_MOST_TIMES]):
                same.append(one)
        every = {id(one) for same in kept.values() for one in same}
        return _in_one_tongue([one for one in self.options if id(one) in every])

    @property
    def has_lines(self) -> bool:
        """Whether there is a line that somebody can call: a key, or a number that is none of a fax or for messages."""
        return bool(self.options) or any(phone.use in {VOICE, TEXT_TELEPHONE} for phone, _ in self.phones)


def _in_one_tongue(told: Sequence[Told]) -> tuple[Told, ...]:
    """Put together what is told of a key in several languages, where it may be the same."""
    joined: dict[tuple[str, tuple[str, ...], str], list[Told]] = {}
    order: list[tuple[tuple[str, tuple[str, ...], str], int]] = []
    for one in told:
        same = joined.setdefault((one.number, one.path, one.key), [])
        at = next(
            (
                at
                for at, other in enumerate(same[:_MOST_TIMES])
                if other.language != one.language and may_be_translated(other.topic, one.topic)
            ),
            None,
        )
        if at is None:
            order.append(((one.number, one.path, one.key), len(same)))
            same.append(one)
        elif one.topic.lower() not in same[at].topic.lower():
            same[at] = same[at]._replace(topic=f"{same[at].topic} / {one.topic}")
    return tuple(joined[name][at] for name, at in order)


def extract(documents: Sequence[Document], region: str = "US") -> Extracted:
    """Read documents together."""
    with collector_paused():
        return _extracted(documents, region)


def _extracted(documents: Sequence[Document], region: str) -> Extracted:
    told: list[Told] = []
    phones: list[tuple[Phone, Spot]] = []
    hours: list[TimedHours] = []
    edges: list[TimedEdge] = []
    closures: list[Closure] = []
    alike: dict[str, str] = {}
    same_keys: set[str] = set()
    for one in documents:
        document = put_plainly(one)
        keys, numbers = told_in(document, region)
        lines = sorted({key.line for key in keys})
        ways = {(*key.path, key.key) for key in keys}
        other = is_of_another_kind(one.blocks, lines, keys=len(ways), called=any(key.called for key in keys))
        keys = [] if other else explained(without_unlikely(keys, document.blocks))
        keys = in_every_language(nested(keys), one.blocks)
        told += keys
        same_keys |= {document.name} if keys and says_same_keys(document.blocks) else set()
        phones += [(phone, Spot(document.name, line)) for phone, line in numbers]
        hours += (own := hours_of(document, numbers, keys))
        closures += closures_of(document, own)
        edges += line_ends(document, numbers, keys)
        alike |= alike_in(document.blocks, numbers, {key.number for key in keys})
    if not phones and _speaks_of_something_else(documents, told):
        told = []
    told = of_right_numbers(without_mere_day(taken_at_their_word(told)), phones)
    alike = {one: other for one, other in alike.items() if not any(each.number == one for each in told)}
    said = SaidOfMenus(same_keys, whole_in(documents))
    conflicts = tuple(conflicts_in(told, hours, phones, edges, said))
    options = tuple(with_names(_each_once(told)))
    alike |= sharing_menus(options, hours)
    return Extracted(options, tuple(hours), conflicts, tuple(phones), alike, tuple(closures), tuple(edges))


def of_right_numbers(told: list[Told], phones: Sequence[tuple[Phone, Spot]]) -> list[Told]:
    """Give the keys of a number that is written wrongly as those of the right one, whose menu they are of."""
    wrong = misspelled(phones, told) if told else None
    if wrong is None or not any(one.number == wrong.right for one in told):
        return told
    return [one._replace(number=wrong.right) if one.number == wrong.wrong else one for one in told]


def without_mere_day(told: list[Told]) -> list[Told]:
    """Take the keys of a number for those of any hour, where it has no other menu than that of the day."""
    times: dict[str, set[str]] = {}
    for one in told:
        times.setdefault(one.number, set()).add(one.time)
    return [one if times[one.number] - {"", DAY} else one._replace(time="") for one in told]


def put_plainly(document: Document) -> Document:
    """Give a document in which what is told of keys in many ways is put in those that the grammar knows."""
    blocks = with_clauses_led(with_trails(in_plain_tables(with_labels_headed(with_changes_told(document.blocks)))))
    blocks = in_one_way(with_requests(in_digits(reworded(with_answers(asked_in_languages(as_said(blocks)))))))
    if tells_of_line(blocks):
        blocks = as_requests(as_options(blocks, document.set_off))
    return document._replace(blocks=tuple(parted_at_leads(unfolded(in_columns(blocks)))))


def _speaks_of_something_else(documents: Sequence[Document], told: list[Told]) -> bool:
    """Whether pages that name no number, and a key or two among much else, are a story or an essay."""
    if len({(*one.path, one.key, one.topic) for one in told}) >= _FEWEST_KEYS:
        return False
    if len({(*one.path, one.key) for one in told}) > 1 and all(is_surely_of_menu(one.blocks) for one in documents):
        return False
    return sum(len(block.words.split()) for one in documents for block in one.blocks) > _SHORT_PAGE


_MOST_TIMES = 20
"""Tellings of a key that are compared with a further one."""
_MOST_ROWS = 60
"""Rows of a menu with which an entry of a directory is compared."""
_FEWEST_KEYS = 3
_SHORT_PAGE = 50
"""Words of a page that may be nothing but two keys."""


def _each_once(told: list[Told]) -> list[Told]:
    """Leave out what was told before: the same key of the same line, with a meaning that agrees.

    What only a heading or a question says of a key counts where nothing else tells what that is for; a key that is one
    by its place alone, where it has not been told of.
    """
    cells: dict[tuple[str, tuple[str, ...], str, str], list[list[Told]]] = {}
    order: list[list[Told]] = []
    for one in told:
        same = cells.setdefault((one.number, one.path, one.key, one.time), [])
        known = next((cell for cell in same[:20] if _is_told_again(one, cell[0])), None)
        if known is None:
            same.append([one])
            order.append(same[-1])
        elif _tells_more(one, known[0]):
            known[0] = one._replace(anytime=one.anytime or known[0].anytime)
    files = list(dict.fromkeys(one.document for one in told))
    menus: dict[tuple[str, tuple[str, ...]], list[Told]] = {}
    for (one,) in order:
        if one.listed and not one.is_entry:
            menus.setdefault((one.number, one.path), []).append(one)
    plain = {(one.number, one.path, one.key) for (one,) in order if one.topic and not one.borrowed}
    kept: list[Told] = []
    before: set[tuple[str, tuple[str, ...], str, str]] = set()
    for (one,) in order:
        name = (one.number, one.path, one.key)
        queued = _TELLS_ON.match(one.said) or _QUEUED.search(one.said)
        again = (one.bare or (not one.listed and queued)) and (*name, one.time) in before
        menu = menus.get((one.number, one.path), [])[:_MOST_ROWS] if one.is_entry else []
        filed = any(each.key == one.key and is_filed_under(one, menu, each) for each in menu)
        if one.topic and not again and not filed and not (one.borrowed and name in plain):
            kept.append(one)
            before.add((*name, one.time))
    return sorted(kept, key=lambda one: (files.index(one.document), one.line))


_TELLS_ON: Final = re.compile(
    r"\W*(?:when|once|after|as soon as) (?:you|they|callers?|people)(?:['’]ve| have)? (?:press|hit|choos|chose"
    r"|pick|select|push)"
    r"\w* (?:option |key |the )?[0-9*#] (?:you|they|it|there|the)\b",
    re.IGNORECASE,
)
_QUEUED: Final = re.compile(
    r"(?:^|[.;!?] )\W*(?:if|when) (?:you|they) (?:press|choose|pick|select) (?:option |key )?[0-9],? "
    r"(?:you|they|your call)(?:['’]ll| will)? (?:go(?:es)?|jumps?|skips?|moves?|joins?) "
    r"(?:straight )?(?:to )?the (?:top|front|head|queue)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells what comes behind a key told of before, and not what it is for."""


def _is_told_again(one: Told, other: Told) -> bool:
    """Whether a key was told of before; in another language, by the same words or as the choice of one language."""
    if one.language == other.language:
        return agree(one, other)
    chosen = language_chosen(one.topic)
    return one.topic.lower() == other.topic.lower() or (bool(chosen) and chosen == language_chosen(other.topic))


def _tells_more(one: Told, other: Told) -> bool:
    """Whether a telling is the better one: a menu's words before a sentence's, and those before a heading's."""
    ranks = [
        (bool(each.topic), not each.borrowed and not each.vague, bool(each.listed), len(each.topic) <= _LONGEST_LABEL)
        for each in (one, other)
    ]
    return ranks[0] > ranks[1]


def entry(found: Extracted) -> dict[str, Any]:
    """Give what was found as an object of JSON."""
    return {
        "options": [
            {
                "number": one.number or None,
                "path": list(one.path),
                "key": one.key,
                "topic": one.topic,
                "document": one.document,
                "line": one.line,
                "language": one.language,
                "anytime": one.anytime,
            }
            for one in found.at_any_time
        ],
        "hours": [
            {
                "number": one.number or None,
                "text": one.hours.words,
                "keys": [list(way) for _, way in one.keys],
                "document": one.spot.document,
                "line": one.spot.line,
            }
            for one in found.hours
        ],
        "closed": [
            {
                "number": one.number or None,
                "text": one.words,
                "dates": list(one.dates),
                "document": one.spot.document,
                "line": one.spot.line,
            }
            for one in found.closures
        ],
        "conflicts": [
            {
                "kind": one.kind,
                "number": one.number or None,
                "path": list(one.path),
                "key": one.key or None,
                "lines": [spot.line for spot in one.spots],
                "documents": [spot.document for spot in one.spots],
                "said": list(one.said),
            }
            for one in found.conflicts
        ],
        "numbers": list(found.numbers),
        "alike": dict(found.alike),
    }
