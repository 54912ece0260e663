"""Tables with a column for what a menu was and one for what it is, or will be: `Key | Before | After`.

The columns of what holds no longer, and of what does not hold yet, are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import ROW, Block
from ivr.prose.table_shape import is_worded, key_in, row_of

_OF: Final = (
    r"(?:[ -](?:keys?|options?|menus?|digits?|numbers?|uses?|destinations?|meanings?|topics?|prompts?|labels?|press"
    r"|routes?|routing|wording|choices?|codes?|queues?|teams?|tree|taste|tastenbelegung|belegung|tecla|opci[oó]n|touche"
    r"|choix|option|men[uúü]))?(?: ?\([^()]*\))?\W*"
)
"""What a heading may say besides when its column holds."""
_MONTHS: Final = (
    r"(?:jan|feb|mar|m[aä]r|apr|avr|abr|may|mai|ma[iy]o|jun|juin|jul|juil|aug|ao[uû]t|ago|sep|oct|okt|nov|dec|dez|d[eé]c|dic"
    r"|ene|f[eé]v|enero|last|next|this|now|today|then)[a-zéûä]*\b"
)
_DATE: Final = rf"(?=[^|]{{0,20}}(?:\b{_MONTHS}|\b20\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}\b|\b\d{{1,2}}\.))[^|]{{2,24}}"
_FORMER: Final = AnyCase(
    rf"\W*(?:the )?(?:old|before|previous(?:ly)?|was|were|former(?:ly)?|prior|used to be|last (?:year|month|week)"
    rf"|earlier|retired|withdrawn|legacy|antes|anterior|antigu[oa]|fr[uü]her|bisher(?:ig)?(?:e[rs]?)?|alte?[rs]?|vorher|avant"
    rf"|ancien(?:ne)?|v\d \((?:old|retired|withdrawn)\)|(?:until|till|up to|bis|hasta|jusqu['’]au) {_DATE}){_OF}"
)
_PRESENT: Final = AnyCase(
    rf"\W*(?:the )?(?:now|today|current(?:ly)?|at present|present(?:ly)?|as[ -]is|is(?: now)?|live|in force|existing"
    rf"|this (?:year|month)|ahora|actual(?:mente)?|hoy|jetzt|aktuell(?:e[rs]?)?|heute|derzeit(?:ig)?(?:e[rs]?)?"
    rf"|maintenant|actuel(?:le)?(?:ment)?|aujourd['’]hui|v\d \((?:live|current|now)\)){_OF}"
)
_NEWER: Final = AnyCase(
    rf"\W*(?:the )?(?:new|after|afterwards|becomes?|nuev[oa]|neue?[rs]?|nachher|nouveau|nouvelle|apr[eè]s|despu[eé]s"
    rf"|(?:from|since|as of|starting|ab|seit|desde|d[eè]s|[aà] partir du) {_DATE}){_OF}"
)
_PLANNED: Final = AnyCase(
    rf"\W*(?:the )?(?:plan(?:ned|s)?|propos(?:ed|al)|draft|future|requested|to[ -]be|upcoming|will be|target state"
    rf"|wanted|suggested|geplant(?:e[rs]?)?|k[uü]nftig(?:e[rs]?)?|vorschlag|pr[eé]vue?|propos[eé]e?|futur[oea]?|propuest[oa]"
    rf"|previst[oa])(?: (?:for|from|as of|ab|pour|para) [^|]{{2,24}})?{_OF}"
    r"|.{3,30}\((?:planned|draft|proposed|future)\)\W*"
)
_KEYS_HEAD: Final = "Press"
_WORDS_HEAD: Final = "What for"
_FEWEST: Final = 2


def heads_planned(line: str) -> bool:
    """Whether a line over a list, and nothing else, says that it is of what is planned: `Proposed (from 14 April):`."""
    return line.rstrip().endswith(":") and _PLANNED.fullmatch(line)


def in_force(run: Sequence[Block]) -> list[Block]:
    """Give the blocks of a table without the columns of what does not hold."""
    rows = [one for one in run if one.kind == ROW]
    head = next((one.head for one in rows if one.head), ()) or _first_of(rows)
    left_out, kept = _columns(head) if head else ((), -1)
    if not left_out or len(head) - len(left_out) < _FEWEST:
        return list(run)
    cells = [one.cells[kept].words for one in rows if kept < len(one.cells) and one.cells[kept].words != head[kept]]
    keyed = sum(bool(key_in(cell)) for cell in cells)
    worded = sum(is_worded(cell) for cell in cells)
    told = _KEYS_HEAD if keyed and 2 * keyed >= len(cells) else _WORDS_HEAD if worded else head[kept]
    heads = tuple(told if at == kept else one for at, one in enumerate(head) if at not in left_out)
    return [_without(one, left_out, head, heads) for one in run if one.kind != ROW or _words(one) != head]


def _first_of(rows: Sequence[Block]) -> tuple[str, ...]:
    first = _words(rows[0]) if rows else ()
    return first if not any(map(str.isdigit, "".join(first))) else ()


def _words(row: Block) -> tuple[str, ...]:
    return tuple(cell.words for cell in row.cells)


@lru_cache(maxsize=256)
def _columns(head: tuple[str, ...]) -> tuple[tuple[int, ...], int]:
    """Give the columns of a table that are of another time, and the one beside them that holds."""
    former, present, newer, planned = (
        [at for at, one in enumerate(head) if pattern.fullmatch(one)]
        for pattern in (_FORMER, _PRESENT, _NEWER, _PLANNED)
    )
    newer = [at for at in newer if at not in planned]
    holding = present if present and (former or newer or planned) else newer if former else []
    if len(holding) != 1:
        return (), -1
    others = {*former, *planned, *(newer if present else ())} - set(holding)
    return tuple(sorted(others)), holding[0]


def _without(row: Block, left_out: Sequence[int], head: Sequence[str], heads: tuple[str, ...]) -> Block:
    """Give a row without some of its columns; one of another shape is left as it is."""
    if row.kind != ROW or len(row.cells) != len(head):
        return row
    return row_of([cell for at, cell in enumerate(row.cells) if at not in left_out], row, heads)
