"""What a key is for: the words before or behind it, cut to what tells it."""

from __future__ import annotations

import re
import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.bare import verbal
from ivr.prose.arriving import arrival_near
from ivr.prose.keypad import QUOTES
from ivr.prose.languages import language_chosen
from ivr.prose.subjects import NO_SUBJECT
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.topic_words import NO_AIM, Topic, clean
from ivr.prose.words import CALLING, LEADS, LINKS_LEFT, LINKS_RIGHT, OBJECTS, THENS, VERBS, set_of

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
    "maintenant",
    "ahora",
    "jetzt",
}
_ADVERBS: Final = set_of(
    """on at when after once during while from immediately right as whenever any anytime in within until
    straight before upon en cuando despues desde al sur apres des a tout lors nach sobald jederzeit sofort im
    auf am here there directly anywhere"""
)
_AIMS: Final = frozenset(["for", "to", "para", "pour", "fur", "fuer", "um", "zum", "zur", "regarding", "about"])
_JOINS: Final = frozenset(["and", "or", "y", "o", "et", "ou", "und", "oder", ",", "&", "but"])
_CUTS: Final = set_of(
    """call calls dial ring say stay hold wait just simply please you then listen your we our it they i press enter
    have follow which where who so if when once after before during at from available open because this there
    that's but visit go text email use select choose otherwise followed have hang is are will he she otherwise
    llame espere usted luego espera si cuando appelez restez puis vous si ensuite dann warten sie oder wenn
    bleiben danach und"""
)
"""What begins something else behind a comma."""
_ENDS_TOPIC: Final = frozenset(("·", "•", "|", ";", "!", "?", "→", "->", "…"))
_GOES_ON: Final = set_of(
    """follow wait enter have listen then hold make you your we press select choose dial say stay ask someone
    somebody we'll you'll skip skips"""
)
"""What a caller does next, behind `and`."""


def right_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give what follows a key and tells what it is for: `for billing`, `gets you a nurse`, `(claims)`."""
    at = _behind_closers(tokens)
    if (begin := _arrival(tokens, at)) is not None:
        return _cut(text, tokens, begin, at, "outcome")
    if (begin := _plainly(tokens, at)) is not None:
        return _cut(text, tokens, begin, begin, "said")
    if at < len(tokens) and tokens[at].word in _GOING_ON | {"en", "a", "at"}:
        if (arrival := arrival_near(text, tokens[at].start, tokens[-1].end)) is not None:
            return arrival
        if (begin := _outcome(text, tokens, at)) is not None:
            return _cut(text, tokens, begin, at, "outcome")
    if at < len(tokens) and tokens[at].word in _ADVERBS and tokens[at].word not in LEADS:
        at = _behind_adverb(tokens, at)
    if at >= len(tokens):
        return None
    word, begin = tokens[at].word, at + 1
    if word in {"will", "would"} and len(tokens) > at + 2:
        return _cut(text, tokens, begin, at, "lead")
    if (
        word[:1].isalpha()
        and [token.word for token in tokens[begin : begin + 1]] in (["sie"], ["man"], ["usted"])
        and word not in LINKS_RIGHT
    ):
        return _cut(text, tokens, begin + 1, at, "lead")
    if word in _SOMEBODY | {"you"} and (found := _finds(tokens, at)):
        return _cut(text, tokens, found, at, "lead")
    if verbal(tokens, at) and word not in LEADS:
        return _cut(text, tokens, at, at, "lead")
    if word in LEADS and word not in {"open", "to"}:
        while begin < len(tokens) and tokens[begin].word in OBJECTS | _AIMS:
            begin += 1
        begin = at if word in _TELLING else begin
        return _cut(text, tokens, begin, at, "lead")
    if word not in LINKS_RIGHT:
        return None
    if word in {"–", "—", "-", ":"} and begin < len(tokens) and tokens[begin].word in _ASIDES:
        return None
    how = "if" if word in {"if", "si", "wenn", "falls", "when"} else word if word in "(:" else "link"
    return _cut(text, tokens, begin, at, how)


def loose_right_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give the words right behind a key, without anything that joins them to it: `1 balance, 2 cards`."""
    word = tokens[0].word if tokens else ""
    plain = word[:1].isalpha() and word not in _JOINS | THENS | VERBS | LINKS_LEFT
    return _cut(text, tokens, 0, 0, "loose") if plain else None


