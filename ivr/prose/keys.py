"""Where a sentence names keys: requests with their keys, options by number, and keys that follow on from those."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.bare import may_be_bare, stands_bare
from ivr.prose.cases import tells_aim, tells_deed
from ivr.prose.chains import chain_from
from ivr.prose.counted import counts_others, is_vote
from ivr.prose.counting import counts_named, is_amount, steps_counted, wants_so_many
from ivr.prose.key_sides import is_asked_last, is_replaced
from ivr.prose.keypad import OPENING, QUOTES, STOPS, Core, core_at, is_digits, is_plural
from ivr.prose.moved import MOVES, moved_key
from ivr.prose.row_styles import BEHIND_KEY
from ivr.prose.rows import Row, row_of_keys
from ivr.prose.tokens import CODE, NUMBER, Token
from ivr.prose.words import (
    ARROWS,
    FILL,
    FOLLOWED,
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
    | FOLLOWED
    | set_of(
        """but ultimo schluss zum finir terminar , ; by option number again encore noch einmal final fin sur auf
        de por von el la le die der das the dans acto apres tout suite
        key touche taste
        tecla finally wait pause"""
    )
    | set_of(
        """at in second third next following prompt menu that level voice question any time point when asked prompted
        zweiten nachsten im dans deuxieme suivant segundo siguiente cuando se lo pidan after announcement message beep
        tone recording immediately quickly straight right away"""
    )
)
"""What may stand between the keys of one row."""
STRONGLY, WEAKLY, OPTION, BARE, CHAINED = "strong", "weak", "option", "bare", "chained"
NEXT_PROMPT: Final = frozenset(["at", "in", "second", "third", "next", "following", "prompt", "menu", "that", "level"])
_MOST_FILL: Final = 7
_MOST_BETWEEN: Final = 8
"""Words between two keys of one row."""
_BETWEEN_NOT: Final = set_of(
    """ever need to have ask asks asked you tell tells try be told by the any want just simply please than of
    telling people callers customers patients clients folks anyone anybody someone guests"""
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
    | set_of(""") ] … you we they it he she respectively callers sie vous usted ihr
        on at after when once during while from as and but before whenever any immediately right until again
        within between in followed because without instead of followed will
        here there today anytime anywhere straight was were got so
        en despues antes cuando sur apres a des tout von nach jederzeit
        sofort im drucken wahlen waehlen druecken gleich am ein statt anstatt anstelle direkt
        direct directo directement directamente ahora maintenant desde always also now still usually
        normally wird werden then encore noch c'est""")
) - {"of"}


class Hit(NamedTuple):
    """A key that a sentence names: its tokens from `start` (its request's) to `end`, and how plainly it is one.

    `told` says, for a key of a row, on which side of it its topic stands; `chain` where the keys end that follow it.
    """

    key: str
    start: int
    at: int
    end: int
    how: str
    verb: str = ""
    negated: bool = False
    then: bool = False
    told: str = ""
    chain: int = 0


_ONE_KEY: Final = set_of("option opt key touche taste tecla opcion choix dtmf")
"""Names of one key, behind whose digit any word may stand."""
_OF_OPTIONS: Final = set_of("use using try take say follow")
"""Requests for much else: for a key only where they call it one."""
_BEGINNING: Final = VERBS | MOVES | OPTIONS | OPENING | KEYS
"""The words with which a key may begin; most words are none of them."""


@lru_cache(maxsize=2048)
def hits_in(tokens: tuple[Token, ...], *, primed: bool, called: str) -> tuple[Hit, ...]:
    """Find the keys of a sentence; `primed` and `called` tell of keys and a number before it.

    It is asked for what the sentence asks for, and again for what it tells in passing beside that.
    """
    hits: list[Hit] = []
    row = row_of_keys(tokens, primed=primed, called=called)
    steps = steps_counted(tokens)
    at = 0
    while at < len(tokens):
        told = primed or bool(hits) or (bool(called) and tells_deed(tokens, at))
        hit = _hit_at(tokens, at, hits, row, primed=told) if tokens[at].word in _BEGINNING else None
        if hit is None:
            at += 1
        elif hit.at in steps:
            at = hit.at + 1
        else:
            hits.append(hit)
            at = max(hit.end, at + 1)
    return tuple(hits)


