"""What a key is for: the words before or behind it, cut to what tells it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from ivr.prose.arriving import arrival_near, served_by
from ivr.prose.cases import behind_waiting, names_case
from ivr.prose.clauses import heard_behind, is_greeting_behind
from ivr.prose.key_sides import behind_replaced, is_case
from ivr.prose.keypad import QUOTES
from ivr.prose.outcomes import GOES_ON, GOING_ON, SOMEBODY, arrives_at, finds, goes_back, outcome, plainly
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.topic_cut import CUTS, JOINS, cut
from ivr.prose.topic_words import Topic, tells_what_on_does
from ivr.prose.verbs_behind import verbal
from ivr.prose.words import KEYS, LEADS, LINKS_LEFT, LINKS_RIGHT, OBJECTS, THENS, VERBS, set_of

_CLOSERS: Final = QUOTES | {
    ")",
    "again",
    "now",
    "instead",
    "please",
    "added",
    "key",
    "button",
    "twice",
    "option",
    "respectively",
    "respectivement",
    "respectivamente",
    "maintenant",
    "ahora",
    "jetzt",
    "ein",
}


ADVERBS: Final = set_of(
    """on at when after once during while from immediately right as whenever any anytime in within until
    straight before upon en cuando despues desde al sur apres des a tout lors nach sobald jederzeit sofort im
    auf am here there directly anywhere
    statt anstatt anstelle"""
)
_AIMS: Final = frozenset(["for", "to", "para", "pour", "fur", "fuer", "um", "zum", "zur", "regarding", "about"])


_Place: TypeAlias = tuple[int, int, str]
"""Where a topic begins, where the word stands that leads to it, and how that does."""
_HAPPENING: Final = GOING_ON | {"en", "a", "at"}
"""What begins the words that tell what happens behind a key."""
_WHO_FIND: Final = SOMEBODY | {"you", "you'll"}
_BETWEEN: Final = OBJECTS | _AIMS
"""What stands between a verb and the topic that it leads to."""


@lru_cache(maxsize=512)
def right_of(text: str, tokens: tuple[Token, ...]) -> Topic | None:
    """Give what follows a key and tells what it is for: `for billing`, `gets you a nurse`, `(claims)`.

    Whoever shares out the words between two keys asks for the same ones several times.
    """
    if (begin := plainly(tokens, 0)) is not None:
        return cut(text, tokens, begin, begin, "said")
    if tokens and (heard := heard_behind(text, tokens[0].start, tokens[-1].end)) is not None:
        return heard
    if tokens and is_greeting_behind(text, tokens[0].start, tokens[-1].end):
        return None
    at = _behind_closers(tokens)
    place = _said_from(tokens, at) or _got_from(tokens, at)
    if place is None and at < len(tokens) and tokens[at].word in _HAPPENING:
        if (arrival := arrival_near(text, tokens[at].start, tokens[-1].end)) is not None:
            return arrival
        begin = outcome(text, tokens, at)
        if begin is None and (served := served_by(text, tokens[at].start, tokens[-1].end)) is not None:
            return served
        place = (begin, at, "outcome") if begin is not None else None
    place = place or _joined_from(tokens, at)
    return cut(text, tokens, *place) if place is not None else None


def _said_from(tokens: Sequence[Token], at: int) -> _Place | None:
    """Give where it is said whom a caller reaches, or what a key is."""
    if (begin := arrives_at(tokens, at)) is not None:
        return begin, at, "outcome"
    begin = plainly(tokens, at)
    return (begin, begin, "said") if begin is not None else None


def _got_from(tokens: Sequence[Token], at: int) -> _Place | None:
    """Give where somebody tells whom they got: `when I pressed 2 I got the lady who does parking`."""
    words = [token.word for token in tokens[at : at + 2]]
    return (
        (at + 2, at, "outcome")
        if words in (["i", "got"], ["i", "reached"], ["we", "got"]) and len(tokens) > at + 2
        else None
    )


def _joined_from(tokens: Sequence[Token], at: int) -> _Place | None:
    """Give where a topic begins that a verb or a little word joins to its key, behind when and where it is pressed."""
    if tokens[at : at + 1] and tokens[at].word == "when" and names_case([one.word for one in tokens[at + 1 : at + 4]]):
        return at + 1, at, "if"
    if at < len(tokens) and tokens[at].word in ADVERBS and tokens[at].word not in LEADS:
        at = _behind_adverb(tokens, at)
    if at >= len(tokens):
        return None
    if tokens[at].word == "and" and (begin := arrives_at(tokens, at)) is not None:
        return begin, at, "outcome"
    begin = _led_from(tokens, at)
    return (begin, at, "lead") if begin is not None else _linked_from(tokens, at)


def _led_from(tokens: Sequence[Token], at: int) -> int | None:
    """Give where a topic begins that a verb leads to: `gets you a nurse`, `erreichen Sie den Vertrieb`."""
    word, begin = tokens[at].word, at + 1
    if word in {"will", "would"} and len(tokens) > at + 2:
        return None if tokens[begin].word == "do" else begin  # "0 will do it"
    if (
        word[:1].isalpha()
        and [token.word for token in tokens[begin : begin + 1]] in (["sie"], ["man"], ["usted"])
        and word not in LINKS_RIGHT
    ):
        return begin + 1
    if word in _WHO_FIND and (found := finds(tokens, at)):
        return found
    if word not in LEADS or word in {"open", "to"}:
        return at if word not in LEADS and verbal(tokens, at) else None
    while begin < len(tokens) and tokens[begin].word in _BETWEEN and not goes_back(tokens, begin):
        begin += 1
    return at if word in _TELLING or goes_back(tokens, begin) else begin


def _linked_from(tokens: Sequence[Token], at: int) -> _Place | None:
    """Give where a topic begins behind a word or mark that links it to its key: `for billing`, `(claims)`."""
    word, begin = tokens[at].word, at + 1
    if word not in LINKS_RIGHT:
        return None
    begin += word == ":" and not _NOW.isdisjoint(
        token.word for token in tokens[begin : begin + 1]
    )  # `Key 2: now cards`
    behind = [token.word for token in tokens[begin : begin + 5]]
    if behind[:2] == ["follow", "up"]:
        return begin, at, "link"
    if word in {"–", "—", "-", ":"} and (not _ASIDES.isdisjoint(behind[:1]) or tells_what_on_does(behind[:3])):
        return (begin, at, "if") if is_case(behind) else None
    how = "if" if word in {"if", "si", "wenn", "falls", "when"} else word if word in "(:|" else "link"
    return begin, at, how


def loose_right_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give the words right behind a key, without anything that joins them to it: `1 balance, 2 cards`."""
    tokens = tokens[1:] if tokens and tokens[0].word in QUOTES else tokens
    word = tokens[0].word if tokens else ""
    plain = word[:1].isalpha() and word not in _NO_LOOSE and word not in _NO_LOOSE_JOIN
    return cut(text, tokens, 0, 0, "loose") if plain else None


