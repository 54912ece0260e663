"""What one sentence tells of keys: each key, the keys before it, and what it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.alternatives import without_alternative
from ivr.prose.anycase import AnyCase
from ivr.prose.apposed import apposed_behind
from ivr.prose.arriving import arrival_behind, asked_for_behind
from ivr.prose.choosing import topic_chosen
from ivr.prose.clauses import clause_before, clause_behind, heard_before
from ivr.prose.deeper import menu_meant
from ivr.prose.doing import done_behind, quoted_behind
from ivr.prose.grouping import Group, ends_an_entry, grouped
from ivr.prose.keys import OPTION, STRONGLY, WEAKLY, Hit, hits_in
from ivr.prose.labels import label_of
from ivr.prose.meaning import shares_meaning
from ivr.prose.opened_menus import came_after, menu_behind, opened_before
from ivr.prose.parted import Parted, follows_on, is_context, text_of
from ivr.prose.sharing import Sides, shared_out
from ivr.prose.tokens import NUMBER, Sentence, Token
from ivr.prose.topic_words import Topic, clean
from ivr.prose.topics import loose_right_of
from ivr.prose.words import ANYTIME, ELSEWHERE, OPTIONS, THENS, set_of

_ANYTIME: Final = AnyCase(ANYTIME, re.IGNORECASE)
_MARK: Final = (frozenset("aq"), frozenset(".:"))
"""What stands before an answer: `A. Call ...`."""


class Said(NamedTuple):
    """A key that a sentence tells of.

    `path` are the keys before it that the sentence itself names; `follows` says that it is pressed after what the
    sentence before told of; `context` that nothing but the way to what comes next is told; `then` that its request
    says so: `press then`. `start` is the place of the key in the block.
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


def said_in(text: str, sentence: Sentence, *, primed: bool, called: str = "") -> tuple[Said, ...]:
    """Read a sentence; gives nothing where it names no key.

    `primed` says that the words before it told of keys already, and `called` where they gave a number to call.
    """
    tokens = sentence.tokens
    hits = tuple(hit for hit in hits_in(tokens, primed=primed, called=called) if not ends_an_entry(tokens, hit))
    return _said(text, tokens, hits) if hits else ()


@lru_cache(maxsize=512)
def _said(text: str, tokens: tuple[Token, ...], hits: tuple[Hit, ...]) -> tuple[Said, ...]:
    """Say what a sentence tells of its keys; most have the same ones, whatever was told before them."""
    groups = grouped(tokens, hits)
    edges = [0, *(edge for group in groups for edge in (group.first.start, group.last.end)), len(tokens)]
    marks = [token.word for token in tokens[:2]]
    if len(marks) == len(_MARK) and marks[0] in _MARK[0] and marks[1] in _MARK[1] and groups[0].first.start > 1:
        edges[0] = len(_MARK)
    segments = [tokens[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2)]
    segments[0] = tuple(without_alternative(segments[0]))
    return tuple(_each_its_own(_told(Parted(text, tokens, groups, segments, shared_out(text, segments, groups)))))


_EACH: Final = re.compile(
    r"\b(?:respectively|respectivement|respectivamente|in (?:that|this) order|dans cet ordre|en (?:ese|este) orden"
    r"|in dieser reihenfolge)\b.*$",
    re.IGNORECASE,
)
"""What says that a row of keys and a row of topics belong together, each to each."""
_BETWEEN: Final = re.compile(
    r",\s*(?:(?:and|or|y|o|et|ou|und|oder)\s+)?|\s+(?:and|or|y|e|o|u|et|ou|und|oder)\s+", re.IGNORECASE
)
_ROW: Final = 3
"""From so many keys on, a row of as many topics is shared out though nothing says so."""