def _hit_at(tokens: Sequence[Token], at: int, hits: list[Hit], row: Row, *, primed: bool) -> Hit | None:
    """Read what begins with a token: a request and its key, an option by number, or a key alone."""
    word = tokens[at].word
    if word in VERBS or word in MOVES:
        hit = _moved(tokens, at) if word not in VERBS else None if _asks_nobody(tokens, at) else _requested(tokens, at)
        begins = word in OPTIONS and (not at or tokens[at - 1].word in _BEFORE_OPTION)
        return _in_row(tokens, hit or (_option(tokens, at) if begins else None), row)  # "Key 3 parts"
    if word in OPTIONS and (hit := _option(tokens, at)):
        return _in_row(tokens, hit, row)
    if word not in NAMES and not is_digits(word) and word not in OPENING and word not in {"*", "#"}:
        return None
    core = core_at(tokens, at)
    if core is None:
        return None
    known = _called_key(tokens, at, core) or _chained(tokens, at, core, hits)
    behind = tokens[core[2]].word if core[2] < len(tokens) else ""
    longest = len(hits[-1].key) if hits and behind in LINKS_RIGHT else 1  # "11 for dispatch, 12 for the yard"
    return known or (None if len(core[0]) > longest else _bare(tokens, at, core, row, primed=primed))


_BEFORE_OPTION: Final = frozenset((":", "|", ";", ",", "("))


def _in_row(tokens: Sequence[Token], hit: Hit | None, row: Row) -> Hit | None:
    """Say of a key that is one of a row on which side its topic stands, where that is behind or it is in brackets."""
    if hit is None or hit.at not in row:
        return hit
    sure = row[hit.at] == BEHIND_KEY or (hit.start > 0 and tokens[hit.start - 1].word == "(")
    return hit._replace(told=row[hit.at]) if sure else hit


def _called_key(tokens: Sequence[Token], at: int, core: Core) -> Hit | None:
    """Read a key without a request before it that is called one: `die 1 drücken`, `555-0100 → 3`, `the zero key`."""
    key, inner, end = core
    word = tokens[at].word
    if word in MARKED_KEYS or is_asked_last(tokens, at, end):
        return Hit(key, at, inner, end + is_asked_last(tokens, at, end), OPTION if word in MARKED_KEYS else STRONGLY)
    behind = at - 1 if at and tokens[at - 1].word in {"die", "la", "el", "le"} else at
    if behind > 1 and _is_behind_number(tokens, behind, end):
        return Hit(key, at, inner, end, OPTION)
    if over := _behind_menu(tokens, end):
        leads = over < len(tokens) and tokens[over].word in LEADS
        return Hit(key, at, inner, over if leads else end, OPTION)
    german = at > 1 and tokens[at - 1].word == "der" and tokens[at - 2].word == "mit"
    if _is_named_key(tokens, at, inner, end) and (german or _may_follow(tokens, end, key)):
        return Hit(key, at - 1, inner, end, OPTION)
    return None


def _chained(tokens: Sequence[Token], at: int, core: Core, hits: list[Hit]) -> Hit | None:
    """Read a key that follows on from the one before it: `press 1, then 2`."""
    if not hits:
        return None
    (key, inner, end), last = core, hits[-1]
    if _only_joins(tokens, last.end, at) and (_may_follow(tokens, end, key) or inner < last.chain):
        return Hit(key, at, inner, end, CHAINED, negated=last.negated, chain=last.chain)
    return None


def _bare(tokens: Sequence[Token], at: int, core: Core, row: Row, *, primed: bool) -> Hit | None:
    """Read a key that is one by its place alone: the first of a chain, one of a row, `2 for support`."""
    key, inner, end = core
    if is_replaced(tokens, at):
        return None  # "press 4 rather than 2", "(antes la 2)"
    pronoun = tokens[at].word == "one" and at > 0 and tokens[at - 1].word in _POINTING
    if pronoun or counts_named(tokens, at) or counts_others(tokens, at) or is_vote(tokens, end):
        return None
    if (over := chain_from(tokens, inner)) and _may_follow(tokens, end, key):
        return Hit(key, at, inner, end, BARE, chain=over)
    if (place := row.get(inner)) is not None:
        return Hit(key, at, inner, end, BARE, told=place)
    if (primed or may_be_bare(tokens, at, end)) and stands_bare(tokens, at, end):
        return Hit(key, at, inner, end, BARE)
    return None


_VERBS: Final = set_of("book order buy request report claim make hire reserve rent lost find see cancel got have need")
_POINTING: Final = _VERBS | set_of("had want this that each every any which another new no only same last next")
"""Words behind which `one` is a thing, and no key."""


def _moved(tokens: Sequence[Token], at: int) -> Hit | None:
    key, begin, place = moved_key(tokens, at)
    return Hit(key, begin, place, place + 1, OPTION) if key else None


