"""The days of the coming year that a name of holidays means where a line is rung: `Thanksgiving`, `public holidays`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import holidays
import phonenumbers

from ivr.prose.tokens import folded

_AS_KNOWN: Final = {
    "presidents": "washington s birthday",
    "mlk": "martin luther king",
    "indigenous peoples": "columbus",
    "labour": "labor",
    "august bank": "late summer bank holiday",
}
"""Names under which the calendar has days that people call otherwise."""
_EASTER: Final = ("easter", "easter sunday", "ostersonntag", "dimanche de paques", "domingo de pascua")
_FROM_GOOD_FRIDAY: Final = timedelta(days=2)
_NO_NAME: Final = re.compile(r"\b(?:day|holiday|jr)\b|[^\w ]")
_EVERY: Final = re.compile(r"\b(?:federal|national|public|bank|legal|statutory|feiertag\w*|feries|festivos)\b")
_SOME: Final = re.compile(r"\b(?:most|other|company|civic|state|provincial|observed)\b")
_OF_KIND: Final = re.compile(r"\b(?:holidays|feiertag\w*|feries|festivos)\b")
_AT_LEAST: Final = ("new year s day", "christmas day", "thanksgiving")
"""What those keep who close on holidays, and do not say on which."""
_OF_PLACES: Final = frozenset(
    (
        phonenumbers.PhoneNumberType.FIXED_LINE,
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
    )
)
"""Kinds of numbers that say in which country they are."""
_YEARS: Final = 2
"""Years in which the coming 365 days lie."""


def named_days(name: str, number: str, today: date, region: str = "US") -> dict[date, str]:
    """Give the next days that a name means in the country of a number, from today on, each with its own name.

    `federal holidays`, `bank holidays` and the like are those of the whole country; `holidays` alone are the few that
    nearly everybody keeps, as no document can be held to the others. Nothing is given for what is no such name, such as
    `most holidays`, or where the country's days are not known.

    Args:
        name: the words of a document.
        number: the telephone number that they are told of, in E.164.
        today: the first of the days that are looked at.
        region: the country of numbers that several have in common, such as 1-800.

    """
    country = _country_of(number, region)
    said = _plain(name)
    if not country or not country.isalpha():
        return {}
    if not _OF_KIND.search(said):
        return _next_ones(_of_name(said, country, today.year), today)
    if _SOME.search(said):
        return {}
    every = _calendar(country, "", today.year)
    return _next_ones(
        ((day, each) for day, each, _ in every if _EVERY.search(said) or _plain(each).startswith(_AT_LEAST)), today
    )


def _of_name(said: str, country: str, year: int) -> Iterator[tuple[date, str]]:
    """Give the days of a name; one that the whole country does not have is that of its parts, if these agree."""
    if said in _EASTER:
        yield from ((day + _FROM_GOOD_FRIDAY, "Easter Sunday") for day, _ in _of_name("good friday", country, year))
        return
    wanted = " ".join(_NO_NAME.sub(" ", said).split())
    wanted = next((known for way, known in _AS_KNOWN.items() if wanted.startswith(way)), wanted)
    yield from _called(wanted, _calendar(country, "", year)) or _agreed(
        [
            _called(wanted, _calendar(country, part, year))
            for part in holidays.list_supported_countries().get(country, ())
        ]
    )


def _called(wanted: str, days: Sequence[tuple[date, str, str]]) -> set[tuple[date, str]]:
    """Give the days of a calendar that have some words in their name."""
    names = ((day, name, f" {_plain(name)} {_plain(own)} ") for day, name, own in days)
    return {(day, name) for day, name, plain in names if wanted and f" {wanted} " in plain}


def _agreed(parts: Sequence[set[tuple[date, str]]]) -> set[tuple[date, str]]:
    """Give the days that the parts of a country have; none where they differ, as nobody says which part is meant."""
    kept = [days for days in parts if days]
    return kept[0] if kept and all(days == kept[0] for days in kept) else set()


def _next_ones(days: Iterable[tuple[date, str]], today: date) -> dict[date, str]:
    """Give of each name the next day, from today on, in their order."""
    known: dict[str, date] = {}
    for day, name in sorted(days):
        if day >= today:
            known.setdefault(name, day)
    return {day: name for name, day in sorted(known.items(), key=lambda one: one[1])}


@lru_cache(maxsize=256)
def _calendar(country: str, part: str, year: int) -> tuple[tuple[date, str, str], ...]:
    """Give the holidays of a country, or of a part of it, in two years: English names, and those of the country."""
    if country not in holidays.list_supported_countries(include_aliases=False):
        return ()
    known = holidays.country_holidays(country)
    own = _in_language(known.default_language, country, part, year)
    english = _in_language("en_US", country, part, year) if "en_US" in known.supported_languages else own
    return tuple(
        (day, name, theirs)
        for day in sorted(english)
        for name, theirs in zip(english.get_list(day), own.get_list(day), strict=False)
    )


def _in_language(language: str | None, country: str, part: str, year: int) -> holidays.HolidayBase:
    years = range(year, year + _YEARS)
    return holidays.country_holidays(country, part or None, years, observed=False, language=language)


def _country_of(number: str, region: str) -> str:
    """Give the country in which a number is rung; nothing where that is not known."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return ""
    code = parsed.country_code or 0
    in_common = phonenumbers.number_type(parsed) not in _OF_PLACES
    if in_common and region in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(code, ()):
        return region
    return phonenumbers.region_code_for_number(parsed) or phonenumbers.region_code_for_country_code(code)


def _plain(words: str) -> str:
    """Give words in small letters, without accents; other signs are blanks."""
    return " ".join(re.sub(r"[^\w ]", " ", folded(words)).split())
