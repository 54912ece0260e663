"""Rows of tables: which column holds the keys, and which tells what they are for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import ROW, Block
from ivr.prose.destinations import TAG
from ivr.prose.listed_key import KEY, Listed, keys_of
from ivr.prose.phones import Phone
from ivr.prose.tokens import folded
from ivr.prose.topic_words import clean
from ivr.prose.words import NAMES

_KEY_HEADS: Final = AnyCase(
    r"^(?:#|no\.?|.{0,40}\b(?:marcar?|marque|oprim[eai]r?|puls[ao]r?|presion(?:ar|[oó])|taper|faire|composez|faites"
    r"|w[aä]hlen|keys?|key ?press(?:es|ed)?|press(?:es|ed)?|choose|select(?:s|ed)?"
    r"|pick|digits?|dial|buttons?|(?<!in )touch|tone|keypad|dtmf|menu path|path|tecla"
    r"|teclas|pulse|marque|oprima|touche|tapez|appuyez|taste|tasten|dr[uü]cken|ziffer)\b.{0,20}"
    r"|(?:menu |phone |switchboard |ivr |hotline |main (?:line|number|menu) )?"
    r"(?:options?|opt\.?|choices?|selections?|prompts?|inputs?|numbers?)(?: no\.?| number)?|opci[oó]n(?:es)?|auswahl"
    r"|choix)$",
    re.IGNORECASE,
)


_DOUBTFUL_HEADS: Final = AnyCase(
    r"^(?:#|no\.?|options?|opt\.?|choices?|numbers?|selections?|opci[oó]n|choix|auswahl|inputs?)$", re.IGNORECASE
)


_OTHER_HEADS: Final = AnyCase(
    r"^\W*(?:(?:our |the )?(?:tele)?phone(?: numbers?)?|numbers?|number to call|call(?: us)?(?: on| at)?|tel\.?"
    r"|hours?|open(?:ing)?(?: hours| times)?|times?|wait(?:ing)?(?: times?)?|notes?|fax|e-?mail|languages?|since"
    r"|status|owner|ext(?:ension)?s?\.?|comments?|examples?|available"
    r"|(?:or |you )?(?:can )?say(?:ing)?|voice (?:command|prompt)s?|spoken(?: words?)?|keywords?|o diga|ou dites"
    r"|oder sagen(?: sie)?)\W*$",
    re.IGNORECASE,
)


_TOPIC_HEADS: Final = AnyCase(
    r"\W*(?:(?:what )?(?:the )?(?:callers?|customers?|clients?|members?|patients?) (?:hears?|is told|wants?|needs?"
    r"|gets?|reach(?:es)?|is calling about)|wants?|prompt_?text|(?:prompt|destination|expected)\b.{0,40}"
    r"|announced(?: as)?|prompts?|labels?(?: (?:in|on|of) .{2,20})?|what for"
    r"|who (?:picks up|answers|you (?:get|reach))|team"
    r"|department|service|means|section|transaction|enquiry|inquiry|what you want"
    r"|what(?: (?:for|it does|happens"
    r"|you need|you get|it is for))?|(?:used )?for|purpose|reason|topic|meaning|function|goes to|leads to"
    r"|description|routes? to|reaches"
    r"|(?:it |this )?(?:gets|puts|takes|connects|leads|brings|sends|routes) (?:you|callers?|them)?(?: through)?(?: to)?"
    r"|(?:who |where )?you(?:['’]ll)? (?:get|reach|land|end up|speak (?:to|with)|talk (?:to|with)"
    r"|get through to)(?: to)?"
    r"|who (?:it is|is there)|(?:answered|picked up|handled) by|lands? (?:in|at|on)|ends? up (?:in|at|with)"
    r"|destination|(?:for )?what|to reach|result"
    r"|para qu[eé]|motivo|pour quoi|motif|wof[uü]r|zweck|anliegen)\W*$"
)
"""Headings of a column that tells what keys are for, which counts before any other."""


_NOT_TOPIC_HEADS: Final = AnyCase(
    r"\b(?:programmes?|programs?|max(?:imum)? load|guests?|use when|points|temperature|code|price|cost|monthly|plan"
    r"|due|deadline|floor|room|platform|route(?! to)|stop|qty|quantity|score|rank|version|bus)\b",
    re.IGNORECASE,
)


_FEWEST_COLUMNS: Final = 2
"""Cells of a row that tells something; columns of topics, or of times of day, where a table has one for each."""


_OF_DIRECTORY: Final = 3
"""Cells of a row of a directory: a name, its number, and the keys to press."""


@lru_cache(maxsize=1024)
def key_column(head: tuple[str, ...]) -> int | None:
    """Give the column of a table that holds keys, by its heading."""
    plain = [one.strip(" :*…").strip() for one in head]
    found = [
        at
        for at, one in enumerate(plain)
        if _KEY_HEADS.match(one)
        and not (_OTHER_HEADS.search(one) and not re.search(r"press|key|tecla|touche|taste", one, re.IGNORECASE))
    ]
    if all(_COUNTING.fullmatch(plain[at]) for at in found):  # "#", if no other column is that of keys
        found = [at for at, one in enumerate(plain) if _PLAIN_HEADS.fullmatch(one)] or found
    now = next((at for at, one in enumerate(plain) if _NOW.match(one)), None)
    if now is not None and not found and any(map(_BEFORE_NOW.match, plain)):
        return now
    return min(found, key=lambda at: _OF_NUMBERS.match(plain[at])) if found else None


_PLAIN_HEADS: Final = AnyCase(
    r"(?:then )?(?:you )?(?:press|push|hit|key|option|dial|choose|select|pick|send|type|enter)s?|presione|oprima"
    r"|pulse|marque|tapez|appuyez(?: sur)?|faites|composez|dr[uü]cken(?: sie)?|w[aä]hlen(?: sie)?"
)


_NOW: Final = AnyCase(
    r"(?:now|new|today|current(?:ly)?|since .{2,20}|from .{2,20})(?: (?:key|option))?(?: \([^()]*\))?$"
)


_BEFORE_NOW: Final = AnyCase(
    r"(?:until .{2,20}|old|before|previous(?:ly)?|was|former(?:ly)?)(?: (?:key|option))?(?: \([^()]*\))?$"
)
"""Headings of the columns that tell the keys of a menu that has changed."""


_OF_NUMBERS: Final = AnyCase(r"(?:number to )?dial$|no\.?$|.*numbers?$|#$")
"""Headings that may be those of telephone numbers as well as of keys."""
NO_KEY_HERE: Final = AnyCase(r"\W*(?:n/?a|none|not used|unused|no menu|nothing|keine?|ninguna?|aucune?)?\W*")
"""A cell of a key that a line does not have."""


def tells_now(head: str) -> bool:
    """Whether a heading is that of what a menu has now."""
    return _NOW.match(head.strip(" :*"))


def told_before(head: str) -> bool:
    """Whether a heading is that of what a menu had before it changed."""
    return _BEFORE_NOW.match(head.strip(" :*"))


def is_doubtful(head: str) -> bool:
    """Whether a heading such as `Option` is that of a menu only where something else says so."""
    return bool(_DOUBTFUL_HEADS.match(head.strip(" :*")))


def counts_rows(head: str) -> bool:
    """Whether a heading is that of a column in which rows are but counted: `No.`."""
    return bool(_COUNTING.fullmatch(head.strip(" :*")))


def tells_no_topic(head: tuple[str, ...]) -> bool:
    """Whether no heading of a table is that of a column which tells what keys are for."""
    return not any(map(_TOPIC_HEADS.match, head))


def tells_what(head: str) -> bool:
    """Whether a heading is that of a column which tells what keys are for."""
    return _TOPIC_HEADS.match(head)


_COUNTING: Final = AnyCase(r"#|no\.?|nr\.?|n[°º]\.?|n[uú]m\.?")


def keys_by_column(block: Block, head: tuple[str, ...]) -> list[tuple[str, str]]:
    """Give the keys of a row that has a column for each topic: `New booking: press | Existing booking: press`."""
    if any(map(_NOW.match, head)) and any(map(_BEFORE_NOW.match, head)):
        return []
    if not has_topics_in(head):
        return []
    named = [(at, one) for at, one in enumerate(head) if _tells_topic(one)]
    told = [
        (block.cells[at].words.strip(), clean(_PRESS_HEAD.without(one))) for at, one in named if at < len(block.cells)
    ]
    return [(keys_of(cell)[0], topic) for cell, topic in told if len(keys_of(cell)) == 1 and topic]


def has_topics_in(head: tuple[str, ...]) -> bool:
    """Whether headings tell themselves what the keys below them are for."""
    return sum(map(_tells_topic, head)) >= _FEWEST_COLUMNS


def _tells_topic(head: str) -> bool:
    return _PRESS_HEAD.search(head) and _OF_STEP.fullmatch(_PRESS_HEAD.without(head).strip(" :-–")) is None


_OF_STEP: Final = re.compile(
    r"(?:(?:main|sub|first|second|third|next|then|and|menu|your|the|you|which|this|\d(?:st|nd|rd|th)?)[ -]?)*",
    re.IGNORECASE,
)
"""What is said of a key in a heading that does not tell what it is for: `First key`, `Sub key`."""


_PRESS_HEAD: Final = AnyCase(r"[\s:,(–-]*\b(?:press|option|key|dial|pulse|tecla|tapez|touche|taste)\b[\s:)]*")


def row_listed(
    block: Block, column: int | None, head: tuple[str, ...], repeated: frozenset[int] = frozenset()
) -> Listed | None:
    """Read a row of a table: its key, and what it is for; `repeated` are columns that say the same in many rows."""
    if block.kind != ROW or len(block.cells) < _FEWEST_COLUMNS:
        return None
    if column is None or column >= len(block.cells) or _is_of_things(head, column):
        return None
    keys = keys_of(_PRESS.sub("", _MORE_BEHIND.sub("", block.cells[column].words.strip())))
    topic = telling_cell(block, column, head, repeated) or next(
        (one.words for one in block.cells if one.words == "us"), ""
    )
    aim = aim_of(head[column]) if column < len(head) else ""
    topic = f"{aim}, {topic}" if aim and topic and aim not in topic.lower() else topic
    return Listed(keys, topic, 0) if keys and topic else None


_MORE_BEHIND: Final = re.compile(
    r"(?<=[0-9*#]),? (?:and |y |et |und )?(?:then|after that|luego|despu[eé]s|puis|ensuite|dann|danach)\W*$",
    re.IGNORECASE,
)
"""What says behind a key that another follows, which stands elsewhere."""


def _is_of_things(head: tuple[str, ...], column: int) -> bool:
    """Whether a table tells of plans, prices or routes, and no heading of it bids press a key."""
    bids = any(map(_BIDS.search, head[column : column + 1])) or any(map(_PHONE_HEAD.match, head))
    bids = bids or direct_column(head) is not None
    return not bids and any(_NOT_TOPIC_HEADS.search(one) for one in head)


@lru_cache(maxsize=1024)
def direct_column(head: tuple[str, ...]) -> int | None:
    """Give the column of numbers that reach somebody without the keys of the table: `Direct line`."""
    column = next((at for at, one in enumerate(head) if _DIRECT.search(one)), None)
    keys = key_column(head) if column is not None else None
    if column is None or keys is None or not (keys < column or _OF_LINE.match(head[keys])):
        return None
    return column


def without_direct(block: Block, phones: tuple[Phone, ...]) -> tuple[Phone, ...]:
    """Leave out the numbers of a row that stand in such a column: the keys beside them are of another line."""
    column = direct_column(block.head) if phones else None
    phones = tuple(one for one in phones if not _SENT_TO.search(block.words, max(one.start - _NEAR, 0), one.start))
    if column is None:
        return phones
    return tuple(phone for phone in phones if block.words.count(" | ", 0, phone.start) != column)


_SENT_TO: Final = re.compile(
    r"\| (?:external|transfers?(?: to)?|forwards?(?: to)?|routes?(?: to)?|rings?|sip|cell|mobile)[: ]{1,2}$",
    re.IGNORECASE,
)
"""What says in a cell of a number that the row's callers are sent on to it."""
_NEAR: Final = 24


