"""What the headings of pages say of the keys below them."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase

PLAIN_TITLE: Final = AnyCase(
    r"^\W*(?:(?:get in touch|talk to|speak to|reach(?:ing)?|call(?:ing)?|how to call|ways to reach)"
    r"(?: with)?(?: us)?(?: right away)?.{0,12}|need help|how can we help|questions"
    r"|contact(?:s| us| details)?|phone|telephone|call(?:ing)?(?: us)?|by phone|support|help|hours?|numbers?"
    r"|(?:the )?(?:shortcuts?|trick|secret)|(?:the )?(?:fastest|quickest|shortest|best|easiest) (?:route|way|path)"
    r"|faq|frequently asked.*|how to (?:call|reach).*|faqs?.*|steps.*|menu|options|phone menu|.*\bmenu"
    r"|customer (?:service|support|care)|overview"
    r"|added|changed|fixed|removed|new|introduction|notes?|tips?|about.*|getting .*|home|welcome.*"
    r"|(?:date|from|to|cc|sent|von|gesendet|datum|fecha|para): .*|english|espa[nñ]ol|\d[\d\W]*|(?:dear|hi|hello"
    r"|estimad[oa]s?|bonjour|madame|monsieur|cher|ch[eè]re"
    r"|sehr geehrte[rs]?|liebe[rs]?|hallo|hola)\b.*"
    r"|(?:re|fwd?|aw|subject|betreff|objet|asunto):.*|from the \w+)\W*$",
    re.IGNORECASE,
)
REACHING: Final = re.compile(
    r"(?:how to (?:reach|get (?:hold of|through to|to)|speak (?:to|with)|talk to|contact|call)|reaching|contacting"
    r"|getting (?:hold of|through to)) (?:the |a |an )?"
    r"((?!us\b|by\b|customer|help\b|support|phone|menu|someone\b|somebody\b)[^\W\d][^\d?:;.]{3,40})",
    re.IGNORECASE,
)
"""A heading that names whom the keys under it reach: `How to reach the travel desk`."""
