"""Words of a flow that is made of documents: numbers as people write them, names of nodes, time zones."""

from __future__ import annotations

import re
from typing import Final

import phonenumbers
from phonenumbers import timezone

from ivr.printable import printable
from ivr.prose.hours import Hours, hours_told
from ivr.prose.meaning import is_common
from ivr.prose.tokens import folded
from ivr.prose.words import set_of

NO_NUMBER: Final = "1-800-555-0100"
"""Dialled in a flow whose documents name no number; nobody has it."""
ZONES: Final = (
    (r"\b(?:E[SD]?T|(?i:eastern))\b", "America/New_York"),
    (r"\b(?:C[SD]?T|(?i:central))\b", "America/Chicago"),
    (r"\b(?:M[SD]?T|(?i:mountain))\b", "America/Denver"),
    (r"\b(?:P[SD]?T|(?i:pacific))\b", "America/Los_Angeles"),
    (r"\b(?:GMT|BST|UK|(?i:london))\b", "Europe/London"),
    (r"\b(?:CES?T|MEZ)\b", "Europe/Berlin"),
)
COUNTRY_ZONES: Final = {
    44: "Europe/London",
    49: "Europe/Berlin",
    33: "Europe/Paris",
    34: "Europe/Madrid",
    52: "America/Mexico_City",
    41: "Europe/Zurich",
    43: "Europe/Vienna",
}


def zone_of(number: str) -> str:
    """Give the time zone of a number in E.164, by its area; nothing where it is one of several, as toll-free ones are.

    Source: the areas of numbers that the library `phonenumbers` knows.
    """
    parsed = phonenumbers.parse(number)
    zones = timezone.time_zones_for_number(parsed)
    only = zones[0] if len(zones) == 1 and zones[0] != timezone.UNKNOWN_TIMEZONE else ""
    return only or COUNTRY_ZONES.get(parsed.country_code or 0, "")


LONGEST_NAME: Final = 60
_SLUG_WORDS: Final = 4
_NORTH_AMERICAN: Final = 12
"""Signs of a number of North America: + 1, area, exchange and line."""
_LITTLE: Final = set_of(
    """a an the of for to and or in on at by with your our my about el la los las de del un una y o para le les des
    du et der die das den und mit zu zum zur fur"""
)
TAGS: Final = {"en", "es", "fr", "de", "pt", "it", "zh", "vi", "ko", "ru", "pl", "ar"}


def shown_number(e164: str) -> str:
    """Write a number as its country does: 1-800-555-0100, +44 1632 960101."""
    if e164.startswith("+1") and len(e164) == _NORTH_AMERICAN:
        return f"1-{e164[2:5]}-{e164[5:8]}-{e164[8:]}"
    return phonenumbers.format_number(phonenumbers.parse(e164), phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def text_of(words: str) -> str:
    """Give words fit for a prompt: on one line, without the brackets of variables."""
    return " ".join(printable(words).replace("{", "(").replace("}", ")").split())


_TELLS_OF_KEY: Final = re.compile(
    r"^(?:plays|reaches|is for|(?:leads|goes) to|(?:takes|gets|brings|connects|transfers|puts|routes|sends) you"
    r"(?: straight| through| on)?(?: to| with)?|(?:it is|it['’]s|you have|you want|you need|there is)(?= an? )"
    r")\s+(?=[^\W\d])",
    re.IGNORECASE,
)
"""What a sentence says of a key before it names what that is for: `4 plays our address`, `1 if it is an emergency`."""


def told_plainly(topic: str) -> str:
    """Give a topic without its hours, and without the verb of the sentence that told of its key."""
    for hours in hours_told(topic):
        if _ends_there(topic, hours) and (shorter := topic[: hours.start].rstrip(" ,;:(–—-")):
            topic = shorter
            break
    more = topic.partition("; ")[2]
    if len(more.split()) > _FEW:
        topic = topic.partition("; ")[0]
    topic = _TELLS_OF_KEY.sub("", topic)
    first, _, rest = topic.partition(" ")
    return f"{_BIDS[first.lower()]} {rest}".strip() if first.lower() in _BIDS else topic


_FEW: Final = 3
"""Words behind a semicolon that still are what a key is for; more are a sentence on it."""
_BIDS: Final = {
    "repeats": "repeat",
    "replays": "replay",
    "hangs": "hang",
    "ends": "end",
    "goes": "go",
    "returns": "return",
    "disconnects": "disconnect",
    "exits": "exit",
}
"""What a sentence says that a key does, as a menu says it."""


def _ends_there(topic: str, hours: Hours) -> bool:
    """Whether hours are the end of a topic: `Billing, Mon-Fri 8-5`."""
    return not topic[hours.start + len(hours.words) :].strip(" ,;:.()–—-")


def choice_of(topic: str, language: str) -> str:
    """Give a topic as the words of a choice: `for Refills` of a list becomes `for refills`, names stay as they are."""
    shown = told_plainly(text_of(topic))
    first = shown.split(" ", 1)[0].rstrip(",:;")
    plain = language != "de" and first[1:].islower() and is_common(first) and first[:2] not in {"I'", "I’"}
    return shown[:1].lower() + shown[1:] if plain else shown


def sentence_of(words: str) -> str:
    """Give words as a sentence of a prompt."""
    shown = text_of(words)
    return shown[:1].upper() + shown[1:].rstrip(".") + "." if shown else "Welcome."


def slug_of(words: str) -> str:
    """Give the first words that tell something, as the name of a node."""
    found = [word for word in re.findall(r"[a-z0-9]+", folded(words)) if word not in _LITTLE]
    return "-".join(found[:_SLUG_WORDS])


_VERB: Final = re.compile(
    r"^(?:(?:to )?(?:be )?(?:connected|transferred|put through)(?: directly)? (?:to|with)"
    r"|(?:speak|talk) (?:to|with)|reach"
    r"|get(?: to| hold of)?|access|request|hablar con|comunicarse con|parler (?:à|avec)|joindre|sprechen mit"
    r")\s+(?:an? |the |our |your |un |una |el |la |einem? |einer )?",
    re.IGNORECASE,
)


def contact_name(topic: str) -> str:
    """Give whom a topic names: `a clinical pharmacist` of `speak with a clinical pharmacist`."""
    return _VERB.sub("", told_plainly(topic)) or topic


_HEARD: Final = re.compile(
    r"^(?:to )?(?:hear|listen to|escuchar|oír|écouter|entendre)\s+(?:about )?(?=[^\W\d])", re.IGNORECASE
)


def played_words(topic: str) -> str:
    """Give what a recording is about: `Your balance.` of `hear your balance`."""
    return sentence_of(_HEARD.sub("", told_plainly(topic)))