_DIRECT: Final = AnyCase(
    r"^\W*(?:direct|destination|(?:routes?|goes|forwards?|transfers?) to|rings|ziel|destino)\b"
    r"|\bdirect (?:line|number|dial|phone)\b|^\W*(?:durchwahl|ligne directe)\b"
)
_OF_LINE: Final = AnyCase(r"\W*(?:switchboard|main|phone menu|ivr|hotline)\b")
"""A heading of keys that names the line whose they are."""


_PHONE_HEAD: Final = AnyCase(r"^\W*(?:tele)?phone(?: numbers?)?\W*$|^\W*(?:tel[eé]fono|t[eé]l[eé]phone|telefon)\W*$")
"""The heading of a column of numbers to call."""
_BIDS: Final = AnyCase(
    r"\b(?:digits?|dtmf|key ?press(?:es)?|press(?:es|ed)?|pulse|oprima|marque|tapez|appuyez"
    r"|dr[uü]cken)\b"
)


def repeated_columns(rows: Sequence[Block], column: int) -> frozenset[int]:
    """Give the columns of a table that say the same in many of the rows that have a key: the line, the time of day."""
    keyed = [[cell.words.strip() for cell in one.cells] for one in rows if column < len(one.cells)]
    keyed = [cells for cells in keyed if keys_of(cells[column])]
    width = min(map(len, keyed), default=0)
    return frozenset(
        at for at in range(width) if len(keyed) > _OF_DIRECTORY and 2 * len({row[at] for row in keyed}) <= len(keyed)
    )


