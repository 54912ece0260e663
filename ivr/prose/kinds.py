"""What kind of document it is, by all of its words: one that tells of a phone menu, or one of a thing with keys.

The grammar sees a key and its sentence; whether `2 for hot water` belongs to a kettle is told by the page around it.
The weights of the words are learned from the labelled documents of the tests; `python -m pytest --update` learns anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import sqrt
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block
from ivr.prose.weights import weights_in

_WORD: Final = re.compile(r"[^\W\d_]+")
_SURELY_OTHER: Final = -8.0
"""The likeness below which a text of few words is taken to be of another kind; that of menus is above it."""
_OTHER: Final = -3.0
"""The likeness below which a longer one is; that of hardly any document with a menu is below 3."""
SURELY_MENU: Final = 10.0
"""The likeness above which a text is taken to be of a phone menu, though nothing in it names a number."""
_FEWEST: Final = 20
_ENOUGH: Final = 40
_FEWEST_OF_MENU: Final = 15
"""Words with a weight that a text has to have, to be judged by them; fewer are enough to speak for it.

The likeness of a text does not grow with its words: with few of them it is as much, and a little less sure.
"""
_OF_LINE: Final = 1.5
"""How much each line that seems to tell of keys speaks for a menu, whatever the other words."""
_OF_KEY: Final = 0.75
"""How much each key of them does, where there are more on a line."""
_OF_CALL: Final = 12.5
"""How much it speaks for a menu that a key is told with a number to call."""
_MANY: Final = 20
"""Lines that tell of keys from which on a document is not asked about: there is none of another kind with so many."""
_NEAR: Final = 60
"""Lines around the keys of a long document that say what kind of text they stand in."""
BIAS: Final = "*"
"""The name that the weight of every document has among those of words."""


def features(texts: Iterable[str]) -> list[str]:
    """Give the words of texts, and the pairs of those that stand side by side: each once, in small letters."""
    words = [word for text in texts for word in _WORD.findall(text.lower())]
    return sorted(set(words).union(f"{one} {other}" for one, other in pairwise(words)))


def likeness(known: Sequence[int], bias: int) -> float:
    """Give how much a document is like one with a phone menu, from the weights of those of its words that have one.

    It is 0 in the middle, and does not grow with the length of the document.
    """
    return (bias + sum(known)) / sqrt(len(known) or 1)


def is_of_another_kind(blocks: Sequence[Block], lines: Sequence[int], *, keys: int, called: bool) -> bool:
    """Whether a document that seems to tell of so many keys, in some lines, is none with a phone menu, by its words.

    `called` says that the sentence of one of them gives a number to call.
    """
    if not 0 < len(lines) <= _MANY:
        return False
    first, last = min(lines) - _NEAR, max(lines) + _NEAR
    known = _known(block for block in blocks if first <= block.text.line(0) <= last)
    weight = max(_OF_LINE * len(lines), _OF_KEY * keys) + _OF_CALL * called
    least = _OTHER if len(known) >= _ENOUGH else _SURELY_OTHER
    return len(known) >= _FEWEST and likeness(known, weights_in("kinds.txt")[BIAS]) + weight < least


def likeness_of(blocks: Sequence[Block]) -> float:
    """Give how much the beginning of a text is like one of a phone menu; 0 where it has too few words that tell."""
    known = _known(blocks[:_NEAR])
    return likeness(known, weights_in("kinds.txt")[BIAS]) if len(known) >= _FEWEST_OF_MENU else 0.0


def is_surely_of_menu(blocks: Sequence[Block]) -> bool:
    """Whether a text tells of a phone menu by its words alone, though it may name neither a number nor a phone."""
    return likeness_of(blocks) > SURELY_MENU


def _known(blocks: Iterable[Block]) -> list[int]:
    """Give the weights of the words of blocks, as far as they have one."""
    weights = weights_in("kinds.txt")
    return [weights[one] for one in features(block.words for block in blocks) if one in weights]


def is_of_a_kind(title: str) -> bool:
    """Whether a title says that what follows is a lesson, a column, a game or the like, or who has written it."""
    return len(title) < _LONGEST_TITLE and (_KIND.search(title) or bool(_BYLINE.search(title)))


_LONGEST_TITLE: Final = 120
_KIND: Final = AnyCase(
    r"\b(?:tutorial|lectures?|lesson|homework|worksheet|test plan|sample paper|op-?ed|opinion|essay|humou?r"
    r"|speaker notes|running order|(?:a|the) talk given|testimony|deposition|short story|recipe|controls"
    r"|(?:a|the|short|brief) history|how to play|rules of the game|vorlesung|[uü]bungsblatt|glosse|kolumne"
    r"|drills?|patent claims?|role[ -]?play(?:ing)?|mistakes in|best practices|(?:how to|rules for) (?:write"
    r"|design|writing|designing)"
    r"|writing (?:\w+ )?(?:phone|voice|ivr|menu) prompts|(?:api|sdk) reference|webhooks?|ivr design"
    r"|(?:build|creat|mak|cod)(?:e|ing)? an? (?:\w+ )?(?:ivr|(?:phone|voice) (?:menu|bot|app)"
    r"|auto[- ]?attendant) (?:with|in|using|on)"
    r"|(?:rules|tips|secrets|steps|advice|principles) (?:for|to|on) (?:an? )?(?:good|better|great|perfect|friendl\w+"
    r"|clear\w*)|r[eé]ussir (?:son|sa|votre|vos|un)|(?:nos |des )?conseils (?:pour|aux|de)|tipps (?:f[uü]r|der|von|zu)"
    r"|consejos (?:para|de)|claves para|(?:listen|listening)(?: and|:|,? track)|escucha(?:d|r)? y \w+"
    r"|[eé]coutez et|h[oö]ren sie und|h[oö]rverstehen|(?:unidad|lektion|le[cç]on|unit[eé]) \d+"
    r"|a (?:method|system|device) (?:in|of|for|according|as claimed)"
    r"|spielanleitung|chronique|tribune libre|travaux dirig[eé]s|columna de opini[oó]n|cuento|ejercicios?|exercices?)\b"
)
"""What pages call themselves that may speak of the keys of any phone, or of none."""
_BYLINE: Final = re.compile(
    r"^(?:Von|Por|Par) (?:[A-ZÀ-Þ][\w.'’-]+ ){1,2}(?:d[eu] |von )?[A-ZÀ-Þ][\w'’-]+\W*$|"
    r"(?:^|\s)[Bb]y (?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+(?:\W*$|, \d| \|)"
)


def has_line(texts: Iterable[str]) -> bool:
    """Whether texts without a number speak of a line that answers, or of phones, all the same."""
    return any(_LINE.search(_NO_LINE.without(text)) for text in texts)


_NO_LINE: Final = AnyCase(
    r"\b(?:no|without|not offer|don['’]t (?:offer|have)|sin|pas de|kein(?:en|e)?) (?:an? |any )?(?:(?:tele)?phone"
    r"|telefon\w*"
    r"|tel[eé]fono|t[eé]l[eé]phone|hot-?line|help-?line|soporte telef[oó]nico|(?:assistance"
    r"|support) t[eé]l[eé]phonique)"
    r"(?: (?:support|line|number|help|service|nummer|hotline))?\b"
)
"""What says that there is none."""


_LINE: Final = AnyCase(
    r"\b(?:(?:tele)?phones?|phoning|callers?|calling|voicemail|hot-?line|help-?line|switchboard|greeting|recording"
    r"|recorded|announcement|auto-?attendant|ivr|robot|voice|prompts?|you(?:['’]ve| have) reached|on the line"
    r"|welcome to|hear"
    r"|call (?:the|our|your|that|this)|main (?:line|number)|(?:system|machine|computer) (?:answers|picks up)|operator"
    r"|(?:after|at) the (?:tone|beep)|leave (?:us |me )?(?:a|your) (?:\w+ )?message|dial-by-name|(?:party"
    r"|person)['’]s extension"
    r"|(?:call|ring|phone|dial) (?:us|back|again)|ring the|hang up"
    r"|\w*ansage\w*|anruf\w*|telefon\w*|verbunden mit|in der leitung|annonces?|serveur vocal|r[eé]pondeur|standard"
    r"|t[eé]l[eé]phon\w+|appel\w*|locuci[oó]n|grabaci[oó]n|llam\w+|tel[eé]fono|contestador)\b"
)


def is_reference(title: str) -> bool:
    """Whether a title is what a programmer's reference names a part by: an address that is asked, or a tag in code."""
    return len(title) < _LONGEST_TITLE and _REFERENCE.search(title) is not None


