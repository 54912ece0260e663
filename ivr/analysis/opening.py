"""What callers hear between the answer and their first choice."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final, NamedTuple

from ivr.analysis.heard import Words, look_for, sentences
from ivr.analysis.idle_talk import is_idle
from ivr.analysis.languages import languages_at
from ivr.analysis.telling import mentions
from ivr.call import Call
from ivr.flow import Flow
from ivr.node import RESERVED, Exit
from ivr.nodes.menu import Choice, Menu
from ivr.prompt import Prompt

_NEEDED: Final[Words] = MappingProxyType(
    {
        "en": r"911|999|112|000|111|988|emergency|emergencies|(?:recorded|monitored)",
        "es": r"911|112|061|emergencia|emergencias|urgencia|urgencias|(?:grabada|grabadas|grabar|monitoreada)",
        "fr": r"112|15|18|911|urgence|urgences|(?:enregistre|enregistree|enregistres|ecoute|ecoutes)",
        "de": r"112|110|144|notfall|notfallen|notfalle|lebensgefahr|(?:aufgezeichnet|aufzeichnen|mitgehort)",
    }
)
"""What safety or the law wants said first."""


class Told(NamedTuple):
    """A choice of a menu, and the second at which callers have been told of it, from where the menu begins."""

    choice: Choice
    seconds: float


class First(NamedTuple):
    """The first place at which a caller can act: the node, the language there, and the seconds from the answer."""

    node: str
    language: str
    seconds: float


def told_at(flow: Flow, name: str, language: str) -> tuple[Told, ...]:
    """Give when callers in a language are told of each choice of a menu; nobody's variables are known.

    Where the prompt speaks the keys itself, that is when it has named the key.
    """
    menu = flow.nodes[name]
    if not isinstance(menu, Menu):
        return ()
    seconds = dict(_named(flow, menu, language) if menu.announce == "as-is" else _announced(flow, menu, name, language))
    return tuple(Told(choice, seconds[choice.key]) for choice in menu.choices(flow) if choice.key in seconds)


def _announced(flow: Flow, menu: Menu, name: str, language: str) -> Iterator[tuple[str, float]]:
    heard = 0.0
    for say in menu.announcement(flow, Call("", datetime.fromtimestamp(0, UTC), name, language)):
        heard += say.seconds
        if say.key is not None:
            yield say.key, heard


def _named(flow: Flow, menu: Menu, language: str) -> Iterator[tuple[str, float]]:
    text = menu.menu.text(language, flow.first_language)
    tags = {tag or flow.first_language for tag, words in menu.menu.texts if words == text}
    whole = menu.menu.spoken(language, flow.first_language, {}, flow.defaults.rate).seconds
    named = [mention for tag, mention in mentions(flow, menu.menu) if tag in tags and not mention.entry]
    for mention in reversed(named):  # so that of a key that is named twice the first time counts
        yield mention.key, whole * len(text[: mention.end].split()) / len(text.split())


LATE: Final = 20.0
"""The second of a menu by which callers should have been told of every option; PLUM allows a prompt that long."""
_OPERATOR: Final = "0"
_LONGEST_NAME: Final = 3  # words in the name of a key, such as `the star key`


def latest(flow: Flow, name: str, seconds: float = LATE) -> tuple[tuple[Told, ...], str]:
    """Give a menu's own options of which callers are told after these seconds, in the language where it takes longest.

    Nothing is late where the prompt before the options is that long by itself.
    """
    late = [(_late(flow, name, tag, seconds), tag) for tag in sorted(languages_at(flow).get(name, ()))]
    return max(late, key=lambda one: max((told.seconds for told in one[0]), default=0.0), default=((), ""))


def _late(flow: Flow, name: str, tag: str, seconds: float) -> tuple[Told, ...]:
    menu = flow.nodes[name]
    if not isinstance(menu, Menu) or not _may_be_late(flow, menu, tag, seconds):
        return ()
    if menu.announce != "as-is" and _length(flow, menu.menu, tag) > seconds:
        return ()
    return tuple(told for told in told_at(flow, name, tag) if told.seconds > seconds and _counts(name, told.choice))


def _may_be_late(flow: Flow, menu: Menu, tag: str, seconds: float) -> bool:
    """Whether the words of a menu are so many that some option may be told late; much quicker to tell."""
    own = [(choice, menu.label(flow, choice)) for choice in menu.choices(flow) if choice.own]
    prompts = [menu.menu, *(label for _, label in own if label)]
    if any(prompt.audio or prompt.seconds is not None for prompt in prompts):
        return True
    wording = flow.wording(tag)
    sentence = max(len(wording.noun.split()), len(wording.verb.split()))
    around = sum(sentence + _LONGEST_NAME * len(choice.key) for choice, _ in own)
    words = around + sum(max((len(text.split()) for _, text in prompt.texts), default=0) for prompt in prompts)
    return words * 60 / flow.defaults.rate > seconds


def _counts(name: str, choice: Choice) -> bool:
    return choice.own and choice.key != _OPERATOR and choice.option.go not in {*RESERVED, name}


def _length(flow: Flow, prompt: Prompt, language: str) -> float:
    return prompt.spoken(language, flow.first_language, {}, flow.defaults.rate).seconds if prompt else 0.0


def first_choice(flow: Flow, start: str, language: str) -> First | None:
    """Give the place at which a caller can act soonest after the answer, or None where there is none.

    At a menu that is when the first option has been told. What has to be said first is not counted: emergencies,
    notices that a call is recorded; nor the idle talk that other rules tell of.
    """
    ahead = [(0.0, start, language)]
    seen: set[tuple[str, str]] = set()
    while ahead:
        before, name, tag = heapq.heappop(ahead)
        if name not in flow.nodes or name in flow.broken or (name, tag) in seen:
            continue
        seen.add((name, tag))
        node = flow.nodes[name]
        here = node.language or tag
        after = before + _counted(flow, name, here)
        if node.listens:
            return First(name, here, round(after, 1))
        for way in onward(flow, name):
            heapq.heappush(ahead, (after, way.to, way.language or here))
    return None


def onward(flow: Flow, name: str) -> Iterator[Exit]:
    """Give the ways that a call takes by itself from a node at which nobody has answered or been asked yet."""
    node = flow.nodes[name]
    if not node.listens and node.verb not in {"transfer", "record"}:
        yield from (way for way in flow.exits(name) if way.by in {"auto", "outcome"} and way.to not in RESERVED)


def _counted(flow: Flow, name: str, language: str) -> float:
    """Give the seconds that count at a node: of its prompt, or at a menu until the first option is told."""
    node = flow.nodes[name]
    told = told_at(flow, name, language)
    if told:
        excused = sum(_excused(flow, prompt, language) for prompt in _own_prompts(flow, name))
        return max(0.0, min(one.seconds for one in told) - excused)
    if isinstance(node, Menu):
        return 0.0  # of a menu that tells of no key nothing is known
    return sum(
        prompt.spoken(language, flow.first_language, {}, flow.defaults.rate).seconds - _excused(flow, prompt, language)
        for prompt in _own_prompts(flow, name)
    )


def _own_prompts(flow: Flow, name: str) -> Iterator[Prompt]:
    node = flow.nodes[name]
    return (prompt for path, prompt in node.prompts() if path == (node.verb,))


def _excused(flow: Flow, prompt: Prompt, language: str) -> float:
    """Give the seconds of a prompt that do not count."""
    whole = prompt.spoken(language, flow.first_language, {}, flow.defaults.rate)
    if prompt.notice:
        return whole.seconds
    words = len(whole.text.split())
    if not words:
        return 0.0
    excused = sum(len(sentence.split()) for sentence in sentences(whole.text) if _is_excused(flow, language, sentence))
    return whole.seconds * excused / words


def _is_excused(flow: Flow, language: str, sentence: str) -> bool:
    return bool(look_for(flow, _NEEDED, language, sentence)) or is_idle(flow, language, sentence)


def before_choice(flow: Flow) -> Mapping[str, None]:
    """Give the nodes that callers pass, while nothing is closed, before they can choose; the first choices included."""
    if "before choice" not in flow.memo:
        ahead = [line.start for line in flow.lines.values()]
        passed: dict[str, None] = {}
        while ahead:
            name = ahead.pop()
            if name in flow.nodes and name not in passed and name not in flow.broken:
                passed[name] = None
                ahead += [way.to for way in onward(flow, name) if way.on != "closed"]
        flow.memo["before choice"] = _leading_on(flow, passed)
    found: Mapping[str, None] = flow.memo["before choice"]
    return found


def _leading_on(flow: Flow, passed: Mapping[str, None]) -> dict[str, None]:
    """Leave out the nodes behind which nobody is asked anything."""
    into: dict[str, list[str]] = {}
    for name in passed:
        for way in onward(flow, name):
            into.setdefault(way.to, []).append(name)
    ahead = [name for name in passed if flow.nodes[name].listens]
    found = set[str]()
    while ahead:
        name = ahead.pop()
        if name not in found and name in passed:
            found.add(name)
            ahead += into.get(name, ())
    return {name: None for name in passed if name in found}
