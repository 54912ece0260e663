"""Lists and tables whose numbers are keys, because what stands above them says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.block import ITEM, ROW, Block
from ivr.prose.scopes import DAY, language_headed, time_of
from ivr.prose.tokens import folded
from ivr.prose.topic_words import clean
from ivr.prose.words import NAMES

_LONGEST_KEY: Final = 2
"""Digits of a key of a menu."""
_KEY: Final = (
    r"(?:[0-9]{1,2}|[*#]|[0-9]\ufe0f?\u20e3|(?:star|pound|hash|zero|one|two|three|four|five|six|seven|eight|nine)\b)"
)
_CHOICE: Final = re.compile(
    rf"(?:(?:then|press|dial|and|menu|ivr|options?|keys?)\s*\|\s*)?(?:(?:and )?(?:then|danach|dann|puis|ensuite"
    rf"|luego|despu[eé]s),? )?[\"'“(\[<]?(?:(?:option|opt|key|press|dtmf"
    rf"|digit|button|taste|touche|tecla|choix|opci[oó]n|choice|selection|no\.|n°|die|la|le|el"
    rf"|#)\s*[(\[]?)?(?P<keys>{_KEY}(?:\s*(?:,?\s*then|[-–>→,]|->|\.(?=\d))\s*{_KEY}){{0,4}})[\"'”)\]>]*"
    r"(?:\s+(?:key|button))?\s*(?P<sep>->|=>|[-–—:=.)|→…_▸>]+|,(?= (?:wenn|si|if|cuando|for|to|para|pour"
    r"|f[uü]r)\b)|\s)\s*(?P<topic>[^\s\d].*)$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    rf"(?P<topic>[^\W\d].{{0,120}}?)\s*(?P<sep>->|=>|:(?=\s)|[-–—=|→…>]+|\.{{2,}}|\s(?=\())\s*(?:(?:now |stays "
    rf"|still |remains )*(?:on )?)?(?:option|key|press|taste"
    rf"|touche|tecla"
    rf"|opci[oó]n)?\s*[\"'“(\[]?(?P<keys>{_KEY}(?:\s*(?:[->→,]|,?\s*(?:and |y |et |und )?(?:then|despu[eé]s"
    rf"|luego|puis|dann|danach)|->)\s*{_KEY}){{0,4}})[\"'”)\]]*\.?(?:\s+\([^()\d]{{0,150}}\))?\.?"
    rf"(?:,? (?:any ?time|any hour|day or night|\d{{1,2}}(?::\d\d)? ?[ap]\.?m|24|(?:right )?(?:after"
    rf"|at) the (?:greeting"
    rf"|beep|tone|first)|mon|weekdays)\b[^,;]{{0,60}})?$",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(
    r"\s*(?:,?\s*(?:and |y |et |und )?(?:then|puis|luego|despu[eé]s|dann|danach)|->|\.(?=\d)|[-–>→,])\s*", re.IGNORECASE
)
_LEAD: Final = AnyCase(
    r"\b(?:what (?:the|our) (?:phone|line|system|robot|machine) (?:asks|says|offers|tells)|press(?:ing)?|dial ?pad"
    r"|keypad|keys?|menus?|options|listen|tree|prompts?|hear|heard|choose"
    r"|choices|shortcuts|voice response|vru|selections?|select|pick|offered|touch[- ]tone|ivr|announce\w*"
    r"|recording|greeting|numbers? to press"
    r"|pulse|pulsar|oprima|presione|marque|opciones|teclas?|men[uú]|escuchar[aá]|oir[aá]|elija|touches?|tapez"
    r"|appuyez|entendrez|choix|faites le|serveur vocal"
    r"|tasten?|auswahl\w*|ausw[aä]hlen|w[aä]hlen|dr[uü]cken|h[oö]ren|\w*men[uü])\b",
    re.IGNORECASE,
)
_PLAIN_LEAD: Final = AnyCase(
    r"\b(?:press(?:ing)?|keys?|menus?|(?:phone|call) tree|ivr|keypad|dial ?pad|voice prompts?|prompts?|hear"
    r"|heard|numbers? to press"
    r"|touch[- ]tone|pulse|oprima|presione|marque|teclas?|men[uú]|touches?|tapez|appuyez|entendrez|tasten?"
    r"|dr[uü]cken|h[oö]ren|auswahl\w*|escuchar[aá]|oir[aá]|\w*men[uü]\w*|[aá]rbol de opciones|arborescence)\b",
    re.IGNORECASE,
)
_ASKED: Final = AnyCase(
    r"\b(?:two|three|four|five|six|seven|\d|these|following) (?:choices|options):$"
    r"|(?:^|[.!?] )(?:then |now |please )?(?:pick|choose|select)(?: one| from| an option| (?:a|your"
    r"|the) language.{0,30})?:$|\b(?:asked|what you need|to speak|to reach|departments?|reasons?)\b.{0,40}:$"
    r"|\b(?:elij[ae]|elige|escoj[ae]|escoge|seleccion[ae]|choisissez|s[eé]lectionnez|(?:aus)?w[aä]hlen? sie"
    r"|w[aä]hlt)\b[^.:]{0,60}:$"
    r"|\b(?:serveur vocal|grabaci[oó]n|locuci[oó]n|ansage|annonce|contestador)\b[^.:]{0,60}:$",
)
_CALLED: Final = re.compile(
    r"\b(?:call|ring|dial|phone|line|answer\w*|ll[aá]m\w+|appel\w+|ruf\w*|anruf\w*|hotline|centralita|standard)\b.{0,80}"
    r"\b(?:pick|choose|select|choices|options|offered|opci[oó]n\w*|propose|m[oö]glichkeiten|optionen|auswahl)\b.{0,60}:$"
    r"|\b(?:call|dial|ring|phone|ll[aá]m\w+|marque|appelez|composez|ruf\w*|w[aä]hlen)\b[^:]{0,30}\d[\d ().-]{6,}"
    r"(?:,? (?:and )?(?:then|luego|puis|dann))?\s*:$",
    re.IGNORECASE,
)
_CALLED_KEY: Final = re.compile(
    r"(?:[Oo]pt(?:ion)?|OPTION|[Pp]ress|PRESS|[Kk]ey|Taste|Touche|Tecla|Opci[oó]n|Pulse"
    r"|Tapez) #?(?P<keys>[0-9*#]) (?:\| )?"
    r"(?P<topic>(?!(?:for|to|if|and|then|or|when|again|para|si|pour|f[uü]r|um|zum|zur|wenn|at|on"
    r"|in)\b)[^\W\d][^.;|]{2,100})\.?$"
)
_STEPS: Final = AnyCase(
    r"\s*(?:please\s+)?(?:call|dial|ring|phone|listen|wait|enter|press|push|hit|open|go|log|sign|visit|click|have"
    r"|hang|say|type|scroll|touch|tap|ask|choose|select|download|note|write|check|make|ignore|key in"
    r"|follow|find|confirm|pick up|stay|hold|you are|you're|insert|remove|turn|take|fill|send|bring|read|test"
    r"|verify|start|stop|post|roll|restart|escalate|notify|update|record|e-?mail|mail|peel|sign|cut|give|tell|llame|marque|espere|introduzca|appelez|composez|attendez|rufen|warten|geben)\b",
    re.IGNORECASE,
)
_KEY_HEADS: Final = AnyCase(
    r"^(?:#|no\.?|.{0,40}\b(?:marcar?|marque|oprim[eai]r?|pulsar?|presionar|taper|faire|composez|faites|w[aä]hlen|keys?|press|choose|select"
    r"|pick|digits?|dial|buttons?|touch|tone|keypad|dtmf|menu path|path|tecla"
    r"|teclas|pulse|marque|oprima|touche|tapez|appuyez|taste|tasten|dr[uü]cken|ziffer)\b.{0,20}|(?:menu |phone "
    r")?(?:options?|choices?|selections?|prompts?|inputs?|numbers?)(?: no\.?| number)?|opci[oó]n(?:es)?|auswahl"
    r"|choix)$",
    re.IGNORECASE,
)
_DOUBTFUL_HEADS: Final = AnyCase(
    r"^(?:#|no\.?|options?|choices?|numbers?|selections?|opci[oó]n|choix|auswahl|inputs?)$", re.IGNORECASE
)
_OTHER_HEADS: Final = AnyCase(
    r"^\W*(?:(?:our |the )?(?:tele)?phone(?: numbers?)?|numbers?|number to call|call(?: us)?(?: on| at)?|tel\.?"
    r"|hours?|open(?:ing)?(?: hours| times)?|times?|wait(?:ing)?(?: times?)?|notes?|fax|e-?mail|languages?|since"
    r"|status|owner|ext(?:ension)?s?\.?|comments?|examples?|available)\W*$",
    re.IGNORECASE,
)
_TOPIC_HEADS: Final = AnyCase(
    r"\W*(?:prompt_?text|(?:prompt|destination|expected)\b.{0,40}|announced(?: as)?|prompts?|labels?|what for"
    r"|who (?:picks up|answers|you (?:get|reach))|team"
    r"|department|service"
    r"|what(?: (?:for|it does|happens"
    r"|you need|you get|it is for))?|(?:used )?for|purpose|reason|topic|meaning|function|goes to|leads to"
    r"|reaches"
    r"|connects (?:you )?to|takes you to|destination|(?:for )?what|to reach|you get|gets you|result"
    r"|para qu[eé]|motivo|pour quoi|motif|wof[uü]r"
    r"|zweck|anliegen)\W*$"
)
"""Headings of a column that tells what keys are for, which counts before any other."""
_NOT_TOPIC_HEADS: Final = AnyCase(
    r"\b(?:programmes?|programs?|max(?:imum)? load|guests?|use when|points|temperature|code|price|cost|monthly|plan"
    r"|floor|room|platform|route|stop|qty|quantity|score|rank|version|bus)\b",
    re.IGNORECASE,
)


_LONGEST_LINE: Final = 200
"""Letters of a line of a list; more are a paragraph that begins with a number."""
_FEWEST_LINES: Final = 3
"""Lines of a list that ends in its keys."""
_FEWEST_COLUMNS: Final = 2
"""Cells of a row that tells something; columns of topics, or of times of day, where a table has one for each."""
_OF_DIRECTORY: Final = 3
"""Cells of a row of a directory: a name, its number, and the keys to press."""


class Listed(NamedTuple):
    """A key in a list or table: those pressed before it, what it is for, and where its words begin in the block."""

    keys: tuple[str, ...]
    topic: str
    start: int


def keys_of(text: str) -> tuple[str, ...]:
    """Read `2`, `star`, `2-1` or `2 > 1` as keys, one after another; gives nothing for anything else."""
    text = re.sub(r"\s*\([^()]*\)\s*$", "", text)
    words = [
        folded(word.strip("\"'“”()[]. ").replace("\ufe0f", "").replace("\u20e3", ""))
        for word in _SPLIT.split(text.strip())
    ]
    keys = tuple(NAMES.get(word) or word for word in words)
    return (
        keys
        if keys
        and all(key in "*#" or (key.isdecimal() and len(key) <= _LONGEST_KEY) for key in keys if key)
        and all(keys)
        else ()
    )


def chosen(block: Block) -> Listed | None:
    """Read a line such as `1 - Billing`, or a numbered item; gives nothing where it is not written so."""
    return _chosen(block.words, block.marker if block.kind == ITEM else "")


def titled(block: Block) -> tuple[str, str]:
    """Give the key and the words of a line that may be the title of a menu: `Option 2 - Claims`, `Claims (2):`."""
    words = block.words.rstrip(" :")
    if block.marker:
        return block.marker, clean(words)
    found = _TITLED.fullmatch(words)
    if found:
        return found["key"] or "", clean(found["name"])
    behind = _TITLED_BEHIND.fullmatch(words)
    return (behind["key"], clean(behind["name"])) if behind else ("", clean(_MENU_OF.sub("", words)))


_TITLED: Final = re.compile(
    r"\W*(?:(?:under|in|inside|behind|after|sub-?menu|menu|option|opt|key|press|choice|opci[oó]n|touche|taste|tecla) )*"
    r"#?(?P<key>[0-9])\s*[-–—:.)(=→]+\s*(?P<name>[^\W\d].{1,60}?)\)?",
    re.IGNORECASE,
)
_TITLED_BEHIND: Final = re.compile(
    r"\W*(?P<name>[^\W\d].{1,60}?)(?: (?:sub-?)?menu)?,? \(?(?:(?:from|the|main|menu,?|option|key|press|after|under) )*"
    r"(?P<key>[0-9])\)?",
    re.IGNORECASE,
)
_MENU_OF: Final = re.compile(r"^(?:the )?|\s+(?:sub-?)?menu$", re.IGNORECASE)


def is_called(key: str, topic: str, title_key: str, name: str) -> bool:
    """Whether the title of a menu calls a key by what it is for, and by its digit where it names one."""
    mine, other = (_WORDS.findall(folded(words)) for words in (topic, name))
    same = bool(other) and (mine == other or (title_key == key and bool(set(mine) & set(other) - _LITTLE)))
    return same and title_key in {key, ""}


_WORDS: Final = re.compile(r"[^\W_]+")
_LITTLE: Final = frozenset(("the", "a", "an", "and", "or", "of", "for", "to", "your", "with", "in", "on"))
_ARTICLE: Final = re.compile(rf"(?:(?:die|la|le) )?{_KEY}", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _chosen(words: str, marker: str) -> Listed | None:
    if marker:
        topic = clean(words)
        return Listed((str(int(marker)),), topic, 0) if topic and len(marker) < _LONGEST_KEY + 1 else None
    if words[:1] == "[" and "]" not in words[:_BRACKETED]:
        return None  # "[2 - English, plays after 1]"
    found = _CHOICE.match(words)
    if found is None or len(found["topic"]) > _LONGEST_LINE:
        return None
    keys, topic = keys_of(found["keys"]), clean(_OR_SAY.sub("", found["topic"]))
    plain = _ARTICLE.match(words) or THEN_LINE.match(words)
    called_one = not found["sep"].strip() and words[:1].isalpha() and not plain
    return Listed(keys, topic, 0) if keys and topic and not called_one else None


_OR_SAY: Final = re.compile(r"^or say[\s:]+", re.IGNORECASE)
_BRACKETED: Final = 6
"""Letters of a key in brackets, with what may stand beside it."""


def called(words: str) -> Listed | None:
    """Read a line such as `Option 2 Report damage`, which has no mark between its key and what that is for."""
    found = _CALLED_KEY.match(words)
    return Listed(keys_of(found["keys"]), clean(found["topic"]), 0) if found and clean(found["topic"]) else None


def bracketed(words: str) -> Listed | None:
    """Read a line such as `Report damage (option 2)`."""
    found = _BRACKETED_KEY.fullmatch(words)
    return Listed((found["key"],), clean(found["topic"]), 0) if found and clean(found["topic"]) else None


_BRACKETED_KEY: Final = re.compile(
    r"(?P<topic>[^\W\d][^():;|]{2,80}?) \((?:option|opt|press|key|opci[oó]n|touche|taste|tecla"
    r"|choix) (?P<key>[0-9*#])\)\.?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def counts_up(lines: tuple[tuple[str, str], ...], *, anywhere: bool = False) -> bool:
    """Whether lines, each with its marker, name keys in their order; `anywhere` says that any key may be the first."""
    keys = [one.keys for one in (_chosen(words, marker) for words, marker in lines) if one]
    plain = [key[0] for key in keys if len(key) == 1 and key[0].isdecimal()]
    plain = plain[:-1] if plain[-1:] == ["0"] else plain
    in_order = (
        plain == sorted(plain) and len(set(plain)) == len(plain) and len(plain) > 1 and (anywhere or plain[0] in "012")
    )
    return in_order and len(keys) == len(lines)


@lru_cache(maxsize=1024)
def counts_behind(lines: tuple[str, ...]) -> bool:
    """Whether lines end in keys that count up from 1, with 0 or a sign at most at the end: `Claims ... 1`."""
    keys = [one.keys for one in map(_chosen_behind, lines) if one]
    plain = [int(key[0]) for key in keys if len(key) == 1 and key[0].isdecimal() and key != ("0",)]
    return (
        len(keys) == len(lines) >= _FEWEST_LINES and plain == sorted(set(plain)) and plain[:1] == [1] and len(plain) > 1
    )


@lru_cache(maxsize=1024)
def is_numbered(words: str) -> bool:
    """Whether a line that has no marker is written as `1 - Billing`."""
    return _chosen(words, "") is not None


@lru_cache(maxsize=1024)
def is_choice(words: str) -> bool:
    """Whether a line that has no marker is written as `1 - Billing` or `Billing ... 1`."""
    return is_numbered(words) or (len(words) < _LONGEST_LINE and _chosen_behind(words) is not None)


def chosen_behind(block: Block) -> Listed | None:
    """Read a line such as `Billing ... 1`."""
    return _chosen_behind(block.words) if len(block.words) < _LONGEST_LINE else None


@lru_cache(maxsize=1024)
def _chosen_behind(words: str) -> Listed | None:
    found = _BEHIND.match(words)
    if found is None:
        return None
    keys, topic = keys_of(found["keys"]), clean(found["topic"])
    if "|" in words and any(len(key) > 1 for key in keys):
        return None
    return Listed(keys, topic, 0) if keys and topic else None


@lru_cache(maxsize=1024)
def is_step(words: str) -> bool:
    """Whether an item tells what to do, as the steps of a manual do."""
    return bool(_STEPS.match(words))


@lru_cache(maxsize=1024)
def leads(text: str, *, numbered: bool) -> bool:
    """Whether a text says that the numbers of the list below it are keys."""
    tail = text[-300:]
    if numbered:
        return bool(_PLAIN_LEAD.search(tail) or _ASKED.search(tail) or _CALLED.search(tail))
    return bool(_LEAD.search(tail)) or bool(_ASKED.search(tail))


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
    found = found or [at for at, one in enumerate(plain) if _PLAIN_HEADS.fullmatch(one)]
    now = next((at for at, one in enumerate(plain) if _NOW.match(one)), None)
    if now is not None and any(map(_BEFORE_NOW.match, plain)):
        return now
    return min(found, key=lambda at: _OF_NUMBERS.match(plain[at])) if found else None


_PLAIN_HEADS: Final = AnyCase(
    r"(?:then )?(?:press|key|option|dial|choose|select)s?|presione|oprima|pulse|marque|tapez|appuyez(?: sur)?"
    r"|faites|composez|dr[uü]cken(?: sie)?|w[aä]hlen(?: sie)?"
)
_NOW: Final = AnyCase(r"(?:now|new|today|current(?:ly)?|since .{2,20}|from .{2,20})(?: (?:key|option))?$")
_BEFORE_NOW: Final = AnyCase(r"(?:until .{2,20}|old|before|previous(?:ly)?|was|former(?:ly)?)(?: (?:key|option))?$")
"""Headings of the columns that tell the keys of a menu that has changed."""


_OF_NUMBERS: Final = AnyCase(r"(?:number to )?dial$|no\.?$|.*numbers?$|#$")
"""Headings that may be those of telephone numbers as well as of keys."""


def is_doubtful(head: str) -> bool:
    """Whether a heading such as `Option` is that of a menu only where something else says so."""
    return bool(_DOUBTFUL_HEADS.match(head.strip(" :*")))


def keys_by_column(block: Block, head: tuple[str, ...]) -> list[tuple[str, str]]:
    """Give the keys of a row that has a column for each topic: `New booking: press | Existing booking: press`."""
    if any(map(_NOW.match, head)) and any(map(_BEFORE_NOW.match, head)):
        return []
    named = [
        (at, one) for at, one in enumerate(head) if _PRESS_HEAD.search(one) and _PRESS_HEAD.without(one).strip(" :-–")
    ]
    if len(named) < _FEWEST_COLUMNS:
        return []
    told = [
        (block.cells[at].words.strip(), clean(_PRESS_HEAD.without(one))) for at, one in named if at < len(block.cells)
    ]
    return [(keys_of(cell)[0], topic) for cell, topic in told if len(keys_of(cell)) == 1 and topic]


_PRESS_HEAD: Final = AnyCase(r"[\s:,(–-]*\b(?:press|option|key|dial|pulse|tecla|tapez|touche|taste)\b[\s:)]*")


def row_listed(block: Block, column: int | None, head: tuple[str, ...]) -> Listed | None:
    """Read a row of a table: its key, and what it is for."""
    if block.kind != ROW or len(block.cells) < _FEWEST_COLUMNS:
        return None
    if column is None or column >= len(block.cells) or any(_NOT_TOPIC_HEADS.search(one) for one in head):
        return None
    keys = keys_of(_PRESS.sub("", block.cells[column].words.strip()))
    topic = telling_cell(block, column, head)
    return Listed(keys, topic, 0) if keys and topic else None


def telling_cell(block: Block, column: int, head: tuple[str, ...]) -> str:
    """Give what a row tells that the keys in a column of it are for: the cell whose heading says so, or the first."""
    cells = [cell.words.strip() for cell in block.cells]
    worded = [at for at, cell in enumerate(cells) if at != column and any(map(str.isalpha, cell))]
    holding = [at for at in worded if not (at < len(head) and _FORMER_HEAD.search(head[at]))] or worded
    others = [at for at in holding if not (at < len(head) and _OTHER_HEADS.search(head[at]))] or holding
    telling = [at for at in others if at < len(head) and _TOPIC_HEADS.match(head[at])]
    announced = [at for at in telling if _ANNOUNCED_HEAD.match(head[at])]
    named = [at for at in telling if not _TEAM_HEAD.match(head[at])]
    return clean(cells[(announced or named or telling or others)[0]]) if others else ""


_ANNOUNCED_HEAD: Final = AnyCase(r"\W*(?:announced|callers? hears?|prompt|wording)")
"""The heading of a column with what callers hear, which says more than where a key leads."""
_FORMER_HEAD: Final = AnyCase(
    r"\b(?:former(?:ly)?|previous(?:ly)?|old|withdrawn|antes|anterior|fr[uü]her|bisher|avant|ancien)\b"
)
"""The heading of a column that holds no longer."""
_TEAM_HEAD: Final = AnyCase(r"\W*(?:team|department)\W*$")
"""The heading of a column with who answers, which says less than what for."""
_BY_DAY: Final = re.compile(r"\W*(?:open|offen|abierto|ouvert|days?|d[ií]a|jour|tag)\b", re.IGNORECASE)
_PRESS: Final = re.compile(
    r"^(?:by |then |luego |puis |dann )?(?:(?:press(?:ing)?|choose|select|dial|marque|opt\.?|option|key|pulse|tecla"
    r"|tapez|touche|taste) )?(?=[0-9*#]$)",
    re.IGNORECASE,
)
THEN: Final = AnyCase(r"(?:then|luego|puis|dann) (?:press )?[0-9*#]$")
"""A cell with a key that is pressed after that of the row before."""
THEN_LINE: Final = AnyCase(r"(?:and )?(?:then|danach|dann|puis|ensuite|luego|despu[eé]s),? (?:press )?[0-9*#]\b")
"""How a line begins with such a key."""
_KEY_CELL: Final = re.compile(
    rf"(?P<word>(?:press|keys?|option|opt\.?) )?(?P<keys>{_KEY}(?:\s*(?:,\s*(?:wait,? )?(?:and )?then|then|->|[-–>→,]"
    rf"|\s)\s*{_KEY}){{0,5}})(?:\s*[,(].*|\s+(?:then|when|at|if|as|once"
    rf"|and)\b.*)?$",
    re.IGNORECASE,
)
_KEY_LEAD: Final = AnyCase(
    r"\b(?:press|keys?|menus?|prompts?|human|robots?|skip|shortcuts?|reach|agent|person|ivr|options?)\b", re.IGNORECASE
)


_SAYS_WHAT: Final = AnyCase(r" (?:for|to (?:reach|get|speak|talk|hear)) ")
"""What in a cell tells what its own keys are for."""


def beside_number(words: str, phone: tuple[int, int], lead: str) -> Listed | None:
    """Read a row of a directory whose last column is the keys to press: `FlyFast | 1-888-555-0100 | 1, 3, 2`."""
    cells = [cell.strip() for cell in words.split(" | ")]
    at = words[: phone[0]].count(" | ")
    if len(cells) < _OF_DIRECTORY or at + 1 >= len(cells) or not at:
        return None
    found = _KEY_CELL.match(cells[at + 1]) if not _SAYS_WHAT.search(cells[at + 1]) else None
    if not found:
        return None
    keys = tuple(one for one in re.split(r"[\s,>→–-]+|then|wait|->", found["keys"]) if one)
    keys = tuple(NAMES.get(folded(one)) or one for one in keys)
    plain = all(key in "*#" or (key.isdecimal() and len(key) == 1) for key in keys)
    topic = clean(cells[0])
    sure = len(keys) > 1 or bool(found["word"]) or keys[0] in "*#" or _KEY_LEAD.search(lead)
    return Listed(keys, topic, 0) if plain and topic and sure else None


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


def by_language(block: Block, topic: str) -> list[tuple[str, str]]:
    """Give what a row's key is for, in each language that its table has a column for."""
    named = [(at, language_headed(one)) for at, one in enumerate(block.head)]
    columns = [(block.cells[at].words, tag) for at, tag in named if tag and at < len(block.cells)]
    told = [(clean(words), tag) for words, tag in columns if clean(words)]
    return told if len(told) > 1 else [(topic, "")]


def by_time(block: Block) -> list[tuple[str, str]]:
    """Give what a row's key is for at each time of day that its table has a column for."""
    named = [(at, time_of(one) or (DAY if _BY_DAY.match(one) else "")) for at, one in enumerate(block.head)]
    told = [(clean(block.cells[at].words), time) for at, time in named if time and at < len(block.cells)]
    told = [(words, time) for words, time in told if words]
    columns = {time for _, time in named if time}
    if len(columns) < _FEWEST_COLUMNS:
        return []
    alike = len({words for words, _ in told}) == 1 and len(told) > 1
    return [(told[0][0], "")] if alike else told
