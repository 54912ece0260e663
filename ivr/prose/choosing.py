"""Which of the words around a key tell what it is for: those before it, behind it, or in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.labels import label_before, label_of
from ivr.prose.pointing import tells_means
from ivr.prose.subjects import case_of, outcome_of, said_before, subject_of
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.topic_words import Topic, clean, is_generic, tells_of_call


def _is_aside(right: Topic, label: Topic | None, text: str, before: Sequence[Token]) -> bool:
    """Whether words in brackets say something else of a key than what it is for, which stands before it."""
    if any(token.word == NUMBER for token in before):
        return bool(_NOTE.match(right.words))
    if label is not None:
        return label.words.split()[0].lower() not in _PLACED
    return bool(_NOTE.match(right.words) and subject_of(text, before))


_PLACED: Final = frozenset(("in", "at", "on", "from"))
_RELATIVE: Final = frozenset(("which", "which you", "that", "that you", "this", "this you"))
"""Words that point to what a key is for, and do not say it."""
_NOTE: Final = re.compile(r"(?:before|after|until|till|please|open|available|only)\b", re.IGNORECASE)
"""What begins a note on a key: `press 2 (before 1:30 please)`."""
_ITS: Final = frozenset(("it's", "that's", "its", "c'est"))


def _said(text: str, tokens: Sequence[Token]) -> str:
    return text[tokens[0].start : tokens[-1].end] if tokens else ""


_VERB_LAST: Final = re.compile(r"[a-zäöü]{4,}en")
_ABLE: Final = re.compile(r"^([^,;:]{3,60}?) (?:können|kannst|k[oö]nnt) (?:Sie|du|ihr)\b.* (?:der|die)$")
"""What callers can do with a key, whose verb stands behind it."""


def _named_before(text: str, before: Sequence[Token], left: Topic) -> Topic | None:
    """Give the name before a condition on what it names: `Roadside, if you bought it: press 7`."""
    named = text[before[0].start : left.start].rstrip(" ,(") if before and _OF_IT.search(left.words) else ""
    plain = named[:1].isupper() and len(named.split()) <= _SHORT_NAME and "," not in named
    return Topic(clean(named), before[0].start, "label") if plain else None


_OF_IT: Final = re.compile(r"\b(?:it|them|one|this)$")
_SHORT_NAME: Final = 4
_STATE: Final = re.compile(
    r"(?:be )?(?:here|there|open|available|staffed|answered|closed|busy|taken|handled|read)\b", re.IGNORECASE
)
"""What is told of people behind a key, and not who they are: `Claims (press 3) is open from 8`."""


def _names_place(text: str, right: Topic, left: Topic) -> bool:
    """Whether a key is pressed in some case, and it is told whom a caller reaches then: `if it floods, press 1 and`."""
    at = text.find(right.words, right.start)
    anybody = _SOME.search(text, max(at - 6, 0), max(at, 0)) or _SOME.match(right.words)
    return (
        not anybody
        and right.how != "link"
        and not _DOES.match(right.words)
        and _IN_CASE.match(text, left.start) is not None
        and not _ANYBODY.search(right.words)
    )


def reaches_anybody(words: str) -> bool:
    """Whether a topic names nobody in particular: a person, an agent, somebody."""
    return bool(_ANYBODY.search(words))


_DOES: Final = re.compile(
    r"(?:will|would|can|may|shall|must|(?:it )?(?:rings|goes|puts|takes|patches|dials|calls|sends|wakes|connects)) ",
    re.IGNORECASE,
)
"""How words begin that tell what somebody does, and name no place: `will interrupt the vet`."""
_IN_CASE: Final = re.compile(r"\W*(?:if|when|si|cuando|quand|wenn|falls|quien|wer)\b", re.IGNORECASE)
_SOME: Final = re.compile(r"\b(?:an?|one|une?|una|eine?) ", re.IGNORECASE)
_ANYBODY: Final = re.compile(
    r"\b(?:some(?:body|one)|any(?:body|one)|persons?|people|humans?|agents?|representatives?|reps?|operators?"
    r"|somebody"
    r"|we|us|they|you|it|call|back|person|mensch|jemand\w*|quelqu|alguien|right|directly|through|early"
    r"|immediately)\b",
    re.IGNORECASE,
)
"""Words for whoever answers, which tell less than the case does."""


def _is_cut(tokens: Sequence[Token]) -> bool:
    """Whether words before a key are more than a label: a colon, or a number and a comma, stand among them."""
    words = [token.word for token in tokens]
    return ":" in words or (NUMBER in words and "," in words)


_SAID_SO: Final = frozenset(("is", "are", "now", "still"))


_SHORTEST: Final = 3
"""Letters of a label."""
_UNWILLING: Final = AnyCase(
    r"\b(?:not|no|ne|nicht|n[’']|don[’']t|fed up|tired|sick|can[’']t|keine?)\b.{0,20}"
    r"\b(?:wait(?:ing)?|listen|hold(?:ing)?|patience|time|hurry|esper\w*|paciencia|tiempo|attendre|patience|temps"
    r"|warten|geduld|zeit)\b"
)
"""What callers do not want, and not what for they call: `If you have no time to wait`."""


def _named_although(text: str, before: Sequence[Token], right: Topic, *, first: bool) -> Topic | None:
    """Give what stands before a key and tells what it is for, though more is said of it behind it."""
    if _VERB_LAST.fullmatch(right.words) and (able := _ABLE.search(_said(text, before))):
        return Topic(clean(able[1]), before[0].start, "subject")  # "Zählerstände können Sie unter der 3 durchgeben"
    state = right.how == "lead" and _STATE.match(right.words)
    while len(before) > 1 and before[-1].word in {NUMBER, ","} and "(" in [token.word for token in before]:
        before = before[:-1]
    if not first or before[-1].word != "(" or not (right.how == ":" or state):
        return None
    if ")" not in text[before[-1].end : right.start]:
        return None  # "Report an outage (option 1): have your account number ready"
    return label_of(text, before[:-1]) or label_before(text, before)


def _says_less(right: Topic, left: Topic) -> bool:
    """Whether what a key does would do for anything: `For billing, press 2 to speak with an agent`."""
    aimed = right.how == "link" and left.how == "left"
    return aimed and bool(_SAYS_LESS.match(right.words)) and not _ANY_OTHER.search(left.words)


_SAYS_LESS: Final = re.compile(
    r"(?:(?:speak|talk|be (?:connected|transferred|put through)|get through|reach|get)(?: directly)?(?: to| with)? "
    r"(?:(?:an?|the|our|one of our|the next|next|live|available|customer|service|support|real|human|member) )*"
    r"(?:representative|agent|person|operator|specialist|human|somebody|someone|advis[eo]r|associate|us)s?"
    r"|\w+(?: \w+)? (?:it|them|so)|(?:hear|listen to|get) (?:(?:the|a|an|our|some|latest|current|recorded|automated"
    r"|more"
    r"|further) )*(?:status|information|info|updates?|message|details|recording|news|help)"
    r"|hablar con (?:un |una |nuestr[oa]s? )?(?:representantes?|agentes?|asesor\w*|operador\w*)"
    r"|parler [aà] (?:un |une |nos )?(?:repr[eé]sentant\w*|agente?s?|conseill\w+))(?: about (?:it|this|that))?$",
    re.IGNORECASE,
)
_ANY_OTHER: Final = re.compile(r"\b(?:others?|else|otras?|otros?|autres?|ander\w+|sonstig\w+)\b", re.IGNORECASE)
"""What stands before a key that is for all that no other one is for."""


def _label_ended(text: str, before: Sequence[Token], right: Topic) -> Topic | None:
    """Give the label before a key behind which a dash tells what to do then: `Refills: press 3 - leave your name`."""
    dashed = text[: right.start].rstrip()[-1:] in {"-", "–", "—"}
    return label_of(text, before) if dashed and before and before[-1].word == ":" else None


_BIDS: Final = re.compile(
    r"(?:leave|allow|have|bring|say|give|tell|please|we|our|you|expect"
    r"|deje|tenga|diga|indique|d[eé]|cuente con|le|nuestr[oa]s?|usted|por favor"
    r"|laissez|comptez|ayez|dites|indiquez|pr[eé]voyez|vous|nous|on"
    r"|hinterlassen|halten|nennen|rechnen|bitte|wir|unsere?|sie)\b",
    re.IGNORECASE,
)
"""What begins words behind a dash that tell what to do, or what happens then."""
_LEFT_OPEN: Final = frozenset(("to", "at", "on", "by", "with", "via", "under"))
"""How words end that go on to the number, and tell nothing of a key."""
_HANG_UP: Final = re.compile(r"\b(?:hang up|cuelgue|raccrochez|legen sie (?:sofort )?auf)\b", re.IGNORECASE)
"""What callers do before they call again: the case is another call's, and brackets name what the key is for."""


