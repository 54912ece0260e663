"""What one sentence tells of keys: each key, the keys before it, and what it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.arriving import arrival_behind
from ivr.prose.clauses import clause_before, clause_behind
from ivr.prose.deeper import deeper_from, menu_meant
from ivr.prose.grouping import Group, ends_an_entry, grouped
from ivr.prose.keys import BARE, OPTION, hits_in
from ivr.prose.labels import label_of
from ivr.prose.meaning import same_meaning, says_something
from ivr.prose.sharing import shared_out
from ivr.prose.subjects import outcome_of, subject_of
from ivr.prose.tokens import NUMBER, Sentence, Token
from ivr.prose.topic_words import Topic, is_generic, tells_of_call
from ivr.prose.topics import loose_right_of
from ivr.prose.words import ANYTIME, LINKS_RIGHT, OPTIONS, THENS, set_of

_ANYTIME: Final = AnyCase(ANYTIME, re.IGNORECASE)


_AFTER: Final = set_of(
    """after once upon by following having when if under within in from despues cuando si apres wenn nach inside"""
)


_LISTS: Final = AnyCase(
    r"\b(?:hear|heard|offered|asked|choices?|options|menu|sub-?menu|following|branch(?:es)?|prompts|escuchar[aá]"
    r"|oir[aá]|opciones|entendrez|men[uú]"
    r"|auswahl|h[öo]ren|leads? to|opens)\b",
    re.IGNORECASE,
)


_MENU_WORDS: Final = AnyCase(
    r"^(?:a |another |the |its own |second |third |next |further |new |un |otro |ein |une? )*(?:sub-?|second |own "
    r")?(?:men[uú]s?|submenu|list of (?:choices|options))(?: of (?:its own|choices|options))?"
    r"|^(?:more|further|these|the following|other) (?:options|choices)",
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
        "usted",
        "vous",
        "sie",
    ]
)


_MARK: Final = (frozenset("aq"), frozenset(".:"))
"""What stands before an answer: `A. Call ...`."""


class Said(NamedTuple):
    """A key that a sentence tells of.

    `path` are the keys before it that the sentence itself names; `follows` says that it is pressed after what the
    sentence before told of; `context` that nothing but the way to what comes next is told; `then` that its request
    says so: `press then`. `start` and `end` are the
    places of the key and of all that tells of it, in the block.
    """

    key: str
    path: tuple[str, ...]
    topic: Topic | None
    start: int
    how: str
    anytime: bool = False
    negated: bool = False
    follows: bool = False
    context: bool = False
    around: str = ""
    then: bool = False


def said_in(text: str, sentence: Sentence, *, primed: bool) -> list[Said]:
    """Read a sentence; gives nothing where it names no key."""
    tokens = sentence.tokens
    hits = [hit for hit in hits_in(tokens, primed=primed) if not ends_an_entry(tokens, hit)]
    if not hits:
        return []
    groups = grouped(tokens, hits)
    edges = [0, *(edge for group in groups for edge in (group.first.start, group.last.end)), len(tokens)]
    marks = [token.word for token in tokens[:2]]
    if len(marks) == len(_MARK) and marks[0] in _MARK[0] and marks[1] in _MARK[1] and groups[0].first.start > 1:
        edges[0] = len(_MARK)
    segments = [tokens[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2)]
    rights, lefts, nests = shared_out(text, segments, groups)
    return _each_its_own(list(_told(text, tokens, groups, segments, rights, lefts, nests)))


_EACH: Final = re.compile(r"\b(?:respectively|in (?:that|this) order)\b.*$", re.IGNORECASE)
"""What says that a row of keys and a row of topics belong together, each to each."""


def _each_its_own(told: list[Said]) -> list[Said]:
    """Share out what a row of keys is for: `1 to 3 for sales, parts and service respectively`."""
    topic = told[-1].topic if told else None
    if topic is None or not (_EACH.search(topic.words) or _EACH.search(told[-1].around)):
        return told
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+", _EACH.sub("", topic.words).rstrip(" ,"))
    row = [one for one in told if one.topic == topic]
    if len(parts) != len(row):
        return told
    own = [one._replace(topic=topic._replace(words=part)) for one, part in zip(row, parts, strict=True)]
    return [*(one for one in told if one.topic != topic), *own]


def exactly(told: list[Said]) -> list[Said]:
    """Leave out what a row of keys is for, where the sentence tells of each: `1 to 2 are teams (1 North, 2 South)`."""
    last = {(one.path, one.key): at for at, one in enumerate(told)}
    if len(last) == len(told):
        return told
    shared = [one.topic for one in told if one.topic is not None]
    return [
        one
        for at, one in enumerate(told)
        if at == last[one.path, one.key] or one.topic is None or shared.count(one.topic) == 1
    ]


def _told(
    text: str,
    tokens: Sequence[Token],
    groups: list[Group],
    segments: list[tuple[Token, ...]],
    rights: list[Topic | None],
    lefts: list[Topic | None],
    nests: list[bool],
) -> list[Said]:
    found: list[Said] = []
    prefix: tuple[str, ...] = ()
    moved = _is_on_the_way(groups, rights, lefts, nests)
    if moved:
        lefts[-1], lefts[0] = _best(text, segments[0], None, lefts[0], first=True), None
    for at, group in enumerate(groups):
        before, behind = segments[at], segments[at + 1]
        whole = _words(text, (*before, *behind))
        if nests[at] and found and not found[-1].negated:
            prefix = _way_to(menu_meant(text, before), found)
        elif (
            at
            and found
            and found[-1].path
            and group.first.verb in OPTIONS | {""}
            and not group.keys[0][0]
            and not prefix
        ):
            prefix = found[-1].path  # "press #, then 1 for sales or 2 for service"
        taken = at > 0 and rights[at - 1] is not None
        topic = (rights[at] or lefts[at]) if taken else _best(text, before, rights[at], lefts[at], first=at == 0)
        if topic is None or topic.how == "outcome":
            own = behind if at + 1 == len(groups) else ()
            begins = group.first.how == OPTION and len(before) < 2
            loose = loose_right_of(text, behind) if begins and own else None
            arrival = arrival_behind(text, own[0].start, own[-1].end) if own else None
            topic = topic or loose or arrival or clause_before(text, before) or clause_behind(text, own)
        context = _is_context(
            text, tokens, group, behind, topic if topic is None or topic.how != "clause" else None, rights[at]
        ) or (
            topic is None
            and at + 1 < len(groups)
            and at == 0
            and not _is_asked(text, tokens)
            and deeper_from(text, behind) is not None
        )
        asked = at == 0 and _is_asked(text, tokens)
        again = at == 0 and bool(behind) and behind[0].word == "again"
        follows = again or (
            at == 0
            and not asked
            and (_follows(before) or _ends_in_then(before) or (not group.keys[0][0] and _NEXT_PROMPT.search(whole)))
        )
        anytime = bool(_ANYTIME.search(whole)) and (len(groups) == 1 or _own_anytime(text, before, behind))
        for path, key in group.keys:
            found.append(
                Said(
                    key,
                    prefix + path,
                    None if context else topic,
                    tokens[group.first.at].start,
                    group.first.how,
                    anytime,
                    any(hit.negated for hit in (group.first, group.last)) and not _is_explained(rights[at], behind),
                    follows,
                    context,
                    whole,
                    at == 0 and group.first.then,
                )
            )
        if context:
            prefix = (*prefix, *group.keys[-1][0], group.keys[-1][1])
    return found[-len(groups[-1].keys) :] if moved else found


_NEXT_PROMPT: Final = AnyCase(r"\bat (?:the|that) (?:next|second|following) (?:prompt|menu|question|level|step)\b")


def _is_asked(text: str, tokens: Sequence[Token]) -> bool:
    """Whether a sentence answers a question, as `Moving? Then press 4.` does."""
    return text[: tokens[0].start].rstrip().endswith("?")


def _way_to(menu: str, found: list[Said]) -> tuple[str, ...]:
    """Give the keys that lead to a menu: those of the key whose topic names it, or of the last one."""
    named = [one for one in reversed(found) if menu and one.topic is not None and _is_called(menu, one.topic.words)]
    one = max(
        named, key=lambda one: one.topic is not None and menu.lower() in one.topic.words.lower(), default=found[-1]
    )
    return (*one.path, one.key)


_ITS: Final = frozenset(("it's", "that's", "its", "c'est"))


def _is_called(menu: str, topic: str) -> bool:
    return menu.lower() in topic.lower() or (says_something(topic) and same_meaning(menu, topic))


def _is_explained(right: Topic | None, behind: Sequence[Token]) -> bool:
    """Whether it is said what a key is for that one is told not to press: `not 1, that's new patients`."""
    return right is not None and (right.how == "said" or [token.word for token in behind[:2]] == [",", "which"])


def _is_on_the_way(
    groups: list[Group], rights: list[Topic | None], lefts: list[Topic | None], nests: list[bool]
) -> bool:
    """Whether keys are told of only as steps to the last one: `To reach a person, press 2, ... and finally press 0`."""
    unsaid = all(right is None for right in rights) and all(left is None for left in lefts[1:])
    return len(groups) > 1 and all(nests[1:]) and unsaid


def _own_anytime(text: str, before: Sequence[Token], behind: Sequence[Token]) -> bool:
    return bool(_ANYTIME.search(_words(text, behind)) or _ANYTIME.search(_words(text, before[-8:])))


def _words(text: str, tokens: Sequence[Token]) -> str:
    return text[tokens[0].start : tokens[-1].end] if tokens else ""


def _best(text: str, before: Sequence[Token], right: Topic | None, left: Topic | None, *, first: bool) -> Topic | None:
    """Choose among what stands around a key."""
    if right is not None and right.how in {"outcome", "said"} and left is not None and before[-1].word not in _ITS:
        return left
    aside = right is not None and right.how in {"(", "|"} and first and label_of(text, before)
    if right is not None and not is_generic(right.words) and not (right.how == "(" and left is not None) and not aside:
        return right
    if left is not None:
        return left
    if not first:
        cut = max(
            (
                at + 1
                for at, token in enumerate(before)
                if token.word in {",", ";", "and", ")"} and at + 2 < len(before)
            ),
            default=0,
        )
        return label_of(text, before[cut:]) or subject_of(text, before[cut:]) or right
    found = (find(text, before) for find in (label_of, outcome_of, subject_of))
    return next((one for one in found if one is not None and not tells_of_call(one.words)), right)


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
    if words[:1] and words[0] in {"after", "once", "when"} and not {"it", "that", "this"}.isdisjoint(words[1:3]):
        return True
    return bool(words) and (
        words[0] in THENS | {"there", "afterwards"}
        or words[:2] in (["after", "that"], ["from", "there"], ["and", "then"])
    )


def _is_context(
    text: str, tokens: Sequence[Token], group: Group, behind: Sequence[Token], topic: Topic | None, right: Topic | None
) -> bool:
    """Whether a key is named only to say where the next ones are: `After pressing 1 you will hear:`."""
    if right is not None and _MENU_WORDS.search(right.words):
        return True
    start = group.first.start
    before = [token.word for token in tokens[max(start - 4, 0) : start] if token.word not in {"avez", "ha"}]
    moved = before[-1:] == ["from"] and group.first is not group.last
    led = [word for word in before if word not in _WHO]
    follows = (
        bool(before)
        and not moved
        and (before[-1] in _AFTER or (before[-1] in _WHO and bool(led) and led[-1] in _AFTER))
    )
    if follows and (group.first.how != BARE or led[-1:] == ["after"]):
        rest = _words(text, behind).strip(' .)"”*')
        if (
            right is None
            and (topic is None or topic.how in {"left", "subject", "label"})
            and (_LISTS.search(rest) or (before[-1] != "by" and (not rest or rest.startswith((",", ":")))))
        ):
            return True
    return (
        right is None
        and topic is None
        and bool(re.match(r"\s*:?\s*$", _words(text, behind)))
        and text.rstrip().endswith(":")
        and not LINKS_RIGHT.isdisjoint({":"})
    )