_NO_LOOSE_JOIN: Final = JOINS | THENS | VERBS | LINKS_LEFT


_OFTEN_PRESSED: Final = frozenset(("two", "three", "four", "2", "3", "4"))
_NOW: Final = set_of("now desormais dorenavant maintenant ahora jetzt neu")
_NO_LOOSE: Final = set_of(
    """since because these nowadays though although da richtig zustandig durch weiter bekannt
    have please you your be we i it they that this there can will when as at on after before with"""
)
"""What begins words behind a key that do not tell what it is for."""


def _behind_closers(tokens: Sequence[Token]) -> int:
    """Pass over what belongs to the key, and over the little words before the one that tells what it is for."""
    words = [*(token.word for token in tokens), "", ""]
    at = behind_replaced(words, int(words[0] == "works"))
    at += 2 if words[at + 1] == "times" and words[at] in _OFTEN_PRESSED else 0
    while words[at] in _CLOSERS or (words[at] in {"here", "there"} and words[at + 1] == "("):
        at += 1
    if words[at] in {"on", "of", "at"} and words[at + 1] == NUMBER:
        at += 2  # "Key 1 on 555-0100 is billing"
    if words[at] == "(" and ")" in words[at : at + _SHORT_ASIDE]:
        closed = words.index(")", at) + 1
        leads_on = words[closed] in _DEEDS_BEHIND or words[closed] in _AIMS_OR_CASES
        leads_on = leads_on or (words[closed] == ":" and all(word in _HOW for word in words[at + 1 : closed - 1]))
        names = words[closed] not in _AIMS and _is_name(words[at + 1 : closed - 1])
        at = closed if leads_on and not names and not {"menu", "tree"} & {*words[closed : closed + 4]} else at
    at = _behind_commas(words, at)
    if words[at] in _HELPING and words[at + 1] in _LEADS_NOW:
        at += 1
    if words[at] in _WHOM and words[at + 1] in _DEEDS:
        at += 1
    while words[at] in _OFTEN and words[at + 1] and (words[at + 1] in LEADS or words[at] != "then"):
        at += 1
    return min(at, len(tokens))


_LEADS_NOW: Final = LEADS | {"now", "also"}
_WHOM: Final = SOMEBODY | {"you", "lo", "los", "me", "nos", "vous", "sie"}
_DEEDS: Final = LEADS - {"is", "are"}
_DEEDS_BEHIND: Final = LEADS - {"is", "are", "es", "est", "ist"}
_AIMS_OR_CASES: Final = _AIMS | {"if", "si", "wenn"}


def _is_name(words: Sequence[str]) -> bool:
    """Whether words in brackets behind a key are but a name, as what it is for: `Pressing 1 (new claim) gets you`."""
    return 1 < len(words) <= _SHORT_NAME and all(word[:1].isalpha() and word not in _NO_NAME for word in words)


