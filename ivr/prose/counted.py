"""Words that a number behind them tells apart from others of their kind: `step 2`, `gate 4`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.keypad import is_digits
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.words import THENS, VERBS, set_of

COUNTED: Final = set_of(
    """box station vhf channel terminal desk ward wards queue runbook ticket
    level room floor step chapter page tier zone grade version part section phase figure table gate
    platform unit line lane bay bus route week day stage volume number no suite apartment form schedule appendix type
    category class window windows year article lot q a building block door dock docks port ports panel
    priority severity order gruppe linie
    tg trunk niveau porte batiment rang quai ligne arret gleis
    seite zeile pagina linea haus ebene raum ventanilla schalter guichet planta piso etage zimmer quai salle secteur
    elevator elevators lift lifts pump boiler unit units aufzug ascenseur ascensor
    formule tab onglet pestana reiter klappe counter"""
)
"""Words that a number behind them tells apart from others of their kind."""
NO_MENU: Final = COUNTED - {"number", "no", "line", "q", "a", "level", "type", "table", "week", "day"}
"""Those of them behind which no key stands alone."""


def counts_others(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit, or the row of digits that it ends, tells apart other things than keys: `routes 1, 2 and 5`."""
    place = at - 1
    if place > 0 and tokens[place].word == "." and tokens[place - 1].word in _EXTENSIONS:
        return True
    while place > 0 and (is_digits(tokens[place].word) or tokens[place].word in _BETWEEN):
        place -= 1
    word = tokens[place].word if place >= 0 else ""
    further = [token.word for token in tokens[at + 1 : at + 3]]
    several = place < at - 1 or (further[:1] != [] and further[0] in _BETWEEN and is_digits(further[-1]))
    counted = word in _OF_OTHER_THINGS or (
        several and word.removesuffix("s") in _NUMBERED_THINGS
    )  # a dealer's menu has parts, and `orders 2) returns` is none of several orders
    return counted and (place == at - 1 or is_digits(tokens[place + 1].word))


_NUMBERED_THINGS: Final = NO_MENU | {"level", "week", "table"} - {"part"}


_EXTENSIONS: Final = set_of("ext extension durchwahl nebenstelle poste anexo interno extensión")
"""What a number behind it is that of, and no key: `ext. 7, then press 1`."""

_OF_OTHER_THINGS: Final = NO_MENU | _EXTENSIONS

_BETWEEN: Final = frozenset((",", "and", "&", "or", "to", "-", "–", "through"))


def is_vote(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number counts votes: `3 for, 1 against`."""
    behind = [token.word for token in tokens[end : end + 4]]
    return behind[:2] == ["for", ","] and behind[3:] in (["against"], ["abstentions"], ["opposed"])


def led_by_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether only a dash or a request stands between a number and a key: `555-0100 - 1 sales`, `and press 1 sales`."""
    asked = at > 0 and tokens[at - 1].word in VERBS
    place = at - 1 - asked
    while place > 0 and tokens[place].word in (_BEHIND_NUMBER if asked else _DASHES):
        place -= 1
    return 0 <= place < at - 1 and tokens[place].word == NUMBER


_DASHES: Final = frozenset(("-", "–", "—", "~"))

_BEHIND_NUMBER: Final = _DASHES | THENS | {"and"}