def _each_its_own(told: list[Said]) -> list[Said]:
    """Share out what a row of keys is for: `1 to 3 for sales, parts and service respectively`."""
    topic = told[-1].topic if told else None
    if topic is None:
        return told
    row = [one for one in told if one.topic == topic]
    parts = [part for part in _BETWEEN.split(_EACH.sub("", topic.words).rstrip(" ,")) if part]
    said_so = _EACH.search(topic.words) or _EACH.search(told[-1].around)
    if len(parts) != len(row) or not (said_so or len(row) >= _ROW):
        return told
    own = [one._replace(topic=topic._replace(words=clean(part) or part)) for one, part in zip(row, parts, strict=True)]
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


def _told(parted: Parted) -> list[Said]:
    """Say what a sentence tells of each of its keys."""
    text, _, groups, segments, (_, lefts, _) = parted
    found: list[Said] = []
    prefix: tuple[str, ...] = ()
    moved = _is_on_the_way(groups, parted.sides) or _goes_through(parted)
    if moved:
        lefts[-1], lefts[0] = topic_chosen(text, segments[0], None, lefts[0], first=True), None
    for at, group in enumerate(groups):
        prefix = _prefix_at(parted, at, found, prefix)
        told = _told_at(parted, at, prefix)
        if found and found[-1].context and told[0].topic is None and parted.sides.lefts[at - 1] is not None:
            told = [one._replace(topic=parted.sides.lefts[at - 1]) for one in told]  # "if you are new, after 1 press 2"
        if (
            found
            and found[-1].topic is not None
            and told[0].topic is not None
            and _OTHERWISE.fullmatch(told[0].topic.words)
        ):
            not_so = told[0].topic._replace(words=f"not {found[-1].topic.words}")
            told = [one._replace(topic=not_so) for one in told]
        found += told
        if told[-1].context:
            prefix = (*prefix, *group.keys[-1][0], group.keys[-1][1])
    return found[-len(groups[-1].keys) :] if moved else _meant_instead(found)


def _meant_instead(found: list[Said]) -> list[Said]:
    """Give the key that is asked for what is told behind one that is not: `option 2, not option 1, for a repair`."""
    for at in range(1, len(found)):
        wanted, other = found[at - 1 : at + 1]
        if other.negated and not wanted.negated and wanted.topic is None and other.topic and not wanted.context:
            found[at - 1], found[at] = wanted._replace(topic=other.topic), other._replace(topic=None)
    return found


_OTHERWISE: Final = AnyCase(
    r"(?:it|you|they|that|he|she)(?: is| are| do| does| have)?(?:n['’]t|['’]re not| not)(?: so)?|not|otherwise|if not"
)
"""What a key is for whose sentence denies what the key before it is for: `2 if it is insured and 3 if it isn't`."""


def _prefix_at(parted: Parted, at: int, found: list[Said], prefix: tuple[str, ...]) -> tuple[str, ...]:
    """Give the keys before those of a group, from what was found before it and the prefix so far."""
    if not found:
        return prefix
    if parted.sides.nests[at] and not found[-1].negated:
        return _way_to(menu_meant(parted.text, parted.segments[at]), found)
    if not found[-1].context and _leaves_brackets(parted, at):
        return ()
    group = parted.groups[at]
    opened = opened_before(parted, at) or (menu_behind(parted) or came_after(parted) if at == 1 else ())
    if opened:
        return opened
    if found[-1].path and group.first.verb in _CALLED_OR_BARE and not group.keys[0][0] and not prefix:
        return found[-1].path  # "press #, then 1 for sales or 2 for service"
    return prefix


_CALLED_OR_BARE: Final = OPTIONS | {""}


def _leaves_brackets(parted: Parted, at: int) -> bool:
    """Whether the brackets close before a group in which the one before it stands: `2 cards (then 1 limits), 3`."""
    words = [token.word for token in parted.tokens]
    before = words[: parted.groups[at - 1].first.start]
    return (
        before.count("(") > before.count(")")
        and ")" in words[parted.groups[at - 1].last.end : parted.groups[at].first.start]
    )


