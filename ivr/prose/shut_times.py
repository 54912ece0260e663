"""When a line is said not to be answered: `nobody picks up after 8 pm`, `closed from Saturday 2 pm to Monday 8 am`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.clock_words import in_digits, without_stop
from ivr.prose.hours import CLOCK, DAYS, ZONE, days_named, minute_of

_NOT_THERE: Final = (
    r"(?:(?:closed?|clos(?:es|ing)|shut(?:s|ting)?|unattended|unmanned|unstaffed|switched off"
    r"|(?:not|never|isn['’]t|aren['’]t|no longer|won['’]t be) (?:be )?"
    r"(?:open|staffed|answered|available|manned|attended|covered)"
    r"|(?:(?:do|does|will|can) ?not|don['’]t|doesn['’]t|won['’]t|can['’]t|never|nobody|no ?-?one)"
    r"(?: (?:here|there|will|is|ever|be))*"
    r" (?:answer(?:s|ed|ing)?|picks? up|take|takes|pick up|there|in|here|on duty|reached?)"
    r"|cerrad[oa]s?|ferm[eé]e?s?|geschlossen|nicht (?:besetzt|erreichbar)|no se atienden?|personne ne r[eé]pond)"
    r"(?: (?:the|our|any|your|las|les) (?:phones?|calls?|lines?|telephones?|llamadas|appels))?"
    r"(?: (?:calls?|phones?|at all|up|daily|every day|llamadas))*)"
)
"""What says that nobody answers."""


def _day_and_clock(end: str) -> str:
    """Give the pattern of a time on a day of the week, at an end of a range."""
    return (
        rf"(?:(?:on |at )?(?P<{end}_days>{DAYS})(?: (?:at|um|à|a las?))?,? )?(?P<{end}_clock>{CLOCK}){ZONE}?"
        rf"(?:\s*\b(?:on |am |le )?(?P<{end}_behind>{DAYS}))?"
    )


_THROUGH: Final = re.compile(
    rf"\b{_NOT_THERE} (?:from |between |von |de )?{_day_and_clock('from')}"
    rf"\s*(?:to|until|till|through|thru|and|-|–|—|bis|à|a)\s*{_day_and_clock('to')}",
    re.IGNORECASE,
)
_ON: Final = rf"(?:,?\s*\b(?:on |every |of |am |le |los )?(?:an?y day|(?P<days>{DAYS})))?"
_SIDE: Final = (
    r"(?P<side>after|past|from|before|until|till|earlier than|later than|nach|ab|vor|bis|apr[eè]s|avant"
    r"|despu[eé]s de|antes de)"
)
_AT: Final = rf"(?:las? )?(?P<clock>{CLOCK}){ZONE}?"
_PAST: Final = re.compile(rf"\b{_NOT_THERE} (?:again )?{_SIDE}\s+{_AT}{_ON}", re.IGNORECASE)
_PAST_FIRST: Final = re.compile(
    rf"\b{_SIDE}\s+{_AT}{_ON},? (?:[\w-]+ ){{0,4}}?{_NOT_THERE}\b",
    re.IGNORECASE,
)
_ON_DAYS: Final = re.compile(
    rf"\b{_NOT_THERE} (?:(?:on|all day|every|le|les|los|el|am) )*(?P<days>{DAYS})"
    r"(?![,.]? ?(?:the )?(?:\d|(?:for|in|during|until|from|between|at|um|à|a las?)\b|(?:jan|feb|mar|apr|may"
    r"|jun|jul|aug|sep|oct|nov|dec|mornings?|afternoons?|evenings?|before|after|following|matin|apr[eè]s)))",
    re.IGNORECASE,
)
_QUICK: Final = re.compile(
    r"clos|shut|unmanned|unattended|unstaffed|switched off|n['’]t |not |never|nobody|no.?one"
    r"|cerrad|ferm|geschlossen|nicht|no se|personne",
    re.IGNORECASE,
)
_PLAIN: Final = AnyCase(r"[ap]\.? ?m\b|noon|midnight|clock|:\d\d|\d\.\d\d|\d ?h\b|uhr|morning|evening|afternoon|night")
"""What says that a number is a time of the clock."""
_AT_TIMES: Final = AnyCase(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september"
    r"|october|november|december|christmas|easter|holidays?|eve|summer|winter|today|tomorrow|tonight|this|ramadan"
    r"|half[- ]term|weihnachten|no[eë]l|navidad|feiertag\w*|festivos?|f[eé]ri[eé]s?|lunch|strike|weather|snow|storm"
    r"|training|meeting|first|last|second|third|except)\b"
)
"""What says that it is so at certain times only."""
_AFTER: Final = frozenset(
    ("after", "past", "from", "later than", "nach", "ab", "après", "apres", "después de", "despues de")
)
DAY: Final = 1440
_NOON, _EVENING_TOO, _QUARTER = 720, 540, 15
_LONGEST: Final = 2000
_SENTENCE: Final = re.compile(r"[.?!;|](?:[\"”’)*]* |$)")


class Shut(NamedTuple):
    """When a line is said not to be answered: its place, its words, and the quarters of an hour of a week."""

    start: int
    words: str
    minutes: frozenset[tuple[int, int]]


@lru_cache(maxsize=2048)
def shut_told(text: str) -> tuple[Shut, ...]:
    """Give when a text says that nobody answers, at the same hours in every week."""
    if len(text) > _LONGEST or not _QUICK.search(text):
        return ()
    plain = in_digits(text)
    found: list[Shut] = []
    for pattern, minutes_of in _TELLINGS:
        for told in pattern.finditer(plain):
            minutes = minutes_of(told)
            over = any(each.start <= told.start() < each.start + len(each.words) for each in found)
            sometimes = pattern is not _ON_DAYS and _AT_TIMES.search(_sentence_of(plain, told))
            if minutes and not (over or sometimes):
                found.append(Shut(told.start(), without_stop(text[told.start() : told.end()].strip()), minutes))
    return tuple(found)


def _sentence_of(text: str, told: re.Match[str]) -> str:
    begun = max((one.end() for one in _SENTENCE.finditer(text, 0, told.start())), default=0)
    ends = _SENTENCE.search(text, told.end() - 1)
    return text[begun : ends.end() if ends else len(text)]


def _through(told: re.Match[str]) -> frozenset[tuple[int, int]]:
    """Give the minutes from one day's time to another's; hours within a day are a break, and no end of hours."""
    days = [told[f"{end}_days"] or told[f"{end}_behind"] or "" for end in ("from", "to")]
    clocks = [minute_of(told[f"{end}_clock"]) for end in ("from", "to")]
    named = [days_named(one) if one else [] for one in days]
    if any(len(each) != 1 for each in named) or None in clocks or not _PLAIN.search(told[0]):
        return frozenset()
    begin, end = (day[0] * DAY + (clock or 0) for day, clock in zip(named, clocks, strict=True))
    return _quarters(begin, end if end > begin else end + 7 * DAY)


def _past(told: re.Match[str]) -> frozenset[tuple[int, int]]:
    is_after = told["side"].lower() in _AFTER
    minute = closing_minute(told["clock"]) if is_after else minute_of(told["clock"])
    if minute is None or not _PLAIN.search(told[0]):
        return frozenset()
    begin, end = (minute, DAY) if is_after else (0, minute)
    return quarters_on(days_named(told["days"] or ""), begin, end)


def _on_days(told: re.Match[str]) -> frozenset[tuple[int, int]]:
    return quarters_on(days_named(told["days"]), 0, DAY)


_TELLINGS: Final = ((_THROUGH, _through), (_PAST, _past), (_PAST_FIRST, _past), (_ON_DAYS, _on_days))
"""Each way to tell of it, and how its minutes are found."""


def closing_minute(clock: str) -> int | None:
    """Give the minute of the day at which something ends: `6` is in the evening; nothing where that is not plain."""
    minute = minute_of(clock)
    if minute is None or _HALF_TOLD.search(clock) or minute >= _NOON:
        return minute
    if minute > _EVENING_TOO:
        return None  # "closes at 11"
    return minute + _NOON if minute else DAY


def quarters_on(days: Iterable[int], begin: int, end: int) -> frozenset[tuple[int, int]]:
    """Give the quarters of an hour between two minutes of each of some days."""
    return frozenset(one for day in days for one in _quarters(day * DAY + begin, day * DAY + end))


_HALF_TOLD: Final = AnyCase(r"[ap]\.? ?m\b|noon|midnight|morning|evening|afternoon|night|\d{2}[:.h]\d|uhr|\d ?h\b")


def _quarters(begin: int, end: int) -> frozenset[tuple[int, int]]:
    return frozenset(((at // DAY) % 7, at % DAY) for at in range(-(-begin // _QUARTER) * _QUARTER, end, _QUARTER))
