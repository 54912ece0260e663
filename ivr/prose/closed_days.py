"""The days of the year on which documents say that a line is closed: `closed on Christmas Day`, `except holidays`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ivr.prose.block import Document
from ivr.prose.contradiction import Spot, TimedHours


class Closure(NamedTuple):
    """Days on which a line is closed, in a document's `words`.

    `dates` are those that are the same in every year, month and day: `12-25`. `varying` names the others, such as all
    public holidays: which those are depends on the year and the country.
    """

    number: str
    words: str
    dates: tuple[str, ...]
    varying: tuple[str, ...]
    spot: Spot


_DATES: Final = {
    "01-01": r"new year['’]?s(?! eve)(?: day)?|neujahr(?:stag)?|1er janvier|(?:jour|nouvel) (?:de l['’])?an"
    r"|a[nñ]o nuevo",
    "06-19": r"juneteenth",
    "07-04": r"independence day|(?:july 4(?:th)?|4(?:th)? of july|fourth of july)",
    "11-11": r"veterans['’]? day",
    "12-24": r"christmas eve|heiligabend|nochebuena",
    "12-25": r"christmas day|christmas(?! eve| week| period)|no[eë]l|navidad",
    "12-26": r"boxing day",
    "12-31": r"new year['’]?s eve|silvester|nochevieja",
}
_KIND: Final = (
    r"(?:all|other|most|major|legal|official|observed|national|federal|state|provincial|public|bank|statutory|civic"
    r"|u\.?s\.?|company|gesetzlichen) "
)
_VARYING: Final = (
    rf"(?:{_KIND}(?:(?:and )?{_KIND})*)?(?:holidays|feiertage?n?\b)|thanksgiving(?: day)?|labou?r day|memorial day"
    r"|(?:martin luther king(?:,? jr\.?)?|mlk|presidents['’]?|president['’]s|columbus|indigenous peoples['’]?|victoria"
    r"|canada|anzac|australia|may|ascension) day|good friday|easter (?:sunday|monday)"
    r"|(?:spring|august|may) bank holiday|karfreitag"
    r"|ostersonntag|ostermontag|pfingstmontag|christi himmelfahrt|tag der (?:arbeit|deutschen einheit)"
    r"|vendredi saint|lundi de (?:p[aâ]ques|pentec[oô]te)|viernes santo|jueves santo"
    r"|jours f[eé]ri[eé]s|(?:d[ií]as )?festivos|feiertags"
)
_DAY: Final = re.compile("|".join([*(f"(?:{way})" for way in _DATES.values()), _VARYING]))
_CLOSED: Final = re.compile(
    r"(?<!not )(?<!never )\b(?:closed|shut|not (?:open|available|staffed|answered)|no (?:service|calls)|except(?:ing)?"
    r"|excluding|excl\.|other than|apart from|sauf|hors|ferm[eé]e?s?|except[eé]|excepto|salvo|cerrad[oa]s?|au(?:ß|ss)er"
    r"|ausgenommen|geschlossen|nicht an)(?!\w)"
)
_MAY_CLOSE: Final = (
    *("closed", "shut", "not ", "no ", "except", "exclud", "excl.", "other than", "apart from", "sauf", "hors", "ferm"),
    *("salvo", "cerrad", "außer", "ausser", "ausgenommen", "geschlossen"),
)
"""Words one of which a text has in it that says when it is closed."""
_END: Final = re.compile(r"[.;!?](?=\s|$)|\b(?:open|incl(?:uding)?|but|when|abierto|ouverte?s?|ge[oö]ffnet|office)\b")
"""What ends the words that tell on which days it is closed."""
_CLOSED_BEHIND: Final = re.compile(
    rf"(?:(?:{_DAY.pattern})(?:,? (?:and|or|und|et|y|&) |, | ?/ ?)?)+"
    r"[ :|(–—-]+(?:(?:we are|is|are|sind|ist|wir|we['’]re) )?"
    r"(?:closed|shut|geschlossen|ferm[eé]e?s?|cerrad[oa]s?)\b"
)
"""Days, with what says behind them that it is closed."""
_MOST_BETWEEN: Final = 60
"""Letters between what says that it is closed and the first day; and those between a block and the hours it is for."""
_MOST_LINES: Final = 8


def closures_of(document: Document, hours: Sequence[TimedHours]) -> list[Closure]:
    """Give the days on which the lines of a document are closed, each for the number whose hours are told nearest."""
    told = sorted((one for one in hours if one.hours.minutes and not one.keys), key=lambda one: one.spot.line)
    if not told:
        return []
    lines = [one.spot.line for one in told]
    found: list[Closure] = []
    for block in document.blocks:
        for start, words in _told_in(block.words):
            spot = Spot(document.name, block.text.line(start))
            at = bisect_left(lines, spot.line)
            near = min(told[max(at - 1, 0) : at + 1], key=lambda one: abs(one.spot.line - spot.line))
            if abs(near.spot.line - spot.line) <= _MOST_LINES:
                days = [day[0] for day in _DAY.finditer(words.lower())]
                dates = tuple(sorted({date for day in days if (date := _date_of(day))}))
                varying = tuple(dict.fromkeys(day for day in days if not _date_of(day)))
                found.append(Closure(near.number, words, dates, varying, spot))
    return found


def _told_in(words: str) -> Iterator[tuple[int, str]]:
    """Give where a text says on which days it is closed, and those days as it names them."""
    small = words.lower()
    if len(small) != len(words) or not any(word in small for word in _MAY_CLOSE):
        return
    if _CLOSED.search(small) is None or _DAY.search(small) is None:
        return
    last = 0
    for closed in _CLOSED.finditer(small):
        end = _END.search(small, closed.end())
        days = list(_DAY.finditer(small, closed.end(), end.start() if end is not None else len(words)))
        if closed.start() >= last and days and days[0].start() - closed.end() <= _MOST_BETWEEN:
            last = days[-1].end()
            yield days[0].start(), words[days[0].start() : last]
    for behind in _CLOSED_BEHIND.finditer(small, last):
        *_, day = _DAY.finditer(small, behind.start(), behind.end())
        yield behind.start(), words[behind.start() : day.end()]


def _date_of(day: str) -> str:
    """Give the month and the day of a holiday that is on the same one in every year; nothing for others."""
    return next((date for date, way in _DATES.items() if re.fullmatch(way, day)), "")
