"""Sharing out the words of a sentence among its keys: what stands before each, behind it, and between two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from ivr.prose.cases import behind_waiting
from ivr.prose.deeper import comes_meanwhile, deeper_from
from ivr.prose.grouping import Group
from ivr.prose.keypad import QUOTES
from ivr.prose.keys import BARE, OPTION
from ivr.prose.labels import label_before
from ivr.prose.lefts import left_of, loose_left_of
from ivr.prose.row_styles import BEFORE_KEY, BEHIND_KEY
from ivr.prose.tokens import Token
from ivr.prose.topic_words import Topic, clean, is_generic
from ivr.prose.topics import loose_right_of, right_of
from ivr.prose.words import ARROWS, LINKS_LEFT, ORS, THENS, set_of

_NESTS: Final = THENS | {"there", "where"}


class Sides(NamedTuple):
    """What stands behind every group of keys, what stands before it, and whether it is pressed after the last one."""

    rights: list[Topic | None]
    lefts: list[Topic | None]
    nests: list[bool]


def _waits_instead(left: Topic | None, behind: tuple[Token, ...]) -> bool:
    """Whether words behind a key say what those get who do not press it: `For bills, press 2, or hold for an operator`.

    Those who are not sure get the same by both.
    """
    if left is None or not _NOT_SURE.isdisjoint(left.words.lower().split()):
        return False
    words = [*(token.word for token in behind if token.word not in _BESIDE_KEY), "", ""]
    return behind_waiting(words, 0) > 0


_NOT_SURE: Final = set_of("sure unsure know certain else otherwise other others help")
_BESIDE_KEY: Final = set_of("right away straight immediately now here again instead")


def shared_out(text: str, segments: list[tuple[Token, ...]], groups: list[Group]) -> Sides:
    """Give, for every group, what stands behind it and what stands before it; text between two belongs to one only."""
    count = len(groups)
    sides = Sides([None] * count, [None] * count, [False] * count)
    rights, lefts, nests = sides
    lefts[0] = left_of(text, segments[0])
    last = None if _waits_instead(lefts[0], segments[-1]) else right_of(text, segments[-1])
    doubtful = _parted(text, segments, groups, sides)
    if lefts[0] is None and last is None and len(doubtful) > 1:
        lefts[0] = loose_left_of(text, segments[0])
    to_the_left = bool(doubtful) and lefts[0] is not None and (last is None or _is_aside(last))
    bracketed = all((one := right_of(text, segments[at])) is not None and one.how == "(" for at in doubtful)
    to_the_left = to_the_left and not bracketed
    _share_doubtful(text, segments, sides, doubtful, to_the_left=to_the_left)
    if count > 1 and _is_a_way(groups, nests, last, [right_of(text, segment) for segment in segments[1:]]):
        nests[1:] = [True] * (count - 1)
    rights[-1] = None if to_the_left and last and _is_aside(last) else last
    _nest_behind_colons(segments, groups, nests)
    _name_conditions(text, segments, sides)
    _name_bare_keys(text, segments, groups, sides)
    _name_rows(text, segments, groups, sides)
    for at in range(1, count):  # "first sales (press 1), then parts (press 2)"
        listed = groups[at].first.verb or _is_followed(segments[at]) or _begins_pair(segments[at])
        if groups[at].first.told == groups[at - 1].first.told == BEFORE_KEY and listed:
            nests[at] = False
        arrowed = [token.word in ARROWS for token in segments[at]]
        if groups[at].first.told == groups[at - 1].first.told == BEHIND_KEY and arrowed[:1] == [True]:
            nests[at] = any(arrowed[1:])  # "1 -> sales; 2 -> parts"
    for at in range(1, count):  # "press 1, to hear your balance, 2 for cards"
        if (
            lefts[at] is not None
            and rights[at] is not None
            and lefts[at - 1] is None
            and rights[at - 1] is None
            and not sides.nests[at]
        ):
            lefts[at], rights[at - 1] = None, lefts[at]
    return sides


def _share_doubtful(
    text: str, segments: list[tuple[Token, ...]], sides: Sides, doubtful: list[int], *, to_the_left: bool
) -> None:
    """Give words between two groups to the first of these, or to the second where each is told of before its key."""
    rights, lefts, nests = sides
    if to_the_left and all(nests[1:]):  # "To change your PIN press 2 for cards and then 3"
        lefts[-1], lefts[0], to_the_left = lefts[0], None, False
    for at in doubtful:
        if to_the_left:
            lefts[at] = left_of(text, segments[at]) or right_of(text, segments[at])
        else:
            rights[at - 1] = right_of(text, segments[at])


def _parted(text: str, segments: list[tuple[Token, ...]], groups: list[Group], sides: Sides) -> list[int]:
    """Part what stands between two groups, where it tells by itself to which it belongs; give where it does not."""
    doubtful: list[int] = []
    for at in range(1, len(groups)):
        segment = segments[at]
        deeper = deeper_from(text, segment)
        split = _split(segment) if deeper is None else deeper
        then = groups[at].first.then or comes_afterwards(segments[at + 1])
        sides.nests[at] = _nests(segment) or then or deeper is not None or comes_meanwhile(text, segment)
        if split is not None:
            sides.rights[at - 1] = right_of(text, segment[:split]) if split else None
            sides.lefts[at] = left_of(text, segment[split:])
        elif right_of(text, segment):
            doubtful.append(at)
    return doubtful


def comes_afterwards(behind: Sequence[Token]) -> bool:
    """Whether it is said behind a key that it is pressed after the one before it: `press 1 straight afterwards`."""
    words = [token.word for token in behind[:4]]
    begin = int(words[:1] != [] and words[0] in _AT_ONCE)
    ends = not words[begin + 2 : begin + 3] or not words[begin + 2].isalpha()
    return words[begin : begin + 1] in (["afterwards"], ["afterward"], ["danach"]) or (
        ends and words[begin : begin + 2] == ["after", "that"]
    )


_AT_ONCE: Final = set_of("straight right immediately directly shortly gleich direkt")


def _name_bare_keys(text: str, segments: list[tuple[Token, ...]], groups: list[Group], sides: Sides) -> None:
    """Give keys without a request, where nothing is told of them yet, the words behind them: `1 balance, 2 cards`."""
    rights, lefts, nests = sides
    is_gapped = False
    for at, group in enumerate(groups):
        if rights[at] is None and lefts[at] is None and is_gapped and group.first.how == OPTION:
            rights[at] = loose_right_of(text, segments[at + 1])  # "option 1 is sales, option 2 service"
        is_gapped = rights[at] is not None and (is_gapped or segments[at + 1][0].word in _SAID_ONCE)
        free = rights[at] is None and lefts[at] is None and (at + 1 == len(groups) or lefts[at + 1] is None)
        with_key = [token.word for token in segments[at][-2:]] in (["mit", "der"], ["mit", "die"]) and at > 0
        if (group.first.how == BARE or with_key) and free and not (nests[at + 1 :] and nests[at + 1]):
            rights[at] = loose_right_of(text, segments[at + 1])


_SAID_ONCE: Final = set_of("is are gets reaches connects means es son ist sind est sont")
"""The verb of the first of several keys, which the others leave out."""


def _begins_pair(segment: Sequence[Token]) -> bool:
    """Whether what stands between two keys begins the next of several pairs: `balance → 1, cards → 2`."""
    arrows = [token.word in ARROWS for token in segment]
    begins = [token.word for token in segment[:2]]
    return begins[:1] in ([","], [";"]) and THENS.isdisjoint(begins) and arrows[-1] and sum(arrows) == 1


def _is_followed(segment: Sequence[Token]) -> bool:
    """Whether what stands between two keys goes on with the list: `, followed by`."""
    words = [token.word for token in segment]
    return any(words[at : at + 2] == ["followed", "by"] for at in range(len(words)))


def _name_conditions(text: str, segments: list[tuple[Token, ...]], sides: Sides) -> None:
    """Give keys what happens if they are pressed, told before each: `Sales if you press 1, parts if you press 2`."""
    rights, lefts, nests = sides
    begun = [[token.word for token in segment[-2:]] in _IF_PRESSED for segment in segments[:-1]]
    if len(begun) <= 1 or not all(begun) or len(segments[-1]) > 1:
        return
    for at, segment in enumerate(segments[:-1]):
        begin = next((place + 1 for place in range(len(segment) - 3, -1, -1) if segment[place].word in _GETTING), 0)
        while begin < len(segment) - 3 and segment[begin].word in _BEFORE_OUTCOME:
            begin += 1
        words = clean(text[segment[begin].start : segment[-3].end]) if len(segment) > len(_IF_PRESSED[0]) else ""
        rights[at], nests[at] = None, False
        lefts[at] = Topic(words, segment[begin].start, "outcome") if words else None


_BEFORE_OUTCOME: Final = ORS | {",", ";", "you"}


_IF_PRESSED: Final = (["if", "you"], ["when", "you"], ["si", "vous"], ["wenn", "sie"])
_GETTING: Final = set_of("get reach hear offer offers gives find have obtenez entendez erreichen horen bekommen")


def _name_rows(text: str, segments: list[tuple[Token, ...]], groups: list[Group], sides: Sides) -> None:
    """Give the keys of rows the words on their side of them: `1 EN / 2 ES`, `sales (1), support (2)`."""
    rights, lefts, _ = sides
    for at, group in enumerate(groups):
        if group.first.told == BEHIND_KEY:
            rights[at], lefts[at] = _of_row(text, segments[at + 1]), None
        elif group.first.told == BEFORE_KEY:
            rights[at], lefts[at] = None, label_before(text, segments[at])


def _of_row(text: str, segment: Sequence[Token]) -> Topic | None:
    """Give what a key of a row is for, from the words behind it."""
    if segment and segment[0].word == "returns" and segment[1:2] and segment[1].word in ORS:
        return Topic(clean(text[segment[0].start : segment[-1].end]), segment[0].start, "link")
    apposed = segment[1:] if segment and segment[0].word in {",", "/"} else segment
    return right_of(text, segment) or loose_right_of(text, apposed) or _plain_word(text, segment)


def _plain_word(text: str, segment: Sequence[Token]) -> Topic | None:
    """Give the one word of a row's key, though it says little elsewhere: `(1) hours, (2) directions`."""
    words = [token for token in segment if token.word[:1].isalpha()]
    inside = [token.word for token in segment if token not in words]
    if len(words) != 1 or not set(inside) <= {")", "(", ",", ".", ";", "]", "[", "and", "="} or words[0].word in ORS:
        return None
    return Topic(text[words[0].start : words[0].end], words[0].start, "loose")


