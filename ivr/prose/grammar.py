"""What one sentence tells of keys: each key, the keys before it, and what it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.bare import verbal
from ivr.prose.clauses import clause_before, clause_behind
from ivr.prose.keypad import QUOTES
from ivr.prose.keys import BARE, CHAINED, JOINS, OPTION, Hit, hits_in
from ivr.prose.rows import BEFORE_KEY, BEHIND_KEY
from ivr.prose.subjects import outcome_of, subject_of
from ivr.prose.tokens import NUMBER, Sentence, Token
from ivr.prose.topic_words import Topic, is_generic, tells_of_call
from ivr.prose.topics import label_before, label_of, left_of, loose_left_of, loose_right_of, right_of
from ivr.prose.words import ANYTIME, ARROWS, LEADS, LINKS_LEFT, LINKS_RIGHT, OPTIONS, ORS, THENS, TO_RANGE, set_of

_ANYTIME: Final = AnyCase(ANYTIME, re.IGNORECASE)
_AFTER: Final = set_of(
    """after once upon by following when if under within in from despues cuando si apres wenn nach inside"""
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
_NESTS: Final = THENS | {"there", "where"}
_TIMES: Final = {"twice": 2, "zweimal": 2}


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


class _Group(NamedTuple):
    """Keys that stand together: each with those pressed before it."""

    keys: tuple[tuple[tuple[str, ...], str], ...]
    first: Hit
    last: Hit


def said_in(text: str, sentence: Sentence, *, primed: bool) -> list[Said]:
    """Read a sentence; gives nothing where it names no key."""
    tokens = sentence.tokens
    hits = [hit for hit in hits_in(tokens, primed=primed) if not _ends_an_entry(tokens, hit)]
    if not hits:
        return []
    groups = _grouped(tokens, hits)
    edges = [0, *(edge for group in groups for edge in (group.first.start, group.last.end)), len(tokens)]
    marks = [token.word for token in tokens[:2]]
    if len(marks) == len(_MARK) and marks[0] in _MARK[0] and marks[1] in _MARK[1] and groups[0].first.start > 1:
        edges[0] = len(_MARK)
    segments = [tokens[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2)]
    rights, lefts, nests = _shared_out(text, segments, groups)
    return _each_its_own(list(_told(text, tokens, groups, segments, rights, lefts, nests)))


_ENTERED: Final = set_of(
    """enter entering entered type typing digits digit pin code introduzca ingrese marque teclee saisissez entrez geben eingeben
    eingabe entry entries keying number numero nummer"""
)
_ENDING: Final = set_of(
    "followed ending end confirm confirmed finish abschliessen bestatigen seguido seguida suivi gefolgt"
)


def _ends_an_entry(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a sign only ends what a caller keys in: `your PIN, followed by the pound key`."""
    if hit.key not in {"*", "#"}:
        return False
    before = [token.word for token in tokens[max(hit.start - 6, 0) : hit.at]]
    return not _ENDING.isdisjoint(before) and not _ENTERED.isdisjoint(token.word for token in tokens[: hit.start])


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


def _grouped(tokens: Sequence[Token], hits: list[Hit]) -> list[_Group]:
    groups: list[list[Hit]] = []
    for hit in hits:
        joined = groups and _joins(tokens, groups[-1][-1], hit)
        if joined:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return [_group(tokens, one) for one in groups]


def _joins(tokens: Sequence[Token], before: Hit, hit: Hit) -> bool:
    """Whether two keys stand in one row: nothing but joining words between them."""
    between = [token.word for token in tokens[before.end : hit.start]]
    if before.how == OPTION and hit.how == OPTION and before.start and tokens[before.start - 1].word in {"is", "on"}:
        return False  # "the pharmacy is option 2, and option 3 is the photo lab"
    if (
        before.how == BARE
        and before.at
        and tokens[before.at - 1].word in {"under", "on", "with", "by"}
        and hit.end < len(tokens)
    ):
        leads_on = tokens[hit.end].word in LEADS or verbal(tokens, hit.end)
        if leads_on:
            return False  # "roads are read out under 5, and 6 repeats"
    says = hit.verb in OPTIONS and hit.end < len(tokens) and tokens[hit.end].word in LEADS | {"vous"}
    if says and "," in between and not set(between) & (THENS | ARROWS):
        return False  # "for claims press 2, and option 3 is billing"
    return len(between) <= 8 and all(word in JOINS for word in between) and bool(between or hit.how == CHAINED)  # noqa: PLR2004 -- "and, at the second prompt,"


