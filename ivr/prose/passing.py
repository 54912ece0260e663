"""Keys that sentences tell of in passing, without asking for them: `tuition is still a three and the nurse a four`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ivr.prose.guards import speaks_of_texting
from ivr.prose.passing_keys import KeyNoun, key_nouns
from ivr.prose.passing_sides import NUMBER_SIGN, Side, apposed, bare, before, behind
from ivr.prose.tokens import NUMBER, Token

_ENOUGH: Final = 6
"""Evidence by which a noun is a key: how plainly it is told, called a key, and near a number and words of a menu."""
IN_SENTENCE, IN_PARAGRAPH, IN_SECTION = 3, 2, 1
"""How near the number of a phone menu stands."""
_PAIR: Final = 2
CUE: Final = re.compile(
    r"\b(?:menus?|recordings?|recorded|voices?|prompts?|greeting|options?|press\w*|keys?|keypad|listen|announce\w*|choices?"
    r"|robot|machine|tape|switchboard|picks? up|answers?|welcome|phone tree|ivr|svi|hears?|attendant|digits?|buttons?"
    r"|tap\w*|push\w*"
    r"|men[uú]|grabaci[oó]n|opci[oó]n\w*|tecla\w*|annonce|message|choix|touche\w*|serveur vocal|ansage|band"
    r"|taste\w*|auswahl|men[uü]punkt)\b",
    re.IGNORECASE,
)
_GROUPS: Final = re.compile(r"[\s,]*(?:or|and|&|y|o|e|u|et|ou|und|oder|either)?\s*", re.IGNORECASE)
_RANGES: Final = re.compile(r"\s*(?:to|through|thru|bis|à|a|al|until)\s*", re.IGNORECASE)
_THEN: Final = re.compile(
    r"[\s,]*(?:(?:and )?(?:from|at|on|in) the (?:second|third|fourth|next|following|last)(?: menu| prompt| one"
    r"| voice| level)?,?|→|->|>|followed by(?: a)?|gefolgt von|suivie? (?:de|du)|seguid[oa] del?|(?:and |y |et |und "
    r")?(?:then|after that|and|afterwards|luego"
    r"|puis|dann|danach|despu[eé]s|ensuite)(?: a)?|plus)\s*",
    re.IGNORECASE,
)
_NESTS: Final = re.compile(
    r"\b(?:once there|from there|there,|then (?=find)|whereupon|(?:in|on|from|of) which|which (?:menu|list)"
    r"|(?:second|further|another|next|own|following)\s"
    r"(?:menu|layer|list|prompt|set|choice|voice)|sub-?menu|of its own|dort|dentro de|ah[ií]|l[àa],|inside|within"
    r"|beyond|lie)\b",
    re.IGNORECASE,
)
_OVER: Final = re.compile(
    r"[\s\"”»'’)]*(?:$|[,;.!?:(–—|]|\s-\s|(?:and|or|but|while|whereas|if|when|once|on|at|as|too|again|until|after"
    r"|before|so|then"
    rf"|in winter|instead|respectively|y|et|und|o|ou|oder|pero|mais|aber|wenn|si|quand|cuando|is|are|in that"
    rf"|{NUMBER_SIGN}|because|not|rather|nowadays|now|a?round the clock|day (?:and|or) night|all (?:day|night|hours)"
    r"|from \d|during|throughout|24 hours|weekdays|evenings|monday)\b)",
    re.IGNORECASE,
)
_MAY_LEAD: Final = re.compile(
    r"(?:^|[,;:.!?()–—|…\"“”«»]|\b(?:and|or|then|but|that|where|while|whereas|which|in|when|if|because|since|as|so|of"
    r"|now|y|et|und|que|dass|is|'s|way|"
    rf"wants|hear|knows?|only|even|here|there|with|mit|con|avec|digit|day|hours|up|it)\b|{NUMBER_SIGN})\s*$",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"\b(?:press\w*|push\w*|tap\w*|hit\w*|choos\w*|select\w*|pick\w*|key(?:ed|ing)?|dial\w*|enter\w*|punch\w*"
    r"|go(?: for| with)?|give it|take"
    r"|try|send|mash\w*|stab\w*|poke|depress|have to do|want|needs?|expected to press|wähl\w+|drück\w+|tipp\w+|nimm"
    r"|marca|pulsa|dale|toca|apriet\w+|fais|faites"
    r"|metes|das a|le das a|with|by keying|by means of|by way of)(?: in)?\s*$",
    re.IGNORECASE,
)


class Passed(NamedTuple):
    """Keys that are told of together in passing: each with those before it, what they are for, and where they stand."""

    keys: tuple[tuple[tuple[str, ...], str], ...]
    side: Side | None
    start: int
    end: int
    topic_at: int
    nested: bool


class _Group(NamedTuple):
    nouns: tuple[KeyNoun, ...]
    keys: tuple[tuple[tuple[str, ...], str], ...]
    start: int
    end: int
    sure: int


def _masked(text: str, tokens: Sequence[Token]) -> str:
    """Give a text whose telephone numbers are signs of the same length."""
    for token in tokens:
        if token.word == NUMBER:
            text = text[: token.start] + NUMBER_SIGN + " " * (token.end - token.start - 1) + text[token.end :]
    return text


def _grouped(nouns: list[KeyNoun], tokens: Sequence[Token], text: str, walls: list[tuple[int, int]]) -> list[_Group]:
    groups: list[list[KeyNoun]] = []
    joins: list[list[str]] = []
    for noun in nouns:
        start = tokens[noun.start].start
        last = groups[-1][-1] if groups else None
        between = text[tokens[last.end - 1].end : start] if last else ""
        free = last is not None and not any(tokens[last.end - 1].end <= wall[0] < start for wall in walls)
        if free and (_GROUPS.fullmatch(between) or _RANGES.fullmatch(between) or _THEN.fullmatch(between)):
            groups[-1].append(noun)
            joins[-1].append(between)
        else:
            groups.append([noun])
            joins.append([])
    return [_group(one, join, tokens) for one, join in zip(groups, joins, strict=True)]


def _group(nouns: list[KeyNoun], joins: list[str], tokens: Sequence[Token]) -> _Group:
    keys = [noun.key for noun in nouns]
    told: tuple[tuple[tuple[str, ...], str], ...]
    if (
        len(keys) == _PAIR
        and _RANGES.fullmatch(joins[0])
        and keys[0].isdecimal()
        and keys[1].isdecimal()
        and keys[0] < keys[1]
    ):
        told = tuple(((), str(key)) for key in range(int(keys[0]), int(keys[1]) + 1))
    elif joins and any(
        not _GROUPS.fullmatch(join) or (_THEN.fullmatch(join) and "and" not in join and join.strip(" ,"))
        for join in joins
    ):
        told = ((tuple(keys[:-1]), keys[-1]),)
    else:
        told = tuple(((), key) for key in dict.fromkeys(keys))
    return _Group(
        tuple(nouns), told, tokens[nouns[0].start].start, tokens[nouns[-1].end - 1].end, max(n.sure for n in nouns)
    )


def passed_in(
    text: str,
    tokens: Sequence[Token],
    taken: Sequence[tuple[int, int]],
    near: int,
    menu: frozenset[str] = frozenset(),
) -> list[Passed]:
    """Find the keys that a sentence tells of in passing, outside the tokens that are `taken` by others.

    `near` says how near the number of a phone menu stands: one of `IN_SENTENCE`, `IN_PARAGRAPH` and `IN_SECTION`;
    `menu` are the keys that it was told to have.
    """
    nouns = key_nouns(tokens, taken)
    if not nouns or speaks_of_texting(text[tokens[0].start : tokens[-1].end]):
        return []
    return _Scan(text, tokens, nouns, taken, _Near(near, menu)).passed()


class _Near(NamedTuple):
    """How near the number of a phone menu stands, and the keys that it was told to have."""

    number: int
    menu: frozenset[str]

    def to(self, group: _Group, side: Side | None) -> int:
        """Say how near the menu is that a key may be of: one of which it is the next counts as one that is here."""
        plain = side is not None and side.sign in _PLAIN and not _COUNTED.search(side.topic)
        return max(self.number, IN_SENTENCE) if plain and self._goes_on(group) else self.number

    def _goes_on(self, group: _Group) -> bool:
        """Whether a key is a further one of the menu: one of the next, one left out, or 0."""
        (path, key), more = group.keys[0], group.keys[1:]
        if path or more or key in self.menu or not key.isdecimal():
            return False
        told = [int(one) for one in self.menu if one.isdecimal()]
        return bool(told) and int(key) <= max(told) + _MOST_SKIPPED


_MOST_SKIPPED: Final = 1
"""Keys from the last one of a menu to one told of far from it: one between them may be told of nowhere."""
_PLAIN: Final = frozenset(("link", "verb", "copula"))
"""How what a key is for is told plainly, though nothing but a menu told before says that there are keys."""
_COUNTED: Final = re.compile(
    r"^of\b|\bmen[uú]$|\b(?:ages?|minimum|maximum|limits?|numbers?|scores?|ratings?|levels?|sizes?|totals?|prices?|fees?|costs?|average|speed"
    r"|edad|m[ií]nim[oa]|m[aá]xim[oa]|[aâ]ge|alter|anzahl|h[oö]chst\w*|mindest\w*|nombre|n[uú]mero)\b",
    re.IGNORECASE,
)
"""What is so many and no key, or where a key is, and not what it is for."""


class _Scan:
    """A sentence that is read from its first key to its last: what is told of each, and on which side."""

    def __init__(
        self, text: str, tokens: Sequence[Token], nouns: list[KeyNoun], taken: Sequence[tuple[int, int]], near: _Near
    ) -> None:
        self.first, self.last = tokens[0].start, tokens[-1].end
        self.text = _masked(text[: self.last], tokens)
        walls = [(tokens[start].start, tokens[end - 1].end) for start, end in taken]
        self.groups = _grouped(nouns, tokens, self.text, walls)
        self.edges = sorted([*walls, *((group.start, group.end) for group in self.groups)])
        self.near, self.others = near, bool(taken)
        self.counts = sum(token.word[:1].isdecimal() for token in tokens) > 1
        self.cue = bool(CUE.search(self.text, self.first))
        self.found: list[Passed] = []

    def passed(self) -> list[Passed]:
        """Give the keys that are told of plainly enough."""
        for group in self.groups:
            self._group(group)
        return self.found

    def _group(self, group: _Group) -> None:
        edge = max((end for _, end in self.edges if end <= group.start), default=self.first)
        left = self.text[edge : group.start]
        right = self.text[group.end : min((start for start, _ in self.edges if start >= group.end), default=self.last)]
        told = self._told(group, left, right)
        if told is None:
            return
        side, is_left = told
        place = edge + side.start if side is not None and is_left else group.end + (side.start if side else 0)
        nested = bool(_NESTS.search(self.text[edge : group.start]))
        self.found.append(Passed(group.keys, side, group.start, group.end, place, nested))

    def _told(self, group: _Group, left: str, right: str) -> tuple[Side | None, bool] | None:
        """Give what is told of keys and whether on their left; None where too little says that they are keys."""
        if _COMES_AFTER.search(left) or _SPELLS.search(left):
            return None
        is_over = bool(_OVER.match(right))
        is_asked = is_over and bool(_ASKED.search(left))
        leads = group.sure or _MAY_LEAD.search(left) or _ASKED.search(left)
        side, is_left = _chosen(before(left) if is_over else None, behind(right) if leads else None)
        is_loose = side is None and (self.found or self.others or len(self.groups) > 1)
        if is_loose:
            named = bare(left) if is_over else None
            in_row = self.found or len(self.groups) > 1
            side, is_left = named or (apposed(right) if in_row else None), named is not None
        strength = side.strength if side is not None else 0
        if is_asked or (is_loose and strength and (self.found or (self.others and self.cue))):
            strength = max(strength, _BY_ORDER)
        near = self.near.to(group, None if is_loose or self.counts or right.startswith(")") else side)
        evidence = strength + group.sure + near + self.cue + bool(self.found or self.others)
        doubtful = side is not None and _is_doubtful(side, group, self.near.number)
        return (side, is_left) if strength and evidence >= _ENOUGH and not doubtful else None


_COMES_AFTER: Final = re.compile(r"\b(?:after|nach|apr[eè]s|despu[eé]s(?: de)?)\s*$", re.IGNORECASE)
"""What says that something comes behind a key, and not what that is for: `in the German menu (after the 1)`."""
_SPELLS: Final = re.compile(
    r"\b(?:starts?|starting|begins?|beginning|ends?|ending|beginnt|endet|empieza|termina|commence|finit|acaba)"
    r" (?:with|in|on|mit|auf|con|en|par|por) (?:the |a |an |die |el |la |le )?\s*$",
    re.IGNORECASE,
)
"""What says of a number which digit it begins with."""


def _chosen(left: Side | None, right: Side | None) -> tuple[Side | None, bool]:
    """Choose what tells more plainly of a key, and say whether it stands before it."""
    is_left = left is not None and (right is None or left.strength >= right.strength)
    return (left if is_left else right), is_left


_BY_ORDER: Final = 2
"""How plainly it is told what a key is for by a request, or by what stands at the same side of the others."""


def _is_doubtful(side: Side, group: _Group, near: int) -> bool:
    """Whether what stands beside a key is told by too little to be what it is for."""
    if _PAST.search(side.topic):
        return True
    if side.sign in _NAMING and _TELLING.search(side.topic):
        return True
    return side.sign in {"aim", "placed"} and near < IN_SENTENCE and group.sure < 1


_PAST: Final = re.compile(
    r"\b(?:était|étaient|etait|etaient|war|waren|lag|lagen|sa(?:ß|ss)|estaban?|era|eran)$", re.IGNORECASE
)
"""How words end that tell what was on a key."""
_NAMING: Final = frozenset(("bare", "beside", "apposed", "copula", "placed"))
_TELLING: Final = re.compile(
    r"\b(?:i|it|they|we|he|she|this|that|which|who|why|there|is|are|was|were|had|did|does|never|not|nobody|asked"
    r"|want)\b"
    r"|^(?:ways?|how|many|about|some)\b",
    re.IGNORECASE,
)
"""What is a clause, or its beginning, and no name of what a key is for."""
