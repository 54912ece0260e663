"""Hours as documents tell them: the words, and where it is plain, the minutes of the week."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.clock_words import in_digits, without_stop
from ivr.prose.tokens import folded
from ivr.prose.zones import shifted, zones_apart

_DAY: Final = (
    r"(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:nesdays?)?|thu(?:r(?:s(?:days?)?)?)?|fri(?:days?)?|sat(?:urdays?)?"
    r"|sun(?:days?)?|weekdays?|week-ends?|fins? de semaine|fin(?:es)? de semana|wochenenden?"
    r"|(?:week ?|work ?|school )days?|weekends?|daily|every ?day|seven days(?: a week)?"
    r"|7 days(?: a week)?"
    r"|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?|lundis?|mardis?|mercredis?|jeudis?|vendredis?"
    r"|samedis?|dimanches?|tous les jours|todos los d[ií]as"
    r"|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|(?<![^\W\d_])(?:mo|di|mi|do|fr|sa|so)|t[aä]glich"
    r"|werktags|l(?: ?[-–] ?| a )[vsd](?![\w.’'])"
    r"|m ?(?:[-–—]|thru|to) ?(?:fr?|th|sat?|sun?)(?![\w’'])|mwf|tu ?(?:&|and|/) ?th)\b\.?"
)
CLOCK: Final = (
    r"(?:12 (?:noon|midnight)"
    r"|\d{1,2}(?:(?:[:.h]\d{2}|\s?h\s?\d{2})|\s?h(?:eures)?\b)?\s*(?:[ap]\.?\s?m\b\.?|uhr\b|horas\b|h\b"
    r"|o'clock|(?:in the (?:morning|afternoon|evening)|at night)\b)?|noon"
    r"|midnight|midday|mediod[ií]a|minuit|midi|mittag)"
)
ZONE: Final = (
    r"(?:\s*\(?\b(?:(?:[ecmpa][sd]?t|a[ewc][sd]t|nz[sd]t|sast|ist|sgt|gmt|utc|bst|ces?t|ak[sd]?t|hs?t)\b|(?:eastern|central|mountain|pacific"
    r"|atlantic|local|alaska|hawaii|uk|london)(?:[ -](?:standard |daylight )?time)?\b)\)?)"
)
_TO: Final = (
    r"\s*(?:(?:,? ?and|,) (?:closes?|shuts?)(?: at)?|(?:,? ?y|,) cierra a|(?:,? ?et|,) ferme à"
    r"|(?:,? ?und|,) schlie(?:ß|ss)t um|-|–|—|to|through|thru|until"
    r"|till|and|a|al|hasta|à|au|bis|jusqu'à|y|et|und)\s*(?:las?\s+)?"
)
_OPENS: Final = r"(?:open|opens(?: at)?|abre a(?: las?)?|ouvre à|[öo]ffnet um)"
DAYS: Final = rf"{_DAY}(?:(?:\s*(?:-|–|—|to|through|thru|and|&|,|a|al|y|à|au|et|bis|und)\s*)(?:and\s+)?{_DAY}){{0,6}}"
_OF_FOUR: Final = r"[0-2]\d(?:[0-5][05]|59)(?:\s?h(?:ou)?rs)?\b"
"""A time of day without a mark between hours and minutes: `0800`."""
_RANGE: Final = rf"(?:(?<![\d-]){_OF_FOUR}{_TO}{_OF_FOUR}|{CLOCK}{ZONE}?{_TO}{CLOCK}){ZONE}?"
_JOIN: Final = (
    rf"(?:\s*(?:,|;|:|\||{_OPENS}\b|and\b|from\b|between\b|de\b|von\b|y\b|et\b|und\b|du\b|le\b|les\b|los\b|at\b|only\b|nur\b"
    r"|s[oó]lo\b|seulement\b|\()\s*){0,3}\s*"
)
_THERE: Final = r"(?:answered|staffed|manned|attended|available|besetzt|erreichbar)"
_ON: Final = r"(?:on\s+(?:an?\s+)?|le\s+|los\s+|am\s+)?"
_HOURS: Final = AnyCase(
    rf"(?:{DAYS}{_JOIN}{_RANGE}|(?:(?:from|between|de|von|{_OPENS})\s+)?{_RANGE}{_JOIN}{_ON}{DAYS}"
    rf"|(?:from|between|de|von|{_OPENS}|hours:?)\s+{_RANGE}"
    rf"|(?:lines?:?|{_THERE})\s+(?=\d\d?(?:[.:]\d\d|\s?[ap]\.?m)){_RANGE})"
    rf"(?:{_JOIN}(?:{DAYS}{_JOIN}{_RANGE}|{_RANGE}(?:{_JOIN}{_ON}{DAYS})?))*{ZONE}?"
    r"|\b(?:24 ?hours(?: a day)?(?:,? (?:7|seven) days(?: a week)?)?|24/7|24x7|around the clock|day (?:and|or) "
    r"night|24 ?(?:horas|heures|stunden)|24 ?h(?:eures)? ?(?:/|sur) ?24|jour et nuit|tag und nacht|rund um die uhr)\b",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"[0-9]|[Cc]lock|[Nn]ight|[Nn]uit|[Nn]acht|[Uu]hr")
_QUICK: Final = AnyCase(
    r"\d(?:\s*(?:[ap]\.?\s?m\b|uhr|h\b|horas|:\d\d|[-–—]\s*\d)|(?<=2)4|(?<=\bto \d)|(?<=\ba la \d)|(?<=\ba las \d))"
)
_IN_WORDS: Final = ("clock", "day and night", "day or night", "noon", "jour et nuit", "tag und")
_TOLD: Final = AnyCase(
    rf"{_DAY}|(?:from|between|de|von|{_OPENS}|hours:?|lines?:?|{_THERE})\s+{CLOCK}|24(?: ?h|/7|x7| ?stunden)"
    rf"|around the clock"
    r"|day (?:and|or) night|jour et nuit|tag und nacht|rund um die uhr"
)
"""What every telling of hours has in it: a day, hours behind such a word, or that it is always."""
_NO_CLOCK: Final = re.compile(r"(?:from|between|de|von) [0-4] (?:to|and|a|bis|und) \d{1,2}", re.IGNORECASE)
"""Numbers from one to another that are hardly hours: `from 0 to 9`."""
_PLAIN_RANGE: Final = re.compile(
    r"(?:from|between|de|von|du|entre) \d{1,2} (?:to|and|a|à|y|et|bis|und) \d{1,2}", re.IGNORECASE
)
_COUNTED: Final = re.compile(
    r"[ -]?(?:%|percent|per cent|seconds?|minutes?|days?|weeks?|months?|years?|people|items?|pounds?|dollars?"
    r"|euros?|miles?|km"
    r"|kg|pages?|cents?|units?|guests?|seats?|rooms?|tage|wochen|monate|jahre|jours|semaines|mois|ans|d[ií]as|semanas"
    r"|meses|a[nñ]os)\b",
    re.IGNORECASE,
)
"""What is counted, behind numbers that are no times of the clock: `from 10 to 12 months`."""
_WITHIN: Final = re.compile(
    r"\b(?:within|in|after|every|for|up to|least|allow|takes?|next|last|past|the|about|menos|plazo de|dentro de|hasta"
    r"|tras|cada|moins|sous|dans les|d[ée]lai de|apr[èe]s|binnen|innerhalb von|mindestens|nach|alle)\s+$",
    re.IGNORECASE,
)
"""What stands before 24 hours that are a delay."""
_AHEAD: Final = re.compile(
    r"\s+(?:before|ahead|in advance|antes|de antelaci[oó]n|despu[eé]s|avant|[àa] l['’]avance|apr[eè]s|vorher|zuvor"
    r"|im voraus|vor(?! ort))\b",
    re.IGNORECASE,
)
"""What stands behind 24 hours by which something comes before or after another."""
_ALL: Final = AnyCase(r"24|clock|night|nuit|nacht|uhr$", re.IGNORECASE)
_ELSEWHERE: Final = AnyCase(
    r"\b(?:(?:web|live ?)?chat|clavardage|tchat|webchat|online|stores?|branch(?:es)?|shops?|counters?|website"
    r"|app|e-?mail|office visits?|walk[- ]?in|no appointments?|lobby|showroom|workshop|warehouse|au public"
    r"|al p[uú]blico|to the public|publikums\w*|parking (?:is|lot|garage)|walk-?up|hallenbad|piscine|piscina"
    r"|pool|rdv|your appointment|votre rendez-vous|su cita|ihr termin|suspend\w*|interrup\w*|engineering works"
    r"|maintenance work|visit\w*|besuch\w*|entrance|doors|emergency room|urgencias|entrada|eingang"
    r"|entr[eé]e principale|gesch[aä]ftsstellen?|filialen?|agences?|guichets?|sucursal(?:es)?|schalter\w*"
    r"|deliver(?:y|ies|ed)|(?:we|they) (?:deliver|collect|ship)(?! ?[!.])|emptied"
    r"|collections?|fax|volumes?|busiest|wait times?|quiet\w*|peak|response times?|best time|shorter|time zone"
    r"|convenience|(?:an|per) hour|(?:come|stop|drop) by|drop-?in|kundenzentr\w+|filial\w+|zweigstellen?|hauptstelle"
    r"|gesch[aä]ftsstellen?|agences?|guichets?|sucursal(?:es)?|(?:ohne|sin|without|sans) (?:termin|cita"
    r"|appointment|rendez-vous)|sede electr[oó]nica|self-service"
    r"|(?:of|in) the building|service points?|(?:desk|counter|kiosk) (?:in|at) the (?:[\w'’]+ ){0,2}"
    r"(?:library|hall|lobby|foyer|market|centre|center|entrance))\b",
    re.IGNORECASE,
)
_LONGEST: Final = 5000
"""Letters of a text that is searched; no sentence tells hours at that length."""
ALWAYS: Final = frozenset((day, minute) for day in range(7) for minute in range(0, 1440, 15))


class Hours(NamedTuple):
    """Hours in a text: where they begin, their words, and the minutes of the week, if they are plain (else None)."""

    start: int
    words: str
    minutes: frozenset[tuple[int, int]] | None


@lru_cache(maxsize=2048)
def hours_told(text: str) -> tuple[Hours, ...]:
    """Give the hours that a text tells of."""
    said, text = text, in_digits(text) if len(text) <= _LONGEST else text
    if len(text) > _LONGEST or not (
        _DIGITS.search(text) and (said is not text or _may_be_hours(text)) and _TOLD.search(text)
    ):
        return ()
    found = []
    for start, end in _HOURS.spans(text):
        whole = text[start:end]
        words = whole.strip(" ,;:|(")
        words = _NUMBER_BEHIND.sub("", without_stop(words))
        if _BARE_RANGE.fullmatch(words):
            continue
        delay = words[:2] == "24" and (_WITHIN.search(text, 0, start) or _AHEAD.match(text, end))
        counted = _PLAIN_RANGE.fullmatch(words) and _COUNTED.match(text, end)
        if delay or counted or _NO_CLOCK.fullmatch(" ".join(words.split())):
            continue
        if any(sign.isdigit() for sign in words) or _ALL.search(words):
            begun = start + whole.find(words)
            found.append(Hours(start, _as_said(said, text, begun, begun + len(words)), _minutes(words)))
    return tuple(found)


def _may_be_hours(text: str) -> bool:
    small = text.lower()
    return _QUICK.search(small) or any(words in small for words in _IN_WORDS)


def _as_said(said: str, text: str, start: int, end: int) -> str:
    """Give hours in the words of a text whose spelled numbers were written in digits, each with all of its word."""
    while start and said[start - 1] != text[start - 1]:
        start -= 1
    return said[start:end]


_NUMBER_BEHIND: Final = re.compile(r",? (?:at|on|under|al|au|unter) \+?\(?\d[\d ().-]{3,}$", re.IGNORECASE)
"""The beginning of a telephone number right behind hours: `open 7 a.m. to 5 p.m. at 1-800`."""
_BARE_RANGE: Final = re.compile(
    r"(?:las|los|les|der|die) \d{1,2} ?[-–] ?\d{1,2}|(?:de|du|von) 2\d ?(?:à|a|al|bis) ?\d{1,2}", re.IGNORECASE
)
"""A range of anything in Spanish, French or German, with no sign that it is one of hours."""


def is_of_something_else(text: str) -> bool:
    """Whether hours in this sentence are those of a chat, a shop, or the best times to call."""
    return _ELSEWHERE.search(text) or ("if you" in text.lower() and _FOR_SOME.search(text))


_FOR_SOME: Final = AnyCase(
    r"\bif you (?:want|need|prefer|(?:would|['’]d) (?:like|prefer))\b[^.;]{3,80}\b(?:call|ring|phone)\b"
)
"""What says that hours are those of calls about one thing: `if you want a counselor, call between`."""


@lru_cache(maxsize=512)
def _minutes(words: str) -> frozenset[tuple[int, int]] | None:
    if re.search(
        r"24 ?hours|24/7|24x7|around the clock|day (?:and|or) night|24 ?(?:horas|heures|stunden)"
        r"|24 ?h(?:eures)? ?(?:/|sur) ?24|jour et nuit|tag und nacht|rund um",
        words,
        re.IGNORECASE,
    ):
        return ALWAYS
    return _week(_with_halves(re.sub(ZONE, "", words, flags=re.IGNORECASE)))


def _with_halves(words: str) -> str:
    return _HALF_DAY.sub(lambda half: " am" if half[1] else " pm", words)


_HALF_DAY: Final = re.compile(r" (?:in the (?:(morning)|afternoon|evening)|at night)\b", re.IGNORECASE)


def _week(words: str) -> frozenset[tuple[int, int]] | None:
    minutes: set[tuple[int, int]] = set()
    before: list[int] = []
    last = 0
    for days, said in _ranges(words):
        clock = _clock(said)
        if clock is None:
            return None
        begin, end = clock
        if days == before and begin < last and end + _NOON <= _MINUTES:
            begin, end = begin + _NOON, end + _NOON  # "Mon-Fri 8-12 and 1-5"
        before, last = days, end
        minutes |= {
            ((day + minute // _MINUTES) % 7, minute % _MINUTES)
            for day in days
            for minute in range(begin, end if end > begin else end + _MINUTES, 15)
        }
    return frozenset(minutes) or None


def _ranges(words: str) -> list[tuple[list[int], str]]:
    """Give the ranges of hours, each with its days: those named with it, or with the one beside it."""
    first = _DAYS_FIRST.match(words)
    found = list((_RANGES_OF_DAYS if first else _DAYS_OF_RANGES).finditer(words))
    named = [days_named(said) if (said := one["days"] or one.groupdict().get("after") or "") else [] for one in found]
    for at in range(1, len(found)) if first else range(len(found) - 2, -1, -1):
        named[at] = named[at] or named[at - 1 if first else at + 1]
    before = next((days for days in reversed(named) if days), list(range(7)))
    return [(days or before, one["range"]) for days, one in zip(named, found, strict=True)]


_MINUTES: Final = 1440
"""Minutes of a day."""
_DAYS_FIRST: Final = re.compile(rf"\W*(?:open |from )?(?:{DAYS}){_JOIN}{_RANGE}", re.IGNORECASE)
"""How hours begin that name the days before each range."""
_RANGES_OF_DAYS: Final = re.compile(rf"(?:(?P<days>{DAYS}){_JOIN})?(?P<range>{_RANGE})", re.IGNORECASE)
_DAYS_OF_RANGES: Final = re.compile(
    rf"(?:(?P<days>{DAYS}){_JOIN})?(?P<range>{_RANGE})"
    rf"(?(days)|(?:{_JOIN}{_ON}(?P<after>{DAYS}))?)",
    re.IGNORECASE,
)
"""Ranges with the days before or behind them."""


_NAMES: Final = (
    ("mon", "lun", "lund", "mo"),
    ("tue", "mar", "mard", "di"),
    ("wed", "mie", "merc", "mitt", "mi"),
    ("thu", "jue", "jeu", "don", "do"),
    ("fri", "vie", "ven", "fre", "fr"),
    ("sat", "sab", "sam", "sa"),
    ("sun", "dom", "dim", "son", "so"),
)


def _day(word: str) -> int | None:
    plain = folded(word.strip(". "))
    if plain in {"mo", "di", "mi", "do", "fr", "sa", "so"}:
        return ("mo", "di", "mi", "do", "fr", "sa", "so").index(plain)
    return next(
        (
            at
            for at, names in enumerate(_NAMES)
            if plain.startswith(tuple(name for name in names if len(name) > len("mo")))
        ),
        None,
    )


_SHORT_DAYS: Final = (
    (range(5), re.compile(r"\bm ?(?:[-–—]|thru|to) ?f")),
    (range(4), re.compile(r"\bm ?(?:[-–—]|thru|to) ?th")),
    (range(6), re.compile(r"\bm ?(?:[-–—]|thru|to) ?sa")),
    (range(7), re.compile(r"\bm ?(?:[-–—]|thru|to) ?su")),
    ((0, 2, 4), re.compile(r"^mwf\b")),
    ((1, 3), re.compile(r"\btu ?(?:&|and|/) ?th")),
    ((5, 6), re.compile("week-?end|fins? de semaine|fin(?:es)? de semana|wochenende")),
)
"""Days as America writes them in short: `M-F`."""


def days_named(words: str) -> list[int]:
    """Give the days of the week that are named, all of them where none is; Monday is 0."""
    plain = folded(words)
    if not plain:
        return list(range(7))
    if re.search(r"weekdays?|week days|workdays|work days|school days?|werktags|monday-friday", plain):
        return list(range(5))
    if short := re.search(r"\bl(?: ?[-–] ?| a )([vsd])\b", plain):
        return list(range(5 + "vsd".index(short[1])))
    if named := next((days for days, pattern in _SHORT_DAYS if pattern.search(plain)), None):
        return list(named)
    if re.search(r"daily|every ?day|seven days|7 days|taglich|tous les jours|todos los dias", plain):
        return list(range(7))
    tokens = re.findall(r"[a-z]+|[-–—,&]", plain)
    days: list[int] = []
    ranging = False
    for token in tokens:
        day = _day(token) if token[0].isalpha() else None
        if day is not None:
            days += (
                [(days[-1] + more) % 7 for more in range(1, (day - days[-1]) % 7 + 1)] if ranging and days else [day]
            )
            ranging = False
        elif token in {"-", "–", "—", "to", "through", "thru", "a", "al", "au", "bis"}:
            ranging = True
    return days


_NOON: Final = 720
_LAST_HOUR: Final = 24
_EARLY: Final = 7
"""The hour from which `7-9 pm` may begin in the morning; `1-5 pm` does not."""
_FROM_AND_TO: Final = 2
"""Times of a range."""
_TIME: Final = re.compile(
    r"(?<!\d)(?!12 (?:noon|midnight))(\d{1,2})(?:(?:[:.]|\s?h\s?)?(\d{2}))?\s*h?\s*([ap](?!\s+(?:las?\s+)?\d))?\.?\s?m?"
    r"|(noon|midday|mediod|midi|mittag)|(midnight|minuit)",
    re.IGNORECASE,
)


def _clock(words: str) -> tuple[int, int] | None:
    times = [one for one in _TIME.finditer(words) if one[0].strip()]
    if len(times) != _FROM_AND_TO:
        return None
    halves = [(one[3] or "").lower() for one in times]
    read = [_minute(one, halves[at]) for at, one in enumerate(times)]
    if any(minute is None for minute in read):
        return None
    begin, end = read[0] or 0, read[1] or 0
    if not halves[1] and not times[1][4] and not times[1][5] and end <= begin and end + _NOON <= 2 * _NOON:
        end += 720  # "8 to 6" is until the evening
    if halves[1] == "p" and not halves[0] and begin + 720 < end and times[0][1] and int(times[0][1]) < _EARLY:
        begin += 720
    return begin, end or 1440


def minute_of(clock: str) -> int | None:
    """Give the minute of the day of a single time of the clock; nothing where it is not plain."""
    times = [one for one in _TIME.finditer(_with_halves(clock)) if one[0].strip()]
    return _minute(times[0], (times[0][3] or "").lower()) if len(times) == 1 else None


def _minute(one: re.Match[str], half: str) -> int | None:
    if one[4]:
        return 720
    if one[5]:
        return 0
    hour = int(one[1])
    if hour > _LAST_HOUR:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + int(one[2] or 0)


def contradict(one: Hours, other: Hours) -> bool:
    """Whether two tellings of hours cannot both be right: on a day that both name, they are not the same."""
    if one.minutes is None or other.minutes is None:
        return False
    apart = zones_apart(one.words, other.words)
    minutes = frozenset(shifted(one.minutes, apart)) if apart else one.minutes
    mine, others = _by_day(minutes), _by_day(other.minutes)
    return any(mine[day] != others[day] for day in mine if day in others)


def same_hours(one: Hours, other: Hours) -> bool:
    """Whether two tellings are of the same minutes, as the clock of one zone shows them."""
    return one.minutes == other.minutes and not zones_apart(one.words, other.words)


def lacks_days(one: Hours, other: Hours) -> bool:
    """Whether hours are told for a day of the week for which others, which are said to be all, are not."""
    mine, others = ({day for day, _ in each.minutes or ()} for each in (one, other))
    return bool(mine and others - mine)


def names_days(hours: Hours) -> bool:
    """Whether hours name the days that they are of, more than one of them, or are called so."""
    several = len({day for day, _ in hours.minutes or ()}) > 1
    return several and (_NAMED.search(hours.words) or hours.minutes == ALWAYS)


def names_a_day(hours: Hours) -> bool:
    """Whether the words of hours name a day."""
    return _A_DAY.search(hours.words)


_A_DAY: Final = AnyCase(_DAY)
_NAMED: Final = AnyCase(rf"{_DAY}|^hours\b")


@lru_cache(maxsize=512)
def _by_day(minutes: frozenset[tuple[int, int]]) -> dict[int, frozenset[int]]:
    days: dict[int, set[int]] = {}
    for day, minute in minutes:
        days.setdefault(day, set()).add(minute)
    return {day: frozenset(several) for day, several in days.items()}
