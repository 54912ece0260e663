"""A sentence parted at its groups of keys: which of them go on from others, and which only lead there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.bare import AFTERS
from ivr.prose.deeper import deeper_from, leads_into
from ivr.prose.grouping import Group
from ivr.prose.keypad import QUOTES
from ivr.prose.keys import BARE
from ivr.prose.languages import language_chosen
from ivr.prose.sharing import Sides, comes_afterwards
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.topic_words import Topic
from ivr.prose.words import THENS, VERBS, set_of

_AFTER: Final = set_of(
    """after once upon by following having when if s'il s'ils under within in from dentro despues cuando si apres wenn
    nach tras inside"""
)


_LISTS: Final = AnyCase(
    r"\b(?:you (?:can|may|then) (?:then )?(?:choose|press|select)|hear|heard|offered|asked|choices?|options|menu"
    r"|sub-?menu|following|branch(?:es)?|prompts|escuchar[aá]"
    r"|oir[aá]|opciones|entendrez|men[uú]"
    r"|auswahl|h[öo]ren|leads? to|opens|second (?:clip|recording|message|announcement))\b",
    re.IGNORECASE,
)


_MENU_WORDS: Final = AnyCase(
    r"^(?:there(?:['’]s| is) )?"
    r"(?:a |another |the |its own |second |third |next |further |new |un |otro |ein |une? )*(?:sub-?|second |own "
    r")?(?:men[uú]s?(?! (?:principal|pr[eé]c[eé]dent|anterior|d['’]accueil|inicial)\b)|submenu|list of (?:choices"
    r"|options))(?: of (?:its own|choices|options))?"
    r"|^there(?:['’]s| is) (?:a|another) (?:second |further |new )?(?:clip|recording|message|list|prompt|question)\b"
    r"|^(?:more|further|these|the following|other) (?:options|choices)"
    r"|^(?:hear |get |have )?(?:(?:two|three|four|five|some|several|a few) )(?:more |further |other |additional )?"
    r"(?:options|choices)\b",
    re.IGNORECASE,
)


_WHO: Final = frozenset(
    [
        "avoir",
        "haber",
        "he",
        "she",
        "i",
        "you",
        "you've",
        "you’ve",
        "callers",
        "they",
        "the",
        "caller",
        "have",
        "de",
        "la",
        "el",
        "le",
        "der",
        "dem",
        "usted",
        "vous",
        "sie",
    ]
)


class Parted(NamedTuple):
    """A sentence that is parted at its groups of keys: what stands between them, and what of it is on which side."""

    text: str
    tokens: Sequence[Token]
    groups: list[Group]
    segments: list[tuple[Token, ...]]
    sides: Sides

    def words(self, at: int) -> str:
        """Give the words around a group."""
        return text_of(self.text, (*self.segments[at], *self.segments[at + 1]))

    def is_asked(self) -> bool:
        """Whether the sentence answers a question, as `Moving? Then press 4.` does."""
        return self.text[: self.tokens[0].start].rstrip().endswith("?")


def follows_on(parted: Parted, at: int) -> bool:
    """Whether the keys of a group are pressed after what the sentence before told of."""
    if at:
        return False
    before, last = parted.segments[0], parted.groups[0].last
    again = [token.word for token in parted.tokens[last.at + 1 : last.end + 1]]
    if parted.groups[0].first.then and not before and not parted.is_asked():
        return True  # "Drücken Sie danach die 1"
    if not parted.groups[0].keys[0][0] and ("again" in again or comes_afterwards(parted.segments[1])):
        return True
    return not parted.is_asked() and (
        _follows(before)
        or _ends_in_then(before)
        or _ASKS_ON.search(text_of(parted.text, before))
        or (not parted.groups[0].keys[0][0] and _NEXT_PROMPT.search(_before_next(parted)))
    )


_ASKS_ON: Final = AnyCase(
    r"\b(?:you(?:['’]re| are|['’]ll be| will be) (?:then|next) asked|you(?:['’]ll| will) (?:then|next) be asked"
    r"|(?:then|next),? (?:it|the (?:system|voice|robot|recording|line|machine)|they|she) (?:asks?|wants? to know)"
    r"|(?:it|the (?:system|voice|robot|recording|line|machine)|they|she) (?:then|next|now) (?:asks?|wants? to know)"
    r"|on vous demande(?:ra)? (?:ensuite|alors|puis)|(?:ensuite|puis),? on vous demande(?:ra)?"
    r"|(?:despu[eé]s|luego),? (?:le |te |se )?(?:pregunta\w*|pide\w*|pedir[aá]\w*)"
    r"|(?:dann|danach|anschlie(?:ß|ss)end) (?:werden sie|wirst du|wird) (?:noch )?gefragt)\b[^.;:]{0,30}:?\s*$"
)
"""What says before keys that the call asks on: `You are then asked: 1 to cancel, 2 to move`."""


def _before_next(parted: Parted) -> str:
    """Give what stands before the first key of a sentence, and behind it where no other key does."""
    return parted.words(0) if len(parted.groups) == 1 else text_of(parted.text, parted.segments[0])


_NEXT_PROMPT: Final = AnyCase(
    r"\bat (?:the|that) (?:next|second|following) (?:one|prompt|menu|question|level|step|point|stage)\b"
    r"|\b(?:in|on|from) the (?:next|following) (?:prompt|menu|question|level|step|list|set)\b"
    r"|\b(?:en|del) (?:el )?(?:siguiente|segundo|pr[oó]ximo) men[uú]\b|\b(?:dans|au) (?:le )?(?:menu suivant"
    r"|second menu|deuxi[eè]me menu)\b|\bim (?:n[aä]chsten|zweiten|folgenden) (?:sprach)?men[uü]\b"
)
"""What says that a key is one of the menu behind the one before it."""


_BELOW: Final = (
    ["next", "menu"],
    ["next", "prompt"],
    ["second", "menu"],
    ["second", "prompt"],
    ["once", "there"],
    ["once", "inside"],
    ["in", "there"],
    ["under", "that"],
    ["inside", "that"],
    ["from", "here"],
)
"""What begins a sentence about the menu behind the key before it: `Once there, press 1`."""


_BEING_THERE: Final = (
    ["dentro", "de", "esta"],
    ["dentro", "de", "este"],
    ["dentro", "de", "ese"],
    ["en", "ese", "menu"],
    ["en", "este", "menu"],
    ["dans", "ce"],
    ["im", "untermenu"],
    ["dans", "le", "sous-menu"],
    ["en", "el", "submenu"],
    ["una", "vez", "ahi"],
    ["una", "vez", "alli"],
    ["une", "fois", "la"],
    ["in", "diesem", "menu"],
    ["a", "continuacion"],
    ["im", "anschluss"],
    ["dans", "cette"],
    ["within", "this"],
    ["within", "that"],
    ["inside", "that"],
    ["in", "that", "menu"],
)
"""What begins a sentence about the menu behind the key that was told of last."""


def text_of(text: str, tokens: Sequence[Token]) -> str:
    """Give what tokens stand for in their text."""
    return text[tokens[0].start : tokens[-1].end] if tokens else ""


def _ends_in_then(before: Sequence[Token]) -> bool:
    """Whether a clause goes on from the keys before it: `if it is about a plan, then press 2`."""
    words = [token.word for token in before]
    return (
        len(words) > 1
        and words[-1] in {"then", "dann", "puis", "luego"}
        and NUMBER not in words
        and "until" not in words
    )


def _follows(before: Sequence[Token]) -> bool:
    """Whether a sentence goes on where the last one ended: `Then press 1`."""
    words = [token.word for token in before[:4]]
    while words and words[0] in {"and", "so", "now", "y", "et", "und", '"', "“", "”"}:
        words.pop(0)
    if (
        words[:1]
        and words[0] in {"after", "once", "when"}
        and not {"it", "that", "this"}.isdisjoint(words[1:3])
        and "hours" not in words
    ):
        return True
    if words[:3] in _BEING_THERE or words[:2] in _BEING_THERE:
        return True
    if words[:2] in _BELOW or (words[:1] == ["inside"] and words[1:2] == [","]):
        return True
    if words[:1] in (["next"], ["where"]) and words[1:2] and words[1] not in _PRESSING_ON:
        return False  # "Next bus times: press 2"
    if words[:3] in (["there", "is", "a"], ["there", "is", "an"]) and "menu" not in words:
        return False  # "There is a ring-back: press 5"
    return bool(words) and (
        words[0] in _THERE_THEN or words[:2] in (["after", "that"], ["from", "there"], ["and", "then"])
    )


_PRESSING_ON: Final = VERBS | {",", "you", "there", "they"}
_THERE_THEN: Final = THENS | {"there", "afterwards", "dort", "darin", "alli", "ahi"}


def is_context(parted: Parted, at: int, topic: Topic | None) -> bool:
    """Whether the keys of a group are named only to say where the next ones are."""
    plain = topic if topic is None or topic.how != "clause" else None
    if _only_leads_on(parted, at, plain):
        return True
    first = topic is None and at == 0 and len(parted.groups) > 1
    return first and not parted.is_asked() and deeper_from(parted.text, parted.segments[1]) is not None


_INTO: Final = frozenset(("under", "in", "inside", "within", "behind", "dentro", "en", "dans", "sous", "im", "unter"))
_OPENS_LIST: Final = AnyCase(
    r"\b(?:menu|choices|options|men[uú]|(?:you(?:['’]ll| will)?|callers) (?:find|hear|get)|encontrar[aá]s?|encuentra"
    r"|oir[aá]|hay|vous (?:trouverez|aurez|entendrez)|il y a|finden sie|h[oö]ren sie|gibt es)\b[^:]{0,40}:?\s*$"
)
_BEING: Final = frozenset(("is", "are", "sits", "hides"))
"""What says of something that it is behind a key: `Billing is behind option 2`."""
_NAMES_MENU: Final = AnyCase(r"\bmen(?:u|[uú]|[uü])(?: [^\W\d]+){0,3}\W*$")
_INSIDE: Final = (["under"], ["behind"], ["inside"])


def _only_leads_on(parted: Parted, at: int, topic: Topic | None) -> bool:
    """Whether a key is named as one that was pressed, or with what comes next: `After pressing 1 you will hear:`."""
    text, tokens, groups, segments, (rights, _, _) = parted
    group, behind, right = groups[at], segments[at + 1], rights[at]
    named = [token.word for token in tokens[max(group.first.start - 1, 0) : group.first.start]]
    if named in (["after"], ["under"], ["behind"]) and group.first.start <= 1 + (tokens[0].word in QUOTES):
        marked = tokens[group.last.at + 1 : group.last.at + 2]
        if marked and marked[0].word == ":":
            return True
    if leads_into(tokens, group.first.start, group.last.at + 1):
        return True
    if right is not None and _MENU_WORDS.search(right.words) and not language_chosen(right.words):
        return True  # "the menu", and not "the menu in Spanish"
    if (
        tokens[group.first.start - 1].word == "("
        and tokens[0].word in _INTO
        and (_OPENS_LIST.search(text_of(text, behind)) or _NAMES_MENU.search(text_of(text, segments[at])))
    ):
        return True  # "Under payments (press 2) there is a second menu:"
    start = group.first.start
    before = [token.word for token in tokens[max(start - 4, 0) : start] if token.word not in {"avez", "ha"}]
    moved = before[-1:] == ["from"] and group.first is not group.last
    led = [word for word in before if word not in _WHO]
    follows = (
        bool(before)
        and not moved
        and (before[-1] in _AFTER or (before[-1] in _WHO and bool(led) and led[-1] in _AFTER))
    )
    is_place = bool(led[:-1]) and led[-2] in _BEING
    if (
        follows
        and not is_place
        and (
            group.first.how != BARE
            or (not AFTERS.isdisjoint(led[-1:]) or (led[-1:] in _INSIDE and group.first.start <= 1))
        )
    ):
        rest = text_of(text, behind).strip(' .)"”*')
        if (
            right is None
            and (topic is None or topic.how in {"left", "subject", "label"})
            and (_LISTS.search(rest) or (before[-1] != "by" and (not rest or rest.startswith((",", ":")))))
        ):
            return True
    return (
        right is None
        and topic is None
        and bool(re.match(r"\s*:?\s*$", text_of(text, behind)))
        and text.rstrip().endswith(":")
    )
