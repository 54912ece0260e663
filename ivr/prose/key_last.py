"""Sentences that are what a key is for, and that key, as recordings have them: `Orthopédie, un. Ophtalmologie, deux`.

Recordings leave out the request. Where such sentences follow each other, it is put in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import ITEM, PARAGRAPH, Block
from ivr.prose.languages import language_hinted
from ivr.prose.scopes import language_of
from ivr.prose.tokens import folded
from ivr.prose.words import NAMES

_KEY: Final = (
    r"[0-9*#]|Null|Eins|Zwei|Drei|Vier|Fünf|Sechs|Sieben|Acht|Neun|Stern|Raute|cero|uno|dos|tres|cuatro|cinco|seis|siete"
    r"|ocho|nueve|asterisco|numeral|almohadilla|z[eé]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|[eé]toile|di[eè]se"
)
_SENTENCE: Final = re.compile(
    rf"(?:^|(?<=[.!?»«\]:] ))(?P<topic>(?![»«])[^\W\d][^.!?:;\d]{{3,100}}?)"
    rf"(?P<sep>, (?:(?:dann |bitte |gleich )*(?:el|la|le|die) )?)(?P<key>{_KEY})(?=[.!»«]|\s*$)"
)
"""A sentence that ends in a key, behind a comma."""
_END: Final = re.compile(rf", (?:(?:dann |bitte |gleich )*(?:el|la|le|die) )?(?:{_KEY})(?=[.!»«]|\s*$)")
"""Such an end, sooner looked for than the whole sentence."""
_CONDITION: Final = re.compile(
    r"(?:y |et |und )?(?:si|para|por|cuando|pour|quand|wenn|falls|für|bei|zum|zur|haben|wollen|möchten|sind|brauchen"
    r"|geht|¿|vous|voulez|souhaitez)\b",
    re.IGNORECASE,
)
"""How a sentence begins to which nothing but the request is lacking."""
_ASKS: Final = AnyCase(
    r"\b(?:press|select|choose|dial|option|w[aä]hl\w*|dr[uü]ck\w*|tippen|nehmen|tapez|faites|composez|appuyez|puls\w+|marque|marc\w+|oprim\w+|presion\w+"
    r"|elij\w+|choisissez)\b"
)
_SAYS: Final = {
    "en": ("For ", "press "),
    "de": ("Für ", "drücken Sie "),
    "fr": ("Pour ", "tapez "),
    "es": ("Para ", "pulse "),
}
"""What stands before what a key is for, and before the key."""
_FEWEST: Final = 2
_IN_ENGLISH: Final = 3
"""So many of them it takes in English, where a list of amounts looks alike: `Adults, 2. Children, 1.`"""
_MANY: Final = 400
"""Blocks by which the language of a document is told."""


def with_requests(blocks: Sequence[Block]) -> list[Block]:
    """Give blocks in which such sentences ask for their keys."""
    every = ""
    found: list[Block] = []
    for block in blocks:
        may = block.kind in {ITEM, PARAGRAPH} and _END.search(block.words)
        ends = list(_SENTENCE.finditer(block.words)) if may else []
        ends = [one for one in ends if not _ASKS.search(one["topic"])]
        keys = [NAMES.get(folded(one["key"]), one["key"]) for one in ends]
        if len(keys) < _FEWEST or len(set(keys)) < len(keys) or not {"1", "2"} & set(keys):
            found.append(block)
            continue
        every = every or " ".join(one.words for one in blocks[:_MANY])
        spoken = block.language[:2] or language_of(every, "") or language_hinted(every)
        language = language_of(block.words, spoken)
        many = language != "en" or (len(ends) >= _IN_ENGLISH and keys[0] == "1")
        found.append(_asked(block, ends, language) if language in _SAYS and many else block)
    return found


def _asked(block: Block, ends: Sequence[re.Match[str]], language: str) -> Block:
    aim, request = _SAYS[language]
    text = block.text
    for one in reversed(ends):
        text = text.put(one.start("sep"), one.end("key"), f", {request}{NAMES.get(folded(one['key']), one['key'])}")
        if not _CONDITION.match(one["topic"]):
            topic = one["topic"]
            small = topic if topic[:2].isupper() or language == "de" else topic[0].lower() + topic[1:]
            text = text.put(one.start("topic"), one.end("topic"), f"{aim}{small}")
    return block._replace(text=text)
