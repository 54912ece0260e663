"""Where a sentence names keys: requests with their keys, options by number, and keys that follow on from those."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from ivr.prose.counting import begins_a_count, ends_a_date
from ivr.prose.languages import language_chosen
from ivr.prose.moved import MOVES, moved_key
from ivr.prose.tokens import CODE, NUMBER, Token
from ivr.prose.words import (
    ARROWS,
    BEHIND,
    FILL,
    GERMAN_LAST,
    KEYS,
    LEADS,
    LINKS_LEFT,
    LINKS_RIGHT,
    MARKED_KEYS,
    NAMES,
    NOT,
    OPTIONS,
    ORS,
    STRONG,
    THENS,
    TO_RANGE,
    UNITS,
    VERBS,
    WEAK,
    set_of,
)

JOINS: Final = (
    ORS
    | THENS
    | ARROWS
    | TO_RANGE
    | set_of(
        """, ; by option number again de por von el la le die der das the key touche taste tecla finally wait pause"""
    )
    | set_of(
        """at in second third next following prompt menu that level any time point when asked prompted
        cuando se lo pidan"""
    )
)
"""What may stand between the keys of one row."""
LONGEST_KEY: Final = 2
"""Digits of a key; longer ones are no menu's."""
STRONGLY, WEAKLY, OPTION, BARE, CHAINED = "strong", "weak", "option", "bare", "chained"
_ANNOUNCING: Final = VERBS | set_of(
    """asked get language prompt
    hear offered choices menu options prompts entendrez opciones elegir menus horen auswahl ensuite"""
)
QUOTES: Final = frozenset("\"'“”„‘’«»[]`<>")
OPENING: Final = QUOTES | {"(", ":"}
STOPS: Final = frozenset(".!?;,:|")
NEXT_PROMPT: Final = frozenset(["at", "in", "second", "third", "next", "following", "prompt", "menu", "that", "level"])
_ARTICLES: Final = set_of("""sur auf the el la le die der das key option number touche taste tecla""")
_EQUALS: Final = frozenset(("is", "es", "ist", "est", "="))
_POINTING: Final = frozenset(("→", "->", "=>", "➔", "⇒"))
_MOST_FILL: Final = 7
_BETWEEN_NOT: Final = set_of(
    """ever need to have ask asks asked you tell tells try be told by the any want just simply please than of
    telling people callers"""
)
_MAY_FOLLOW: Final = (
    LINKS_RIGHT
    | LINKS_LEFT
    | LEADS
    | THENS
    | ARROWS
    | ORS
    | QUOTES
    | STOPS
    | TO_RANGE
    | set_of(""") ] … you we callers sie vous usted ihr on at after when once during while from as and but before
        whenever any immediately right until again within in followed because without instead of followed will
        here there today anytime anywhere straight en despues antes cuando sur apres a des tout von nach jederzeit
        sofort im drucken wahlen waehlen druecken gleich am ahora maintenant desde always also now still usually
        normally wird werden then""")
) - {"of"}


class Hit(NamedTuple):
    """A key that a sentence names: its tokens from `start` (its request's) to `end`, and how plainly it is one."""

    key: str
    start: int
    at: int
    end: int
    how: str
    verb: str = ""
    negated: bool = False
    then: bool = False


_BEGINNING: Final = VERBS | MOVES | OPTIONS | OPENING | KEYS
"""The words with which a key may begin; most words are none of them."""


def hits_in(tokens: Sequence[Token], *, primed: bool) -> list[Hit]:
    """Find the keys of a sentence; `primed` says that the words before it told of keys already."""
    hits: list[Hit] = []
    at = 0
    while at < len(tokens):
        hit = _hit_at(tokens, at, hits, primed=primed or bool(hits)) if tokens[at].word in _BEGINNING else None
        if hit is None:
            at += 1
        else:
            hits.append(hit)
            at = max(hit.end, at + 1)
    return hits