def _told_at(parted: Parted, at: int, prefix: tuple[str, ...]) -> list[Said]:
    """Say what a sentence tells of the keys of a group."""
    text, tokens, groups, segments, (rights, _, _) = parted
    group, behind, whole = groups[at], segments[at + 1], parted.words(at)
    topic = _topic_at(parted, at)
    context = is_context(parted, at, topic)
    follows = follows_on(parted, at)
    anytime = _ANYTIME.search(_OR_CALLING.split(whole)[-1]) and (
        len(groups) == 1 or _own_anytime(text, segments[at], behind)
    )
    anytime = anytime or (at > 0 and len(tokens) < _SHORT_SENTENCE and _opens_anytime(text, segments[0]))
    negated = (group.first.negated or group.last.negated) and not _is_explained(rights[at], behind)
    first = _first_of_way(parted, at)
    way = [Said(group.keys[0][0][0], prefix, first, tokens[group.first.at].start, group.first.how)] if first else []
    told = [
        Said(
            key,
            prefix + path,
            None if context else topic,
            tokens[group.first.at].start,
            group.first.how,
            anytime,
            negated,
            follows,
            context,
            whole,
            at == 0 and group.first.then,
        )
        for path, key in group.keys
    ]
    return [*way, *told]


def _topic_at(parted: Parted, at: int) -> Topic | None:
    """Give what the keys of a group are for."""
    text, _, groups, segments, (rights, lefts, _) = parted
    before, behind = segments[at], segments[at + 1]
    taken = at > 0 and rights[at - 1] is not None
    topic = (rights[at] or lefts[at]) if taken else topic_chosen(text, before, rights[at], lefts[at], first=at == 0)
    if topic is not None:
        is_long = topic.how == "label" and groups[at].first.how == OPTION and len(topic.words.split()) > _OF_NAME
        return (apposed_behind(text, behind) if is_long and at + 1 == len(groups) else None) or topic
    own = behind if at + 1 == len(groups) else _before_then(behind) if parted.sides.nests[at + 1] else ()
    begins = groups[at].first.how in {OPTION, STRONGLY, WEAKLY} and (
        len(before) <= 1 or not _ADDED.isdisjoint(token.word for token in before[-2:]) or before[-1].word in THENS
    )
    is_listed = groups[at].first.how != STRONGLY or groups[at].first.verb in _ADDED
    own = own[1:] if own and own[0].word in _ADDED and len(own) > 1 and own[1].word in {",", ":", "-", "–"} else own
    apposed = own[1:] if own and own[0].word in {",", ":", "-", "–"} and is_listed else own
    begins = begins or [token.word for token in before[-2:]] in _BEHIND_NUMBER or _is_announced_new(before)
    named = (
        groups[at].first.how == OPTION
        or _is_announced_new(before)
        or groups[at].first.verb in _ADDED
        or (apposed and text[apposed[0].start].isupper())
    )
    loose = loose_right_of(text, apposed) if begins and own and named else None
    arrival = arrival_behind(text, own[0].start, own[-1].end) if own else None
    arrival = arrival or (asked_for_behind(text, own[0].start, own[-1].end) if own else None)
    foreign = groups[at].first.verb in ELSEWHERE
    if foreign and behind and not before:
        return loose_right_of(text, behind)
    clause = clause_before(text, before, foreign=foreign)
    return (
        loose
        or arrival
        or quoted_behind(text, own)
        or apposed_behind(text, own)
        or heard_before(text, before)
        or clause
        or clause_behind(text, own)
        or done_behind(text, own)
    )


_BEHIND_NUMBER: Final = ([NUMBER, ","], [NUMBER, ":"])
"""What ends the words before a key that its number is told with."""


def _before_then(behind: Sequence[Token]) -> Sequence[Token]:
    """Give the words behind a key before those that lead on to a further one: `option 2 repairs, then option 1`."""
    at = next((at for at, token in enumerate(behind) if token.word in THENS), 0)
    return behind[:at] if at > 1 and behind[at - 1].word in {",", ";", "and"} else ()