def _requested(tokens: Sequence[Token], at: int) -> Hit | None:
    """Read a request and the key that it asks for."""
    verb = tokens[at].word
    negated = _is_negated(tokens, at)
    option = then = False
    for place in range(at + 1, min(at + 2 + _MOST_FILL, len(tokens))):
        word = tokens[place].word
        if word in {NUMBER, CODE}:
            return None
        if word in {"deux", "dos"} and place + 1 < len(tokens) and tokens[place + 1].word in {"fois", "veces"}:
            continue
        core = core_at(tokens, place) if word not in FILL or word in NAMES else None
        if core is not None:
            key, inner, end = core
            counts = tokens[place - 1].word == "the" and not _may_follow(tokens, end, key)
            counts = counts or tokens[place - 1].word == "any" or (verb in _WANTING and wants_so_many(tokens, at))
            option |= end > inner + 1 and tokens[inner + 1].word in {"key", "button"}  # "use the 8 button"
            if counts or not _may_ask_for(tokens, verb, key, end):
                return None  # "press the 4 lowest notes"
            explained = [one.word for one in tokens[end : end + 2]] in ([",", "which"], [",", "for"], [",", "to"])
            aim = explained or tells_aim(tokens, key, end)
            asked = at - 1 if at > 1 and tokens[at - 1].word == "please" else at
            aims = at > 0 and (tokens[0].word in LINKS_LEFT or tokens[asked - 1].word == ":")
            aimed = aims and (end >= len(tokens) or tokens[end].word in STOPS)
            doubtful = verb in _OF_OPTIONS or (verb in _WANTING and tokens[at - 1].word in _OTHERS_WANT)
            if doubtful and not (option or then or aim or (verb == "use" and aimed)):
                return None
            return Hit(key, at, inner, end, STRONGLY if verb in STRONG or option else WEAKLY, verb, negated, then)
        if word in NOT:
            negated = True
        elif word not in FILL and word not in OPENING and not _is_said_or_pressed(tokens, place):
            return None
        then = then or (word in THENS and place + 1 < len(tokens))
        option = option or word == "prompt" or (word in OPTIONS and word not in {"number", "digit"})
    return None


def _is_said_or_pressed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is one of those that let callers say a key, too: `press or say one`."""
    words = [token.word for token in tokens[at - 1 : at + 2]]
    if words[1] == "from" and "any" in [token.word for token in tokens[max(at - 2, 0) : at]]:
        return True  # "press any key from 1 to 3"
    return (words[1] in _SAYING and words[0] in ORS) or (words[1] in ORS and words[2:] != [] and words[2] in _SAYING)


_SAYING: Final = set_of("say speak touch press diga decir dites dire sagen sprechen pulse oprima marque tapez")
_WANTING: Final = frozenset(("want", "wants"))
_OTHERS_WANT: Final = set_of("they now we still he she all only")
"""Who wants so many of something, and is not told to press a key: `They now want 9`."""
_DIALS: Final = frozenset(("composez", "faites", "appelez", "dial", "marque"))
_EMERGENCIES: Final = frozenset(("15", "17", "18", "19"))
"""Short numbers, and no keys: `composez le 15`."""


def _may_ask_for(tokens: Sequence[Token], verb: str, key: str, end: int) -> bool:
    """Whether what stands behind a request and a digit lets that be a key."""
    if is_amount(tokens, end) or (verb in _DIALS and key in _EMERGENCIES):
        return False
    if _may_follow(tokens, end, key) or (verb in STRONG and key in "*#"):
        return True
    behind = tokens[end].word
    return verb in STRONG and len(key) == 1 and behind[:1].isalpha() and behind not in UNITS


def _asks_nobody(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is no request to a caller: `turn the dial to 3`, `we will select option 1 for you`."""
    before = [token.word for token in tokens[max(at - 2, 0) : at]]
    is_noun = tokens[at].word == "dial" and before[-1:] in (["the"], ["a"])
    return is_noun or before in (["we", "will"], ["we", "shall"])


def _is_negated(tokens: Sequence[Token], at: int) -> bool:
    for place in range(at - 1, max(at - 8, -1), -1):
        word = tokens[place].word
        if word in NOT:
            return True
        if word not in _BETWEEN_NOT and word not in QUOTES:
            return False
    return False