def _hit_at(  # noqa: PLR0911 -- one way of naming a key after another
    tokens: Sequence[Token], at: int, hits: list[Hit], *, primed: bool
) -> Hit | None:
    word = tokens[at].word
    if word in VERBS or word in MOVES:
        return _requested(tokens, at) if word in VERBS else _moved(tokens, at)
    if word in OPTIONS and (hit := _option(tokens, at)):
        return hit
    if word not in NAMES and not _is_digits(word) and word not in OPENING and word not in {"*", "#"}:
        return None
    core = _core(tokens, at)
    if core is None:
        return None
    key, inner, end = core
    if word in MARKED_KEYS or _is_german_last(tokens, at, end):
        return Hit(key, at, inner, end + _is_german_last(tokens, at, end), OPTION if word in MARKED_KEYS else STRONGLY)
    if at > 1 and _is_behind_number(tokens, at):
        return Hit(key, at, inner, end, OPTION)
    if _is_named_key(tokens, at, inner, end) and _may_follow(tokens, end, key):
        return Hit(key, at - 1, inner, end, OPTION)
    if hits and _only_joins(tokens, hits[-1].end, at) and _may_follow(tokens, end, key):
        return Hit(key, at, inner, end, CHAINED, negated=hits[-1].negated)
    if (
        primed
        or _is_elliptic(tokens, at, end)
        or _leads_plainly(tokens, end)
        or _is_announced(tokens, at)
        or (at and tokens[at - 1].word in {"it's", "that's"})
        or (at > 1 and tokens[at - 1].word == "," and tokens[0].word == "for" and end >= len(tokens) - 1)
        or (at > 1 and tokens[at - 1].word in _POINTING and (end >= len(tokens) or tokens[end].word in STOPS))
        or (at == 2 and tokens[1].word in _EQUALS and bool(language_chosen(tokens[0].word)))  # noqa: PLR2004 -- "English is 1"
    ) and _stands_bare(tokens, at, end):
        return Hit(key, at, inner, end, BARE)
    return None


