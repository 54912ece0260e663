"""Dates that prompts speak of, with their year, and whether a sentence looks ahead to them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import Final

from ivr.analysis.heard import Words, look_for, plain, primary
from ivr.flow import Flow

_MONTHS: Final = MappingProxyType(
    {
        "en": "january february march april may june july august september october november december",
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "de": "januar februar marz april mai juni juli august september oktober november dezember",
    }
)
# How a date is written in plain words; {months} stands for the months.
_DATES: Final = MappingProxyType(
    {
        "en": r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{months})"
        r"(?: (?P<late>\d{1,2})(?:st|nd|rd|th)?)?(?: ,)? (?P<year>20\d\d)",
        "es": r"(?:(?P<day>\d{1,2}) de )?(?P<month>{months})(?: de| del)?(?: ano)?(?P<late>) (?P<year>20\d\d)",
        "fr": r"(?:(?P<day>\d{1,2})(?:er)? )?(?P<month>{months})(?P<late>) (?P<year>20\d\d)",
        "de": r"(?:(?P<day>\d{1,2}) \. )?(?P<month>{months})(?P<late>) (?P<year>20\d\d)",
    }
)
_AHEAD: Final[Words] = MappingProxyType(
    {
        "en": r"until|till|through|thru|will|expires?|ends(?: on)?|deadline|by|(?:is|are|remain) closed",
        "es": r"hasta|sera|seran|estara|estaran|estaremos|vence|termina|(?:esta|estan|permanece\w*) cerrad[oa]s?",
        "fr": r"jusqu'au|jusqu'a|jusqu'en|sera|seront|serons|expire|prend fin|(?:est|sont|sommes) fermee?s?",
        "de": r"bis|wird|werden|endet|lauft|(?:ist|sind|bleibt|bleiben)(?: \S+)* geschlossen",
    }
)
"""Words of a sentence that looks ahead to a date, or to an end."""
_BACK: Final[Words] = MappingProxyType(
    {
        "en": r"since|as of|effective|beginning|starting|after|founded|established|opened|if|whether|before|born|dated"
        r"|built|made|issued|purchased|bought|filed|sold|signed|from that day",
        "es": r"desde|a partir|fundad[oa]|si|antes|nacid[oa]s?|emitid[oa]s?|comprad[oa]s?|despues|firmad[oa]s?",
        "fr": r"depuis|a partir|des|a compter|fondee?|si|s'il|avant|apres|nee?s?|emise?s?|achetee?s?|signee?s?",
        "de": r"seit|ab|gegrundet|wenn|falls|ob|vor|nach|geboren\w*|ausgestellt\w*|gekauft\w*|abgeschlossen\w*",
    }
)
"""Words of a sentence that tells of what began then, or asks about it."""


def announces_end(flow: Flow, language: str, sentence: str) -> bool:
    """Whether a sentence looks ahead: to the end of something, or to a day on which something will be."""
    if "20" not in sentence or look_for(flow, _BACK, language, sentence):
        return False
    return bool(look_for(flow, _AHEAD, language, sentence))


def last_date(flow: Flow, language: str, sentence: str) -> tuple[date | None, str]:
    """Give the last date with a year in a sentence, and how it is written there; a month alone counts to its end."""
    found = list(_dates(flow, primary(language), sentence))
    return max(found, default=(None, ""), key=lambda one: one[0])


def _dates(flow: Flow, language: str, sentence: str) -> Iterator[tuple[date, str]]:
    months = _MONTHS[language].split()
    words = plain(flow, sentence)
    for match in re.finditer(f" {_DATES[language].replace('{months}', '|'.join(months))}(?= )", words.words):
        year, month = int(match["year"]), months.index(match["month"]) + 1
        day = int(match["day"] or match["late"] or calendar.monthrange(year, month)[1])
        if 1 <= day <= calendar.monthrange(year, month)[1]:
            yield date(year, month, day), words.original(match)
