"""Signs in a prompt that are made for screens or machines: tags, and what a voice cannot say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_SPEECH: Final = re.compile(
    r"speak|break|say-as|prosody|emphasis|phoneme|sub|p|s|voice|audio|mark|w|lang|token|lexicon|desc|par|seq|media"
    r"|amazon:[a-z-]+"
)
"""The elements of SSML (W3C Speech Synthesis Markup Language 1.1)."""
_SCREEN: Final = re.compile(
    r"[abiu]|em|strong|br|div|span|[uo]l|li|h[1-6]|font|table|t[rdh]|img|code|pre|hr|small|big|html|body"
)
_SIGNS: Final = re.compile(r"[^\w\s.,:;!?'\"()/-]|://|(?i:www)")
"""What has one of these is looked at closely: most prompts have none."""
_TAG: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9]*(?:[-:][A-Za-z0-9]+)*)(?:\s[^<>]*)?/?>")
_VARIABLE: Final = re.compile(r"\{[A-Za-z_][A-Za-z0-9_-]*\}")
_UNFILLED: Final = re.compile(r"\{\{[^{}]*\}\}|\{[^{}]*\}?|\}|(?<!\S)%(?:\(\w+\))?[sd]\b")
_ADDRESS: Final = re.compile(r"https?://[^\s)]*[^\s).,;]|www\.[\w.-]+/\S*[?=&%_#~]\S*", re.IGNORECASE)
_MARKS: Final = re.compile(
    r"(?<!\*)\*\*[^*\s][^*\n]*\*\*(?!\*)|`[^`\n]+`|\[[^\]\n]+\]\([^)\n]+\)|&(?:[a-z]{2,6}|#\d{2,5});"
)
_AMPERSAND: Final = re.compile(r"&(?!\w+;|#\d+;)")
"""One that stands for itself: voices take it, XML does not."""
_SPOKEN_SIGNS: Final = frozenset("©®™°№℠")
_JOINERS: Final = frozenset("\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}")
_ARROWS: Final = range(0x2190, 0x2200)


def tags(text: str) -> Iterator[tuple[str, str]]:
    """Give the tags of a text, each with its name, if they are those of SSML or of web pages."""
    for found in _TAG.finditer(text):
        name = found[1].lower()
        if _SPEECH.fullmatch(name) or _SCREEN.fullmatch(name):
            yield found[0], name


def unspeakable(text: str) -> Iterator[tuple[str, str]]:
    """Give what a voice cannot say in a text, each with the reason."""
    if not _SIGNS.search(text):
        return
    marked = list(tags(text))
    yield from ((tag, "a tag of web pages") for tag, name in marked if _SCREEN.fullmatch(name))
    speech = [tag for tag, name in marked if not _SCREEN.fullmatch(name)]
    if speech and not _is_well_formed(text):
        yield speech[0], "SSML that is not well formed, so that the voice reads the tags or nothing"
    without = _TAG.sub(" ", text)
    yield from ((found[0], "an address for browsers") for found in _ADDRESS.finditer(without))
    yield from ((found[0], "a mark for screens") for found in _MARKS.finditer(without))
    yield from ((found, "a place that nothing fills in") for found in _unfilled(without))
    sign = next((sign for sign in without if _is_picture(sign)), "")
    if sign:
        yield sign, "a picture"


def _unfilled(text: str) -> Iterator[str]:
    """Give places for values that are not written as `{variable}`."""
    if "{" in text or "}" in text or "%" in text:
        for found in _UNFILLED.finditer(text):
            if not _VARIABLE.fullmatch(found[0]):
                yield found[0]


def _is_picture(sign: str) -> bool:
    if sign.isascii() or sign in _SPOKEN_SIGNS:
        return False
    return sign in _JOINERS or ord(sign) in _ARROWS or unicodedata.category(sign) == "So"


def _is_well_formed(text: str) -> bool:
    """Whether a text is SSML as the reader of a voice takes it; a document type is none, and is not expanded."""
    if "<!" in text:
        return False
    from xml.parsers import expat  # noqa: PLC0415 -- few flows write SSML

    parser = expat.ParserCreate()
    try:
        parser.Parse(f"<prompt>{_AMPERSAND.sub('&amp;', text)}</prompt>", True)  # noqa: FBT003 -- the end, by place only
    except expat.ExpatError:
        return False
    return True
