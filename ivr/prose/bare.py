"""Keys that stand without a request: `2 for support`, `for support, 2`, `1 English, 2 Spanish`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.chains import is_key
from ivr.prose.counted import COUNTED
from ivr.prose.deeper import leads_into
from ivr.prose.keypad import QUOTES, STOPS, is_digits
from ivr.prose.languages import language_chosen
from ivr.prose.outcomes import begins_a_way, is_named_alone, plainly
from ivr.prose.repeated import does_it, goes_with_if, repeats_place, works
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.verbs_behind import leads_plainly, verbal
from ivr.prose.words import ARROWS, LEADS, LINKS_LEFT, LINKS_RIGHT, NAMES, ORS, THENS, UNITS, VERBS, set_of

_ANNOUNCING: Final = (VERBS - set_of("use using try take say follow go want wants added")) | set_of(
    """asked get language prompt hear offered offers offer plays choices menu options prompts entendrez opciones
    elegir menus horen auswahl ensuite"""
)
_ARTICLES: Final = set_of("""sur auf the el la le die der das key option number touche taste tecla""")
_EQUALS: Final = frozenset(("is", "are", "es", "son", "ist", "sind", "est", "sont", "="))
_REACHING: Final = (["you", "reach"], ["you", "get"], ["you", "can"], ["you", "hear"])
"""What follows a key with which callers get somewhere: `With 2 you reach classroom support`."""
_POINTING: Final = frozenset(("→", "->", "=>", "➔", "⇒"))
_SHORT: Final = 8
"""Words before a key that a sentence has which tells of nothing else: `resultados de laboratorio, el 3`."""
_BEHIND_TWO: Final = 2
"""The place of a key behind a word and a mark: `English = 1`."""


def may_be_bare(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a sentence that has told of no key so far may tell of one without a request."""
    return (
        is_elliptic(tokens, at, end)
        or leads_plainly(tokens, end)
        or is_announced(tokens, at)
        or _is_its(tokens, at)
        or (at > 1 and tokens[at - 1].word in {"le", "la"} and tokens[at - 2].word == "c'est")
        or (at > 1 and tokens[at - 1].word == "," and tokens[0].word in _AIMING and end >= len(tokens) - 1)
        or (at > 1 and tokens[at - 1].word in _POINTING and (end >= len(tokens) or tokens[end].word in STOPS))
        or (at == _BEHIND_TWO and tokens[1].word in _EQUALS and bool(language_chosen(tokens[0].word)))
        or _is_placed(tokens, at, end)
        or _is_under(tokens, at)
        or _reaches(tokens, at, end)
        or _comes_after(tokens, at, end)
        or (at > 1 and tokens[at - 2].word in {"con", "avec", "mit"} and tokens[at - 1].word in _ARTICLES)
        or _acts(tokens, at, end)
        or _is_prompted(tokens, end)
        or _is_after_all(tokens, at, end)
        or _is_offered(tokens, at, end)
        or _is_of_same(tokens, at, end)
        or begins_a_way(tokens, end)
        or works(tokens, end)
        or does_it(tokens, at, end)
    )


_AIMING: Final = LINKS_LEFT - {"in"}


