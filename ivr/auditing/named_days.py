"""The days of the coming year that a name of holidays means where a line is rung: `Thanksgiving`, `public holidays`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import holidays
import phonenumbers

_AS_KNOWN: Final = {
    "presidents": "washington s birthday",
    "mlk": "martin luther king",
    "indigenous peoples": "columbus",
    "labour": "labor",
    "spring bank": "spring bank holiday",
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
_YEARS: Final = 2
"""Years in which the coming 365 days lie."""


def named_days(name: str, number: str, today: date) -> dict[date, str]:
    """Give the next days that a name means in the country of a number, from today on, each with its own name.

    `federal holidays`, `bank holidays` and the like are those of the whole country; `holidays` alone are the few that
    nearly everybody keeps, as no document can be held to the others. Nothing is given for what is no such name, such as
    `most holidays`, or where the country's days are not known.

    Args:
        name: the words of a document.
        number: the telephone number that they are told of, in E.164.
        today: the first of the days that are looked at.

    """
    country = _country_of(number)
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
    """Give the days of a name; one that the whole country does not have is that of a part of it."""
    if said in _EASTER:
        yield from ((day + _FROM_GOOD_FRIDAY, "Easter Sunday") for day, _ in _of_name("good friday", country, year))
        return
    bare = _NO_NAME.sub(" ", said).split()
    wanted = " ".join(bare)
    wanted = next((known for way, known in _AS_KNOWN.items() if wanted.startswith(way)), wanted)
    for part in ("", *holidays.list_supported_countries().get(country, ())):
        days = _calendar(country, part, year)
        found = [(day, name) for day, name, own in days if wanted and (wanted in _plain(name) or wanted in _plain(own))]
        if found:
            yield from found
            return


def _next_ones(days: Iterator[tuple[date, str]], today: date) -> dict[date, str]:
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


def _country_of(number: str) -> str:
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return ""
    of_number = phonenumbers.region_code_for_number(parsed)
    return of_number or phonenumbers.region_code_for_country_code(parsed.country_code or 0)


def _plain(words: str) -> str:
    """Give words in small letters, without accents; other signs are blanks."""
    letters = unicodedata.normalize("NFD", words.lower())
    return " ".join(re.sub(r"[^\w ]", " ", "".join(one for one in letters if not unicodedata.combining(one))).split())
