"""Which number hours are told of, and whose they are: those of a line, of its people, of a desk or of a key."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, PARAGRAPH, ROW, Block, Document
from ivr.prose.contradiction import Spot, TimedHours
from ivr.prose.explicit import is_explicit
from ivr.prose.hour_edges import TimedEdge, by_daylight, edges_of
from ivr.prose.hours import ALWAYS, Hours, hours_told, is_of_something_else, names_a_day
from ivr.prose.hours_columns import phone_column
from ivr.prose.hours_days import on_days_named
from ivr.prose.hours_labelled import LABEL, label_before, subject_of, words_of_house
from ivr.prose.hours_of_keys import AroundHours, KeysTold, is_of_us, whose
from ivr.prose.lines_named import line_named, names_of
from ivr.prose.meaning import shares_meaning
from ivr.prose.own_numbers import of_special_lines
from ivr.prose.phones import VOICE, Phone
from ivr.prose.scopes import DAY, NIGHT, time_of
from ivr.prose.seasons import season_headed, season_of
from ivr.prose.told import Told

_MACHINE = AnyCase(
    r"\b(?:automated|self-service|(?<!be )(?<!are )recorded|sprachcomputer|serveur vocal|sistema autom[aá]tico)\b"
)
_OF_NUMBER = re.compile(
    r"\d[\d .-]{4,}\d ?\((?:\w{2,6} ){0,2}$|\(\d[\d -]{8,}, $"
    r"|\d[\d -]{2}\d(?:,| [–—-]|:)? (?:between |from |open |is open |daily |de |du |von |le )?$"
)
"""A telephone number right before hours."""
_LINES_OPEN = AnyCase(
    r"\b(?:lines?|(?:tele)?phones?|(?:call|contact) cent(?:er|re)|switchboard|(?:tele)?phone support"
    r"|(?:help|service|support|assistance) ?desk|(?<=\bthe )desk)\b[^.;]{0,40}\b(?:are|is)"
    r" (?:now |also |always )?(?:open|on|answered|staffed|available)\b|\blines? open\b"
    r"|\b(?:lines?|phones?) (?:staffed|answered|manned|open)\b"
    r"|\b(?:(?:tele)?phone (?:lines?|enquir(?:y|ies)|inquir(?:y|ies)|hours|service)|call cent(?:er|re)(?: hours)?"
    r"|helpline|hotline|lines?)\b[^.;]{0,25}(?:: ?|, | [–—-] )$|\banswers? (?:this|the) (?:number|line|phone)\b"
    r"|\b(?:answers?|takes?|looks? after) (?:the |your |our )?(?:phones?|calls?)\b|\b(?:bureau|on vous"
    r"|nous) r[eé]pond(?:ons)?\b"
    r"|\b(?:standard|ligne|(?:accueil|service) t[eé]l[eé]phonique)\b[^.;]{0,40}\b(?:ouverte?|r[eé]pond|fonctionne"
    r"|joignable|disponible)\b"
    r"|\b(?:centralita|l[ií]nea|(?:atenci[oó]n|servicio) telef[oó]nic[ao])\b[^.;]{0,40}\b(?:abierta|atiende|funciona"
    r"|disponible)\b"
    r"|\b(?:\w*telefon\w*|\w*hotline|leitung(?:en)?)\b[^.;]{0,60}\b(?:besetzt|erreichbar|geschaltet)\b"
    r"|\b\w*(?:telefon|hotline):?,? (?:von )?$"
)
"""What says of hours that they are those of a line: `Our lines are open from`."""
_DESK = re.compile(
    r"\b(office|billing|accounts|claims|sales|reservations|bookings|reception|help ?desk|enquiries|pharmacy|b[uü]ro"
    r"|sekretariat|secr[eé]tariat|secretar[ií]a|recepci[oó]n|oficina)\b",
    re.IGNORECASE,
)
"""Whose hours are told, where they are not those of all of a line."""
_ONLY = re.compile(
    r"[\s,(]{0,2}(?:only|uniquement|seulement|[uú]nicamente|solamente)\b"
    r"|[\s,.;(]{1,3}closed (?:on |at |all |every )?(?:sat|sun|weekend)",
    re.IGNORECASE,
)
"""What says behind hours that there are no others."""
_SHORT_GAP = 20
_BESIDE = 2
"""Lines between a number and hours that stand right below it."""
_STAFF = AnyCase(
    r"\b(?:advis[eo]rs?|agents?|staff\w*|team|representatives?|specialists?|while we(?:['’]re| are) open|people"
    r"|person|somebody|someone|operators?|office"
    r"|conseill[eè]re?s?|asesor\w*|agentes?|berater\w*|mitarbeiter\w*)\b"
)
"""What says of hours that people answer then."""
_OF_ALL = AnyCase(r"\b(?:(?:call|contact) cent(?:er|re)|our (?:phone |telephone )?lines)\b")
"""What calls the line of a whole house, whichever number was named last."""
_OF_OPTION = re.compile(r"\b(?:option|key|choice|opci[oó]n|touche|taste)s?\b[^.;]{0,20}[0-9*#]", re.IGNORECASE)
_AFTER = 30
_MANY_LINES = 60
"""Lines of a block that is no paragraph: no number in it is that of its hours."""
_MENU = 3
"""Keys that make a menu; hours in a line with so many are none of one of them."""
_SHORT_BLOCK = 120
"""Letters of a line of a menu that tells its hours, too."""


def hours_of(document: Document, numbers: list[tuple[Phone, int]], keys: list[Told]) -> list[TimedHours]:
    """Give the hours of a document, each with the number in its sentence, its block or above it in its section."""
    voice = [(phone, line) for phone, line in numbers if phone.use != "fax"]
    if not voice:
        return []
    main, on_line = _main_of(voice, keys), _on_lines(voice)
    shared = Counter(block.text.line(0) for block in document.blocks)
    places, special = {(phone.e164, line) for phone, line in voice}, of_special_lines(document.blocks, voice)
    found: list[TimedHours] = []
    current, title, elsewhere, since_number, told_keys = "", "", False, 0, KeysTold(keys)
    telling, keys_of = {one.line for one in keys}, Counter(line for line, _ in {(one.line, one.key) for one in keys})
    names, house = names_of(document, on_line), words_of_house(document, on_line)
    for place, (block, is_phones) in enumerate(map(phone_column, document.blocks)):
        if block.kind == HEADING:
            current, title = "", block.words
            elsewhere = is_of_something_else(title)
        on_lines = [phone for line in _lines_of(block) for phone in on_line.get(line, ())]
        on_lines = on_lines if shared[block.text.line(0)] == 1 else _in_block(block, on_lines)
        here = [phone.e164 for phone in (*on_lines[:1], *on_lines[-1:])]
        for told in hours_told(block.words):
            begun, one = _held(block.words, told)
            if one is None:
                continue
            around = _around(block.words, begun, one.start + len(one.words))
            named = "" if on_lines else line_named(block.words[begun : one.start], names)
            is_of_line = _stands_by_number(block.words[begun : one.start])
            of_phones = bool(is_of_line or named or is_phones or _is_of_phones(one, around))
            before = [phone for phone in on_lines if phone.start < one.start and not phone.abroad]
            since = max(before[-1].end - begun, 0) if before else 0
            if not of_phones and (
                (elsewhere and not (here or current))
                or is_of_something_else(_in_sentence(around[since:]))
                or (block.kind == ROW and not here and block.cells and is_of_something_else(block.cells[0].words))
            ):
                continue
            behind = _right_behind(one, on_lines, block.words)
            number = before[-1].e164 if before and block.kind == PARAGRAPH else behind or (*here, current)[0]
            number = named or (bool(here) or not _is_of_all(around, block, document)) * number or main
            line, short = block.text.line(one.start), len(block.words) < _SHORT_BLOCK
            alone = short and keys_of[line] < _MENU
            of_key = "" if is_of_line else _key_beside(around[:-_AFTER], line, telling, short=alone)
            if one.minutes == ALWAYS and keys_of[line] == 1 and not (of_key or of_phones):
                of_key = f"key {line}"  # "A nurse is there 24/7. Press 8."
            of_key = of_key or _season_or_machine(_to_sentence_end(around))
            beside_it = AroundHours(*_sides(block.words, begun + since, one), line, number, short, since > 0)
            its = whose(beside_it, told_keys, barred=is_of_line or bool(named))
            if not of_key and not of_phones:
                of_key = f"key {its.line}" if its.keys else its.desk and f"at {its.desk}"
            of_label = (
                "" if of_phones or on_lines else _time_labelled(block, one.start, begun, (around[-_AFTER:], house))
            )
            time = of_key or _time_headed(title, one) or of_label
            beside = any((number, line - back) in places for back in range(_BESIDE + 1)) or (number in here and short)
            beside |= bool(named) or number == behind or (number == current and since_number <= 1 and block.kind == ROW)
            number = number if beside and number in told_keys.numbers else its.number(number)
            of_line = of_phones or _is_said_by_line(block, around, len(told_keys.numbers))
            at = _Where(number, Spot(document.name, line), time, beside, of_line and not time, its.keys)
            found.append(_timed(one, around, block.words[begun : one.start], at))
        passed = not here or (current and place in special)  # "Phone: ...", and below it "Rain line: ..."
        current, since_number = (current, since_number + 1) if passed else (here[-1], 1)
    return _without_lone_labels(found, keys)


def _lines_of(block: Block) -> range:
    """Give the lines that a block stands on; none of one that is no paragraph."""
    many = len(block.text.starts) >= _MANY_LINES
    return range(0) if many else range(block.text.line(0), block.text.starts[-1][1] + 1)


def _in_block(block: Block, on_lines: list[Phone]) -> list[Phone]:
    """Give the numbers of a block, of those on a line that it shares with others, as all of a page may stand on one."""
    return [phone for phone in on_lines if phone.spelling in block.words]


def _is_of_all(around: str, block: Block, document: Document) -> bool:
    """Whether hours are those of the line of a whole house: they stand at the end of its page, or it is called so."""
    return block is document.blocks[-1] or _OF_ALL.search(around[:-_AFTER])


def _is_said_by_line(block: Block, around: str, lines: int) -> bool:
    """Whether the recording of the only line with keys tells hours, or they are those of people who answer one."""
    return (lines == 1 and block.words.lstrip()[:1] in _QUOTES) or _ANSWERING.search(around[:-_AFTER])


_QUOTES: Final = frozenset('"“„«')
_ANSWERING: Final = AnyCase(
    r"\b(?:agents|advis[eo]rs|representatives|operators) (?:are|will be) (?:now |also )?(?:available|here|there)\b"
)


def _stands_by_number(before: str) -> bool:
    """Whether hours stand right behind a number that is called; texts are sent to others."""
    return _OF_NUMBER.search(before[-_SHORT_GAP:]) is not None and not _TEXTED.search(before)


_TEXTED: Final = AnyCase(r"\b(?:text|texts|sms|texto|textos|texting) ")


def _held(words: str, told: Hours) -> tuple[int, Hours | None]:
    """Give where the sentence of hours begins, and the hours as it tells them; none where it tells of closing."""
    begun = _sentence_start(words, told.start)
    one = _as_open(told, words[begun : told.start], words[told.start + len(told.words) :][:_SOON])
    return begun, on_days_named(one, words[begun : one.start]) if one is not None else None


class _Where(NamedTuple):
    """Where hours stand, and whose they are."""

    number: str
    spot: Spot
    time: str
    beside: bool
    of_line: bool
    keys: tuple[tuple[str, tuple[str, ...]], ...]


def _timed(one: Hours, around: str, said: str, at: _Where) -> TimedHours:
    """Put together what is known of hours, with what their sentence says of who is there."""
    desk = _DESK.search(around[:-_AFTER])
    return TimedHours(
        at.number,
        one,
        at.spot,
        at.time,
        _STAFF.search(around[:-_AFTER] if one.minutes == ALWAYS else around),
        at.beside,
        desk[1].lower() if desk else "",
        _ONLY.match(around[-_AFTER:]) is not None,
        at.of_line,
        at.keys,
        said,
    )


def _sides(words: str, begun: int, one: Hours) -> tuple[str, str]:
    """Give what a sentence says before its hours, and the rest of it."""
    over = one.start + len(one.words)
    rest = words[over:][:_SOON]
    ends = _SENTENCE_OVER.search(rest)
    return words[begun : one.start], rest[: ends.start()] if ends else rest


def _on_lines(voice: list[tuple[Phone, int]]) -> dict[int, list[Phone]]:
    on_line: dict[int, list[Phone]] = {}
    for phone, line in voice:
        on_line.setdefault(line, []).append(phone)
    return on_line


def _around(words: str, begun: int, end: int) -> str:
    """Give a sentence up to the end of its hours, with as much behind them as is looked at."""
    return words[begun:end] + words[end:][:_AFTER].ljust(_AFTER)


def _key_beside(said: str, line: int, telling: AbstractSet[int], *, short: bool) -> str:
    """Give the line of the key whose hours are told, where they are those of one."""
    is_of_key = (line in telling and ((short and not is_of_us(said)) or is_explicit(said))) or _OF_OPTION.search(said)
    return f"key {line}" if is_of_key else ""


def _time_labelled(block: Block, start: int, begun: int, told: tuple[str, frozenset[str]]) -> str:
    """Give the label of hours that have one of their own in their line, or what their sentence is of, if no line.

    `told` is what stands behind the hours, and the words by which a document calls its numbers, or itself.
    """
    behind, house = told
    line = max(at for at, _ in block.text.starts if at <= start)
    if line > begun and _DATED_LINE.search(block.words[begun:line]):
        begun = line  # who wrote it, and when, is no part of what it says
    if (label := label_before(block.words[line:start])) and not house.issuperset(label.split()):
        return f"{LABEL}{label}"
    subject = subject_of(block.words[begun:start], behind, house)
    return f"of {subject}" if subject and subject not in _MENUS else ""


_MENUS: Final = frozenset(("menu", "menú", "menü"))
"""What is no thing beside the line: `Day menu (Mon-Fri 8-6)`."""


_DATED_LINE: Final = re.compile(r"\d[\d:.]+\W*$")
"""How the line over a post ends: `Posted 4 Sep 2025, 10:36`."""


def _is_of_phones(one: Hours, around: str) -> bool:
    """Whether a sentence says of its hours that they are those of a line."""
    return (
        one.words[:4].lower() == "line"
        or _LINES_OPEN.search(around[: -_AFTER - len(one.words)])
        or _LINES_OPEN.search(around[:-_AFTER])
    )


def _without_lone_labels(found: list[TimedHours], keys: list[Told]) -> list[TimedHours]:
    """Give hours without the label of those that are none of several things, and of nothing that a key is for."""
    labels = {one.time for one in found if one.time.startswith(LABEL)}
    if len(labels) != 1:
        return found
    label = next(iter(labels)).removeprefix(LABEL)
    if any(shares_meaning(label, one.topic) for one in keys):
        return found
    return [one._replace(time="") if one.time.startswith(LABEL) else one for one in found]


def _to_sentence_end(around: str) -> str:
    """Give what stands around hours, up to the end of their sentence: the next one may be of another season."""
    ends = _SENTENCE_OVER.search(around, len(around) - _AFTER)
    return around[: ends.start()] if ends else around


def _season_or_machine(around: str) -> str:
    """Give the season for which hours hold, or say that they are those of a machine."""
    if season := season_of(around):
        return f"season {season}"
    return "automated" if _MACHINE.search(around) else ""


def _as_open(told: Hours, before: str, behind: str) -> Hours | None:
    """Give hours as those at which a line is open, where it is said to be closed at them; nothing where it is at noon.

    `before` and `behind` are what their sentence says before them, and behind them.
    """
    if not (_CLOSED.search(before) or _SHUT_THEN.match(behind)):
        return told
    is_night = told.minutes is not None and any(minute == 0 for _, minute in told.minutes)
    return told._replace(minutes=ALWAYS - told.minutes) if is_night and told.minutes and not names_a_day(told) else None


_CLOSED: Final = AnyCase(
    r"\b(?:closed?|shut|cerrad[oa]s?|cierran?|cerramos|ferm[eé]e?s?|fermons|geschlossen|schlie(?:ß|ss)en(?: wir)?)"
    r"(?: daily| every day)?\W*$"
)


_SHUT_THEN: Final = AnyCase(
    r"[^.;:]{0,35}\b(?:(?:we|lines|phones|it|office)(?: are| is|['’](?:re|s))|sind wir|estamos|sommes) "
    r"(?:shut|closed|geschlossen|cerrad[oa]s?|ferm[eé]e?s?)\b(?! (?:on|at|all|every|from|los|le|les|am|an)\b)"
)


def _in_sentence(around: str) -> str:
    """Give what stands around hours without the sentence that follows them: `Mon-Fri 8-4. Fax 555-0100`."""
    said, behind = around[:-_AFTER], around[-_AFTER:]
    next_one = _NEXT_SENTENCE.search(behind)
    return said + (behind[: next_one.start()] if next_one else behind)


_NEXT_SENTENCE: Final = re.compile(r"\. (?=(?:(?:Tele)?[Ff]ax|E-?[Mm]ail|Chat|Online|Web\w*|Visit\w*|Besuch\w*)\b)")
"""Where the sentence behind hours begins that tells of another way to an office than its line."""


def _right_behind(one: Hours, phones: list[Phone], words: str) -> str:
    """Give the number that a sentence names right behind its hours: `from 8 to 6 we answer on 555-0100`."""
    end = one.start + len(one.words)
    near = (phone for phone in phones if end <= phone.start <= end + _SOON and not phone.abroad)
    return next((phone.e164 for phone in near if not _SENTENCE_ENDS.search(words, end, phone.start)), "")


_SOON: Final = 60
_SENTENCE_OVER: Final = re.compile(r"[.;?!][\"”’)*]* ")
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


def _sentence_start(words: str, at: int) -> int:
    """Give where the sentence around a place begins, at most so many letters before."""
    near = max(at - _NEAR, 0)
    return max(near, *(words.rfind(mark, near, at) + 1 for mark in (". ", "? ", "! ", "; ")))


_NEAR: Final = 90


def _time_headed(title: str, hours: Hours) -> str:
    """Give the part of the day that a heading speaks of; hours of an office under it are no other ones."""
    if season := season_headed(title):
        return f"season {season}"
    time = time_of(title).replace(DAY, "")
    return "" if time == NIGHT and by_daylight(hours) else time
