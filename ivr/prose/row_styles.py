"""The ways in which a key of a row stands beside what it is for: `Claims 2,`, `/ 2 support`, `(1) sales`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from ivr.prose.counted import COUNTED, led_by_number
from ivr.prose.keypad import QUOTES, is_digits, is_plural
from ivr.prose.languages import language_chosen
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.words import LEADS, LINKS_LEFT, NAMES, OPTIONS, ORS, THENS, TO_RANGE, UNITS, VERBS, set_of

BEHIND_KEY, BEFORE_KEY = "behind", "before"
HERE, ABOVE = "here", "above"
"""Where a number to call was given before a key: in its block, or in one above."""
BREAKS: Final = frozenset(",/;|•·:()[].")
EQUALS: Final = frozenset(("=", "->", "→", "=>", "–", "—", "-", ":"))
FEWEST: Final = 2
_ARTICLES: Final = set_of("le la les el los las der die das ein une un una")
_NO_TOPIC: Final = (
    set_of("the a an your my our about of in at on with from by is are was and or entre between zwischen")
    | UNITS
    | VERBS
    | THENS
    | LINKS_LEFT
    | LEADS
    | TO_RANGE
    | ORS
)
AIMS: Final = frozenset(("to", "for", "if", "para", "pour", "fur", "si"))
NOW: Final = frozenset(("are", "son", "sont", "sind", "now", "ahora", "jetzt", "maintenant"))
SAYING: Final = frozenset(("is", "es", "est", "ist"))
SURELY: Final = 3
"""Keys of a row that needs no announcement."""


def is_sign(word: str) -> bool:
    """Whether a word is a digit, a sign or its name."""
    return word in "*#" or word in NAMES or (is_digits(word) and len(word) == 1)


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Give the word at a place; none beyond the ends of a sentence."""
    return tokens[at].word if 0 <= at < len(tokens) else ""


def is_topic(word: str) -> bool:
    """Whether a word may be what a key is for."""
    return len(word) > 1 and word[:1].isalpha() and word not in _NO_TOPIC and word not in NAMES