def _group(tokens: Sequence[Token], hits: list[Hit]) -> _Group:  # noqa: PLR0911 -- one way of joining keys after another
    first, last = hits[0], hits[-1]
    keys = [hit.key for hit in hits]
    between = [[token.word for token in tokens[one.end : two.start]] for one, two in pairwise(hits)]
    if last.end <= len(tokens):
        behind = [token.word for token in tokens[last.at + 1 : last.end + 3]]
        repeated = next((_TIMES[word] for word in behind[:2] if word in _TIMES), 0) or (
            {"two": 2, "three": 3, "2": 2, "3": 3}.get(behind[0], 0) if behind[1:2] == ["times"] else 0
        )
        if repeated and len(hits) == 1:
            return _Group(((tuple(keys * (repeated - 1)), keys[0]),), first, last)
    if len(hits) == 1:
        return _Group((((), keys[0]),), first, last)
    words = {word for some in between for word in some}
    if words & (THENS | ARROWS | {"prompt", "menu", "asked", "prompted", "pidan"}):
        return _Group(((tuple(keys[:-1]), keys[-1]),), first, last)
    if not first.chain and (ranged := _range(keys, between)):
        return _Group(tuple(((), key) for key in ranged), first, last)
    if (
        words == {"to"} and first.start and tokens[first.start - 1].word in {"from", "to"}
    ):  # "moved from key 4 to key 2"
        return _Group((((), keys[-1]),), first, last)
    requested = any(hit.verb for hit in hits[1:])
    if words == {","} and all(
        one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1 for one, other in pairwise(keys)
    ):
        return _Group(tuple(((), key) for key in keys), first, last)  # "the keys 1, 2, 3"
    if words & (ORS - {"and", "y", "et", "und"}) or (words & ORS and not requested):
        return _Group(tuple(((), key) for key in keys), first, last)
    return _Group(((tuple(keys[:-1]), keys[-1]),), first, last)


def _range(keys: list[str], between: list[list[str]]) -> list[str]:
    """Give the keys of `1 to 4`, or nothing where it is no range."""
    if len(keys) != 2 or len(between[0]) != 1 or between[0][0] not in TO_RANGE:  # noqa: PLR2004 -- from one to another
        return []
    if not (keys[0].isdecimal() and keys[1].isdecimal()) or int(keys[0]) >= int(keys[1]) or len(keys[1]) > 1:
        return []
    return [str(key) for key in range(int(keys[0]), int(keys[1]) + 1)]


def _shared_out(  # noqa: C901 -- what stands between two keys may belong to either
    text: str, segments: list[tuple[Token, ...]], groups: list[_Group]
) -> tuple[list[Topic | None], list[Topic | None], list[bool]]:
    """Give, for every group, what stands behind it and what stands before it; text between two belongs to one only."""
    count = len(groups)
    rights: list[Topic | None] = [None] * count
    lefts: list[Topic | None] = [None] * count
    nests = [False] * count
    lefts[0] = left_of(text, segments[0])
    last = right_of(text, segments[-1])
    doubtful: list[int] = []
    for at in range(1, count):
        segment = segments[at]
        split = _split(segment)
        nests[at] = _nests(segment) or groups[at].first.then
        if split is not None:
            rights[at - 1] = right_of(text, segment[:split]) if split else None
            lefts[at] = left_of(text, segment[split:])
        elif right_of(text, segment):
            doubtful.append(at)
    if lefts[0] is None and last is None and len(doubtful) > 1:
        lefts[0] = loose_left_of(text, segments[0])
    to_the_left = bool(doubtful) and lefts[0] is not None and (last is None or _is_aside(last))
    for at in doubtful:
        if to_the_left:
            lefts[at] = left_of(text, segments[at]) or right_of(text, segments[at])
        else:
            rights[at - 1] = right_of(text, segments[at])
    if _is_a_way(groups, nests, last, [right_of(text, segment) for segment in segments[1:]]):
        nests[1:] = [True] * (count - 1)
    rights[-1] = None if to_the_left and last and _is_aside(last) else last
    for at, group in enumerate(groups):  # "1 balance, 2 cards"
        free = rights[at] is None and lefts[at] is None and (at + 1 == count or lefts[at + 1] is None)
        if group.first.how == BARE and free and not (nests[at + 1 :] and nests[at + 1]):
            rights[at] = loose_right_of(text, segments[at + 1])
    for at, group in enumerate(groups):  # "1 EN / 2 ES", "sales (1), support (2)"
        if group.first.told == BEHIND_KEY:
            rights[at], lefts[at] = _of_row(text, segments[at + 1]), None
        elif group.first.told == BEFORE_KEY:
            rights[at], lefts[at] = None, label_before(text, segments[at])
    for at in range(1, count):  # "press 1, to hear your balance, 2 for cards"
        if lefts[at] is not None and rights[at] is not None and lefts[at - 1] is None and rights[at - 1] is None:
            lefts[at], rights[at - 1] = None, lefts[at]
    return rights, lefts, nests