def telling_cell(block: Block, column: int, head: tuple[str, ...], repeated: frozenset[int] = frozenset()) -> str:
    """Give what a row tells that the keys in a column of it are for: the cell whose heading says so, or the first.

    `repeated` are columns that say the same in many rows.
    """
    cells = [cell.words.strip() for cell in block.cells]
    worded = [at for at, cell in enumerate(cells) if at != column and any(map(str.isalpha, cell))]
    holding = [at for at in worded if not (at < len(head) and _FORMER_HEAD.search(head[at]))] or worded
    others = [at for at in holding if not (at < len(head) and _OTHER_HEADS.search(head[at]))] or holding
    others = [at for at in others if not TAG.fullmatch(cells[at])] or others
    others = (
        [at for at in others if not (at < len(head) and _NEEDED_HEAD.match(head[at]))]
        or [at for at in holding if not (at < len(head) and _NEEDED_HEAD.match(head[at]))]
        or others
    )
    telling = [at for at in others if at < len(head) and _TOPIC_HEADS.match(head[at])]
    announced = [at for at in telling if _ANNOUNCED_HEAD.match(head[at])]
    named = [at for at in telling if not _TEAM_HEAD.match(head[at])]
    differing = [at for at in others if at not in repeated]
    told = (announced or named or telling or differing or others)[:1]
    return clean(_BELOW_TOPIC.sub("", cells[told[0]])) if told else ""