def _is_announced_new(before: Sequence[Token]) -> bool:
    """Whether a list of changes tells of a key: `New: key 5, gift cards`."""
    return [token.word for token in before[1:2]] == [":"] and before[0].word in _ADDED and len(before) <= _OF_MARK


_OF_NAME: Final = 3
"""Words of a label; more of them before a key say what to do, where its name stands behind it."""
_OF_MARK: Final = 2


def _first_of_way(parted: Parted, at: int) -> Topic | None:
    """Give what the first key of a way is for, where further keys of its menu follow: `for bills 2, then 1 if`."""
    group, right = parted.groups[at], parted.sides.rights[at]
    apart = at == 0 and len(parted.groups) > 1 and len(group.keys) == 1 and len(group.keys[0][0]) == 1
    if not apart or right is None or right.how not in {"if", "link", "("}:
        return None
    return parted.sides.lefts[at] or label_of(parted.text, parted.segments[at])


_ADDED: Final = set_of(
    "added new now neu neue neuer nuevo nueva nouveau nouvelle ajout ajoutee anade anadida agrega agregada hinzugefugt"
)
"""What stands before a key that a list of changes tells of: `Added key 6, warranty registration`."""


def _way_to(menu: str, found: list[Said]) -> tuple[str, ...]:
    """Give the keys that lead to a menu: those of the key whose topic names it, or of the last one."""
    named = [one for one in reversed(found) if menu and one.topic is not None and _is_called(menu, one.topic.words)]
    one = max(
        named, key=lambda one: one.topic is not None and menu.lower() in one.topic.words.lower(), default=found[-1]
    )
    return (*one.path, one.key)


def _is_called(menu: str, topic: str) -> bool:
    return menu.lower() in topic.lower() or shares_meaning(menu, topic)


def _is_explained(right: Topic | None, behind: Sequence[Token]) -> bool:
    """Whether it is said what a key is for that one is told not to press: `not 1, that's new patients`."""
    return right is not None and (right.how in {"said", "("} or [token.word for token in behind[:2]] == [",", "which"])


def _is_on_the_way(groups: list[Group], sides: Sides) -> bool:
    """Whether keys are told of only as steps to the last one: `To reach a person, press 2, ... and finally press 0`."""
    rights, lefts, nests = sides
    unsaid = all(right is None for right in rights) and all(left is None for left in lefts[1:])
    return len(groups) > 1 and all(nests[1:]) and unsaid


_SHORT_SENTENCE: Final = 40
"""Words and marks of a sentence all of whose keys work at any time, where it begins with that."""


_OR_CALLING: Final = re.compile(r"\b(?:or|o|ou|oder) (?:by )?(?:call|phon|ring|llam|appel|anruf)\w*")
"""What parts the ways on which something is done: `stop at any time in your account, or by calling us`."""


def _opens_anytime(text: str, before: Sequence[Token]) -> bool:
    """Whether a sentence begins with words that say that its keys work at any time."""
    return 0 < len(before) <= _SHORT_OPENING and _ANYTIME.search(text_of(text, before))


_SHORT_OPENING: Final = 9


def _goes_through(parted: Parted) -> bool:
    """Whether keys are pressed in turn, with something else to do between: `press 1, ignore the notice, press 3`."""
    groups, (rights, lefts, _) = parted.groups, parted.sides
    if len(groups) <= 1 or not all(group.first.verb for group in groups) or any(rights) or any(lefts[1:]):
        return False
    between = [[token.word for token in segment[:2]] for segment in parted.segments[1:-1]]
    goes = all(words[:1] == [","] and words[1:] and words[1] in _DOING for words in between)
    if goes:
        parted.sides.nests[1:] = [True] * (len(groups) - 1)
    return goes


_DOING: Final = set_of(
    "ignore wait listen skip enter type stay hold let don't dont say then espera espere attends attendez warte key"
)
"""What a caller does between two keys."""


def _own_anytime(text: str, before: Sequence[Token], behind: Sequence[Token]) -> bool:
    return bool(_ANYTIME.search(text_of(text, behind)) or _ANYTIME.search(text_of(text, before[-8:])))
