"""Options that are announced as what another node is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from ivr.analysis.labels import label_of
from ivr.analysis.telling import mentions
from ivr.flow import Flow
from ivr.nodes.menu import Choice, Menu

LIKENESS: Final = 0.3
"""Names that share less of their words are of something else."""
_PLACES: Final = re.compile(
    r"desk|menu|line|team|department|dept|office|queue|main|to|node|hour|staff|voicemail|mailbox|ask|go|say|transfer"
    r"|check|closed|open|start"
)
"""What names of nodes have beside what they are about."""
_DOINGS: Final = re.compile(
    r"cancel|help|repeat|back|yes|no|more|other|continue|done|exit|again|stop|end|agent|operator|person|representative"
    r"|message|information|change|confirm|skip|leave|cancelar|ayuda|repetir|annuler|aide|abbrechen|hilfe"
)
"""What many options are called that have nothing to do with one another."""
_STEM: Final = 4  # letters by which bill and billing are one word
_FURTHEST: Final = 200
_ALIKE: Final = 5  # nodes of one name that are tried; what more nodes are called says little
_DIGITS: Final = re.compile(r"[1-9][0-9]*$")  # the others are keys that do much the same in every menu


class Mislabelled(NamedTuple):
    """An option of a menu, the words for it, and the node that those are the name of, to which it does not lead."""

    menu: str
    choice: Choice
    words: str
    other: str


def mislabelled(flow: Flow, likeness: float = LIKENESS) -> tuple[Mislabelled, ...]:
    """Give the options whose words are the name of another node, and not at all that of what they lead to."""
    key = ("mislabelled", likeness)
    if key not in flow.memo:
        flow.memo[key] = tuple(_mislabelled(flow, likeness))
    found: tuple[Mislabelled, ...] = flow.memo[key]
    return found


def _mislabelled(flow: Flow, likeness: float) -> Iterator[Mislabelled]:
    named = _by_words(flow)
    for name, node in flow.nodes.items():
        if isinstance(node, Menu) and name not in flow.broken and name in flow.reachable():
            for choice in node.choices(flow):
                if choice.own and choice.option.go in flow.nodes and _DIGITS.match(choice.key):
                    yield from _as_another(flow, name, choice, named, likeness)


def _as_another(
    flow: Flow, name: str, choice: Choice, named: Mapping[frozenset[str], tuple[str, ...]], likeness: float
) -> Iterator[Mislabelled]:
    target = choice.option.go
    for words in _said(flow, name, choice):
        content = _content(words)
        others = () if all(map(_DOINGS.fullmatch, content)) else named.get(content, ())
        if others and not {target, name} & {*others} and not _is_like(flow, words, target, likeness):
            other = _first_of(flow, others)
            if other and not _ahead(flow, target) & {*others}:
                yield Mislabelled(name, choice, words, other)
            return


def _said(flow: Flow, name: str, choice: Choice) -> Iterator[str]:
    """Give what callers are told of an option, in each language: by its `say`, or by the prompt."""
    menu = flow.nodes[name]
    if isinstance(menu, Menu) and menu.announce == "as-is":
        yield from (one.words for _, one in mentions(flow, menu.menu) if one.key == choice.key and one.words)
    elif choice.option.say:
        yield from (text for _, text in choice.option.say.texts)


def _by_words(flow: Flow) -> dict[frozenset[str], tuple[str, ...]]:
    """Give nodes by the words of their names."""
    found: dict[frozenset[str], dict[str, None]] = {}
    for name in flow.nodes:
        for title in _titles(flow, name):
            content = _content(title)
            if content:
                found.setdefault(content, {})[name] = None
    return {words: tuple(names) for words, names in found.items()}


def _first_of(flow: Flow, names: tuple[str, ...]) -> str | None:
    """Give the node that leads to all others of its name, as `billing` does to `billing-desk`; None if none does."""
    if len(names) == 1:
        return names[0]
    return next((name for name in names[:_ALIKE] if _ahead(flow, name) >= {*names}), None)


def _titles(flow: Flow, name: str) -> Iterator[str]:
    yield name.replace("-", " ").replace("_", " ")
    title = flow.title(name)
    if isinstance(title, str) and title:
        yield title
    elif not isinstance(title, str):
        yield from (text for _, text in title.texts)


def _content(words: str) -> frozenset[str]:
    """Give the words that say what something is about, those of several like that of one."""
    singular = (word.removesuffix("s") for word in label_of(words).content)
    return frozenset(word for word in singular if not _PLACES.fullmatch(word))


def _is_like(flow: Flow, words: str, target: str, likeness: float) -> bool:
    """Whether what is said of an option may be said of its target; a target without telling names may be anything."""
    content = _stems(words)
    titles = [stems for title in _titles(flow, target) if (stems := _stems(title))]
    shares = (len(content & stems) / min(len(content), len(stems)) for stems in titles)
    return not titles or any(share >= likeness for share in shares)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _content(words))


def _ahead(flow: Flow, start: str) -> frozenset[str]:
    """Name the nodes that a node's own ways lead on to; every one, where they are too many to follow."""
    ahead, seen = [start], {start}
    while ahead:
        for way in flow.exits(ahead.pop()):
            if way.scope == "own" and way.to in flow.nodes and way.to not in seen:
                seen.add(way.to)
                ahead.append(way.to)
        if len(seen) > _FURTHEST:
            return frozenset(flow.nodes)
    return frozenset(seen)
