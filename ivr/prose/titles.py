"""What the headings of pages say of the keys below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import Final

from ivr.prose import hints
from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, ITEM, Block

PLAIN_TITLE: Final = AnyCase(
    r"^\W*(?:(?:get in touch|talk to|speak to|reach(?:ing)?|call(?:ing)?|how to call|ways to reach)"
    r"(?: with)?(?: us)?(?: right away)?.{0,12}|need help|how can we help|questions"
    r"|contact(?:s| us| details)?|phone|telephone|call(?:ing)?(?: us)?|by phone|support|help|hours?|numbers?"
    r"|(?:the )?(?:shortcuts?|trick|secret)|(?:the )?(?:fastest|quickest|shortest|best|easiest) (?:route|way|path)"
    r"|faq|frequently asked.*|how to (?:call|reach|contact|get hold of).*|faqs?.*|steps.*|menu|options|phone menu"
    r"|.*\bmenu"
    r"|customer (?:service|support|care)|overview"
    r"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:january|february|march"
    r"|april|may|june|july"
    r"|august|september|october|november|december|januar|februar|m[aä]rz|mai|juni|juli|oktober|dezember|janvier"
    r"|f[eé]vrier|mars"
    r"|avril|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre)[\d\W]*(?:st|nd|rd|th)?[\d\W]*"
    r"|added|changed|fixed|removed|new|introduction|notes?|tips?|about.*|getting .*|home|welcome.*"
    r"|(?:date|from|to|cc|sent|von|gesendet|datum|fecha|para): .*|english|espa[nñ]ol|\d[\d\W]*|(?:dear|hi|hello"
    r"|estimad[oa]s?|bonjour|madame|monsieur|cher|ch[eè]re"
    r"|sehr geehrte[rs]?|liebe[rs]?|hallo|hola)\b.*"
    r"|[^>»›]+ [>»›] [^>»›]+ [>»›] .+|(?:re|fwd?|aw|subject|betreff|objet|asunto):.*|from the \w+)\W*$",
    re.IGNORECASE,
)
REACHING: Final = re.compile(
    r"(?:how to (?:reach|get (?:hold of|through to|to)|speak (?:to|with)|talk to|contact|call)|reaching|contacting"
    r"|getting (?:hold of|through to)) (?:the |a |an )?"
    r"((?!us\b|by\b|customer|help\b|support|phone|menu|someone\b|somebody\b)[^\W\d][^\d?:;.]{3,40})",
    re.IGNORECASE,
)
"""A heading that names whom the keys under it reach: `How to reach the travel desk`."""


def is_of_menu(title: str) -> bool:
    """Whether a title says nothing but that a phone menu, and maybe the number of it, stands below: `Phone menu`."""
    return _OF_MENU.fullmatch(title)


_OF_MENU: Final = AnyCase(
    r"\W*(?:(?:our|the|main|full|current) )*(?:(?:(?:tele)?phone|call|hotline|switchboard|ivr|voice)"
    r" (?:menu|tree|options)(?: (?:options|choices|tree))?|ivr|auto[ -]?attendant|telefonmen[uü]|sprachmen[uü]"
    r"|men[uú] telef[oó]nico|menu (?:t[eé]l[eé]phonique|vocal)|serveur vocal)"
    r"(?: (?:of|on|for|at|der|del|de|du|unter))?[\W\d]*"
)


def first_words(blocks: Sequence[Block]) -> str:
    """Give the words that a document begins with: its title, and none of the links that a page has above that."""
    words = [one for one in blocks if one.words and not _leads_nowhere(one.words)]
    below = list(dropwhile(lambda one: one.kind == ITEM and len(one.words) < _LONGEST_LINK, words))
    titled = below if below and below[0].kind == HEADING else words
    return titled[0].words if titled else ""


_LONGEST_LINK: Final = 40


def _leads_nowhere(words: str) -> bool:
    """Whether the first words of a page are no title: a link over its menu, a notice that stands on every page."""
    return hints.leads_to_content(words) or _BANNER.match(words)


_BANNER: Final = AnyCase(
    r"\W*(?:fraud|security|scam|service|system|travel|weather|storm|holiday)? ?(?:alert|notice|warning"
    r"|update)s?\b ?[:!–-]"
)


def key_before(title: str) -> str:
    """Give the key that a heading says leads to its menu: `Submenu behind 3`, `Behind door number 5`."""
    found = _BEHIND.search(title)
    return str(found[1]) if found is not None else ""


def about_behind(about: str, *, is_sure: bool) -> str:
    """Give what a heading is about that calls its menu by the key: a door is none in a document sure of its menu."""
    return "" if is_sure and about == "device" else about


_BEHIND: Final = re.compile(
    r"(?<!day )(?<!days )(?<!night )(?<!nights )(?<!evening )(?<!evenings )(?<!daily )(?<!hours )(?<!week )(?<!open )"
    r"\b(?:behind|under|below|after|if you(?: have)?|once you(?: have)?|when (?:i|you|we)|having|menu for"
    r"|sub-?menu(?: of| for)?|branch"
    r"|level below|\((?:main |first )?menu|\(from) "
    r"(?:main menu,? )?(?:key |option |choice |press(?:ing|ed)? |chose |selected |no\. "
    r"|(?:\w{2,8} )?number |(?:the )?(?:door|button) )?([0-9*#])"
    r"(?![\w.:]|[- ]\(?\d\d| ?(?:[ap]\.?m\b|o['’]clock|uhr|h\b|days?\b|hours?\b|min|rings?\b))",
    re.IGNORECASE,
)
"""What a heading says of the key that leads to its menu: `Submenu behind 3`."""
