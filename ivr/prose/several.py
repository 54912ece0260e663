"""Several keys for one thing in German, French and Spanish: `Les touches 1 à 4 donnent les rendez-vous`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from ivr.prose.clause_forms import BEGIN, TOPIC
from ivr.prose.grammar import Said
from ivr.prose.keys import STRONGLY
from ivr.prose.passing_sides import usable
from ivr.prose.tokens import Token
from ivr.prose.topic_words import Topic
from ivr.prose.words import TO_RANGE

_PLURAL: Final = r"(?:les |die |las |avec les |mit den |con las )?(?:touches|tasten|teclas|opciones|optionen|options)"
_LEAD: Final = (
    r"(?:donnent(?: acces)?|menent|conduisent|permettent|correspondent|renvoient|ouvrent|concernent|sont(?: pour)?"
    r"|fuhren|verbinden|leiten|gehoren|sind|bringen|llevan|dan(?: acceso)?|son|comunican|conectan|corresponden|sirven"
    r"|pasan)(?! (?:pas|plus|hors|nicht|derzeit|ausser|fuera|no|sin|libres|frei|unbelegt|belegt|defekt|inactiv)\w*)"
)
_LITTLE: Final = (
    r"(?:(?:directement|direkt|directamente|sie|le|pour|para|fur|a|au|aux|al|con|mit|zu|zum|zur|an|les|la|las|los|el|l'"
    r"|des|de|den|dem|der|die|das|du|vous|reserves|reserviert|bestimmt) )*"
)
_END: Final = r"(?= (?:[,.;:!?()–—|]|(?:et|und|y) (?:la|les|die|las)? ?(?:touche|taste|tecla|opcion|option)s?n? )|$)"
_FORM: Final = re.compile(
    rf"{BEGIN}{_PLURAL} (?P<first>[0-9])(?P<more>(?: , [0-9]){{0,6}}) (?P<word>a|bis|hasta|et|und|y|ou|oder|o|-|–) "
    rf"(?P<last>[0-9]) {_LEAD} {_LITTLE}{TOPIC}{_END}"
)
_ON: Final = re.compile(
    rf" (?:, )?(?:(?:et|und|y) )?(?:la |die )?(?:touche|taste|tecla|opcion|option) (?P<last>[0-9*#]) {_LITTLE}"
    rf"{TOPIC}{_END}"
)
_MOST: Final = 160


def with_several(text: str, tokens: Sequence[Token], said: Sequence[Said]) -> tuple[Said, ...]:
    """Give what a sentence tells of keys with those of which it tells several at once, and with the key behind them."""
    if len(tokens) > _MOST or not any(token.word in _NAMES for token in tokens):
        return tuple(said)
    line = " ".join(token.word for token in tokens)
    starts = [0, *accumulate(len(token.word) + 1 for token in tokens)][:-1]
    kept = list(said)
    for first in _FORM.finditer(line):
        found: re.Match[str] | None = first
        while found is not None:
            begin, over = (_token_at(starts, place) for place in (found.start(), found.end("last")))
            at, last = _token_at(starts, found.start("topic")), _token_at(starts, found.end("topic") - 1)
            topic = usable(text[tokens[at].start : tokens[last].end])
            if len(topic) > 1:
                start = tokens[_token_at(starts, found.start("last"))].start
                kept = [one for one in kept if not tokens[begin].start <= one.start < tokens[over].end]
                around = text[tokens[0].start : tokens[-1].end]
                aim = Topic(topic, tokens[at].start, "lead")
                kept += [Said(key, (), aim, start, STRONGLY, around=around) for key in _keys(found)]
            found = _ON.match(line, found.end())
    return tuple(sorted(kept, key=lambda one: one.start))


def _token_at(starts: Sequence[int], place: int) -> int:
    return bisect_right(starts, place) - 1


def _keys(found: re.Match[str]) -> list[str]:
    """Give the keys that a form names: all of a range, or each that stands there."""
    groups = found.groupdict()
    if "first" not in groups:
        return [found["last"]]
    if groups["word"] in TO_RANGE and found["first"] < found["last"] and not groups["more"]:
        return [str(key) for key in range(int(found["first"]), int(found["last"]) + 1)]
    return [key for key in f"{found['first']}{found['more']}{found['last']}" if key.isdecimal()]


_NAMES: Final = frozenset(("touches", "tasten", "teclas", "opciones", "optionen", "options"))