def _behind_closers(tokens: Sequence[Token]) -> int:
    """Pass over what belongs to the key, and over the little words before the one that tells what it is for."""
    words = [*(token.word for token in tokens), "", ""]
    at = 0
    while words[at] in _CLOSERS:
        at += 1
    if words[at] == "(" and ")" in words[at : at + _SHORT_ASIDE]:
        closed = words.index(")", at) + 1
        leads_on = words[closed] in LEADS - {"is", "are", "es", "est", "ist"} or words[closed] in _AIMS | {
            "if",
            "si",
            "wenn",
        }
        at = closed if leads_on else at
    if words[at] == "," and words[at + 1] in _BEHIND_COMMA:
        at += 1 + (words[at + 1] == "which")
    if words[at] in _HELPING and words[at + 1] in LEADS | {"now", "also"}:
        at += 1
    if words[at] in _SOMEBODY | {"you"} and words[at + 1] in LEADS - {"is", "are"}:
        at += 1
    while words[at] in _OFTEN and words[at + 1] and (words[at + 1] in LEADS or words[at] != "then"):
        at += 1
    return min(at, len(tokens))


_TELLING: Final = set_of("replays repeats plays cancels skips starts rings wiederholt repite")
"""What a key does that is told by the verb itself: `Star repeats the menu`."""
_SHORT_ASIDE: Final = 7
"""Words of an aside in brackets, with them."""
_BEHIND_COMMA: Final = set_of("which and for to um pour para wenn")
_HELPING: Final = set_of("will would can also now just")
_OFTEN: Final = set_of("always still also usually then normally now currently")


def _arrival(tokens: Sequence[Token], at: int) -> int | None:
    """Give where, behind `and you'll be`, it is told whom a caller reaches."""
    words = [token.word for token in tokens[at : at + 9]]
    if (
        not words
        or words[0] not in {"and", ",", "-", "–", "—"}
        or not any(word in {"you're", "you'll", "you", "we'll"} for word in words[1:3])
    ):
        return None
    for place, word in enumerate(words[2:], 2):
        if word in {"reach", "to", "in", "with", "get", "hear", "at"} and place + 1 < len(words):
            begin = at + place + 1
            while begin < len(tokens) and tokens[begin].word in {"to", "the", "with", "a", "in"}:
                begin += 1
            return begin
        if word not in {
            "be",
            "are",
            "will",
            "now",
            "put",
            "through",
            "connected",
            "transferred",
            "straight",
            "speaking",
            "talking",
            "you",
            "you'll",
            "directly",
            "taken",
            "get",
        }:
            return None
    return None


def _plainly(tokens: Sequence[Token], at: int) -> int | None:
    """Give where it is said what a key is, behind a mark: `, that's new patients`, `: it is the sales desk`."""
    words = [token.word for token in tokens[at : at + 8]]
    place = next((place for place, word in enumerate(words) if word in {",", ":", "–", "—", "("}), None)
    if place is None or not all(word in _AT_THE_TOP for word in words[:place]):
        return None
    behind = words[place + 1 : place + 3]
    if behind[:1] and behind[0] in {"that's", "it's", "thats", "c'est", "its"}:
        return at + place + 2
    if behind[1:] and behind[0] == "which" and behind[1] in LEADS - {"is", "are"}:
        return at + place + 3
    return (
        at + place + 3
        if behind[1:] and behind[0] in {"that", "it", "which", "das", "this"} and behind[1] in {"is", "ist"}
        else None
    )


_AT_THE_TOP: Final = set_of("at the top here there again first menu level in main")


