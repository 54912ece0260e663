"""Rows of keys within a sentence, each with what it is for: `1 sales / 2 support`, `Sales (1), support (2)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from ivr.prose.counted import COUNTED, led_by_number
from ivr.prose.gapped import gapped, parted_by_brackets
from ivr.prose.keypad import QUOTES, is_digits, is_plural
from ivr.prose.languages import language_chosen
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.words import LEADS, LINKS_LEFT, NAMES, OPTIONS, ORS, THENS, TO_RANGE, UNITS, VERBS, set_of

Row = Mapping[int, str]
"""The places of the keys of a row, each with the side on which its topic stands."""
BEHIND_KEY, BEFORE_KEY = "behind", "before"
HERE, ABOVE = "here", "above"
"""Where a number to call was given before a key: in its block, or in one above."""
NO_ROW: Final[Row] = MappingProxyType({})
_BREAKS: Final = frozenset(",/;|•·:()[].")
_EQUALS: Final = frozenset(("=", "->", "→", "=>", "–", "—", "-", ":"))
_FEWEST: Final = 2
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


_VAGUE: Final = set_of("use using try take say follow go want wants added")
_ANNOUNCING: Final = (
    (VERBS - _VAGUE)
    | OPTIONS
    | set_of(
        """greeting begrussung ansage annonce locucion grabacion saludo bienvenida l'accueil d'accueil
        belegung asked lang language languages prompt menu menus ivr tree hear offered choices
        prompts entendrez elegir escoger choisir wahl optionen
        horen"""
    )
)


_HOURS: Final = set_of("before after until till since")
"""Words that stand before a time of the clock: `before 5`."""


def row_of_keys(tokens: Sequence[Token], *, primed: bool, called: str = "") -> Row:
    """Give the keys that stand in one row, each after or before its topic, and marked off from the next."""
    places = [at for at, token in enumerate(tokens) if _is_sign(token.word) and _word(tokens, at - 1) not in _HOURS]
    if len(places) < _FEWEST or _of_others(tokens, places[0]):
        return NO_ROW
    called = HERE if any(token.word == NUMBER for token in tokens) else called
    said = [at for at in places if _is_said(tokens, at)]
    said = gapped(tokens, places) if len(said) <= 1 else said
    if len(said) >= (_FEWEST if called else _SURELY) and _tell_apart(tokens, said, BEHIND_KEY):
        return dict.fromkeys(said, BEHIND_KEY)
    announced = (
        primed
        or _counts_from_one(tokens, places, called)
        or _is_behind_number(tokens, places[0])
        or _slashed_behind_number(tokens, places)
        or not _ANNOUNCING.isdisjoint(token.word for token in tokens)
    )
    if _runs_on(tokens, places):
        return dict.fromkeys(places, BEHIND_KEY)
    styles = _STYLES if announced else _CALLED_STYLES.get(called, _STYLES[:_UNANNOUNCED])
    rows = [([at for at in places if stands(tokens, at)], side) for stands, side in styles]
    row, side = max(rows, key=lambda one: len(one[0]))
    parts = [
        part for part in parted_by_brackets(tokens, row) if len(part) >= _FEWEST and _tell_apart(tokens, part, side)
    ]
    return {at: side for part in parts for at in part} if parts else NO_ROW


def _of_others(tokens: Sequence[Token], at: int) -> bool:
    """Whether a label before a row says that its numbers are those of other things: `Boarding groups: 1 Gold, 2`."""
    before = _word(tokens, at - 2)
    return _word(tokens, at - 1) == ":" and before in _OTHERS


_OTHERS: Final = set_of(
    "groups group classes teams zones gates platforms levels rooms gruppen grupos groupes"
    " colours colors farben couleurs colores codes buildings depots stages grades sizes lights leds pumps"
)


def _counts_from_one(tokens: Sequence[Token], places: Sequence[int], called: str) -> bool:
    """Whether three keys or more count up from 1, each with an arrow, or all behind a word that says what is."""
    row = [at for at in places if _comes_first(tokens, at)]
    digits = [int(tokens[at].word) for at in row if tokens[at].word.isdecimal() and tokens[at].word != "0"]
    if len(digits) < _SURELY or digits != list(range(1, len(digits) + 1)):
        return False
    if all(_word(tokens, at + 1) in {"->", "→", "=>"} for at in row):
        return True
    before, label = _word(tokens, row[0] - 1), _word(tokens, row[0] - 2)
    ordered = before in _SAYING | _NOW and any(token.word in _ORDER for token in tokens[: row[0]])
    return ordered or (bool(called) and (before in _SAYING | _NOW or (before == ":" and label in _LABELS)))


def _runs_on(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """Whether nothing parts the keys of a row that counts up from 1: `the menu is 1 sales 2 service 3 parts`."""
    if [tokens[at].word for at in places] != [str(number) for number in range(1, len(places) + 1)]:
        return False
    before = [token.word for token in tokens[: places[0]]]
    led = before[-1:] != [] and before[-1] in _SAYING | _NOW | {":", "has", "says"} and not _MENUS.isdisjoint(before)
    return len(places) >= _SURELY and led and all(_is_topic(_word(tokens, at + 1)) for at in places)


_MENUS: Final = set_of("menu menus ivr svi tree keys options tasten menue opciones touches")


def _is_behind_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether the first key of a row is 1, and stands right behind a telephone number, or in a column of its own."""
    before = [token.word for token in tokens[max(at - _SHORTLY, 0) : at]]
    if before[-1:] == ["|"] and tokens[at].word == "1" and any(token.word == NUMBER for token in tokens[:at]):
        return True  # "555-0100 | Main office | 1 Sales, 2 Service"
    return (
        tokens[at].word in {"1", "one"}
        and NUMBER in before
        and all(not word[:1].isalpha() for word in before[before.index(NUMBER) + 1 :])
    )