def _is_its(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is said right before a key that something is: `it's 2`, `that's still 2`."""
    words = [token.word for token in tokens[max(at - 2, 0) : at]]
    return words[-1:] != [] and (words[-1] in _ITS or (words[0] in _ITS and words[-1] in _STILL))


_ITS, _STILL = set_of("it's that's its thats"), set_of("just still now simply only")


def _is_of_same(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a key follows the number that was told of before: `Same number, 2`."""
    over = end >= len(tokens) or tokens[end].word == "."
    return over and [token.word for token in tokens[:at] if token.word != "the"] in (
        ["same", "number", ","],
        ["same", "line", ","],
    )


def _is_offered(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a menu is said to have a key: `The sales menu has 1 for orders`."""
    start = at - 1 if at and tokens[at - 1].word in _BEFORE_OFFER else at
    before = [token.word for token in tokens[max(start - 9, 0) : start]]
    behind = tokens[end].word if end < len(tokens) else ""
    if before[-3:] in _WANTED and behind in {"for", "to"}:
        return True  # "What you want is 3 for reservations"
    answers = not _ANSWERING.isdisjoint(before)
    return bool(before) and before[-1] in _HAVING and answers and behind in _OFFERING


_MERELY: Final = set_of("just only merely")

_BEFORE_OFFER: Final = _ARTICLES | _MERELY

_ANSWERING: Final = set_of(
    "menu number recording system line message voice tape machine ivr attendant greeting menus choices options those "
    "standard serveur ansage grabacion sistema telefonmenu"
)
_OFFERING: Final = set_of("for to through thru pour para fur")
_WANTED: Final = (["you", "want", "is"], ["you", "need", "is"], ["you're", "after", "is"])
_HAVING: Final = set_of("has offers offer gives lists includes include are hat tiene ofrece propose bietet da")


def _is_prompted(tokens: Sequence[Token], end: int) -> bool:
    """Whether it is said behind a key at which menu it is pressed: `5 at the first prompt`."""
    words = [token.word for token in tokens[end : end + 4]]
    return words[:2] in (["at", "the"], ["from", "the"], ["on", "the"]) and not _PROMPT_WORDS.isdisjoint(words[2:])


def _is_after_all(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a German sentence says which key something is: `Abrechnung ist doch die 2`."""
    before = [token.word for token in tokens[max(at - 3, 0) : at]]
    over = end >= len(tokens) or tokens[end].word in STOPS
    return over and before[-1:] == ["die"] and "ist" in before[:2] and at > len(before)


def _reaches(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a sentence begins with a key with which callers get somewhere: `With 2 you reach classroom support`."""
    return at == 1 and tokens[0].word in {"with", "on"} and [one.word for one in tokens[end : end + 2]] in _REACHING


def _acts(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a sentence begins with the name of a key that does something: `Zero reaches a nurse`."""
    if (at and tokens[at - 1].word != ",") or tokens[at].word not in _PLAIN_NAMES:
        return False
    words = [token.word for token in tokens[end : end + 2]]
    return any(word in _DEEDS or word in {"works", "work"} for word in words)


_DEEDS: Final = LEADS - {"to", "open", "is", "are"}


_PLAIN_NAMES: Final = set_of("zero star pound hash asterisk * # 0")


def _comes_after(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a key is named to say what comes after it: `after the 2 press 3`."""
    before = [token.word for token in tokens[max(at - 2, 0) : at]]
    behind = tokens[end].word if end < len(tokens) else ""
    further = tokens[end + 1].word if end + 1 < len(tokens) else ""
    led = (
        before[-1:] == ["after"]
        or (before[:1] != [] and before[0] in AFTERS and before[1:] in _THE_KEY)
        or (before == ["despues", "del"])
    )
    if behind == ":" and (at <= 1 or before == ["after", "key"]) and before[-1:] in (["after"], ["under"], ["behind"]):
        return True  # "Under 1: 1 report an outage"
    if leads_into(tokens, at, end):
        return True
    return led and (behind in VERBS or (behind == "," and further in VERBS))


AFTERS: Final = frozenset(("after", "tras", "apres", "nach"))
"""What says that a key comes after another."""
_THE_KEY: Final = (["the"], ["el"], ["la"], ["le"], ["der"], ["dem"])


def _is_under(tokens: Sequence[Token], at: int) -> bool:
    """Whether a German sentence says where something is: `unter der 3 können Sie`, `über die 1`."""
    return at > 1 and tokens[at - 1].word in {"die", "der"} and tokens[at - 2].word in {"unter", "uber", "auf", "bei"}


def _is_placed(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether something is said to be on a key: `Billing is on 4`."""
    over = end >= len(tokens) or tokens[end].word in _PARTING
    start = at - 1 if at and tokens[at - 1].word in _ARTICLES else at
    if start <= 1 or not over:
        return False
    before, further = tokens[start - 1].word, [token.word for token in tokens[max(start - 5, 0) : start - 1]]
    if before == "under":
        return further[-1:] not in _YOUNG
    done = any(word in _REACHED or (word.endswith("ed") and len(word) > len("need")) for word in further)
    return (before in {"on", "uber"} and (further[-1] in _IS or start < at)) or (before in _BY and done)


_PARTING: Final = STOPS | ORS | {"while", "with", ")", "–", "—"}


_YOUNG: Final = (["baby"], ["child"], ["children"], ["kids"], ["those"], ["anyone"], ["people"])
"""Who is `under one`, and under no key."""
_PROMPT_WORDS: Final = frozenset(("prompt", "menu", "level", "start", "beginning"))
_IS: Final = set_of("is are now sits lives stays remains still")
_BY: Final = set_of("with by on under via through")
_REACHED: Final = set_of(
    "read found sent put done dealt got made given met taken held heard erreichen melden reached reachable found "
    "available handled answered"
)


def stands_bare(tokens: Sequence[Token], at: int, end: int) -> bool:  # noqa: PLR0911 -- one for each way a key stands
    """Whether a key without a request is one by its place: `2 for support`, or `for support, 2`."""
    start = at
    while start and tokens[start - 1].word in _ARTICLES:
        start -= 1
    before = tokens[start - 1].word if start > _first(tokens) else ""
    behind = tokens[end].word if end < len(tokens) else ""
    listed = tokens[end - 1].word == ")" and is_announced(tokens, at)
    begins = listed or not before or before in _BEFORE_CLAUSE
    if (
        _is_made_equal(before, behind, is_named=start < at)
        or ((begins or before in _LINES) and verbal(tokens, end))
        or _is_under(tokens, at)
        or _comes_after(tokens, at, end)
        or _is_of_same(tokens, at, end)
        or works(tokens, end)
        or does_it(tokens, at, end)
        or repeats_place(tokens, at, end)
        or _is_after_that(tokens, start, behind)
        or (before in ORS and plainly(tokens, end) is not None)
    ):
        return True
    if leads_plainly(tokens, end) and before not in COUNTED and before[:1].isalpha():
        return True
    with_if = before == "," and start < at and goes_with_if(tokens, end)
    if (
        _reaches(tokens, at, end)
        or with_if
        or (begins and (_goes_on(tokens, at, end, before) or _acts(tokens, at, end)))
    ):
        return True
    prompted = before in _POINTING_OUT and _is_of_line(tokens, end)  # "For baggage it's 3 on the main number"
    prompted |= before in {"-", "–", "—", ":", "is", "it's", "its", "that's"} and _is_prompted(tokens, end)
    if prompted or _is_after_all(tokens, at, end) or _is_offered(tokens, at, end):
        return True  # "Hotel desk is on the same number - 5 at the first prompt"
    by = before in {"con", "avec", "mit"} and start < at
    if _is_said_to_be(tokens, start, before, behind) or by or (before == "under" and behind in {"you", "callers"}):
        return True
    quoted = behind in QUOTES and before in THENS  # 'press 2 for bills, then 3 "dispute a bill"'
    if behind and not quoted and behind not in _BEFORE_BARE:
        return is_elliptic(tokens, at, end)
    return _ends_clause(tokens, at, end, start) or is_elliptic(tokens, at, end)


_BEFORE_BARE: Final = STOPS | {"(", "but", "though", "although", "or", "and", "oder", "ou", "o", "y", "et", "und"}


def _ends_clause(tokens: Sequence[Token], at: int, end: int, start: int) -> bool:
    """Whether a key ends the clause that tells what it is for; `start` is the place of its article."""
    before = tokens[start - 1].word if start > _first(tokens) else ""
    behind = tokens[end].word if end < len(tokens) else ""
    equals = start > 1 and (
        before in _EQUALS
        or before in _POINTING
        or (before in {"now", "still"} and tokens[start - 2].word in {"is", "are"})
        or (before == "on" and tokens[start - 2].word in {"is", "are", "now"})
    )
    ends_a_row = before == "," and start > 1 and tokens[start - 2].word == ")"  # "1 (bookings), 2 (changes), 0."
    alone = not before and (
        not behind
        or (behind == "," and tokens[end + 1 : end + 2] and tokens[end + 1].word in {"but", "and"})
        or (behind == "." and end + 1 >= len(tokens))
    )  # "Everybody does. 0."
    if before in {":", "="} and start > 1 and (not behind or (behind == "." and end + 1 >= len(tokens))):
        return True  # "Flu shots: 4."
    begun = (
        alone
        or _is_placed(tokens, at, end)
        or (before == "be" and start > 1 and tokens[start - 2].word == "would")
        or ends_a_row
        or _is_its(tokens, start)
        or (before in THENS and (start == 1 or tokens[start - 2].word in _BEFORE_THEN))
    )
    return equals or begun or (before == "," and _opens_with_aim(tokens, start - 1))


def _first(tokens: Sequence[Token]) -> int:
    """Give the place of the first word of a question or an answer, behind its mark."""
    marked = len(tokens) > _OF_MARK and tokens[0].word in {"a", "q"} and tokens[1].word in {".", ":"}
    return _OF_MARK if marked else 0


_POINTING_OUT: Final = frozenset(("it's", "that's", "its", "thats"))


def _is_of_line(tokens: Sequence[Token], end: int) -> bool:
    """Whether a key is said to be one of a line: `3 on the main number`, `2 at 555-0100`."""
    words = [token.word for token in tokens[end : end + 4]]
    return words[:1] in (["on"], ["at"]) and not _LINES.isdisjoint(words[1:])


_LINES: Final = frozenset(("number", "line", "hotline", "point", NUMBER))


def _is_said_to_be(tokens: Sequence[Token], start: int, before: str, behind: str) -> bool:
    """Whether somebody is said to be offered a key: `it gives you 1 for sales`."""
    offered = before in _OFFERED or (before == "you" and start > 1 and tokens[start - _OF_MARK].word in _OFFERED)
    return offered and behind in {"for", "to", "para", "pour"}


def _is_after_that(tokens: Sequence[Token], start: int, behind: str) -> bool:
    """Whether a key is said to do something after what was told before: `After that 0 brings up a banker`."""
    return [token.word for token in tokens[max(start - 2, 0) : start]] == ["after", "that"] and (
        behind in LEADS or behind in {"for", "to", "if"}
    )


def _is_made_equal(before: str, behind: str, *, is_named: bool) -> bool:
    """Whether it is said what a key is: `Für die Kasse ist die Drei da`, `At any time 0 = an agent`."""
    return (is_named and before == "ist" and behind in _IS_FOR) or (behind == "=" and before in {"time", "anytime"})


_IS_FOR: Final = set_of("da richtig zustandig vorgesehen gedacht reserviert")
_BEFORE_CLAUSE: Final = (
    STOPS
    | ORS
    | QUOTES
    | frozenset(("(", "-", "–", "—"))
    | set_of(
        "while them with then fyi btw also but yes yeah yep nope ok so it's mit dann danach puis luego despues ensuite"
    )
)
"""What stands before a key that begins a clause."""
_OF_MARK: Final = 2
"""Tokens of what begins a question or an answer: `Q:`, `A.`"""
_BEFORE_THEN: Final = frozenset(("and", "y", "et", "und", "e", ",", NUMBER, "numero", "number", "nummer", "line"))
_OFFERED: Final = set_of("offered offers offering given gives give hear hears lets between")
_PROMPTS: Final = set_of("first second third next prompt menu")


def _goes_on(tokens: Sequence[Token], at: int, end: int, before: str) -> bool:
    """Whether a key that begins a clause is followed by what it is for, or by further keys."""
    behind = tokens[end].word if end < len(tokens) else ""
    further = tokens[end + 1].word if end + 1 < len(tokens) else ""
    if behind in ORS and is_key(further) and end + 2 < len(tokens) and tokens[end + 2].word in LEADS:
        return True  # "either 3 or 4 gets them the warehouse"
    if behind in ARROWS or (behind == "," and further in THENS) or (behind == "followed" and further == "by"):
        return True
    if behind in THENS and (further in NAMES or is_digits(further)):
        return True
    if behind == "and" and further in THENS:
        return True
    if behind == "at" and not _PROMPTS.isdisjoint(token.word for token in tokens[end + 1 : end + 4]):
        return True
    leads_on = behind in _GOING_ON_WITH or (behind in {"–", "—", "-"} and not before)
    listed = is_announced(tokens, at) and behind[:1].isalpha() and behind not in UNITS
    named = behind == "," and not before and at > 0 and is_named_alone(tokens, end)  # "Le 3, bris de glace."
    return ((leads_on or listed) and not _counts(tokens, end)) or named


_GOING_ON_WITH: Final = (LINKS_RIGHT | LEADS) - {"-", "|", "→"}


def is_elliptic(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the request is left out before a key that ends its sentence: `para citas, la 1`."""
    behind = [token.word for token in tokens[end:]]
    if at <= 1 or tokens[at - 1].word not in {"la", "el", "le", "die"} or tokens[at - 2].word != ",":
        return (
            at > 1
            and tokens[at - 1].word in {"die", "le", "la", "el"}
            and (not behind or behind[0] in _BEFORE_GERMAN_ELLIPTIC)
            and any(
                token.word in {"fur", "zum", "zur", "bei", "pour", "para"} for token in tokens[max(at - 12, 0) : at - 1]
            )
        )
    over = not behind or behind[0] in _BEFORE_ELLIPTIC
    short = at <= _SHORT and all(token.word[:1].isalpha() for token in tokens[: at - _BEHIND_TWO])
    return over and (short or tokens[0].word in {"para", "pour", "fur", "si", "wenn", "zum", "zur", "bei"})


_BEFORE_ELLIPTIC: Final = STOPS | THENS | {"y", "et", "und", "en"}
_BEFORE_GERMAN_ELLIPTIC: Final = STOPS | {"und"}


def is_announced(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before a colon say that keys follow: `pick a language: 1 for English`."""
    before = [token.word for token in tokens[max(at - 14, 0) : at]]
    return (":" in before or "(" in before) and not _ANNOUNCING.isdisjoint(before)


def _counts(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number counts something after all: `2 to 3 days`."""
    further = [token.word for token in tokens[end : end + 3]]
    if further and further[0] in {"for", "para", "pour", "fur"}:
        return False
    return (tokens[end - 1].word != ")" and any(word[:1].isdecimal() for word in further[:2])) or any(
        word in _AMOUNTS for word in further
    )


_AMOUNTS: Final = UNITS - {"of", "second"}


def _opens_with_aim(tokens: Sequence[Token], end: int) -> bool:
    """Whether the clause that ends there begins with `for`, `to` or `if`."""
    for place in range(end - 1, -1, -1):
        joined = tokens[place].word in {"or", "and"} and tokens[place + 1].word not in LINKS_LEFT
        if tokens[place].word in _BEFORE_AIM and place < end - 1 and not joined:
            return tokens[place + 1].word in _AIMING
        if place == 0:
            return tokens[0].word in _AIMING or tokens[0].word in QUOTES
    return False


_BEFORE_AIM: Final = STOPS | {"or", "and"}