def _finds(tokens: Sequence[Token], at: int) -> int:
    """Give where it is told what callers find behind a key: `you will find changes to a policy`; else 0."""
    words = [token.word for token in tokens[at + 1 : at + 4]]
    place = next(
        (place for place, word in enumerate(words) if word in {"find", "reach", "get", "hear", "finden", "encontrara"}),
        -1,
    )
    return at + place + 2 if place >= 0 and all(word in {"will", "can", "'ll"} for word in words[:place]) else 0


_ASIDES: Final = set_of("please bitte have wait hold stay listen you your follow por s'il")
"""What begins words behind a dash that tell a caller what to do, and not what a key is for."""
_GOING_ON: Final = frozenset(("and", ",", "y", "et", "und", "e", "-", "–", "—"))
_SOMEBODY: Final = set_of("they it he she callers someone somebody we le te les on se")
_HAPPENS: Final = set_of("will can 'll answers picks rings comes is")


def _outcome(text: str, tokens: Sequence[Token], at: int) -> int | None:
    """Give where, behind `and`, it is told what happens then: `and they register a product`, `and Ray will repeat it`."""
    words = [token.word for token in tokens[at : at + 7]]
    if len(words) < len(("and", "it", "rings")) or words[0] in {"-", "–", "—", ","}:
        return None
    if words[1] in _SOMEBODY:
        return None if words[2] in _GOES_ON else at + 2
    named = text[tokens[at + 1].start].isupper() and not _HAPPENS.isdisjoint(words[2:])
    return at + 1 if named else None


def _behind_adverb(tokens: Sequence[Token], at: int) -> int:
    """Pass over where and when a key is pressed, up to the word that tells what for."""
    if tokens[at].word in {"wenn", "a", "al", "en", "in"} and at == 0 and len(tokens) > 1 and tokens[at].word == "wenn":
        return at
    reached = ("reach", "connected", "transferred", "put", "get", "speak", "be")
    for place in range(at + 1, min(at + 16, len(tokens))):
        word = tokens[place].word
        if word in {".", ";", "|"}:
            break
        if word in _AIMS and not (word == "to" and tokens[place + 1 : place + 2] and tokens[place + 1].word == NUMBER):
            return place
        if tokens[at].word == "and" and (word in reached or word in LEADS):
            return place
        if tokens[at].word == "and" and word in _GOES_ON and not word.startswith("you"):
            break
        if (
            word in {"and", "y", "et", "und"}
            and tokens[place + 1 : place + 2]
            and tokens[place + 1].word in _GOES_ON | VERBS
        ):
            break
    return len(tokens)


def _cut(text: str, tokens: Sequence[Token], begin: int, link: int, how: str) -> Topic | None:
    """Cut what tells the topic from its first token on."""
    opened = tokens[link].word == "(" if link < len(tokens) else False
    end = begin
    while end < len(tokens) and not _ends_at(tokens, begin, end, opened=opened):
        end += 1
    if end <= begin:
        return None
    words = text[tokens[begin].start : tokens[end - 1].end]
    cleaned = clean(words)
    return Topic(cleaned, tokens[begin].start, how) if cleaned else None


def _ends_at(  # noqa: PLR0911 -- one mark or joining word after another
    tokens: Sequence[Token], begin: int, at: int, *, opened: bool
) -> bool:
    word = tokens[at].word
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if word in _ENDS_TOPIC or word in QUOTES - {"'", "’"} or word == NUMBER:
        return at > begin or word not in QUOTES
    if word == ")":
        return opened or at > begin
    if word == ".":
        return not behind or at + 1 >= len(tokens)
    if word == "(":
        return True
    if word in {",", "–", "—", ":"}:
        return (
            not behind
            or behind in _CUTS
            or behind in THENS
            or (behind in _JOINS and _third(tokens, at) in _CUTS | VERBS)
            or (word != "," and at > begin)
        )
    if word in {"and", "und", "y", "et"}:
        return behind in _GOES_ON or behind in THENS
    if word in {"or", "o", "ou", "oder"}:
        return behind in {
            "stay",
            "hold",
            "wait",
            "remain",
            "say",
            "visit",
            "press",
            "simply",
            "just",
            "bleiben",
            "espere",
            "restez",
        }
    if word in THENS - {"next", "where", "then"} and behind in {"by", "por", "de", "von", "press"}:
        return True
    return at > begin and word in {"then", "where", "dann", "puis", "luego", "so"}