def _slashed_behind_number(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """Whether slashes part three keys or more that stand behind a telephone number: `555-0100 claims, 1 / cards, 2`."""
    slashed = sum(_word(tokens, at + 1) in {"/", "|", "", "."} for at in places)
    return slashed >= _SURELY and any(token.word == NUMBER for token in tokens[: places[0]])


_AIMS: Final = frozenset(("to", "for", "if", "para", "pour", "fur", "si"))
_SHORTLY: Final = 4
"""Words and marks before such a key, with the number."""


def _is_said(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key begins a clause that says what it is: `, 3 is the nurse`."""
    before = _word(tokens, at - 1)
    return (not before or before in _BREAKS | THENS | {"and", "y", "et", "und", "?", "–", "—"}) and _word(
        tokens, at + 1
    ) in _SAYING


_LABELS: Final = set_of("soll sollte should be order now keys tasten teclas touches tree reihenfolge orden ordre neu")
_ORDER: Final = frozenset(("order", "orden", "ordre", "reihenfolge"))
_NOW: Final = frozenset(("are", "son", "sont", "sind", "now", "ahora", "jetzt", "maintenant"))
_SAYING: Final = frozenset(("is", "es", "est", "ist"))
_SURELY: Final = 3
"""Keys of a row that needs no announcement."""


def _is_sign(word: str) -> bool:
    return word in "*#" or word in NAMES or (is_digits(word) and len(word) == 1)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def _is_topic(word: str) -> bool:
    return len(word) > 1 and word[:1].isalpha() and word not in _NO_TOPIC and word not in NAMES


def _is_told(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Whether what a key is for begins at a place; `1 hours` is no amount."""
    word = _word(tokens, place)
    return _is_topic(word) or is_plural(tokens[at].word, word)


def _comes_first(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key begins what stands between two marks, and a word follows: `/ 2 support`, `, 3 = claims`."""
    before, behind = _word(tokens, at - 1), _word(tokens, at + 1)
    if before in OPTIONS - {"numero", "nummer"} or before in VERBS:
        before = _word(tokens, at - 2) if before in OPTIONS or at > 1 else ""
    follows = before in {"and", "or", "y", "et", "und"} and any(_is_sign(token.word) for token in tokens[:at])
    if before in _THERE and _word(tokens, at - 2) in {"(", ":"}:
        before = ":"
    led = before in _BREAKS | _SAYING | _NOW or behind in {"=", ":", "->", "→", "=>"} or led_by_number(tokens, at)
    if (before and not led and before != NUMBER and not follows) or (
        tokens[at].word in NAMES and behind not in _EQUALS
    ):
        return False
    if behind == "=" and _word(tokens, at + 2) not in NAMES:
        return len(_word(tokens, at + 2)) > 1 and _word(tokens, at + 2)[:1].isalpha()
    if behind in _EQUALS | {")", "/", "]"}:
        told = _word(tokens, at + 2)
        return _is_told(tokens, at, at + 2) or (behind in _ARROWS and told in _RINGING | LEADS)  # "3 -> ring group 600"
    if behind in _AIMS:
        return _word(tokens, at + 2)[:1].isalpha()
    if behind == "returns":
        return _word(tokens, at + 2) in _BREAKS | {"and", "or", ""}
    named = behind in _THE and _word(tokens, at - 1) in OPTIONS  # "Key 1 appointments, key 2 the nurse line"
    return _is_topic(_word(tokens, at + 2) if named else behind)


_THERE: Final = THENS | {"there", "inside", "dort", "alli", "ahi"}
_ARROWS: Final = frozenset(("->", "→", "=>"))
_RINGING: Final = set_of("ring rings call dial transfer hang play plays go text repeat replay")
"""What a flow does behind a key."""
_THE: Final = frozenset(("the", "our", "your"))


def _comes_last(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key ends what stands between two marks: `Claims 2,`, `claims = 2;`."""
    before, behind = _word(tokens, at - 1), _word(tokens, at + 1)
    if (tokens[at].word in NAMES and not _aims_at(tokens, at)) or (
        behind and behind not in _BREAKS - {"("} and behind not in {".", "and", "or"}
    ):
        return False
    if before in _EQUALS or (before == "," and behind in {"/", "|", ";", ""}):
        before = _word(tokens, at - 2)
    if before in _ARTICLES:
        return _is_topic(_word(tokens, at - 2))
    return _is_topic(before) and before not in COUNTED


def _comes_last_in_turn(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key ends what stands between two marks, and those of the sentence are 1, 2, 3: `Sales 1, support 2`."""
    keys = [token.word for token in tokens if _is_sign(token.word)]
    in_turn = keys == [str(number) for number in range(1, len(keys) + 1)]
    return in_turn and len(keys) >= _SURELY and _comes_last(tokens, at)


def _aims_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause that ends in a key begins with what that is for: `, for open runs two,`."""
    begin = next(
        (place for place in range(at - 1, max(at - _LONG_CLAUSE, -1), -1) if tokens[place].word in _BREAKS), -1
    )
    return at - begin > _FEWEST and tokens[begin + 1].word in _AIMS


_LONG_CLAUSE: Final = 10


def _is_bracketed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key stands in brackets behind a word: `Claims (2)`."""
    around = _word(tokens, at - 1), _word(tokens, at + 1)
    before = _word(tokens, at - 2)
    if around[0] in VERBS | OPTIONS and before == "(":  # "Claims (press 2)"
        around, before = ("(", around[1]), _word(tokens, at - 3)
    if before in QUOTES:
        before = _word(tokens, at - 3)
    return around in {("(", ")"), ("[", "]")} and (_is_topic(before) or before in UNITS) and before not in COUNTED


def _is_apposed(tokens: Sequence[Token], at: int) -> bool:
    """Whether what a key is for stands behind it between commas: `choose between 1, claims, and 2, policies`."""
    before = _word(tokens, at - 1)
    if before in OPTIONS:
        before = _word(tokens, at - 2)
    told = at + (3 if _word(tokens, at + 2) in {"the", "a", "our"} else 2)
    return (
        (not before or before in _BREAKS or before in {"between", "and", "or"})
        and _word(tokens, at + 1) == ","
        and (_is_topic(_word(tokens, told)) or _word(tokens, told) == "hours")
    )


def _brackets_first(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key stands in brackets before its words, in a sentence that begins with one: `(1) sales (2) parts`."""
    around = _word(tokens, at - 1), _word(tokens, at + 1)
    if around not in {("(", ")"), ("[", "]")} or not _is_told(tokens, at, at + 2):
        return False
    brackets = (
        place for place, token in enumerate(tokens) if token.word in {"(", "["} and _is_sign(_word(tokens, place + 1))
    )
    first = next(brackets, 0)
    return not first or not _is_topic(_word(tokens, first - 1))


def _equals_behind(tokens: Sequence[Token], at: int) -> bool:
    return _word(tokens, at + 1) == "=" and _is_told(tokens, at, at + 2)


def _equals_before(tokens: Sequence[Token], at: int) -> bool:
    return _word(tokens, at - 1) == "=" and _is_topic(_word(tokens, at - 2))


def _is_marked_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark parts a key from its topic before it, as in two others or between languages: `German: 1`."""
    before, behind = _word(tokens, at - 1), _word(tokens, at + 1)
    if before not in {":", "–", "—", "→"} or not _is_topic(_word(tokens, at - 2)) or (behind and behind not in _BREAKS):
        return False
    alike = sum(token.word == before and _is_sign(_word(tokens, place + 1)) for place, token in enumerate(tokens))
    return alike >= _SURELY or (alike == _FEWEST and bool(language_chosen(_word(tokens, at - 2))))


def _is_named_in_brackets(tokens: Sequence[Token], at: int) -> bool:
    """Whether brackets behind a key tell what it is for: `1 (claims) or 2 (billing)`."""
    before = _word(tokens, at - 1)
    plain = not before or before in _BREAKS | ORS | VERBS | OPTIONS | {"want", "wants", "probably", "is", "either"}
    return plain and _word(tokens, at + 1) == "(" and _word(tokens, at + 2)[:1].isalpha()


_OVER: Final = frozenset((".", "and", "or", "when", "while", "if"))


def _comes_behind_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key ends what stands between two marks, behind `on`: `claims on 1, billing on the 2`."""
    behind = _word(tokens, at + 1)
    back = 2 if _word(tokens, at - 1) == "the" else 1
    over = not behind or behind in _BREAKS - {"("} or behind in _OVER or _word(tokens, at + 2) == NUMBER
    named = at - back - (2 if _word(tokens, at - back - 1) in QUOTES else 1)
    return over and _word(tokens, at - back) in {"on", "under", "behind"} and _is_topic(_word(tokens, named))


def _is_key_last(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key ends a clause that says what it is: `Billing is 1, repairs is 2`."""
    behind = _word(tokens, at + 1)
    over = not behind or behind in _BREAKS - {"("} or behind in {"and", "or", "y", "et", "und"}
    before = _word(tokens, at - 1)
    if over and _is_topic(before) and before not in COUNTED:  # "Billing is 1, repairs 2"
        first = next(one for one in range(at + 1) if _is_sign(tokens[one].word))
        return first < at and _is_key_last(tokens, first) and _word(tokens, first - 1) in _SAYING
    return over and before in _SAYING | {"are"} and _is_topic(_word(tokens, at - 2))


def _aims_behind(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key begins a clause that goes on with what it is for: `1 for billing, 2 for repairs`."""
    before = _word(tokens, at - 1)
    begins = not before or before in _BREAKS | ORS | {"is", "it's", "and", NUMBER, "-", "–", "—"}
    aim = at + 2 if _word(tokens, at + 1) in _SAYING else at + 1
    return begins and _word(tokens, aim) in _AIMS and _word(tokens, aim + 1)[:1].isalpha()


def _closes_bracket(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bracket closes behind a key that opens none, or a mark touches it: `1) fees 2) refunds`, `1- fees`."""
    opened = any(token.word == "(" for token in tokens[max(at - 2, 0) : at])
    touches = _word(tokens, at + 1) in {"-", "–", ":"} and tokens[at + 1].start == tokens[at].end
    told = _word(tokens, at + 2)
    return (
        not opened and (_word(tokens, at + 1) == ")" or touches) and (_is_told(tokens, at, at + 2) or told == "returns")
    )


_STYLES: Final[tuple[tuple[Callable[[Sequence[Token], int], bool], str], ...]] = (
    (_brackets_first, BEHIND_KEY),
    (_is_bracketed, BEFORE_KEY),
    (_comes_first, BEHIND_KEY),
    (_comes_last, BEFORE_KEY),
    (_is_apposed, BEHIND_KEY),
    (_is_named_in_brackets, BEHIND_KEY),
    (_comes_behind_on, BEFORE_KEY),
    (_equals_before, BEFORE_KEY),
    (_is_key_last, BEFORE_KEY),
    (_aims_behind, BEHIND_KEY),
    (_closes_bracket, BEHIND_KEY),
)
_UNANNOUNCED: Final = 2
"""Styles that need no announcement."""
_PLAIN_STYLES: Final = (
    *_STYLES[:_UNANNOUNCED],
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


_CALLED_STYLES: Final = {
    HERE: _PLAIN_STYLES,
    ABOVE: (
        *_STYLES[:_UNANNOUNCED],
        (_is_named_in_brackets, BEHIND_KEY),
        (_comes_behind_on, BEFORE_KEY),
        (_is_key_last, BEFORE_KEY),
        (_aims_behind, BEHIND_KEY),
    ),
}
"""Those that need none, by where a number to call was given."""


def _tell_apart(tokens: Sequence[Token], row: list[int], side: str) -> bool:
    """Whether the keys of a row are those of one menu: none twice, and counting up where they come first."""
    keys = [tokens[at].word for at in row]
    if len(set(keys)) < len(keys):
        return False
    digits = [int(key) for key in keys if key.isdecimal() and key != "0"]
    up = all(one < other for one, other in pairwise(digits))
    told = {
        _word(tokens, at + (2 if _word(tokens, at + 1) in _EQUALS | _AIMS | _SAYING | {")", "]", ",", "/", "("} else 1))
        for at in row
    }
    return side == BEFORE_KEY or (up and len(told) > 1 and (digits[:1] == [1] or len(row) > _FEWEST))
