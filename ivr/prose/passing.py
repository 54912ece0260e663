"""Keys that sentences tell of in passing, without asking for them: `tuition is still a three and the nurse a four`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ivr.prose.passing_keys import KeyNoun, key_nouns
from ivr.prose.passing_sides import NUMBER_SIGN, Side, apposed, bare, before, behind
from ivr.prose.tokens import NUMBER, Token

ENOUGH: Final = 6
"""Evidence by which a noun is a key: how plainly it is told, called a key, and near a number and words of a menu."""
_HERE, _BESIDE = 3, 2
"""How near a number is in the same sentence, and in the same paragraph."""
_PAIR: Final = 2
_CUE: Final = re.compile(
    r"\b(?:menus?|recordings?|recorded|voices?|prompts?|greeting|options?|press\w*|keys?|keypad|listen|announce\w*|choices?"
    r"|robot|machine|tape|switchboard|picks? up|answers?|welcome|phone tree|ivr|hears?|attendant|digits?|buttons?"
    r"|tap\w*|push\w*"
    r"|men[uú]|grabaci[oó]n|opci[oó]n\w*|tecla\w*|annonce|message|choix|touche\w*|serveur vocal|ansage|band"
    r"|taste\w*|auswahl|men[uü]punkt)\b",
    re.IGNORECASE,
)
_GROUPS: Final = re.compile(r"[\s,]*(?:or|and|&|y|o|e|u|et|ou|und|oder|either)?\s*", re.IGNORECASE)
_RANGES: Final = re.compile(r"\s*(?:to|through|thru|bis|à|a|al|until)\s*", re.IGNORECASE)
_THEN: Final = re.compile(
    r"[\s,]*(?:(?:and )?(?:from|at|on|in) the (?:second|third|fourth|next|following|last)(?: menu| prompt| one"
    r"| voice| level)?,?|→|->|>|followed by(?: a)?|(?:and |y |et |und )?(?:then|after that|and|afterwards|luego"
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
    r"[\s\"”»'’)]*(?:$|[,;.!?:(–—|]|\s-\s|(?:and|or|but|while|whereas|if|when|once|on|at|as|too|again|until|after|before|so|then"
    rf"|in winter|instead|respectively|y|et|und|o|ou|oder|pero|mais|aber|wenn|si|quand|cuando|is|are|in that"
    rf"|{NUMBER_SIGN}|because|not|rather|nowadays|now)\b)",
    re.IGNORECASE,
)
_MAY_LEAD: Final = re.compile(
    r"(?:^|[,;:.!?()–—|…\"“”«»]|\b(?:and|or|then|but|that|where|while|whereas|which|in|when|if|because|since|as|so|of|now|y|et|und|que|dass|is|'s|way|"
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


_TEXTED: Final = re.compile(
    r"\b(?:whatsapp|sms|texts?|texting|repl(?:y|ies)|responda|r[eé]pondez|antworten)\b", re.IGNORECASE
)
"""What tells that a sentence is about messages, whose answers are no keys."""


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


def passed_in(text: str, tokens: Sequence[Token], taken: Sequence[tuple[int, int]], near: int) -> list[Passed]:
    """Find the keys that a sentence tells of in passing, outside the tokens that are `taken` by others.

    `near` says how near the number of a phone menu stands: 3 in the sentence, 2 in its paragraph, 1 in its section.
    """
    nouns = key_nouns(tokens, taken)
    if (
        not nouns
        or any(token.word == "double" for token in tokens)
        or _TEXTED.search(text, tokens[0].start, tokens[-1].end)
    ):
        return []
    text = _masked(text, tokens)
    walls = [(tokens[start].start, tokens[end - 1].end) for start, end in taken]
    groups = _grouped(nouns, tokens, text, walls)
    edges = sorted([*walls, *((group.start, group.end) for group in groups)])
    first, last = tokens[0].start, tokens[-1].end
    cue = bool(_CUE.search(text, first, last))
    found: list[Passed] = []
    used = first
    rightward = 0
    for group in groups:
        left_edge = max((end for _, end in edges if end <= group.start), default=first)
        right_edge = min((start for start, _ in edges if start >= group.end), default=last)
        left = text[max(left_edge, min(used, group.start)) : group.start]
        right = text[group.end : right_edge]
        base = max(left_edge, min(used, group.start))
        is_asked = bool(_ASKED.search(left))
        over, leads = _OVER.match(right), _MAY_LEAD.search(left) or group.sure or is_asked
        ahead = behind(right) if leads else None
        back = before(left) if over else None
        loose = None
        if ahead is None and back is None:
            told = bool(found) or bool(taken)
            if told or len(groups) > 1:
                loose = (bare(left) if rightward <= 0 and over else None) or apposed(right)
        side, place = _chosen(back, ahead, loose, base, group.end, rightward)
        strength = side.strength if side else 0
        if is_asked and over:
            strength = max(strength, 2)
        elif side is not None and side is loose and (found or (taken and cue)):
            strength = 2
        many = bool(found) or bool(taken)
        evidence = strength + group.sure + near + cue + many
        if not strength or evidence < ENOUGH or (side is not None and _is_doubtful(side, group, near)):
            continue
        nested = bool(_NESTS.search(text[left_edge : group.start]))
        found.append(Passed(group.keys, side, group.start, group.end, place, nested))
        if side is not None and place >= group.end:
            used = group.end + side.end
            rightward = 1
        elif side is not None:
            rightward = -1
    return found


def _is_doubtful(side: Side, group: _Group, near: int) -> bool:
    """Whether what stands beside a key is told by too little to be what it is for."""
    if _NO_MENU.search(side.topic) or (side.sign in _NAMING and _TELLING.search(side.topic)):
        return True
    if side.sign in {"aim", "placed"}:
        return near < _HERE and group.sure < 1
    if side.sign in {"link", "verb", "mark"}:
        return near < _BESIDE
    return False


_NAMING: Final = frozenset(("bare", "beside", "apposed", "copula", "placed"))
_TELLING: Final = re.compile(
    r"\b(?:i|it|they|we|he|she|this|that|which|who|why|there|is|are|was|were|had|did|does|never|not|nobody|free per"
    r"|asked|want)\b"
    r"|^(?:ways?|how|many|about|some|hub)\b",
    re.IGNORECASE,
)
"""What is a clause, or its beginning, and no name of what a key is for."""
_NO_MENU: Final = re.compile(
    r"\b(?:erases?|deletes?|saves?|keeps?) (?:it|them|the message|your message)\b|^plays? a message|outside line"
    r"|^get out$|\.wav\b",
    re.IGNORECASE,
)


def _chosen(  # noqa: PLR0913, PLR0917 -- both sides, where they stand, and which came last
    back: Side | None, ahead: Side | None, loose: Side | None, base: int, end: int, rightward: int
) -> tuple[Side | None, int]:
    if (
        back is not None
        and (ahead is None or back.strength >= ahead.strength)
        and not (rightward > 0 and ahead is not None)
    ):
        return back, base + back.start
    if ahead is not None:
        return ahead, end + ahead.start
    if loose is not None:
        return loose, (base if loose.sign == "bare" else end) + loose.start
    return None, end
