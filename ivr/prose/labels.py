"""Labels before a key: `Billing: press 2`, `Claims (option 3)`, `Housing | N, option 2`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.keypad import QUOTES
from ivr.prose.languages import language_chosen
from ivr.prose.pointing import tells_means
from ivr.prose.subjects import NO_SUBJECT
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.topic_cut import JOINS
from ivr.prose.topic_words import Topic, clean
from ivr.prose.words import CALLING, VERBS, set_of


def label_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give a label before a key: `Billing: press 2`, `Claims (option 3)`, `Housing | N, option 2`."""
    place = next((at for at in range(len(tokens) - 1, 1, -1) if tokens[at - 1].word == "where"), 0)
    quotes = [at for at, token in enumerate(tokens) if token.word in _QUOTATIONS]
    place = max(place, quotes[-1] + 1 if len(quotes) % 2 else 0)
    tokens = tokens[place:]
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
            return _last_label(text, tokens[begin:at], rest, loose)
        if token.word in _DASHES and rest[1:2] and rest[1] in _RINGING and at - begin <= _LATEST_COLON:
            return _label(text, tokens[begin:at], short=True) or loose  # "Rent - ring the housing line too, option 3"
        if token.word == ":":
            loose = _label(text, tokens[begin:at], short=True) if at <= _LATEST_COLON else loose
            begin = at + 1
        elif (
            token.word == "|"
            or (token.word == "(" and tokens[at - 1].word == NUMBER)
            or (token.word in {"—", "–", "-", NUMBER} and at - begin <= (token.word != NUMBER))
        ):
            begin = at + 1
        elif token.word not in {",", "-", "–", "—", "is", "are", "es", "ist", "est"}:
            return loose
    return loose


_QUOTATIONS: Final = frozenset(("„", "“", "”", "«", "»", '"'))


def _last_label(text: str, tokens: Sequence[Token], rest: list[str], loose: Topic | None) -> Topic | None:
    """Give the label before a mark behind which nothing but calling is spoken of, or the one before a colon."""
    if rest[0] == "," and NUMBER not in rest:
        said = text[tokens[0].start : tokens[-1].end] if tokens else ""
        everyone = tokens and (tokens[0].word in _ALL or bool(language_chosen(said)))
        return _label(text, tokens, short=False) if everyone else loose
    if loose is not None and len(loose.words.split()) <= _SHORT_LABEL:
        return loose
    return _label(text, tokens, short=rest[0] in {NUMBER, ","}, colon=rest[0] == ":") or loose