def _third(tokens: Sequence[Token], at: int) -> str:
    return tokens[at + 2].word if at + 2 < len(tokens) else ""


def left_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give what stands before a key's request and tells what it is for: `for billing,`, `if you are abroad,`."""
    begin = -1
    if len(tokens) > 2 and (
        tokens[0].word in _INVERTED
        and tokens[1].word == "sie"
        or tokens[0].word == "should"
        and tokens[1].word in {"you", "callers"}
    ):  # noqa: PLR2004 -- "Haben Sie Post,"
        begin = 1
        tokens = tokens[
            : next((at for at, token in enumerate(tokens) if token.word in {",", "?"} and at > 1), len(tokens))
        ]
    for at, token in enumerate(tokens if begin < 0 else ()):
        starts = at == 0 or tokens[at - 1].word in _JOINS | QUOTES | {
            ":",
            ";",
            "-",
            "–",
            "—",
            "(",
            "|",
            ".",
            "!",
            "?",
            "please",
            "sie",
            "bitte",
        }
        behind = [one.word for one in tokens[at + 1 : at + 3]]
        if at == 0 and token.word in {"in", "im"} and _CASES.match(text, token.start):
            begin = at
            break
        aims = token.word in LINKS_LEFT - {"when", "in", "should", "cuando"} or (
            token.word in {"in", "en"}
            and (behind[:1] in (["case"], ["cas"], ["caso"]) or behind in (["an", "emergency"], ["the", "event"]))
        )
        if starts and aims:
            begin = at
            break
    if begin < 0:
        return None
    end = begin + 1
    while end < len(tokens) and not _ends_left(tokens, end):
        end += 1
    if end <= begin + 1:
        return None
    words = text[tokens[begin + 1].start : tokens[end - 1].end]
    if NO_AIM.match(words):
        return None
    cleaned = clean(words)
    return Topic(cleaned, tokens[begin].start, "left") if cleaned else None


_CASES: Final = re.compile(r"i[nm] (?:\w+ ){0,2}(?:f[aä]llen|notfall|emergenc(?:y|ies)|case)\b", re.IGNORECASE)
_INVERTED: Final = set_of("haben mochten wollen sind brauchen suchen wunschen benotigen kennen")
"""Verbs that begin a German clause that says when to press a key."""
_CALLED: Final = set_of("us the al a au le la on our at el")


def loose_left_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give what stands before a key in words without any marks, as speech is written down: from the last aim on."""
    if any(not token.word[:1].isalnum() for token in tokens):
        return None
    at = next((at for at in range(len(tokens) - 2, 0, -1) if tokens[at].word in {"if", "for", "to"}), -1)
    return left_of(text, tokens[at:]) if at > 0 else None


def _ends_left(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].word
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if word == ",":
        return behind in _CUTS or behind in {NUMBER, ""} or (behind in _JOINS and _third(tokens, at) in _CUTS)
    if word in {":", "?", ";", "|"}:
        return True
    if word in {"call", "dial", "ring", "llame", "appelez", "rappelez"} and (behind == NUMBER or behind in _CALLED):
        return True
    return word == NUMBER


def label_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give a label before a key: `Billing: press 2`, `Claims (option 3)`, `Housing | N, option 2`."""
    aside = False
    loose: Topic | None = None
    begin = 0
    for at, token in enumerate(tokens):
        if aside or (token.word == "(" and any(one.word == ")" for one in tokens[at:])):
            aside = token.word != ")"
            continue
        if token.word not in _LABEL_ENDS or not at:
            continue
        rest = [one.word for one in tokens[at:]]
        if all(word in CALLING or word in _BEHIND_LABEL or word in QUOTES for word in rest):
            if token.word == "," and NUMBER not in rest:
                said = text[tokens[begin].start : tokens[at - 1].end] if begin < at else ""
                everyone = begin < at and (tokens[begin].word in _EVERYONE or bool(language_chosen(said)))
                return _label(text, tokens[begin:at], short=False) if everyone else loose
            if loose is not None and len(loose.words.split()) <= _SHORT_LABEL:
                return loose
            return _label(text, tokens[begin:at], short=token.word in {NUMBER, ","}) or loose
        if token.word == ":":
            loose = _label(text, tokens[begin:at], short=True) if at <= 6 else loose  # noqa: PLR2004 -- a label is short
            begin = at + 1
        elif token.word == "|":
            begin = at + 1
        elif token.word in {"—", "–", "-"} and at - begin < 2:  # noqa: PLR2004 -- a number, and a dash
            begin = at + 1
        elif token.word not in {",", "-", "–", "is", "are"}:
            return loose
    return loose