def _of_row(text: str, segment: Sequence[Token]) -> Topic | None:
    """Give what a key of a row is for, from the words behind it."""
    apposed = segment[1:] if segment and segment[0].word in {",", "/"} else segment
    return right_of(text, segment) or loose_right_of(text, apposed)


def _is_a_way(groups: list[_Group], nests: list[bool], last: Topic | None, behind: list[Topic | None]) -> bool:
    """Whether keys in a row, each with an aside, are pressed one after another: `1 (bookings), 2 (change), then 0`."""
    asides = [one for one in behind[:-1] if one is not None and one.how == "("]
    if len(groups) < 2 or len(asides) < len(groups) - 1 or any(group.first.verb for group in groups[1:]):  # noqa: PLR2004 -- one after another
        return False
    keys = [group.first.key for group in groups]
    return nests[-1] or last is None or len(set(keys)) < len(keys)


def _nests(segment: Sequence[Token]) -> bool:
    """Whether what stands between two keys says that the second comes after the first: `then`, `→`, `; next`."""
    words = {token.word for token in segment}
    if "first" in words and not _PROMPTS.isdisjoint(words):
        return True
    if "at" in words and not words.isdisjoint({"next", "second"}):
        return True
    if not _WHENS.isdisjoint(words) and not _PROMPTED.isdisjoint(words):
        return True
    for at, token in enumerate(segment):
        begins = at == 0 or segment[at - 1].word in {",", ";", "and", ")", ".", ":"}
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
    joins = ORS | {",", ";", ".", "but", "while"}
    at = 0
    while at < len(words) and (words[at] in QUOTES or words[at] == ")"):
        at += 1
    if at < len(words) and words[at] in joins and _aims(words, at):
        return 0
    for place in range(at + 2, len(words)):
        if words[place] in joins | {"–", "—"} and words[place - 1] not in joins and _aims(words, place):
            return place + 1
    return None


def _aims(words: list[str], at: int) -> bool:
    """Whether behind a joining word a clause begins that tells what a key is for, and ends at the key."""
    while at < len(words) and words[at] in ORS | {",", ";", ".", "but", "while", "–", "—"}:
        at += 1
    if at >= len(words) or words[at] not in LINKS_LEFT - {"in", "should"}:
        return False
    return at + 1 < len(words) and not (words[at] == "to" and at > 1 and "," not in words[at - 2 : at])


def _told(  # noqa: PLR0913, PLR0917 -- the parts of one sentence, which belong together
    text: str,
    tokens: Sequence[Token],
    groups: list[_Group],
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
            prefix = (*found[-1].path, found[-1].key)
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
        topic = rights[at] or lefts[at] if taken else _best(text, before, rights[at], lefts[at], first=at == 0)
        if topic is None or topic.how == "outcome":
            own = behind if at + 1 == len(groups) else ()
            begins = group.first.how == OPTION and len(before) < 2  # noqa: PLR2004 -- "The star key saves your place"
            loose = loose_right_of(text, behind) if begins and own else None
            topic = topic or loose or clause_before(text, before) or clause_behind(text, own)
        context = _is_context(
            text, tokens, group, behind, topic if topic is None or topic.how != "clause" else None, rights[at]
        )
        asked = at == 0 and text[: tokens[0].start].rstrip().endswith("?")  # "Moving? Then press 4."
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
                    any(hit.negated for hit in (group.first, group.last))
                    and (rights[at] is None or rights[at].how != "said"),
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


def _is_on_the_way(
    groups: list[_Group], rights: list[Topic | None], lefts: list[Topic | None], nests: list[bool]
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
    if right is not None and right.how == "outcome" and left is not None:
        return left
    aside = right is not None and right.how == "(" and first and label_of(text, before)
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
    return len(words) > 1 and words[-1] in {"then", "dann", "puis", "luego"} and NUMBER not in words


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


def _is_context(  # noqa: PLR0913, PLR0917 -- the parts of one sentence, which belong together
    text: str, tokens: Sequence[Token], group: _Group, behind: Sequence[Token], topic: Topic | None, right: Topic | None
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