_BELOW_TOPIC: Final = re.compile(
    r"(?<=\w\w); (?:\(|\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|[-–—] ?\d|h\b|hours?\b)"
    r"|24/7|mon|tues?|wed|thu|fri|sat|sun|open\b|daily|every ?day|lun|mar\b|mi[eé]r|jue|vie|mo\b|di\b).*$",
    re.IGNORECASE,
)
"""A line below a topic, in its cell, that tells when, or how much."""


_ANNOUNCED_HEAD: Final = AnyCase(r"\W*(?:announced|callers? hears?|prompt|wording)")
"""The heading of a column with what callers hear, which says more than where a key leads."""


_FORMER_HEAD: Final = AnyCase(
    r"^\W*(?:was|before|until)\b|\b(?:former(?:ly)?|previous(?:ly)?|old|withdrawn|antes|anterior|fr[uü]her|bisher|avant|ancien)\b"
)
"""The heading of a column that holds no longer."""


_NEEDED_HEAD: Final = AnyCase(
    r"\W*(?:(?:what )?(?:to )?(?:please )?(?:have|keep|bring)(?: (?:it|this|these|your))? (?:ready|handy|to hand"
    r"|at hand|with you|nearby)|what you(?:['’]ll| will)"
    r" (?:need|be asked)|you(?:['’]ll| will) (?:need|be asked)\b|bring(?: with you)?\W*$|needed\W*$|required\b"
    r"|information (?:needed|required)|tenga (?:a mano|preparad)|[aà] avoir|bereithalten|halten sie bereit)"
)
"""The heading of a column with what callers should have to hand."""


_TEAM_HEAD: Final = AnyCase(r"\W*(?:team|department)\W*$")
"""The heading of a column with who answers, which says less than what for."""


