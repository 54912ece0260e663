"""Keys that are told of in passing: `a 2`, `the star key`, `number five`, `the third option`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ivr.prose.counting import ends_clock_hours, is_clock
from ivr.prose.keypad import QUOTES, is_digits
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.words import KEYS, LEADS, LINKS_RIGHT, NAMES, ORDINALS, ORS, THENS, UNITS, set_of

_MONTHS: Final = set_of(
    """january february march april may june july august september october november december enero febrero
    marzo abril mayo
    junio julio agosto septiembre octubre noviembre diciembre janvier fevrier mars avril mai juin juillet aout
    septembre
    octobre novembre decembre januar februar marz juni juli oktober dezember"""
)


_NAMED: Final = 2
"""How sure a key is that is called one."""


class KeyNoun(NamedTuple):
    """A key as a noun: its tokens from `start` (its articles') to `end`, and how plainly it is a key.

    `sure` is 2 where it is called a key, 1 where it has an article or is a sign, and 0 where it stands alone.
    """

    key: str
    start: int
    at: int
    end: int
    sure: int


_ARTICLES: Final = set_of("the a an your its el la los un una le l' les une die der das den dem eine einer ein del al")
_OF_KEY: Final = set_of(
    """key keys digit option options opt choice choices selection button numero num
    touche touches chiffre choix tecla teclas opcion digito taste tasten ziffer option menupunkt auswahl punkt"""
)
"""Words before a digit that call it a key, or a choice."""
_BEHIND: Final = set_of("key keys button taste touche tecla")
_AND: Final = set_of("and or & , y o et ou und oder")
_THINGS: Final = set_of(
    """number monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi
    dimanche
    lunes martes miercoles jueves viernes sabado domingo ventanilla caja guichet quai schalter gleis
    station folder severity user gates item prompt caller tier severity fleet storey issue no. light room
    rooms code codes sign signs
    floor floors counter unit units page form step steps line lines door doors bay gate zone zones
    release version level layer tier plan ext extension extn section article week weeks day days age aged ages grade
    class year years building suite box apt apartment street road route bus platform terminal figure table chapter
    volume part phase stage type channel lane window desk team ward bed row seat coach track size act question q
    appendix rule region district sector cycle model windows vhf ref highway hwy test machine slot band shelf locker
    nearly almost about around over than within every each these those all another any some only last next of ab
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec am pm habitacion planta piso paso sala pagina puerta zimmer etage stock seite schritt
    chambre etage page salle porte etape before after since until till at between o'clock covid boeing airbus
    past half halb tab onglet pestana reiter klappe
   """
)
"""Words before a number that make it that of a thing, a time, or a count."""
_ORDERED: Final = set_of("option choice key item selection entry opcion choix punkt menupunkt auswahl tecla touche")
_DEFINITE: Final = set_of("the whose la el le der die das l' with as en")
_ONES: Final = frozenset(("one", "un", "uno", "una", "eine", "ein", "eins", "o", "oh", "six", "dos", "once", "seis"))
"""Names of keys that are other words, too, and so are none where they stand alone."""


def key_nouns(tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> list[KeyNoun]:
    """Give the keys of a sentence that stand as nouns, outside the places that are `taken`."""
    return list(_each_noun(tokens, taken))


def names_key(tokens: Sequence[Token]) -> bool:
    """Whether any key of a sentence stands as a noun."""
    return next(_each_noun(tokens, ()), None) is not None


def _each_noun(tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> Iterator[KeyNoun]:
    at = 0
    while at < len(tokens):
        noun = _ordinal(tokens, at) if tokens[at].word in ORDINALS else None
        if noun is None and tokens[at].word in KEYS:
            noun = _noun(tokens, at)
        if noun is None or any(start < noun.end and noun.start < end for start, end in taken):
            at += 1
            continue
        yield noun
        at = noun.end


def _ordinal(tokens: Sequence[Token], at: int) -> KeyNoun | None:
    """Read `the third option`, `la segunda opción`."""
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    before = tokens[at - 1].word if at else ""
    if behind not in _ORDERED or before not in _DEFINITE:
        return None
    return KeyNoun(ORDINALS[tokens[at].word], at - (before in _ARTICLES), at, at + 2, 2)


def _noun(tokens: Sequence[Token], at: int) -> KeyNoun | None:
    word = tokens[at].word
    key = NAMES.get(word) or word
    if len(key) > 1 or not (is_digits(key) or key in "*#"):
        return None
    start, end, sure = at, at + 1, int(key in "*#" and word not in "*#")
    while end < len(tokens) and tokens[end].word in QUOTES:
        end += 1
    if end < len(tokens) and tokens[end].word == "keys" and not (at and tokens[at - 1].word in _AND):
        return None  # "all four keys work"
    if end < len(tokens) and tokens[end].word in _BEHIND:
        end, sure = end + 1, 2
    while start and tokens[start - 1].word in QUOTES:
        start -= 1
    if start and tokens[start - 1].word in _OF_KEY and not (start > 1 and tokens[start - 2].word in {"unit", "room"}):
        start, sure = start - 1, 2
    if start and tokens[start - 1].word in _ARTICLES:
        start, sure = start - 1, max(sure, 1)
    if (start and tokens[start - 1].word in _DENIED) or (word in "*#" and not sure):
        return None
    return None if _is_other(tokens, start, at, end, sure) else KeyNoun(key, start, at, end, sure)


_DENIED: Final = set_of(
    "not never nor no skip skipped skips without lacks lacking nicht pas sino than statt anstatt lieu antes"
    " bisher fruher of say says sagen diga dites"
)
"""Words before a key that is not to be pressed."""
_MAY_FOLLOW: Final = (
    LEADS
    | LINKS_RIGHT
    | ORS
    | THENS
    | set_of(
        """the a an our your my his her when if once while as at on in and but too again will would can
    should does that which
    you for to with from after before until unless because so not or is are was who it we they then merely
    also still now
    always only alone rather may might has el la los las le les der die das ein eine un una y et und si wenn
    al en sur auf im
    rings reaches raises brings transfers plays means lands gets connects opens"""
    )
)
"""What may stand behind the name of a key that is none of a count."""


def _is_other(tokens: Sequence[Token], start: int, at: int, end: int, sure: int) -> bool:  # noqa: PLR0911 -- one for each thing
    """Whether a number is that of something else, by what stands right beside it."""
    before = tokens[start - 1].word if start else ""
    behind = tokens[end].word if end < len(tokens) else ""
    joined = end < len(tokens) and tokens[end].start == tokens[at].end
    counts = behind in UNITS and not _rings(tokens, end)
    if counts or (behind[:1] in "/-–:%°'" and behind and joined) or behind == NUMBER:
        return True
    if behind == "(" and not sure and [token.word for token in tokens[end + 1 : end + 2]] == [NUMBER]:
        return True  # "Office 1 (555-0100): for sales press 1"
    if (
        at
        and tokens[at - 1].end == tokens[at].start
        and tokens[at - 1].word[-1:] in {"-", "–", "/", ".", "$", "€", "£", "#"}
    ):
        return True
    if (
        tokens[at].word in NAMES
        and not sure
        and behind[:1].isalpha()
        and behind not in _MAY_FOLLOW
        and not (behind.endswith("s") and tokens[at].word in _ENGLISH)
    ):
        return True
    if not sure and (before in _UNTIL or (before == "after" and _names_days(tokens, end))):
        return True
    is_pronoun = tokens[at].word != "one" or behind not in _LEADING or before in _POINTING
    if tokens[at].word in _ONES and not sure and is_pronoun:
        return True
    if key_ends_entry(tokens, start, at) or behind in _AFTER:
        return True
    if not sure and (_in_range(tokens, at, end)):
        return True
    if sure < _NAMED and (_is_place(tokens[at].word, before) or {before, _thing_before(tokens, start)} & _THINGS):
        return True
    return behind.isdecimal() or (behind in {"to", "-", "–", "or", "and"} and _counts(tokens, end + 1))


def _rings(tokens: Sequence[Token], end: int) -> bool:
    """Whether a key is said to ring somewhere, and nothing is counted: `4 rings the vet`, and not `after 4 rings`."""
    behind = [token.word for token in tokens[end : end + 2]]
    return behind[:1] == ["rings"] and behind[1:] != [] and behind[1] in _RUNG


_RUNG: Final = set_of("the a an our your my his her straight through directly both either in at on")


def _names_days(tokens: Sequence[Token], end: int) -> bool:
    """Whether days are named right behind a number: `after 5 and on weekends`."""
    return any(token.word in _DAYS for token in tokens[end : end + 5])


def _is_place(word: str, before: str) -> bool:
    """Whether the name of a sign is that of a place in a town: `Parking on the square`."""
    return word == "square" and before in _OF_PLACE


_OF_PLACE: Final = set_of("on around near off across behind at opposite by from to in")
_UNTIL: Final = set_of("before until till by since past")
"""Words before a time of the clock, and no key."""
_DAYS: Final = set_of(
    "weekend weekends weekday weekdays evenings nights holidays monday tuesday wednesday thursday friday saturday"
    " sunday"
    " mondays tuesdays wednesdays thursdays fridays saturdays sundays daily"
)


def _thing_before(tokens: Sequence[Token], start: int) -> str:
    """Give the word before the numbers that a number goes on from: `platform 3, then 2, then 3`."""
    place = start - 1
    while place > 0 and (tokens[place].word in THENS or tokens[place].word in {",", "and", "back", "to"}):
        place -= 1
        if is_digits(tokens[place].word):
            place -= 1
    return tokens[place].word if 0 <= place < start - 1 and is_digits(tokens[place + 1].word) else ""


_ENGLISH: Final = set_of("zero one two three four five six seven eight nine star pound hash")
"""Names of keys in the language whose verbs end in an s: `three rings the desk`."""
_POINTING: Final = frozenset(("this", "that", "which", "the", "no", "every", "each"))
_LEADING: Final = set_of("gets rings reaches brings is means connects opens takes puts transfers lands was for plays")
_AFTER: Final = _MONTHS | set_of(
    "eastern central pacific mountain et pt ct mt am pm stars star choices choice options option keys key further"
    " item items of bis uhr h memories others more times percent entries menus prompts lines numbers buttons"
)
_ENTRIES: Final = set_of(
    """followed enter entering end ends ending finish finished digits digit code number pin reading suivi
    suivie seguido
    seguida seguidos gefolgt terminez type typing key keyed rx date account id member redial"""
)


def key_ends_entry(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a sign ends what a caller keys in."""
    near = {token.word for token in tokens[max(start - 7, 0) : start]}
    return tokens[at].word in {
        "*",
        "#",
        "star",
        "pound",
        "hash",
        "diese",
        "raute",
        "almohadilla",
        "asterisk",
    } and not near.isdisjoint(_ENTRIES)


def _in_range(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a number begins or ends hours: `9 to 5`, `between 8 and 6`."""
    before = [token.word for token in tokens[max(at - 3, 0) : at]]
    behind = [token.word for token in tokens[end : end + 2]]
    ends = len(before) > 1 and before[-1] in _TO and (before[-2].isdecimal() or before[-2] in KEYS)
    ends = ends or ends_clock_hours(tokens, at)
    begins = (
        len(behind) > 1 and behind[0] in _TO and (behind[1].isdecimal() or behind[1] in KEYS or is_clock(behind[1]))
    )
    return ends or begins or "between" in before[-1:] or (before[:1] == ["between"] and before[-1:] == ["and"])


_TO: Final = set_of("to - – until till a bis through")


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number follows that counts something: `2 or 3 days`, `9 to 5`."""
    words = [token.word for token in tokens[at : at + 2]]
    return len(words) > 1 and words[0].isdecimal() and words[1] in UNITS
