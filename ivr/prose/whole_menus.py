"""Where a document says of the keys that it has told of that there are no others: `that's the lot`, `the only keys`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Document

_KEYS: Final = r"(?:keys?|options?|choices?|numbers?|buttons?|menu items?)"
_SAYS_ALL: Final = AnyCase(
    r"\b(?:(?:that|this)(?:['’]s| is| was) (?:the (?:lot|whole (?:menu|list|thing|lot))|everything\b(?! (?:you|we|i)\b)"
    rf"|all (?:of them|there is|the {_KEYS}))"
    rf"|(?:there (?:are|is)|you have|we have|has|have|with) no (?:other|more|further) {_KEYS}"
    rf"|no (?:other|more|further) {_KEYS} (?:exist|works?|are|is|do(?:es)?)\b"
    rf"|(?:are|is|were) (?:all )?the only (?:\w+ )?{_KEYS}\b"
    r"|nothing else (?:does anything|works|is on the menu)|(?:phone )?menu in full|(?:complete|full) (?:phone )?menu"
    r"|no hay m[aá]s (?:opciones|teclas)|il n['’]y a pas d['’]autres? (?:choix|options?|touches?)"
    r"|(?:weitere|andere|mehr) (?:tasten|optionen|ziffern|auswahlm[oö]glichkeiten) gibt es nicht)\b"
)


def whole_in(documents: Iterable[Document]) -> dict[str, list[int]]:
    """Give the lines of each document on which it says so."""
    found: dict[str, list[int]] = {}
    for document in documents:
        for block in document.blocks:
            for start, _ in _SAYS_ALL.spans(block.words) if _SAYS_ALL.search(block.words) else ():
                found.setdefault(document.name, []).append(block.text.line(start))
    return found
