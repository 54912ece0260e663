"""What holds for a stretch of a document: the language, the time of day, and the names of lines."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.tokens import folded
from ivr.prose.words import LANGUAGE_WORDS, set_of

DAY, NIGHT, WEEKEND, HOLIDAY = "day", "night", "weekend", "holiday"
_TIMES: Final = (
    (
        NIGHT,
        (
            r"after[- ]?hours|out[- ]of[- ]hours|outside (?:of )?(?:\w+ )?(?:business|office|opening|working|normal"
            r"|these|those|our|regular)? ?(?:hours|times)"
            r"|(?<!show )(?<!game )(?<!match )"
            r"(?<!last )\bnights?\b(?! and day)|overnight|when (?:we are|we're|the \w+ is) closed"
            r"|\bclosed\b(?!,? (?:on |all |every )?(?:(?:mon|tues?|wed|wednes|thurs?|fri|sat|satur|sun|christmas"
            r"|thanksgiving)(?:day)?s?\b|\d|for lunch|at noon|noon|bank holidays?|public holidays?))|evenings?"
            r"|\bbureaux sont (?:actuellement |maintenant )?ferm[eé]s|\boficinas? est[aá]n? (?:ahora )?cerradas?"
            r"|fuera de(?:l)? horario|por la noche|de noche|nocturno|en dehors des heures|la nuit|\bde nuit\b"
            r"|(?:once|when) we(?: have|['’]ve)? (?:gone home|shut|closed)"
            r"|nachts|au(?:ß|ss)erhalb|(?<!bonne )(?<!par )\bnuit\b|(?<!gute )(?<!pro )\bnacht\b"
            r"|(?<!por )(?<!buena )\bnoche\b"
            r"|\b(?:praxis|b[uü]ro|gesch[aä]ft|wir|filiale) (?:ist|sind|haben)\b[^.;]{0,25}\bgeschlossen"
            r"|\b(?:cabinet|standard|bureau|magasin|agence|nous) (?:est|sommes)\b[^.;]{0,25}\bferm[eé]"
            r"|\b(?:consulta|oficina|tienda|centro) est[aá] (?:ahora )?cerrad[oa]|\bestamos cerrados"
        ),
    ),
    (WEEKEND, r"(?<!over the )(?<!last )(?<!this )(?<!of the )\bweekends?\b|fines? de semana|week-end|wochenende"),
    (HOLIDAY, r"\bholidays?\b|festivos|jours f[eé]ri[eé]s|feiertag"),
    (
        DAY,
        (
            r"(?:business|office|opening|working|regular|normal|banking|store) hours|daytime|\bday (?:menu|time|shift)"
            r"|weekdays?"
            r"|during the day|when (?:we are|we're|the \w+ is) open|horario (?:de )?(?:oficina|atenci[oó]n|laboral)"
            r"|heures (?:d'ouverture|de bureau)"
            r"|de d[ií]a|en journ[eé]e|gesch[aä]ftszeiten|[oö]ffnungszeiten|tags[uü]ber"
            r"|(?:menu|message|annonce) de jour|men[uú] diurno"
            r"|tagsmen|\b(?:arbre|menu|annonce|message|baum|men[uüú]|ansage|[aá]rbol|locuci[oó]n)"
            r"\W{1,3}(?:jour|tag|d[ií]a)\b"
            r"|^\W*(?:tag|jour|d[ií]a)\W*$"
        ),
    ),
)
_PATTERNS: Final = tuple((name, AnyCase(pattern)) for name, pattern in _TIMES)
_OF_TIMES: Final = set_of(
    """hour time night clos even ferm cerrad fuera noch noct dehors nuit nacht erhalb gone shut schlossen week semana
    woche holiday festiv jour feier day open horario heure dia día zeiten tag diurno"""
)
"""Parts of words, one of which is in all that these find: most texts have none."""
_NIGHT_AND_DAY: Final = AnyCase(
    r"day (?:and|or) night|night (?:and|or) day|24 ?hours|24/7|around the clock|day or night|jour et nuit|nuit et jour"
    r"|tag (?:und|u\.) "
    r"nacht|nacht und tag|d[ií]a y noche|noche y d[ií]a|24 horas|24 stunden|24 ?h ?/ ?24",
    re.IGNORECASE,
)
_ALL_WEEK: Final = AnyCase(
    r"\bweek ?days?\W{1,3}(?:from )?\d[^.;]{1,30}?\bweek ?ends?\W{1,3}(?:from )?\d"
    r"|\bweek ?ends?\W{1,3}(?:from )?\d[^.;]{1,30}?\bweek ?days?\W{1,3}(?:from )?\d",
    re.IGNORECASE,
)
"""Hours of the whole week, which say of no key that it is for a part of it: `weekdays 7am-9pm, weekends 8am to 6pm`."""
_EXCEPTED: Final = re.compile(
    r"\b(?:except|excluding|other than|but not)(?: for| on| during)? (?:\w+ )?(?:and \w+ )?holidays?\b"
    r"|\bclosed,? (?:on )?(?:(?:all|any|most|every|major|federal|legal|national|observed|state|statutory|u\.?s\.?|other"
    r"|company|and|public|bank|weekends?|new year['’]s(?: day)?|christmas(?: day)?|thanksgiving),? ){0,6}holidays\b",
    re.IGNORECASE,
)
"""Days that hours leave out, which say nothing of what is told."""
_LANGUAGE_NAMES: Final = {
    "en": r"english|ingl[eé]s|anglais|englisch",
    "es": r"espa[nñ]ol|spanish|castellano|espagnol|spanisch",
    "fr": r"fran[cç]ais|french|franc[eé]s|franz[oö]sisch",
    "de": r"deutsch|german|alem[aá]n|allemand",
}
_HEADED: Final = tuple(
    (
        tag,
        AnyCase(
            rf"(?:(?:in|en|auf|em)\s+)?(?:{names})\b.{{0,30}}|.{{0,30}}\b(?:in|en|auf)\s+(?:{names})"
            rf"|.{{0,30}}[(/–-]\s*(?:{names})\)?",
            re.IGNORECASE,
        ),
    )
    for tag, names in _LANGUAGE_NAMES.items()
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEW: Final = 2
_LONGEST_NAMING: Final = 60
"""Letters of a heading that names a language; a longer one is a sentence that speaks of it."""
_REMEMBERED: Final = 2048
"""Texts for which the answers are kept: a sentence is asked for each of its keys."""


@lru_cache(maxsize=_REMEMBERED)
def time_of(text: str) -> str:
    """Say for which part of the day a text speaks; nothing where it does not say."""
    small = text.lower()
    if not any(part in small for part in _OF_TIMES):
        return ""
    text = _EXCEPTED.sub(" ", text.replace("_", " "))
    if _NIGHT_AND_DAY.search(text) or _ALL_WEEK.search(text):
        return ""
    return next((name for name, pattern in _PATTERNS if pattern.search(text)), "")


@lru_cache(maxsize=_REMEMBERED)
def language_of(text: str, otherwise: str) -> str:
    """Tell the language of a text by its commonest words; `otherwise` where too few tell."""
    words = _WORD.findall(folded(text[:600]))
    counts = {tag: sum(map(known.__contains__, words)) for tag, known in LANGUAGE_WORDS.items()}
    (first, most), (_, second), *_ = sorted(counts.items(), key=itemgetter(1), reverse=True)
    if most in {0, second}:
        return otherwise
    if most - second < _FEW and first != otherwise and otherwise and counts.get(otherwise, 0) * 2 >= most:
        return otherwise
    return first


@lru_cache(maxsize=_REMEMBERED)
def language_headed(words: str) -> str:
    """Give the language that a heading names, as `ESPAÑOL` or `In English` do."""
    if len(words) > _LONGEST_NAMING:
        return ""
    return next((tag for tag, pattern in _HEADED if pattern.fullmatch(words.strip(" :.-–*"))), "")


def time_recorded(text: str) -> str:
    """Give the part of the day of the recording that the sentences before one speak of; mere hours say nothing."""
    return time_of(text) if _RECORDED.search(text) else ""


_RECORDED: Final = AnyCase(
    r"\b(?:(?:office|clinic|practice|surgery|store|branch|shop) is|offices are|we(?:['’]re| are)) (?:now |currently )?"
    r"closed\b(?! (?:on|for|at|over|during|between|from)\b)"
    r"|\bbureaux sont (?:actuellement |maintenant )?ferm[eé]s\b(?! (?:le|les|pour|du|en)\b)"
    r"|\boficinas? est[aá]n? (?:ahora )?cerradas?\b|\b(?:rufen|sie) au(?:ß|ss)erhalb unserer\b"
    r"|\b(?:menus?|messages?|recordings?|announcement|hears?|options|choices|callers?|press|keys?|answers?|greeting"
    r"|men[uú]|grabaci[oó]n|opciones|annonce|message|choix|ansage|band|auswahl|taste)\b"
)