_REFERENCE: Final = re.compile(
    r"\b(?:GET|POST|PUT|PATCH|DELETE) /\w|<[A-Z]\w+>|\b(?:API|SDK|REST) (?:reference|docs|documentation|guide)\b"
    r"|\b(?:verb|node|endpoint|widget|attribute|callback)s?\b.{0,30}\b(?:collects?|returns?|creates?|accepts?|takes?)\b"
)


def is_tale(texts: Iterable[str]) -> bool:
    """Whether texts tell a story: time after time they say who spoke, beside the words that were said."""
    return sum(len(_SPOKE.findall(text)) for text in texts if any(mark in text for mark in _MARKS)) > 1


_MARKS: Final = '"”»“'
_SPOKE: Final = re.compile(
    r"[\"”»«“],? (?:(?:he|she|I|they|the [a-z ]{3,20}) (?:said|asked|whispered|answered|shouted|murmured|replied)\b"
    r"|(?:said|asked|whispered|murmured|replied) (?:he|she|the [a-z]+|her [a-z]+|his [a-z]+|my [a-z]+|[A-Z][a-z]+)\b"
    r"|(?:sagte|fragte|fl[uü]sterte) |(?:dit|demanda|murmura)(?:-| )|(?:dijo|pregunt[oó]|susurr[oó]) )"
)
"""Who spoke, behind the words that were said."""