def _nest_behind_colons(segments: list[tuple[Token, ...]], groups: list[Group], nests: list[bool]) -> None:
    """Put keys from 1 on behind the key whose name and a colon stand before them: `2 for cards: 1 lost, 2 new`."""
    for at in range(1, len(groups) - 1):
        keys = [one.keys[0][1] for one in groups[at : at + _PAIR] if len(one.keys) == 1 and not one.keys[0][0]]
        words = [token.word for token in segments[at]]
        named = [word for word in words if word[:1].isalpha() and word not in LINKS_LEFT]
        if keys == ["1", "2"] and words[-1:] == [":"] and 0 < len(named) <= _OF_NAME:
            nests[at] = True


_PAIR: Final = 2
_OF_NAME: Final = 4
"""Words of what a key is for, before the menu behind it."""


def _is_a_way(groups: list[Group], nests: list[bool], last: Topic | None, behind: list[Topic | None]) -> bool:
    """Whether keys in a row, each with an aside, are pressed one after another: `1 (bookings), 2 (change), then 0`."""
    asides = [one for one in behind[:-1] if one is not None and one.how == "("]
    if len(groups) <= 1 or len(asides) < len(groups) - 1 or any(group.first.verb for group in groups[1:]):
        return False
    keys = [group.first.key for group in groups]
    return nests[-1] or last is None or (len(set(keys)) < len(keys) and not any(nests))