def _is_told(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Whether what a key is for begins at a place; `1 hours` is no amount."""
    word = word_at(tokens, place)
    return is_topic(word) or is_plural(tokens[at].word, word)


def comes_first(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key begins what stands between two marks, and a word follows: `/ 2 support`, `, 3 = claims`."""
    before, behind = word_at(tokens, at - 1), word_at(tokens, at + 1)
    if before in _KEY_NOUNS or before in VERBS:
        before = word_at(tokens, at - 2) if before in OPTIONS or at > 1 else ""
    follows = before in {"and", "or", "y", "et", "und"} and any(is_sign(token.word) for token in tokens[:at])
    if before in _THERE and word_at(tokens, at - 2) in {"(", ":"}:
        before = ":"
    led = before in _BEFORE_FIRST or behind in {"=", ":", "->", "→", "=>"} or led_by_number(tokens, at)
    if (before and not led and before != NUMBER and not follows) or (tokens[at].word in NAMES and behind not in EQUALS):
        return False
    if behind == "=" and word_at(tokens, at + 2) not in NAMES:
        return len(word_at(tokens, at + 2)) > 1 and word_at(tokens, at + 2)[:1].isalpha()
    if behind in _MARKS_BEHIND:
        told = word_at(tokens, at + 2)
        return _is_told(tokens, at, at + 2) or (behind in _ARROWS and told in _DONE_BEHIND)  # "3 -> ring group 600"
    if behind in AIMS:
        return word_at(tokens, at + 2)[:1].isalpha()
    if behind == "returns":
        return word_at(tokens, at + 2) in _OVER_BEHIND
    named = behind in _THE and word_at(tokens, at - 1) in OPTIONS  # "Key 1 appointments, key 2 the nurse line"
    return is_topic(word_at(tokens, at + 2) if named else behind)


_MARKS_BEHIND: Final = EQUALS | {")", "/", "]"}
_KEY_NOUNS: Final = OPTIONS - {"numero", "nummer"}
_BEFORE_FIRST: Final = BREAKS | SAYING | NOW
_OVER_BEHIND: Final = BREAKS | {"and", "or", ""}
_THERE: Final = THENS | {"there", "inside", "dort", "alli", "ahi"}
_ARROWS: Final = frozenset(("->", "→", "=>"))
_RINGING: Final = set_of("ring rings call dial transfer hang play plays go text repeat replay")
"""What a flow does behind a key."""
_DONE_BEHIND: Final = _RINGING | LEADS
_THE: Final = frozenset(("the", "our", "your"))


def _comes_last(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key ends what stands between two marks: `Claims 2,`, `claims = 2;`."""
    before, behind = word_at(tokens, at - 1), word_at(tokens, at + 1)
    if (tokens[at].word in NAMES and not _aims_at(tokens, at)) or (
        behind and behind not in _CLOSING and behind not in {".", "and", "or"}
    ):
        return False
    if before in EQUALS or (before == "," and behind in {"/", "|", ";", ""}):
        before = word_at(tokens, at - 2)
    if before in _ARTICLES:
        return is_topic(word_at(tokens, at - 2))
    return is_topic(before) and before not in COUNTED


_CLOSING: Final = BREAKS - {"("}


def _comes_last_in_turn(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key ends what stands between two marks, and those of the sentence are 1, 2, 3: `Sales 1, support 2`."""
    keys = [token.word for token in tokens if is_sign(token.word)]
    in_turn = keys == [str(number) for number in range(1, len(keys) + 1)]
    return in_turn and len(keys) >= SURELY and _comes_last(tokens, at)


def _aims_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause that ends in a key begins with what that is for: `, for open runs two,`."""
    begin = next((place for place in range(at - 1, max(at - _LONG_CLAUSE, -1), -1) if tokens[place].word in BREAKS), -1)
    return at - begin > FEWEST and tokens[begin + 1].word in AIMS


_LONG_CLAUSE: Final = 10


def _is_bracketed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key stands in brackets behind a word: `Claims (2)`."""
    around = word_at(tokens, at - 1), word_at(tokens, at + 1)
    before = word_at(tokens, at - 2)
    if around[0] in _ASKING and before == "(":  # "Claims (press 2)"
        around, before = ("(", around[1]), word_at(tokens, at - 3)
    if before in QUOTES:
        before = word_at(tokens, at - 3)
    return around in {("(", ")"), ("[", "]")} and (is_topic(before) or before in UNITS) and before not in COUNTED


_ASKING: Final = VERBS | OPTIONS


def _is_apposed(tokens: Sequence[Token], at: int) -> bool:
    """Whether what a key is for stands behind it between commas: `choose between 1, claims, and 2, policies`."""
    before = word_at(tokens, at - 1)
    if before in OPTIONS:
        before = word_at(tokens, at - 2)
    told = at + (3 if word_at(tokens, at + 2) in {"the", "a", "our"} else 2)
    return (
        (not before or before in BREAKS or before in {"between", "and", "or"})
        and word_at(tokens, at + 1) == ","
        and (is_topic(word_at(tokens, told)) or word_at(tokens, told) == "hours")
    )


def _brackets_first(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key stands in brackets before its words, in a sentence that begins with one: `(1) sales (2) parts`."""
    around = word_at(tokens, at - 1), word_at(tokens, at + 1)
    if around not in {("(", ")"), ("[", "]")} or not _is_told(tokens, at, at + 2):
        return False
    brackets = (
        place for place, token in enumerate(tokens) if token.word in {"(", "["} and is_sign(word_at(tokens, place + 1))
    )
    first = next(brackets, 0)
    return not first or not is_topic(word_at(tokens, first - 1))


def _equals_behind(tokens: Sequence[Token], at: int) -> bool:
    return word_at(tokens, at + 1) == "=" and _is_told(tokens, at, at + 2)


def _equals_before(tokens: Sequence[Token], at: int) -> bool:
    return word_at(tokens, at - 1) == "=" and is_topic(word_at(tokens, at - 2))


def _is_marked_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark parts a key from its topic before it, as in two others or between languages: `German: 1`."""
    before, behind = word_at(tokens, at - 1), word_at(tokens, at + 1)
    if before not in {":", "–", "—", "→"} or not is_topic(word_at(tokens, at - 2)) or (behind and behind not in BREAKS):
        return False
    alike = sum(token.word == before and is_sign(word_at(tokens, place + 1)) for place, token in enumerate(tokens))
    return alike >= SURELY or (alike == FEWEST and bool(language_chosen(word_at(tokens, at - 2))))


def _is_named_in_brackets(tokens: Sequence[Token], at: int) -> bool:
    """Whether brackets behind a key tell what it is for: `1 (claims) or 2 (billing)`."""
    before = word_at(tokens, at - 1)
    plain = not before or before in _BEFORE_BRACKETED
    return plain and word_at(tokens, at + 1) == "(" and word_at(tokens, at + 2)[:1].isalpha()


_BEFORE_BRACKETED: Final = BREAKS | ORS | VERBS | OPTIONS | {"want", "wants", "probably", "is", "either"}
_OVER: Final = frozenset((".", "and", "or", "when", "while", "if"))


def _comes_behind_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key ends what stands between two marks, behind `on`: `claims on 1, billing on the 2`."""
    behind = word_at(tokens, at + 1)
    back = 2 if word_at(tokens, at - 1) == "the" else 1
    over = not behind or behind in _CLOSING or behind in _OVER or word_at(tokens, at + 2) == NUMBER
    named = at - back - (2 if word_at(tokens, at - back - 1) in QUOTES else 1)
    return over and word_at(tokens, at - back) in {"on", "under", "behind"} and is_topic(word_at(tokens, named))


def _is_key_last(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key ends a clause that says what it is: `Billing is 1, repairs is 2`."""
    behind = word_at(tokens, at + 1)
    over = not behind or behind in _CLOSING or behind in {"and", "or", "y", "et", "und"}
    before = word_at(tokens, at - 1)
    if over and is_topic(before) and before not in COUNTED:  # "Billing is 1, repairs 2"
        first = next(one for one in range(at + 1) if is_sign(tokens[one].word))
        return first < at and _is_key_last(tokens, first) and word_at(tokens, first - 1) in SAYING
    return over and before in _BEING and is_topic(word_at(tokens, at - 2))


_BEING: Final = SAYING | {"are"}


def _aims_behind(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key begins a clause that goes on with what it is for: `1 for billing, 2 for repairs`."""
    before = word_at(tokens, at - 1)
    begins = not before or before in _BEFORE_AIMED
    aim = at + 2 if word_at(tokens, at + 1) in SAYING else at + 1
    return begins and word_at(tokens, aim) in AIMS and word_at(tokens, aim + 1)[:1].isalpha()


_BEFORE_AIMED: Final = BREAKS | ORS | {"is", "it's", "and", NUMBER, "-", "–", "—"}


def _closes_bracket(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bracket closes behind a key that opens none, or a mark touches it: `1) fees 2) refunds`, `1- fees`."""
    opened = any(token.word == "(" for token in tokens[max(at - 2, 0) : at])
    touches = word_at(tokens, at + 1) in {"-", "–", ":"} and tokens[at + 1].start == tokens[at].end
    told = word_at(tokens, at + 2)
    return (
        not opened
        and (word_at(tokens, at + 1) == ")" or touches)
        and (_is_told(tokens, at, at + 2) or told == "returns")
    )


STYLES: Final[tuple[tuple[Callable[[Sequence[Token], int], bool], str], ...]] = (
    (_brackets_first, BEHIND_KEY),
    (_is_bracketed, BEFORE_KEY),
    (comes_first, BEHIND_KEY),
    (_comes_last, BEFORE_KEY),
    (_is_apposed, BEHIND_KEY),
    (_is_named_in_brackets, BEHIND_KEY),
    (_comes_behind_on, BEFORE_KEY),
    (_equals_before, BEFORE_KEY),
    (_is_key_last, BEFORE_KEY),
    (_aims_behind, BEHIND_KEY),
    (_closes_bracket, BEHIND_KEY),
)
UNANNOUNCED: Final = 2
"""Styles that need no announcement."""
_PLAIN_STYLES: Final = (
    *STYLES[:UNANNOUNCED],
    (_equals_behind, BEHIND_KEY),
    (_equals_before, BEFORE_KEY),
    (_is_marked_off, BEFORE_KEY),
    (_is_named_in_brackets, BEHIND_KEY),
    (_comes_behind_on, BEFORE_KEY),
    (_is_key_last, BEFORE_KEY),
    (_aims_behind, BEHIND_KEY),
    (_closes_bracket, BEHIND_KEY),
    (_is_apposed, BEHIND_KEY),
    (_comes_last_in_turn, BEFORE_KEY),
)
"""Those that need none but a telephone number before them."""
CALLED_STYLES: Final = {
    HERE: _PLAIN_STYLES,
    ABOVE: (
        *STYLES[:UNANNOUNCED],
        (_is_named_in_brackets, BEHIND_KEY),
        (_comes_behind_on, BEFORE_KEY),
        (_is_key_last, BEFORE_KEY),
        (_aims_behind, BEHIND_KEY),
    ),
}
"""Those that need none, by where a number to call was given."""