def topic_chosen(
    text: str, before: Sequence[Token], right: Topic | None, left: Topic | None, *, first: bool
) -> Topic | None:
    """Choose among what stands around a key."""
    right = None if right is not None and tells_means(right.words, right.how) else right
    if right is not None and left is not None and left.words.rpartition(" ")[2] in _LEFT_OPEN:
        left = None  # "For a card that fails, send them to 555-0100, option 4 (cards)"
    if (
        right is not None
        and right.how == "link"
        and _ANYBODY.search(right.words)
        and (said := said_before(text, before))
    ):
        return said
    named = _named_although(text, before, right, first=first) if right is not None and before else None
    if right is not None and first and named is None and _BIDS.match(right.words):
        named = _label_ended(text, before, right)
    if named is not None:
        return named
    if right is not None and right.how in {"outcome", "said", ":"} and left is not None and before[-1].word not in _ITS:
        placed = _names_place(text, right, left)
        little = is_generic(left.words) or (placed and _UNWILLING.search(left.words))
        return right if little else left._replace(reached=right.words if placed else "")
    aside = (
        right is not None
        and right.how in {"(", "|"}
        and first
        and _is_aside(right, label_of(text, before), text, before)
    )
    less = right is not None and left is not None and (right.how == "(" or _says_less(right, left))
    less = less and not (right is not None and right.how == "(" and _HANG_UP.search(_said(text, before)))
    if right is not None and not is_generic(right.words) and not less and not aside:
        return right
    if left is not None and left.words not in _RELATIVE:
        return (_named_before(text, before, left) if first else None) or left
    return _named_before_it(text, before, right, first=first)