def _nests(segment: Sequence[Token]) -> bool:
    """Whether what stands between two keys says that the second comes after the first: `then`, `→`, `; next`."""
    words = {token.word for token in segment}
    if "first" in words and not _PROMPTS.isdisjoint(words):
        return True
    if "at" in words and not words.isdisjoint({"next", "second", "third", "fourth"}):
        return True
    if not _WHENS.isdisjoint(words) and not _PROMPTED.isdisjoint(words):
        since = next(at for at, token in enumerate(segment) if token.word in _WHENS)
        if any(token.word in _PROMPTED for token in segment[since:]):
            return True  # "2, and when you hear the next question 1", but not "2 to hear when we are open, 3 for"
    for at, token in enumerate(segment):
        begins = at == 0 or segment[at - 1].word in {",", ";", "and", "und", "y", "et", ")", ".", ":", "from"}
        once = token.word in {"once", "after"} and any(
            one.word in {"that", "there", "it"} for one in segment[at : at + 5]
        )
        if (
            once
            or token.word in ARROWS
            or (token.word in _NESTS and (begins or token.word not in {"next", "where", "there"}))
        ):
            return True
    return False


_PROMPTS: Final = set_of("prompt menu question voice time message announcement")


_WHENS: Final = set_of("when once cuando quand lorsque wenn sobald after")