_PRESS: Final = re.compile(
    r"^(?:(?:say )?[\"“«„'‘][^\"“”»'’]{2,30}[\"”»“'’],? (?:or|o|ou|oder|/) )?"
    r"(?:by |then |luego |puis |dann )?(?:(?:press(?:ing)?|choose|select|dial|marque|opt\.?|option|key|pulse|tecla"
    r"|tapez|touche|taste) )?"
    r"(?=[0-9*#](?:,? (?:and )?(?:then|luego|puis|dann) (?:press |option |key )?[0-9*#]| ?(?:->|→|>) ?[0-9*#])?$)",
    re.IGNORECASE,
)


THEN: Final = AnyCase(r"(?:then|luego|puis|dann) (?:press )?[0-9*#]$")
"""A cell with a key that is pressed after that of the row before."""


_KEY_CELL: Final = re.compile(
    rf"(?P<word>(?:press|keys?|option|opt\.?) )?(?P<keys>{KEY}(?:\s*(?:,\s*(?:wait,? )?(?:and )?then|then|->|[-–>→,]"
    rf"|\s)\s*(?:press |option |opt\.? |key )?{KEY}){{0,5}})(?:\s*[,(].*|\s+(?:then|when|at|if|as|once"
    rf"|and)\b.*)?$",
    re.IGNORECASE,
)


_KEY_LEAD: Final = AnyCase(
    r"\b(?:press|keys?|menus?|prompts?|human|robots?|skip|shortcuts?|reach|agent|person|ivr|svi|options?)\b",
    re.IGNORECASE,
)


_SAYS_WHAT: Final = AnyCase(r" (?:for|to (?:reach|get|speak|talk|hear)) ")
"""What in a cell tells what its own keys are for."""


def beside_number(block: Block, phone: tuple[int, int], lead: str) -> Listed | None:
    """Read a row of a directory whose last column is the keys to press: `FlyFast | 1-888-555-0100 | 1, 3, 2`."""
    words = block.words
    cells = [cell.strip() for cell in words.split(" | ")]
    at = words[: phone[0]].count(" | ")
    if len(cells) < _OF_DIRECTORY or at + 1 >= len(cells) or not at or any(map(_EXTENSION.fullmatch, block.head)):
        return None
    if at + 1 < len(block.head) and _OTHER_HEADS.search(block.head[at + 1]):
        return None  # "8-5", which are hours
    found = _KEY_CELL.match(cells[at + 1]) if not _SAYS_WHAT.search(cells[at + 1]) else None
    if not found:
        return None
    keys = tuple(one for one in re.split(r"[\s,>→–-]+|and|then|wait|->|press|option|opt\.?|key", found["keys"]) if one)
    keys = tuple(NAMES.get(folded(one)) or one for one in keys)
    plain = all(key in "*#" or (key.isdecimal() and len(key) == 1) for key in keys)
    topic = clean(cells[0])
    sure = len(keys) > 1 or bool(found["word"]) or keys[0] in "*#" or _KEY_LEAD.search(lead)
    return Listed(keys, topic, 0) if plain and topic and sure else None


_EXTENSION: Final = AnyCase(
    r"(?:ext(?:n|s|ensions?)?|dw|durchwahl|nebenstelle|poste|interno|anexo|rooms?|zimmer|desk)\W*"
)
"""What heads a column of extensions or rooms, and of nothing that callers press."""
_AIMS: Final = re.compile(
    r"\b(?:(?:live|real|actual) (?:person|human(?: being)?)|human(?: being)?|person|agent|somebody|someone|operator"
    r"|persona|operadora?|humano|conseill[eè]re?|humain|menschen?|mitarbeiter(?:in)?)\b",
    re.IGNORECASE,
)


def aim_of_heads(head: Sequence[str]) -> str:
    """Give whom a table's keys reach, by one of its headings: `How to get to the claims team`."""
    named = (_HOW_TO.fullmatch(one.strip()) for one in head)
    return next((clean(found[1]) for found in named if found), "") or aim_of(" ".join(head))


_HOW_TO: Final = re.compile(
    r"how to (?:get (?:to|through to)|reach|speak to|talk to) (?:the |a |an )?(.{3,40})", re.IGNORECASE
)


def aim_of(title: str) -> str:
    """Give whom a list of shortcuts reaches, by its heading: `How to get a live person`."""
    found = _AIMS.search(title)
    return found[0].lower() if found else ""
