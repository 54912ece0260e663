"""Opening hours as prompts speak them: "Monday to Saturday, 8 to 8", "montags bis freitags von 8 bis 18 Uhr".

Only what is plain is read. A text with anything doubtful in it (an exception, a time that belongs to no range, a day
without times) gives nothing, so that what is read can be relied on. Where a time may be of the morning or of the
evening, as in "8 to 8", both readings are given.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from ivr.schedule import Shift
from ivr.schedule.opening import DAY, EVERY_DAY

_DAYS: Final = MappingProxyType(
    {
        word: number
        for number, words in enumerate(
            (
                "monday mondays mon lunes lundi lundis montag montags",
                "tuesday tuesdays tue tues martes mardi mardis dienstag dienstags",
                "wednesday wednesdays wed miercoles mercredi mercredis mittwoch mittwochs",
                "thursday thursdays thu thurs jueves jeudi jeudis donnerstag donnerstags",
                "friday fridays fri viernes vendredi vendredis freitag freitags",
                "saturday saturdays sat sabado sabados samedi samedis samstag samstags sonnabend sonnabends",
                "sunday sundays sun domingo domingos dimanche dimanches sonntag sonntags",
            )
        )
        for word in words.split()
    }
)
_SETS: Final = MappingProxyType(
    dict.fromkeys(("weekdays", "entre semana", "en semaine", "wochentags"), EVERY_DAY[:5])
    | dict.fromkeys(("weekends", "fines de semana", "am wochenende", "le week end"), EVERY_DAY[5:])
    | dict.fromkeys(
        (
            *("daily", "every day", "seven days a week", "7 days a week", "todos los dias", "cada dia"),
            *("tous les jours", "7 jours sur 7", "taglich", "jeden tag"),
        ),
        EVERY_DAY,
    )
)
_NUMBERS: Final = MappingProxyType(
    {
        word: number
        for words in (
            "one two three four five six seven eight nine ten eleven twelve",
            "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
            "une deux trois quatre cinq six sept huit neuf dix onze douze",
            "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
        )
        for number, word in enumerate(words.split(), start=1)
    }
)
_FIXED: Final = MappingProxyType(
    dict.fromkeys(("noon", "midday", "mediodia", "midi", "mittag"), (720,))
    | dict.fromkeys(("midnight", "medianoche", "minuit", "mitternacht"), (0, DAY))
)
_TO: Final = frozenset(
    ("to", "through", "thru", "until", "till", "a", "al", "hasta", "au", "jusqu", "jusque", "bis", "-")
)
_AND: Final = frozenset(("and", "&", "y", "e", "et", "und"))
_BETWEEN: Final = frozenset(("between", "entre", "zwischen"))
_MORNING: Final = r"a ?m|in the morning|de la manana|du matin|morgens|vormittags"
_EVENING: Final = (
    r"p ?m|in the (?:evening|afternoon)|at night|de la (?:tarde|noche)|du soir|de l apres midi|abends|nachmittags"
)
_DOUBT: Final = re.compile(
    r"\b(?:except|excluding|but|only|appointment|lunch|starting|beginning|from now|new hours|24 hours|around the clock"
    r"|day and night|24 horas|24 heures|24 stunden|rund um die uhr|excepto|salvo|menos|sauf|hormis|ausser|ausgenommen"
    r"|january|february|march|april|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo"
    r"|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|fevrier|avril|juin|juillet|septembre|octobre"
    r"|novembre|decembre|januar"
    r"|februar|marz|juni|juli|oktober|dezember|today|tomorrow|hoy|aujourd|heute|morgen"
    r"|werktags|holidays? hours|summer|winter|verano|invierno|ete|hiver|sommer)\b"
)
_HOLIDAYS: Final = re.compile(
    r"\b(?:except|excluding|excepto|salvo|sauf|ausser)(?: (?:on|for|en|los|les|an|public|federal|major|dias))*"
    r" (?:holidays?|festivos|feriados|jours feries|feiertagen?|feiertage)\b"
)
_ZONES: Final = MappingProxyType({"eastern": -5, "central": -6, "mountain": -7, "pacific": -8})
_CLOSED_THEN: Final = re.compile(
    r"(?<!currently )(?<!now )(?<!momentan )(?<!derzeit )(?<!zurzeit )(?<!actualmente )(?<!actuellement )"
    r"\b(?:closed|cerrad[oa]s?|fermee?s?|geschlossen)\b"
    r"(?! (?:now|right now|at the moment|at this time|currently|ahora|en este momento|actuellement|en ce moment|jetzt))"
)
_SHUT: Final = re.compile(r"\b(?:closed|again|cerrad\w+|de nuevo|ferme\w*|geschlossen|wieder)\b")
_CLOCK: Final = (
    rf"(?<![\d:.,])(?:(?P<hour>\d\d?)(?:(?::|\.(?=\d\d\b)| ?h ?)(?P<minute>[0-5]\d)|(?P<french>h))?"
    rf"|(?P<word>{'|'.join(_NUMBERS)})|(?P<fixed>{'|'.join(_FIXED)}))(?!\w|[:%]|[.,]\d)"
)
_MARKS: Final = (
    rf"(?: ?(?P<clock>uhr|h|heures?|horas?|hrs?)\b)?(?: o clock)?"
    rf"(?: ?(?P<morning>{_MORNING})\b| ?(?P<evening>{_EVENING})\b)?"
)
_TOKEN: Final = re.compile(
    rf"(?P<time>{_CLOCK}{_MARKS})|(?P<set>{'|'.join(_SETS)})\b|(?P<plain>[a-z]+|&|-)|(?P<stop>[.!?;](?=\s|$))"
    rf"|(?P<comma>,)|(?P<odd>\S)"
)
_NUMBER: Final = re.compile(r"(?<!\d)\+?\d*(?:[-. ]?\(?\d{3,}\)?)+(?:[-. ]\d+)*|\d{4}-\d\d-\d\d")
"""A telephone number, a year or a date, in which no time is looked for."""


class Spoken(NamedTuple):
    """Hours that a text tells: days (none where it names none) and for each range every reading; and its words."""

    days: frozenset[int]
    ranges: tuple[frozenset[Shift], ...]
    words: str


class _Time(NamedTuple):
    """The minutes of the day that a time can mean; `sure` if it cannot be any other number, `long` beyond 12 hours."""

    readings: tuple[int, ...]
    sure: bool
    long: bool = False


class _Item(NamedTuple):
    """A piece of a sentence: days, a range of times, or a time that stands alone; with where it stands."""

    start: int
    end: int
    days: frozenset[int] = frozenset()
    readings: frozenset[Shift] = frozenset()
    alone: bool = False
    sure: bool = False


def spoken_hours(text: str) -> tuple[Spoken, ...]:
    """Give the opening hours that a text tells, or nothing where any of it is in doubt."""
    plain = _folded(text)
    settled = _HOLIDAYS.sub(lambda found: " " * len(found[0]), plain)
    if len(plain) != len(text) or _DOUBT.search(settled):
        return ()
    found: list[Spoken] = []
    for tokens in _sentences(settled):
        items = list(_items(tokens))
        if any(item.readings for item in items) and _CLOSED_THEN.search(_between(settled, tokens)):
            return ()
        told = _paired(items, text)
        if told is None:
            if any(item.days or item.alone or item.sure for item in items) and not _is_aside(items, settled, tokens):
                return ()
            continue
        found += told
    return tuple(found)


def spoken_zone(text: str) -> int | None:
    """Give the hours from Greenwich, in winter, of the North American zone that a text names; None if it names none."""
    named = {offset for word, offset in _ZONES.items() if re.search(rf"\b{word}\b", _folded(text))}
    return named.pop() if len(named) == 1 else None


def _folded(text: str) -> str:
    """Give a text in small letters without accents, every sign at its place; signs of no meaning become blanks."""
    signs = (unicodedata.normalize("NFD", sign)[0].lower() for sign in text)
    plain = "".join("-" if sign in "\u2010\u2011\u2012\u2013\u2014" else sign for sign in signs)
    plain = re.sub(r"\b([ap])\.( ?)m\.?(?=\W|$)", lambda found: f"{found[1]} m".ljust(len(found[0])), plain)
    plain = _NUMBER.sub(lambda found: " " * len(found[0]), plain)
    return re.sub(r"['\u2019\"()\n\t]", " ", plain)


def _sentences(text: str) -> Iterator[list[re.Match[str]]]:
    tokens: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if token["stop"]:
            yield tokens
            tokens = []
        else:
            tokens.append(token)
    yield tokens


def _items(tokens: list[re.Match[str]]) -> Iterator[_Item]:
    """Read days and ranges of times, from left to right; other words are passed over."""
    at = 0
    while at < len(tokens):
        days, after = _days(tokens, at)
        if days:
            yield _Item(tokens[at].start(), tokens[after - 1].end(), days=days)
        else:
            item, after = _range(tokens, at)
            if item:
                yield item
        at = max(after, at + 1)


def _days(tokens: list[re.Match[str]], at: int) -> tuple[frozenset[int], int]:
    """Read "Monday to Friday", "Mondays, Wednesdays and Fridays", "daily"; gives the token behind them."""
    found: set[int] = set()
    after = at
    while at < len(tokens):
        if tokens[at]["set"]:
            return frozenset(found | set(_SETS[tokens[at]["set"]])), at + 1
        first = _DAYS.get(tokens[at]["plain"] or "")
        if first is None:
            break
        found.add(first)
        after = at + 1
        to = _past(tokens, after, {"le", "los", "zum", "el"}) if _is(tokens, after, _TO) else -1
        last = _DAYS.get(_word(tokens, to)) if to > 0 else None
        if last is not None:
            found |= {(first + more) % 7 for more in range((last - first) % 7 + 1)}
            after = to + 1
        at = after
        while at < len(tokens) and (tokens[at]["comma"] or tokens[at]["plain"] in _AND):
            at += 1
    return frozenset(found), after


def _past(tokens: list[re.Match[str]], at: int, articles: set[str]) -> int:
    """Step over the word at a place, and over an article behind it."""
    return at + 2 if _word(tokens, at + 1) in articles else at + 1


def _range(tokens: list[re.Match[str]], at: int) -> tuple[_Item | None, int]:
    """Read "8 to 5", "von 8 bis 18 Uhr", "between 9 and 12"; a time that is sure and stands alone is told as such."""
    token = tokens[at]
    if not token["time"]:
        return None, at
    first = _time(token)
    joined = _is(tokens, at + 1, _TO) or (_is(tokens, at + 1, _AND) and _word(tokens, at - 1) in _BETWEEN)
    there = _past(tokens, at + 1, {"las", "la", "a"})
    if joined and there < len(tokens) and tokens[there]["time"]:
        last = _time(tokens[there])
        sure = first.sure or last.sure
        return _Item(token.start(), tokens[there].end(), readings=_readings(first, last), sure=sure), there + 1
    return (_Item(token.start(), token.end(), alone=True) if first.sure else None), at + 1


def _time(token: re.Match[str]) -> _Time:
    if token["fixed"]:
        return _Time(_FIXED[token["fixed"]], sure=True)
    hour = int(token["hour"]) if token["hour"] else _NUMBERS[token["word"]]
    minutes = hour * 60 + int(token["minute"] or 0)
    marked = bool(token["minute"] or token["clock"] or token["french"])
    half = DAY // 2
    if hour > 12 or hour == 0 or minutes > DAY:  # noqa: PLR2004 -- the hours of a clock
        return _Time((minutes,), sure=marked, long=True)
    if token["morning"] or token["evening"]:
        return _Time((minutes % half + half * bool(token["evening"]),), sure=True)
    return _Time((minutes, (minutes + half) % DAY), sure=marked)


def _readings(first: _Time, last: _Time) -> frozenset[Shift]:
    """Give every range that two times can mean: none is longer than a day, and the end of the day is 24:00."""
    if last.long:
        first = first._replace(readings=first.readings[:1])
    found = set()
    for begin, end in itertools.product(first.readings, last.readings):
        until = end if end > begin else end + DAY
        if begin < DAY and (until - begin < DAY or begin == 0):
            found.add(Shift(begin, until))
    return frozenset(found)


def _paired(items: list[_Item], text: str) -> list[Spoken] | None:
    """Give each range its days: those before it, or behind it where a range comes first; None where there is doubt."""
    dated = any(item.days for item in items)
    if not any(item.sure or (item.readings and dated) for item in items) or any(item.alone for item in items):
        return None
    turned = bool(items[0].readings) and dated
    ordered = items[::-1] if turned else items
    groups: list[tuple[_Item | None, list[_Item]]] = [] if ordered[0].days else [(None, [])]
    for item in ordered:
        if item.days:
            groups.append((item, []))
        else:
            groups[-1][1].append(item)
    if any(not several for _, several in groups):
        return None
    return [_spoken(days, several, text) for days, several in groups]


def _spoken(days: _Item | None, ranges: list[_Item], text: str) -> Spoken:
    both = [*ranges, days] if days else ranges
    end = max(one.end for one in both)
    end += text[end - 2 : end + 1].lower() == ".m."
    words = text[min(one.start for one in both) : end]
    return Spoken(days.days if days else frozenset(), tuple(one.readings for one in ranges), " ".join(words.split()))


def _is_aside(items: Iterable[_Item], text: str, tokens: list[re.Match[str]]) -> bool:
    """Whether a sentence without a range only says when it is closed, or when to call again."""
    if any(item.alone or item.sure for item in items):
        return False
    return bool(_SHUT.search(_between(text, tokens)))


def _between(text: str, tokens: list[re.Match[str]]) -> str:
    """Give the text of a sentence."""
    return text[tokens[0].start() : tokens[-1].end()] if tokens else ""


def _is(tokens: list[re.Match[str]], at: int, words: frozenset[str]) -> bool:
    return _word(tokens, at) in words


def _word(tokens: list[re.Match[str]], at: int) -> str:
    return (tokens[at]["plain"] or "") if 0 <= at < len(tokens) else ""


def agrees(told: Iterable[Spoken], week: Mapping[int, tuple[Shift, ...]]) -> bool:
    """Whether spoken hours may be those of a week, given as the shifts of each day, Monday is 0."""
    named = [one for one in told if one.days]
    if not named:
        return any(_fits(ranges, shifts) for shifts in week.values() if shifts for _, ranges, _ in told)
    by_day: dict[int, list[frozenset[Shift]]] = {day: [] for day in EVERY_DAY}
    for one in named:
        for day in one.days:
            by_day[day] += one.ranges
    return all(_fits(by_day[day], week[day]) for day in EVERY_DAY)


def _fits(ranges: Iterable[frozenset[Shift]], shifts: tuple[Shift, ...]) -> bool:
    several = list(ranges)
    orders = itertools.permutations(shifts) if len(shifts) == len(several) <= 4 else ()  # noqa: PLR2004 -- few a day
    return any(all(one in readings for one, readings in zip(order, several, strict=True)) for order in orders)