_PROMPTED: Final = _PROMPTS | set_of(
    """second next prompts asked asks answers conteste contesta locucion grabacion segunda siguiente ansage annonce hear
    plays recording deuxieme nachste zweite own"""
)
"""What tells, between two keys, that the second is pressed once the call has come to it."""


def _is_aside(topic: Topic) -> bool:
    return is_generic(topic.words)


def _split(segment: Sequence[Token]) -> int | None:
    """Give where, between two keys, the words for the second one begin; None where that cannot be told."""
    words = [token.word for token in segment]
    if words[-1:] and words[-1] in THENS and words[:1] == [","] and words[1:2] and words[1] in _FOR:
        return len(words)  # "pressing 2, for visas, and then 4"
    if words[:2] == [",", "um"]:
        return None  # "die 0 drücken, um mit uns zu sprechen, die 9, um ..."
    joins = _PARTING
    if words[2:] and words[0] in joins and words[-1] in _EQUALING:
        return 0  # "ultrasound is option 1 and MRI is option 2"
    at = 0
    while at < len(words) and (words[at] in QUOTES or words[at] == ")"):
        at += 1
    if at < len(words) and words[at] in joins and _aims(words, at):
        return 0
    places = (place for place in range(at + 1, len(words)) if _leads_then(words, place))
    return next(places, None) or next(
        (
            place + 1
            for place in range(at + 2, len(words))
            if words[place] in joins | {"–", "—", ":"} and words[place - 1] not in joins and _aims(words, place)
        ),
        None,
    )


_PARTING: Final = ORS | {",", ";", ".", "but", "while"}


def _leads_then(words: Sequence[str], at: int) -> bool:
    """Whether it is told from a place on what the next key is for: `press 1, then for cars press 1`."""
    if not 1 < at < min(len(words) - 1, _CLOSE) or words[at] not in _LEADING:
        return False
    return words[at - 1] in _THEN and words[at - 2] in _BEFORE_THEN


_LEADING: Final = LINKS_LEFT - {"in"}


_CLOSE: Final = 8
"""Words behind a key among which those stand that lead to the next one."""
_THEN: Final = frozenset(("then", "dann", "danach", "puis", "ensuite", "luego", "despues"))
_BEFORE_THEN: Final = frozenset((",", ";", "(", "and", "y", "et", "und"))
_FOR: Final = frozenset(("for", "to", "para", "pour", "fur", "which"))
_EQUALING: Final = frozenset(("is", "are", "es", "son", "est", "sont", "ist", "sind"))
"""What stands between the name of a thing and its key."""


def _aims(words: list[str], at: int) -> bool:
    """Whether behind a joining word a clause begins that tells what a key is for, and ends at the key."""
    while at < len(words) and (words[at] in _BEFORE_AIM or words[at] in QUOTES):
        at += 1
    if at >= len(words) or words[at] not in _AIMING:
        return False
    return at + 1 < len(words) and not (words[at] == "to" and at > 1 and "," not in words[at - 2 : at])


_AIMING: Final = LINKS_LEFT - {"in", "should"}
_BEFORE_AIM: Final = ORS | {",", ";", ".", ":", "but", "while", "–", "—"}