def label_before(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give the words between the last mark and a key that ends what they begin: `, support (2)`."""
    end = len(tokens)
    while end and (tokens[end - 1].word in _EQUALS or tokens[end - 1].word == "("):
        end -= 1
    begin = end
    while begin and tokens[begin - 1].word not in _BREAKS:
        begin -= 1
    while begin < end and tokens[begin].word in _JOINS:
        begin += 1
    cleaned = clean(text[tokens[begin].start : tokens[end - 1].end]) if begin < end else ""
    return Topic(cleaned, tokens[begin].start, "loose") if cleaned else None


_EQUALS: Final = frozenset(("=", "->", "→", "=>", "–", "—", "-", ":"))
_BREAKS: Final = frozenset(",/;|•·:()") | {"."}


def _label(text: str, tokens: Sequence[Token], *, short: bool) -> Topic | None:
    while tokens and tokens[0].word in QUOTES | {"|", "and", "y", "et", "und"}:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[0].word in {"the", "our", "your"} and tokens[1].word not in CALLING:
        tokens = tokens[1:]
    if not tokens or tokens[0].word in CALLING - {"main", "line", "first", "sie"} or tokens[0].word == NUMBER:
        return None
    if [token.word for token in tokens[:2]] in (["you", "can"], ["you", "may"]):
        tokens = tokens[2:]
    if (short and (not tokens or tokens[0].word in NO_SUBJECT)) or (tokens and tokens[0].word in _WHENS):
        return None
    cleaned = clean(text[tokens[0].start : tokens[-1].end])
    if len(tokens) == 1 and re.search(r"_|[a-z]\d|\d[a-z]|^\w+\.\w+$", cleaned):
        return None  # somebody's name in a forum
    named = cleaned.lower() not in _NO_LABEL and not _NO_LABEL_BEGINS.match(cleaned) and len(cleaned) > 2  # noqa: PLR2004 -- "A4" is none
    return Topic(cleaned, tokens[0].start, "label") if named else None


_WHENS: Final = set_of("while when once until as after before weekdays weekends nights")
_BEHIND_LABEL: Final = frozenset(
    (NUMBER, "but", "from", "main", "menu", "|", "?", "→", "->", "=>", "=", "ext", ".", "is", "are", "es", "ist", "est")
)
_EVERYONE: Final = set_of("all everyone everybody others anyone anything any")
"""What begins a label for those that nothing else is for: `All others, press 0`."""
_SHORT_LABEL: Final = 3
"""Words of a label before a colon that counts before any other."""
_LABEL_ENDS: Final = frozenset(
    (":", "|", "-", "–", "—", "(", "?", "→", "=", "is", "are", "es", "ist", "est", NUMBER, ",")
)
_NO_LABEL: Final = frozenset(
    (
        "yes",
        "no",
        "absolutely",
        "sure",
        "certainly",
        "of course",
        "ok",
        "well",
        "then",
        "next",
        "finally",
        "first",
        "also",
        "please",
        "note",
        "tip",
        "update",
        "new",
        "hint",
        "important",
        "häufige frage",
        "frage",
        "question",
        "answer",
        "a",
        "how",
        "sure thing",
        "yep",
        "simply",
    )
)
_NO_LABEL_BEGINS: Final = re.compile(r"(?:what|this|here) (?:has )?(?:work(?:s|ed)|is what|i did)\b", re.IGNORECASE)
