"""Times of the clock that are spelled in words: `eight a.m. to six p.m.`, `de ocho a dos`, `von acht bis zehn Uhr`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.tokens import folded

_OF_LANGUAGES: Final = (
    "one two three four five six seven eight nine ten eleven twelve",
    """una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete
    dieciocho diecinueve veinte veintiuna veintidos veintitres""",
    """une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit
    dix-neuf vingt""",
    """eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn
    achtzehn neunzehn zwanzig""",
)
_HOURS: Final = {word: hour for words in _OF_LANGUAGES for hour, word in enumerate(words.split(), 1)}
_HALVES: Final = {"thirty": "30", "fifteen": "15", "forty-five": "45", "y media": "30", "trente": "30", "quinze": "15"}
_HOUR: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
    r"|diez|once|doce|trece|catorce|quince|diecis[eé]is|diecisiete|dieciocho|diecinueve|veinte|veintiuna|veintid[oó]s"
    r"|veintitr[eé]s|une|deux|trois|quatre|cinq|sept|huit|neuf|dix-sept|dix-huit|dix-neuf|dix|onze|douze|treize"
    r"|quatorze|seize|vingt|eins|zwei|drei|vier|f[uü]nf|sechs|sieben|acht|neun|zehn|elf|zw[oö]lf|dreizehn|vierzehn"
    r"|f[uü]nfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig)"
)
_HALF: Final = r"(?:[ -](?:thirty|fifteen|forty-five|y media)\b)?"
_CLOCK: Final = (
    r"(?=\s*(?:[ap]\.?\s?m\b|o['’]clock|uhr\b|horas\b|heures?\b|in the (?:morning|afternoon|evening)\b|at night\b))"
)
_AT: Final = rf"(?:las?\s+)?{_HOUR}\b{_HALF}"
_OF_DAY: Final = r"(?:\s+(?:heures?|uhr|horas|in the (?:morning|afternoon)))?"
_TOLD: Final = re.compile(
    rf"\b(?:from|between|de|von|entre)\s+{_AT}{_OF_DAY}\s+(?:to|and|until|till|a|à|bis|y|et|und)"
    rf"\s+{_AT}|\b{_HOUR}\b{_HALF}{_CLOCK}",
    re.IGNORECASE,
)
_WORD: Final = re.compile(rf"\b({_HOUR})\b(?:[ -](thirty|fifteen|forty-five|y media)\b)?", re.IGNORECASE)
_QUICK: Final = AnyCase(r"\b[ap]\.? ?m\b|in the |at night|clock|uhr|horas|heures|from|between|\bde\b|\bvon\b|entre")
_SPELLED: Final = AnyCase(rf"\W{_HOUR}\b")


@lru_cache(maxsize=2048)
def in_digits(text: str) -> str:
    """Give a text with its times of the clock in digits, each as long as its words were."""
    return _TOLD.sub(_ranged, text) if _QUICK.search(text) and _SPELLED.search(f" {text}") else text


def without_stop(words: str) -> str:
    """Give hours without the full stop of their sentence; that of `p.m.` is theirs."""
    return words if words.endswith(".m.") else words.rstrip(".")


def _ranged(found: re.Match[str]) -> str:
    return _WORD.sub(_written, found[0])


def _written(found: re.Match[str]) -> str:
    hour = _HOURS.get(folded(found[1]))
    if hour is None:
        return found[0]
    minutes = _HALVES[found[2].lower()] if found[2] else ""
    return f"{hour}:{minutes}".rstrip(":").rjust(len(found[0]))