def _is_digits(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= LONGEST_KEY


def _core(tokens: Sequence[Token], at: int) -> tuple[str, int, int] | None:
    """Read a key with its quotes, brackets and the word behind it; gives the key, its place, and the end."""
    start = at
    while at < len(tokens) and at < start + 2 and tokens[at].word in OPENING:
        at += 1
    if at >= len(tokens):
        return None
    word = tokens[at].word
    key = NAMES.get(word) or (word if _is_digits(word) or word in {"*", "#"} else "")
    if not key:
        return None
    end = at + 1
    while end < len(tokens) and (_closes(tokens, end) or (tokens[end].word == ")" and start < at)):
        end += 1
    if (
        end < len(tokens)
        and tokens[end].word == ")"
        and "(" not in [token.word for token in tokens[max(at - 8, 0) : at]]
    ):
        end += tokens[end].start == tokens[at].end
    if end < len(tokens) and tokens[end].word in UNITS and tokens[end].word not in BEHIND:
        return None
    if _is_joined(tokens, at) or ends_a_date(tokens, at) or begins_a_count(tokens, end):
        return None
    if [token.word for token in tokens[end : end + 3]] in (["(", key, ")"], ["(", "key", key]):  # "star (*)"
        end += 3
    while end < len(tokens) and end < at + 4 and tokens[end].word in BEHIND:
        end += 1
    return key, at, end


def _moved(tokens: Sequence[Token], at: int) -> Hit | None:
    key, place = moved_key(tokens, at)
    return Hit(key, at, place, place + 1, OPTION) if key else None


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark ends a quotation, and is no arrow from one key to the next: `2 > 4`."""
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return tokens[at].word in QUOTES and not (tokens[at].word in ARROWS and (behind in NAMES or _is_digits(behind)))


def _is_joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit is the beginning of a word such as `2-year`."""
    behind = tokens[at + 1 : at + 3]
    return (
        len(behind) == 2  # noqa: PLR2004 -- a hyphen and a word
        and behind[0].word in {"-", "/"}
        and behind[0].start == tokens[at].end
        and behind[1].start == behind[0].end
        and behind[1].word[:1].isalpha()
        and behind[1].word not in NAMES
    )


def _requested(tokens: Sequence[Token], at: int) -> Hit | None:
    """Read a request and the key that it asks for."""
    verb = tokens[at].word
    negated = _is_negated(tokens, at)
    option = then = False
    for place in range(at + 1, min(at + 2 + _MOST_FILL, len(tokens))):
        word = tokens[place].word
        if word in {NUMBER, CODE}:
            return None
        core = _core(tokens, place) if word not in FILL or word in NAMES else None
        if core is not None:
            key, inner, end = core
            if not _may_follow(tokens, end, key) and not (verb in STRONG and key in "*#"):
                return None
            return Hit(key, at, inner, end, STRONGLY if verb in STRONG or option else WEAKLY, verb, negated, then)
        if word in NOT:
            negated = True
        elif word not in FILL and word not in OPENING:
            return None
        then = then or (word in THENS and place + 1 < len(tokens))
        option = option or (word in OPTIONS and word not in {"number", "digit"})
    return None


def _is_negated(tokens: Sequence[Token], at: int) -> bool:
    for place in range(at - 1, max(at - 8, -1), -1):
        word = tokens[place].word
        if word in NOT:
            return True
        if word not in _BETWEEN_NOT:
            return False
    return False


def _option(tokens: Sequence[Token], at: int) -> Hit | None:
    """Read `option 4`, `key #2`, `Taste 3`, `the 4 key`."""
    place = at + 1
    while (
        place < len(tokens)
        and place < at + 4
        and tokens[place].word in {"number", "no", ".", "#", "numero", "nummer", "n"}
    ):
        place += 1
    core = _core(tokens, place) if place < len(tokens) else None
    if core is None or not (_may_follow(tokens, core[2], core[0]) or tokens[core[2]].word in VERBS):
        return None
    return Hit(core[0], at, core[1], core[2], OPTION, tokens[at].word)


def _is_behind_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key follows a telephone number at once: `1-800-555-0100 → 3`, `dial 1-800-555-0100, then 2`."""
    before = [token.word for token in tokens[max(at - 3, 0) : at]]
    if before[-1] in ARROWS:
        return before[-2] == NUMBER
    return before[-1] in THENS and NUMBER in before and set(before) <= {NUMBER, ",", "and", *THENS}


def _is_named_key(tokens: Sequence[Token], at: int, inner: int, end: int) -> bool:
    """Whether a key is called one: `the zero key`, `the star button`."""
    if not at:
        return False
    before = tokens[at - 1].word
    if before == "der" and at > 1 and tokens[at - 2].word in {"mit", "uber"}:
        return True
    return before in {"the", "with", "your"} and end > inner + 1 and tokens[inner + 1].word in {"key", "button", "sign"}


def _is_german_last(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a request stands behind its key: `die 1 drücken`."""
    behind = end < len(tokens) and tokens[end].word in GERMAN_LAST
    before = at > 0 and tokens[at - 1].word in {"die", "taste", "der", "auf", "ziffer", "bitte", ","}
    return behind and before


def _may_follow(tokens: Sequence[Token], end: int, key: str) -> bool:
    """Whether what stands behind a digit lets it be a key, and not the beginning of `2 seats`."""
    if end >= len(tokens) or key in "*#":
        return True
    word = tokens[end].word
    return word in _MAY_FOLLOW or word in WEAK or not (word[:1].isalnum() or word[:1] in "$€£<")


def _only_joins(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing but joining words stand between two keys."""
    between = [token.word for token in tokens[start:end]]
    return bool(between) and len(between) <= 8 and all(word in JOINS for word in between)  # noqa: PLR2004 -- "and, at the second prompt,"


def _stands_bare(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a key without a request is one by its place: `2 for support`, or `for support, 2`."""
    start = at
    while start and tokens[start - 1].word in _ARTICLES:
        start -= 1
    before = tokens[start - 1].word if start else ""
    behind = tokens[end].word if end < len(tokens) else ""
    listed = tokens[end - 1].word == ")" and _is_announced(tokens, at)
    begins = (
        listed
        or not before
        or before
        in STOPS
        | ORS
        | QUOTES
        | {
            "(",
            "-",
            "–",
            "—",
            "while",
            "with",
            "then",
            "it's",
            "mit",
        }
        | {"dann", "danach", "puis", "luego"}
    )
    if begins and _goes_on(tokens, at, end, before):
        return True
    if behind and behind not in STOPS | {"or", "and", "oder", "ou", "o", "y", "et", "und"}:
        return _is_elliptic(tokens, at, end)
    equals = start > 1 and (
        before in _EQUALS or before in _POINTING or (before == "on" and tokens[start - 2].word in {"is", "are", "now"})
    )
    begun = before in {"it's", "that's"} or (before in THENS and (start == 1 or tokens[start - 2].word in {"and", ","}))
    return equals or begun or _is_elliptic(tokens, at, end) or (before == "," and _opens_with_aim(tokens, start - 1))


def _goes_on(tokens: Sequence[Token], at: int, end: int, before: str) -> bool:
    """Whether a key that begins a clause is followed by what it is for, or by further keys."""
    behind = tokens[end].word if end < len(tokens) else ""
    further = tokens[end + 1].word if end + 1 < len(tokens) else ""
    if behind in ARROWS or (behind == "," and further in THENS) or (behind == "followed" and further == "by"):
        return True
    if behind in THENS and (further in NAMES or _is_digits(further)):
        return True
    leads_on = behind in (LINKS_RIGHT | LEADS) - {"-", "|", "→"} or (behind in {"–", "—", "-"} and not before)
    listed = _is_announced(tokens, at) and behind[:1].isalpha() and behind not in UNITS
    return (leads_on or listed) and not _counts(tokens, end)


def _leads_plainly(tokens: Sequence[Token], end: int) -> bool:
    """Whether a key says what it does without any request: `1 is for sales`, `3 gets you a nurse`."""
    words = [token.word for token in tokens[end : end + 2]]
    return (
        bool(words[1:])
        and words[0] in LEADS
        and words[1] in {"for", "you", "callers", "to", "para", "pour", "fur", "sie", "met", "con"}
    )


def _is_elliptic(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the request is left out before a key that ends its sentence: `para citas, la 1`."""
    behind = [token.word for token in tokens[end:]]
    if at < 2 or tokens[at - 1].word not in {"la", "el", "le", "die"} or tokens[at - 2].word != ",":  # noqa: PLR2004 -- an article behind a comma
        return (
            at > 1
            and tokens[at - 1].word == "die"
            and (not behind or behind[0] in STOPS | {"und"})
            and any(token.word in {"fur", "zum", "zur", "bei"} for token in tokens[max(at - 12, 0) : at - 1])
        )
    over = not behind or behind[0] in STOPS | THENS | {"y", "et", "und", "en"}
    return over and tokens[0].word in {"para", "pour", "fur", "si", "wenn", "zum", "zur", "bei"}


def _is_announced(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before a colon say that keys follow: `pick a language: 1 for English`."""
    before = [token.word for token in tokens[max(at - 14, 0) : at]]
    return (":" in before or "(" in before) and not _ANNOUNCING.isdisjoint(before)


def _counts(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number counts something after all: `2 to 3 days`."""
    further = [token.word for token in tokens[end : end + 3]]
    return (tokens[end - 1].word != ")" and any(word[:1].isdecimal() for word in further[:2])) or any(
        word in UNITS - {"of", "second"} for word in further
    )


def _opens_with_aim(tokens: Sequence[Token], end: int) -> bool:
    """Whether the clause that ends there begins with `for`, `to` or `if`."""
    for place in range(end - 1, -1, -1):
        if tokens[place].word in STOPS | {"or", "and"} and place < end - 1:
            return tokens[place + 1].word in LINKS_LEFT - {"in"}
        if place == 0:
            return tokens[0].word in LINKS_LEFT - {"in"} or tokens[0].word in QUOTES
    return False