def _option(tokens: Sequence[Token], at: int) -> Hit | None:
    """Read `option 4`, `key #2`, `Taste 3`, `the 4 key`."""
    before = tokens[at - 1].word if at else ""
    if tokens[at].word in {"numero", "nummer"} and before[:1].isalpha() and before not in _BEFORE_NUMERO:
        return None  # "junto al contenedor número 2"
    labels = (
        before in {",", ":", "-", "–"}
        and at > 1
        and (tokens[at - 2].word == NUMBER or tokens[at - 2].word[:1].isalpha())
    )
    if before in _OF_OTHERS or (tokens[at].word == "prompt" and before not in _AT_PROMPTS and not labels):
        return None
    place = at + 1
    while (
        place < len(tokens)
        and place < at + 4
        and tokens[place].word in {"number", "no", ".", "#", "numero", "nummer", "n", "de", "in"}
    ):
        place += 1
    core = core_at(tokens, place) if place < len(tokens) else None
    if core is None:
        return None
    behind = [token.word for token in tokens[core[2] : core[2] + 2]]
    if not _OF_PLANS.isdisjoint(behind[:1]):
        return None
    follows = _may_follow(tokens, core[2], core[0]) or behind[0] in VERBS or behind == ["of", NUMBER]
    amount = not UNITS.isdisjoint(behind[:1]) and not is_plural(core[0], behind[0])
    if not follows and (tokens[at].word not in _ONE_KEY or amount):
        return None
    end = core[2] + (core[2] < len(tokens) and tokens[core[2]].word in GERMAN_LAST)
    return Hit(core[0], at, core[1], end, OPTION, tokens[at].word, negated=before == "not")


_BEFORE_NUMERO: Final = VERBS | OPTIONS | FILL | THENS | ORS | LINKS_LEFT | LINKS_RIGHT | LEADS
_AT_PROMPTS: Final = frozenset(("after", "at", "from", "under", "behind", ",", ":", "-", "–"))
_OF_PLANS: Final = set_of("plan plans package packages policy bundle tariff coverage")
"""Words behind an option by number that is no key: `the Option 2 plan`."""
_OF_OTHERS: Final = set_of(
    "plan coverage payment delivery design meal lunch policy investment pricing dosage seating travel keep kept"
)
"""Words before an option by number that is no key: `plan option 2`."""


def _behind_menu(tokens: Sequence[Token], end: int) -> int:
    """Give where the words end that say of a digit that it is a choice: `number 2 on the phone menu`; else 0."""
    words = [token.word for token in tokens[end : end + 4]]
    return end + words.index("menu") + 1 if words[:2] == ["on", "the"] and "menu" in words else 0


def _is_behind_number(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a key follows a telephone number at once: `1-800-555-0100 → 3`, `dial 1-800-555-0100, then 2`."""
    before = [token.word for token in tokens[max(at - 3, 0) : at]]
    if before[-2:] == [NUMBER, ","]:
        over = end >= len(tokens) or (tokens[end].word == "." and end + 1 >= len(tokens))
        called = any(token.word in {"dial", "call", "ring", "phone"} for token in tokens[:at])
        return (over and called) or (not over and tokens[end].word in {"for", "para", "pour", "fur", "(", "if"})
    if before[-1] in ARROWS:
        return before[-2] == NUMBER
    if NUMBER not in before:
        return False
    since = before[len(before) - before[::-1].index(NUMBER) :]
    return since == ["followed", "by"] or (
        since[-1:] != [] and since[-1] in THENS and set(since) <= {",", "and", *THENS}
    )


def _is_named_key(tokens: Sequence[Token], at: int, inner: int, end: int) -> bool:
    """Whether a key is called one: `the zero key`, `the star button`."""
    if not at:
        return False
    before = tokens[at - 1].word
    if before == "der" and at > 1 and tokens[at - 2].word in {"mit", "uber"}:
        return True
    return before in {"the", "with", "your"} and end > inner + 1 and tokens[inner + 1].word in {"key", "button", "sign"}


def _may_follow(tokens: Sequence[Token], end: int, key: str) -> bool:
    """Whether what stands behind a digit lets it be a key, and not the beginning of `2 seats`."""
    if end >= len(tokens) or key in "*#":
        return True
    word = tokens[end].word
    if word == "+" and tokens[end].start == tokens[end - 1].end:
        return False  # "4+ times"
    if word in {"all", "both", "each"}:
        return True
    return word in _MAY_FOLLOW or word in WEAK or not (word[:1].isalnum() or word[:1] in "$€£<")


def _only_joins(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing but joining words stand between two keys."""
    between = [token.word for token in tokens[start:end]]
    return bool(between) and len(between) <= _MOST_BETWEEN and all(word in JOINS for word in between)