def _behind_lead(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out what tells to call before a menu's own words: `So you call 555-0100 and you get: renewals,`."""
    at = next((at for at in range(len(tokens) - 2, 0, -1) if tokens[at].word == ":"), 0)
    leads = any(token.word == NUMBER for token in tokens[:at])
    return tokens[at + 1 :] if leads else tokens


def _named_before_it(text: str, before: Sequence[Token], right: Topic | None, *, first: bool) -> Topic | None:
    """Choose among the labels, people and cases that are told of before a key."""
    before = _behind_lead(before) if first else before
    if not first:
        cut = max(
            (
                at + 1
                for at, token in enumerate(before)
                if token.word in {",", ";", "and", ")"} and at + 2 < len(before)
            ),
            default=0,
        )
        case = case_of(text, before)
        return case or label_of(text, before[cut:]) or subject_of(text, before[cut:]) or right
    said = label_before(text, before) if before and before[-1].word in _SAID_SO and _is_cut(before) else None
    if said is not None and len(said.words) >= _SHORTEST:
        return said  # "choose whom to wake: the network engineer is option 1"
    found = (find(text, before) for find in (label_of, outcome_of, subject_of, aim_of_call))
    return next((one for one in found if one is not None and not tells_of_call(one.words)), right)


def aim_of_call(text: str, before: Sequence[Token]) -> Topic | None:
    """Give what a number is called for, told between it and the key: `call 555-0100 for a nurse and press 3`."""
    number = next((token for token in reversed(before) if token.word == NUMBER), None)
    found = _CALLED_FOR.match(text, number.end, before[-1].end) if number is not None else None
    words = clean(found[1]) if found is not None else ""
    if found is None or not words or is_generic(words) or _ANY_CALL.match(found[1]):
        return None
    return Topic(words, found.start(1), "left")


_CALLED_FOR: Final = re.compile(
    r"(?: \([^()]{2,20}\)|,? toll[- ]free| anytime| today)?,? (?:for|to|about|regarding|if you (?:need|want|have|are)"
    r"|para|pour) ([^,.;:!?()\d]{3,60}?),?(?: (?:and|then|y|e|et|luego|puis|please|simply|just|you)){1,3}$",
    re.IGNORECASE,
)
_ANY_CALL: Final = re.compile(
    r"(?:(?:any|more|further|your|our|the|all|some|additional) )*(?:help|assistance|support|info\w*|details|questions?"
    r"|(?:get|find|learn|know|begin|start|do|listen|hear|see|use|try|access|check in|check$|reach (?:us|the (?:menu"
    r"|system|line))|ayuda|aide|the|my|this|that|us|we|it)\b)",
    re.IGNORECASE,
)
"""What any call is for, which tells less of a key than its heading does."""