_HOW: Final = KEYS | set_of(", and then quickly twice slowly wait first press any time day night only now new again")
"""What in brackets behind a key tells how it is pressed: `Key 12 (one, two, quickly)`."""
_SHORT_NAME: Final = 3
_NO_NAME: Final = (
    set_of("the whatever whichever however even hour hours only")
    | (_HOW - {"new"})
    | ADVERBS
    | JOINS
    | CUTS
    | KEYS
    | LEADS
    | VERBS
)


def _behind_commas(words: Sequence[str], at: int) -> int:
    """Pass over what commas part from a key: what else callers may do, have ready or hear."""
    at = behind_waiting(words, at)
    if words[at] == "," and words[at + 1] in _BRINGING and "," in words[at + 1 : at + _SHORT_ASIDE]:
        at = words.index(",", at + 1)  # "option 4, quoting the reference, if your card is back"
    if words[at] == "," and words[at + 1 : at + 3] in _CONSEQUENCES:
        at += 2
    if words[at] == "," and words[at + 1] in _BEHIND_COMMA:
        at += 1 + (words[at + 1] == "which")
    return at


_BRINGING: Final = frozenset(("quoting", "giving", "stating", "having", "mentioning"))
"""What begins an aside on what callers have ready, and not on what a key is for."""
_CONSEQUENCES: Final = (
    ["you", "get"],
    ["you", "reach"],
    ["you'll", "get"],
    ["you'll", "reach"],
    ["you", "hear"],
    ["it", "wants"],
    ["dann", "erhalten"],
    ["dann", "erreichen"],
    ["then", "get"],
    ["then", "reach"],
)
"""What begins words behind a comma that tell whom a caller reaches: `if you press 1, you get the flight desk`."""
_TELLING: Final = set_of("replays repeats plays cancels skips starts rings wiederholt repite repete")
"""What a key does that is told by the verb itself: `Star repeats the menu`."""
_SHORT_ASIDE: Final = 9
"""Words of an aside in brackets, with them."""
_BEHIND_COMMA: Final = set_of("which and for to if um pour para wenn falls si")
_HELPING: Final = set_of("will would can also now just")
_OFTEN: Final = set_of("always still also usually then normally now currently")
_ASIDES: Final = set_of("please bitte have wait hold stay listen you follow por s'il within this")
"""What begins words behind a dash that tell a caller what to do, and not what a key is for."""
_ASKING: Final = frozenset(("ask", "asks", "asked", "fragt"))
"""What a call does when a key is pressed, and not what for: `press 1 when it asks if you're moving`."""
_ASKED_FOR: Final = frozenset((*_ASKING, "prompted"))
_ASKED_TO: Final = VERBS | set_of(
    "do so state provide confirm give leave make speak enter input identify verify continue be"
)
"""What callers are asked to do at a point of the call, where a key is pressed: `press 4 when prompted to enter it`."""


def _behind_adverb(tokens: Sequence[Token], at: int) -> int:
    """Pass over where and when a key is pressed, up to the word that tells what for."""
    if tokens[at].word in {"wenn", "a", "al", "en", "in"} and at == 0 and len(tokens) > 1 and tokens[at].word == "wenn":
        return at
    for place in range(at + 1, min(at + 16, len(tokens))):
        word = tokens[place].word
        behind = tokens[place + 1].word if place + 1 < len(tokens) else ""
        if (
            word in {".", ";", "|", '"', "”"}
            or (word in _AIMS and tokens[place - 1].word in _ASKED_FOR and (word != "to" or behind in _ASKED_TO))
            or (word in {"-", "–", "—"} and behind in _PERSONAL)
            or (word == ":" and behind in QUOTES and behind)
        ):
            break
        if _tells_then(tokens, at, place, behind):
            return place
        if tokens[at].word == "and" and word in GOES_ON and not word.startswith("you"):
            break
        if word in {"and", "y", "et", "und"} and behind in _GOES_ON_PRESSING:
            break
        if word == "&" and behind in {"we", "they"}:
            break
    return len(tokens)


_GOES_ON_PRESSING: Final = GOES_ON | VERBS


def _tells_then(tokens: Sequence[Token], at: int, place: int, behind: str) -> bool:
    """Whether, behind where and when a key is pressed, it is told from a place on what for."""
    word, before = tokens[place].word, tokens[place - 1].word
    if word == ":" or (word in _GETTING and before in _MOMENTS):
        return True
    if word in {"if", "wenn", "falls"} and behind and before not in _ASKING:
        return True
    if word in _AIMS and not (word == "to" and behind == NUMBER):
        return True
    if tokens[at].word == "and" and (word in _REACHED or word in LEADS):
        return True
    return word == "and" and before != ")" and arrives_at(tokens, place) is not None


_REACHED: Final = frozenset(("reach", "connected", "transferred", "put", "get", "speak", "be"))
_PERSONAL: Final = set_of("you we i they he she it don't there just you'll we'll")
_GETTING: Final = set_of("gets takes puts connects reaches brings sends lands transfers rings")
_MOMENTS: Final = set_of(
    "point time moment stage prompt greeting menu beginning start tone beep message recording line"
)
"""What the time that a key is pressed at ends with: `star at the very first prompt gets you a person`."""
