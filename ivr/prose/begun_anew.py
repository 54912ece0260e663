"""Keys that begin anew: `1` and `2` have other meanings than in the menu so far, so they are of a menu behind a key.

Which key that is, the words before them tell: those of a sentence, of the line over a list, of a heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ivr.prose import listed_key, listing
from ivr.prose.anycase import AnyCase
from ivr.prose.block import ROW, Block
from ivr.prose.doubt import says_closed
from ivr.prose.languages import language_chosen
from ivr.prose.meaning import same_meaning, stems_of
from ivr.prose.scopes import time_of
from ivr.prose.told import Told

_FEWEST: Final = 2
"""Keys that make a menu."""
_LATEST: Final = 60
"""Keys told of last, one of which may lead to it."""
_HALF: Final = 2
"""One word of so many that tell what a key is for has to be said."""
_NUMBERED: Final = re.compile(r"\d{3}\W{0,2}\d{2}")
_LONGEST: Final = 200
"""Letters before keys that may say of which menu they are."""
_LEADS: Final = AnyCase(
    r"\b(?:asked|asks?|(?:second|further|next|another|more|other) (?:menu|sub-?menu|choice|option|list|question|set)s?"
    r"|once you|if you (?:choose|chose|select|pick|want)|under|within|there are|you (?:then|now) (?:have|get|hear)"
    r"|then (?:press|choose|select|hear|get)|in there|pregunta|otro men[uú]"
    r"|demande|autre menu|gefragt|weiteres men[uü])\b"
)
"""What says that further keys follow."""
_BRACKET: Final = re.compile(
    r"\((?:the )?(?:option |key |press |number )?(?P<a>[0-9])\)"
    r"|\b(?:option|key|number) (?P<b>[0-9]) (?:is|has|splits|leads|opens|gives|takes)\b",
    re.IGNORECASE,
)

_TITLED: Final = re.compile(
    r"(?:^\W*|\b(?:the|with|through|down|behind|under|after|inside|if you) )"
    r"(?:(?:option|key|button|choice|door|press|pressing|go with|take) )?(?:(?:number|no\.) )?(?<= )([0-9])\b(?![.:]\d)"
    r"(?! ?(?:[ap]\.?m|hours?|days?|minutes?|steps?|things|ways)\b)",
    re.IGNORECASE,
)
"""A heading that calls a key by its digit: `Option number 2`, `If you go with 2`."""


def menu_begun(
    told: Sequence[tuple[str, str]], opening: str, title: str, found: Sequence[Told], place: tuple[str, int]
) -> tuple[str, ...]:
    """Give the keys that lead to the menu of keys that begin anew; nothing where they do not, or nothing tells.

    `told` are the keys, each with what it is for; `opening` is what stands before them, and `title` the heading over
    them, which tells nothing of keys that stand under it themselves. `place` is their number and their section.
    """
    number, section = place
    keys = {key for key, _ in told}
    back = any(map(_BACK.search, dict(told).values()))
    if not back and (len(keys) < _FEWEST or "1" not in keys):
        return ()
    known = [
        one
        for one in found[-_LATEST:]
        if one.number in {number, ""} and not (one.anytime or language_chosen(one.topic)) and one.key not in "*#0"
    ]
    title = "" if _NUMBERED.search(title) else title
    others = [one for one in known if one.section != section]
    top = [one for one in known if not one.path]
    titled = _only_named(title, told, others)
    apart = bool(titled) and _shares_nothing(told, top)
    if not (back or apart or _begins_anew(told, top, surely=False)):
        return ()
    if again := _told_again(told, others):
        return again
    named = _TITLED.search(title)
    if named is not None and any(one.key == named[1] and not one.path for one in others):
        return (named[1],) if _begins_anew(told, [one for one in top if one.key != named[1]]) else ()
    first, topic = told[0]
    if back:  # which no first menu offers
        named_so = _only_named(_labelled(opening), told, known) or titled
        if named_so or len(keys) < _FEWEST:
            return named_so
    # what stands before the first key is often only what that key is for
    before = [one for one in known if one.path or one.key != first or not same_meaning(one.topic, topic)]
    happening = _happening(f"{title} {opening}", known)
    way = (
        happening
        or _aimed(opening, before)
        or _referred(opening, before)
        or _only_named(_labelled(opening), told, known)
    )
    way = way or _referred(title, others) or titled
    anew = bool(happening) or (way == titled and apart) or _begins_anew(told, [one for one in top if (one.key,) != way])
    return way if way and anew else ()


_BACK: Final = AnyCase(
    r"\b(?:return|back|previous|zur[uü]ck|volver|vuelva|regresar|retour\w*|revenir)\b.*(?:men[uúü]|\boptions?|\bchoices)"
    r"|\b(?:previous|last|vorig\w+|anterior|pr[eé]c[eé]dent) menu|men[uú] anterior|menu pr[eé]c[eé]dent"
    r"|^\W*(?:(?:to )?(?:go |step )?back|zur[uü]ck(?:gehen)?|volver(?: atr[aá]s)?|atr[aá]s|retour)\W*$"
)
"""What a key is for that leads back to the menu above its own."""


def _told_again(told: Sequence[tuple[str, str]], known: Sequence[Told]) -> tuple[str, ...]:
    """Give the keys to the menu of another section in which most of these keys mean what they mean here."""
    agreed: Counter[tuple[str, ...]] = Counter()
    for one in known:
        agreed[one.path] += any(key == one.key and same_meaning(one.topic, topic) for key, topic in told)
    path, most = max(agreed.items(), key=lambda one: one[1], default=((), 0))
    return path if most >= _FEWEST and _HALF * most > len(told) else ()


def _only_named(title: str, told: Sequence[tuple[str, str]], known: Sequence[Told]) -> tuple[str, ...]:
    """Give the only keys that are for what a heading names, among others: `Repairs` for `tenants: repairs`."""
    said = stems_of(_LABEL.sub(" ", title))
    if (
        not 0 < len(said) <= _MOST_STEMS
        or any(language_chosen(topic) for _, topic in told)
        or time_of(title)
        or says_closed(title)
    ):
        return ()
    ways = {(*one.path, one.key) for one in known if _holds(stems_of(one.topic), said)}
    return ways.pop() if len(ways) == 1 else ()


def _happening(words: str, known: Sequence[Told]) -> tuple[str, ...]:
    """Give the only keys behind which something happens that words speak of: `and it will read the titles one by one`.

    That is, `After each title press 1 to renew it`.
    """
    if not _WHEN.search(words):
        return ()
    said = stems_of(words[-_LONGEST:])
    ways = [
        (*one.path, one.key)
        for one in known
        if _HAPPENS.match(one.after) and stems_of(one.after) & (said - stems_of(one.topic))
    ]
    return ways[0] if len(set(ways)) == 1 else ()


_WHEN: Final = AnyCase(
    r"\b(?:after (?:each|every|the|it|that|this)|when(?:ever)? (?:it|the|they|you)|each time|for each)\b"
)
"""What says that keys are pressed at a point of the call."""
_HAPPENS: Final = AnyCase(
    r"\W*(?:(?:and|then|where|which) )*(?:the (?:system|computer|machine|recording|voice|line|robot|service)|it|they|we"
    r"|you)(?:['’]ll| will| then)? (?:then )?(?:reads?|plays?|lists?|asks?|tells?|gives?|hears?|offers?|goes? through"
    r"|repeats?|names?|announces?|calls? out|be (?:read|asked|told|given|offered))\b"
)
"""What becomes of callers behind a key, where something is read to them or asked of them."""


def _aimed(opening: str, known: Sequence[Told]) -> tuple[str, ...]:
    """Give the keys for what a paragraph begins with that goes on to the keys pressed then: `For a refill, key in`."""
    found = _AIM.match(opening) if _THEN.search(opening[-_SHORTLY:]) else None
    said = stems_of(found[1]) if found is not None else frozenset()
    ways = {
        (*one.path, one.key) for one in known if said and said <= stems_of(one.topic) and not says_closed(one.topic)
    }
    return ways.pop() if len(ways) == 1 else ()


_AIM: Final = re.compile(
    r"\W*(?:for|to|if you(?:['’]re)?(?: (?:want|need|choose|chose|picked|are|would like)(?: to)?)?|when you)"
    r" ([^.,;:!?]{3,60}),",
    re.IGNORECASE,
)
_THEN: Final = AnyCase(r"\b(?:then|next|after (?:that|this|which)|afterwards|at the end|there)\b")
_SHORTLY: Final = 40


def _holds(stems: frozenset[str], said: frozenset[str]) -> bool:
    """Whether all of some stems are among others, maybe with another ending: `booking` in `book a court`."""
    if said <= stems:
        return True
    return all(any(_is_kin(one, other) for other in stems) for one in said - stems)


def _is_kin(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST and (one.startswith(other) or other.startswith(one))


def _shares_nothing(told: Sequence[tuple[str, str]], top: Sequence[Told]) -> bool:
    """Whether keys have nothing in common with those of the same name in the first menu, of which there are some."""
    alike = [(stems_of(topic), stems_of(one.topic)) for key, topic in told for one in top if one.key == key]
    return bool(alike) and all(one.isdisjoint(other) for one, other in alike)


def _labelled(opening: str) -> str:
    """Give the name that stands before the wording of a menu: `[BINS] "If your bin`, `Bins: "If your bin`."""
    found = _NAMED.match(opening)
    return next(filter(None, found.groups())) if found is not None else ""


_NAMED: Final = re.compile(
    r"\W*(?:\[?[A-Z]{0,3}\d{1,3}\] )?\W*(?:(?<=\[)([^\W\d][^\[\]]{1,40})\]|([^\W\d][^.:;!?\"“]{1,50}):\s)"
)
_SHORTEST: Final = 4
"""Letters of a stem that others may begin with."""
_MOST_STEMS: Final = 3
"""Words of a heading that names a menu by less than what its key is for."""
_LABEL: Final = re.compile(
    r"\b(?:\d[\d.]*|[A-Z]{0,3}\d{1,3}[a-z]?|(?i:prompts?|sub-?menus?|menus?|nodes?|scripts?|recordings?|messages?|states?|steps?"
    r"|announcements?|wording|files?|texts?|ansage(?:text)?|annonce|locuci[oó]n|options?|choices|level|stage|callers?|line))\b"
)
"""What a heading says of any menu."""


def _begins_anew(told: Sequence[tuple[str, str]], top: Sequence[Told], *, surely: bool = True) -> bool:
    """Whether keys have other meanings than those of the same name in the first menu; most of them, or at least one."""
    other = [key for key, topic in told for one in top if one.key == key and not same_meaning(one.topic, topic)]
    if not surely:
        return bool(other)
    agreed = [key for key, topic in told for one in top if one.key == key and same_meaning(one.topic, topic)]
    return len(set(other)) > len(set(agreed) - set(other))


def _referred(words: str, known: Sequence[Told]) -> tuple[str, ...]:
    """Give the keys that lead to what words name, by its key in brackets or by most of what it is for."""
    bracket = _BRACKET.search(words)
    key = (bracket["a"] or bracket["b"]) if bracket is not None else ""
    if any(one.key == key and not one.path for one in known):
        return (key,)
    words = words[-_LONGEST:]
    if time_of(words) or says_closed(words):
        return ()  # it is the menu of the night
    leads = _LEADS.search(words)
    said = stems_of(words)
    if not said:
        return ()
    best: tuple[str, ...] = ()
    most = (0.0, 0)
    for one in known:
        stems = stems_of(one.topic)
        shared = len(stems & said)
        rank = (shared / len(stems), shared) if stems else (0.0, 0)
        if (_HALF if leads else 1) * shared >= len(stems) > 0 and rank >= most:
            best, most = (*one.path, one.key), rank
    return best


def pair_of(block: Block) -> tuple[str, str] | None:
    """Give the key of a line or a row, with what stands beside it."""
    if block.kind != ROW:
        one = listing.chosen(block) or listing.chosen_behind(block)
        return (one.keys[-1], one.topic) if one is not None else None
    cells = [cell.words.strip() for cell in block.cells]
    keyed = next(((at, keys[-1]) for at, cell in enumerate(cells) if (keys := listed_key.keys_of(cell))), None)
    if keyed is None:
        return None
    return keyed[1], next((cell for at, cell in enumerate(cells) if at != keyed[0] and cell), "")