def label_before(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give the words between the last mark and a key that ends what they begin: `, support (2)`."""
    end = len(tokens)
    while end and (tokens[end - 1].word in _BEFORE_KEY or tokens[end - 1].word == "("):
        end -= 1
    begin = end
    while begin and tokens[begin - 1].word not in _BREAKS:
        begin -= 1
    while begin < end and tokens[begin].word in _PASSED_OVER:
        begin += 1
    cleaned = clean(text[tokens[begin].start : tokens[end - 1].end]) if begin < end else ""
    return Topic(cleaned, tokens[begin].start, "loose") if cleaned else None


_BEFORE_KEY: Final = QUOTES | set_of("= -> → => – — - : on the under behind is are es est ist now still")
"""What stands between a label and its key."""
_NO_BEGINNING: Final = {NUMBER} | JOINS | VERBS | set_of("from between either as since because de entre von")

_PASSED_OVER: Final = _NO_BEGINNING | QUOTES

_EQUALS: Final = frozenset(("=", "->", "→", "=>", "–", "—", "-", ":"))


_BREAKS: Final = frozenset(",/;|•·:()") | {".", "between", "entre", "zwischen"}


def _label(text: str, tokens: Sequence[Token], *, short: bool, colon: bool = False) -> Topic | None:
    while tokens and tokens[0].word in _BEFORE_LABEL:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[0].word in {"the", "our", "your"} and tokens[1].word not in CALLING:
        tokens = tokens[1:]
    if [token.word for token in tokens[:2]] in _OPENINGS:
        tokens = tokens[2:]
    if not tokens or tokens[0].word == NUMBER:
        return None
    is_place = colon and 1 < len(tokens) <= _SHORT_PLACE and text[tokens[0].start].isupper()
    places = _BEFORE_PLACES if is_place else frozenset()
    if tokens[0].word in _NO_NAMES - places or all(token.word in CALLING for token in tokens):
        return None
    nightly = [token.word for token in tokens[:3]][:2] == ["after", "hours"] and len(tokens) > len(("after", "hours"))
    if not tokens or (tokens[0].word in _WHENS and not nightly) or (short and tokens[0].word in NO_SUBJECT - places):
        return None
    said = text[tokens[0].start : tokens[-1].end]
    cleaned = "" if _BY_PHONE.search(said) else clean(said)
    is_nickname = sum(token.word != "*" for token in tokens) == 1 and _NICKNAME.search(cleaned)
    return Topic(cleaned, tokens[0].start, "label") if _is_name(cleaned) and not is_nickname else None


_BEFORE_LABEL: Final = QUOTES | {"|", "and", "y", "et", "und"}


def _is_name(cleaned: str) -> bool:
    """Tell whether words can name what a key is for, and are no place and no address."""
    return (
        not cleaned.endswith((*_PLACED, " it"))
        and not cleaned.lower().startswith(("update", "ps ", "p.s."))
        and cleaned.lower() not in _NO_LABEL
        and not _OF_READER.fullmatch(cleaned)
        and not tells_means(cleaned)
        and not _NO_LABEL_BEGINS.match(cleaned)
        and not cleaned.endswith(_SAYS)
        and not _ADDRESS.search(cleaned)
        and len(cleaned) >= _SHORTEST
    )


_OF_READER: Final = re.compile(
    r"(?:\w+['’]s? |pro |quick |my |handy |one |last )?"
    r"(?:tips?|hints?|tricks?|notes?|advice|reminder|fyi|warning|heads[- ]up)"
    r"|(?:step|option|etape|étape|paso|schritt) \d+",
    re.IGNORECASE,
)
"""What a writer calls a piece of advice, or a step: `Dave's tip: dial 555-0100 and hit 0`."""
_SAYS: Final = (
    " said",
    " wrote",
    " says",
    " writes",
    " replied",
    " dijo",
    " escribió",
    " schrieb",
    " a écrit",
    " a dit",
)
"""How the line ends over what somebody says in a thread."""
_BY_PHONE: Final = re.compile(
    r"\b(?:order|pay|book|apply|report)\w* (?:(?:by|over the|via) (?:tele)?phone|(?:it |them )?(?:in|with|on) (?:the"
    r"|our) (?:app|website))$",
    re.IGNORECASE,
)
"""Words that tell how something is done: `order by phone, 1-800-555-0100, and choose 2`."""
_NICKNAME: Final = re.compile(r"_|[a-zé]\d|\d[a-z]|^\w+\.\w+$")
"""How somebody is called in a forum."""
_NO_NAMES: Final = CALLING - set_of(
    "main line first sie phone phones telephone free new number directly same mismo misma meme gleiche nummer"
)
"""Words of calling with which no label begins."""
_ADDRESS: Final = re.compile(r"\w\.(?:com|org|net|gov|example|co|us|uk|de|fr|es)\b|https?:|www\.|@\w")
"""The address of a page or for mail."""
_WHENS: Final = set_of("that's it's those these while when once until as after before weekdays weekends nights")


_DASHES: Final = frozenset(("–", "—", "-", ":"))
_RINGING: Final = frozenset(("ring", "call", "phone", "dial", "telephone"))
_BEHIND_LABEL: Final = frozenset(
    (NUMBER, "but", "from", "main", "menu", "|", "?", "→", "->", "=>", "=", "ext", ".", "is", "are", "es", "ist", "est")
)


_EVERYONE: Final = set_of("all everyone everybody others anyone anything any")
"""What begins a label for those that nothing else is for: `All others, press 0`."""


_OPENINGS: Final = (
    ["you", "can"],
    ["you", "may"],
    ["you", "want"],
    ["you", "wish"],
    ["you", "need"],
    ["give", "us"],
    ["send", "us"],
)
"""What may stand before a label that says what callers do."""
_MATTERS: Final = set_of("questions question problems problem queries trouble help issues inquiries enquiries")
"""What begins a label that tells what callers call about: `Questions on a bill, press 3`."""

_ALL: Final = _EVERYONE | _MATTERS


_BEFORE_PLACES: Final = frozenset(("at", "in", "on", "from"))
_PLACED: Final = (" available at", " available on")
"""How words end that tell where somebody is, and not what for."""
_SHORT_PLACE: Final = 9
"""Words of a place before a colon: `In the terminal, the shuttle or the car parks: press 2`."""
_SHORT_LABEL: Final = 3
"""Words of a label before a colon that counts before any other."""
_LATEST_COLON: Final = 6
"""Words and marks before a colon that ends a label."""
_SHORTEST: Final = 3
"""Letters of a label."""


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
        "otherwise",
        "order on",
        "first",
        "also",
        "please",
        "note",
        "tip",
        "test",
        "pro tip",
        "quick tip",
        "trick",
        "the trick",
        "shortcut",
        "sequence",
        "path",
        "update",
        "action",
        "new",
        "hint",
        "important",
        "importante",
        "achtung",
        "neu",
        "wichtig",
        "hinweis",
        "antwort",
        "réponse",
        "respuesta",
        "novedad",
        "tipp",
        "einfach",
        "attention",
        "nouveau",
        "neue",
        "nueva",
        "nouvelle",
        "ajout de",
        "se añade",
        "se agrega",
        "nouveauté",
        "remarque",
        "atención",
        "nuevo",
        "ojo",
        "aviso",
        "nota",
        "häufige frage",
        "frage",
        "question",
        "answer",
        "questions",
        "queries",
        "fragen",
        "preguntas",
        "a",
        "how",
        "sure thing",
        "menu",
        "main menu",
        "menú",
        "options",
        "keys",
        "choices",
        "language",
        "languages",
        "yep",
        "fixed",
        "changed",
        "improved",
        "oui",
        "ja",
        "sí",
        "si",
        "non",
        "please",
        "simply",
        "tel",
    )
)


_NO_LABEL_BEGINS: Final = re.compile(
    r"(?:.*\b(?:which|who) (?:is|are)\b|enter|key in|type|reaching|contacting|getting (?:in|through)|how to"
    r"|try this|online(?:$|[,:.]| or\b| at\b)|in (?:the|our) app"
    r"|r[eé]servez|prenez|venez"
    r"|pensez)\b"
    r"|(?:choose|pick|select|elija|choisissez|w[aä]hlen sie) (?:(?:a|the|your|one|from|el|la|une?|de[nr]|die|das) )*"
    r"(?:languages?|teams?|options?|departments?|topics?|categor\w+|services?|idioma|langue|sprache|opci[oó]n)\b"
    r"|(?:apr[eè]s|avant|nach|vor|despu[eé]s|antes|after|before) (?:de )?(?:ce|cette|cela|this|that|dies\w*|es[oa]"
    r"|est[oae]"
    r"|der|dem|le|la|el|the)\b"
    r"|(?:(?:our|the|main|office|phone|telephone|general|contact|school|work|usual|normal) )+number$"
    r"|(?:es una?|c['’]est une?|das ist ein\w*|it['’]?s an?) "
    r"|(?:its|our|the|their) (?:main |phone |telephone )?menu$|check before\b|what you (?:want|need)\b|(?:what|this"
    r"|here) (?:has |does )?(?:work(?:s|ed)|is what|i did)\b",
    re.IGNORECASE,
)
