"""Where the things of a flow stand in the document, and what they are called there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ivr.analysis.languages import languages_at
from ivr.drawing.words import title_words
from ivr.flow import BUILT_IN_SCHEDULES
from ivr.node import AGAIN, BACK
from ivr.nodes.transfer import NUMBER
from ivr.prompt import Prompt
from ivr.specification.parts import Code, Link, Spoken, Strong, Word, Words, listed

if TYPE_CHECKING:
    from ivr.flow import Flow

LONGEST = 60
"""At most this many letters of a name are in its anchor."""


@dataclass(frozen=True)
class Guide:
    """What every section asks: how to name a step, a contact, hours, a source, and how to lead to it."""

    flow: Flow
    findings: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """The findings that stand in a step: the code of each, and its anchor."""

    @cached_property
    def anchors(self) -> dict[tuple[str, str], str]:
        """Give the anchor of every thing by its kind and name: plain letters, and no two the same."""
        made: dict[tuple[str, str], str] = {}
        taken: set[str] = set()
        for kind, name in _things(self.flow):
            letters = (letter if letter.isalnum() and letter.isascii() else "-" for letter in name)
            plain = f"{kind}-" + ("".join(letters).strip("-")[:LONGEST].lower() or "unnamed")
            number, anchor = 2, plain
            while anchor in taken:
                number, anchor = number + 1, f"{plain}-{number}"
            taken.add(anchor)
            made[kind, name] = anchor
        return made

    def anchor(self, kind: str, name: str) -> str:
        """Give where a thing stands in the document."""
        return self.anchors[kind, name]

    def title(self, node: str) -> str:
        """Give what people call a step."""
        return self.flow.nodes[node].name or title_words(node)

    def node(self, name: str) -> Word:
        """Name a step, and lead to it."""
        if name not in self.flow.nodes:
            return Strong(f"'{name}', which does not exist")
        return Link(self.title(name), self.anchor("step", name))

    def target(self, node: str, to: str) -> Words:
        """Say where a way out of a node leads."""
        if to == AGAIN:
            return ("the caller hears this step again",)
        if to != BACK:
            return (self.node(to),)
        before = [one for one in self.flow.menus_before().get(node, ()) if one != node]
        if not before:
            return ("the menu before this one",)
        return ("back to the menu before: ", *listed(tuple((self.node(one),) for one in before), " or "))

    def contact(self, name: str) -> Words:
        """Name a contact, and lead to it; a number is given as it is."""
        if name in self.flow.contacts:
            return (Link(self.flow.contacts[name].name or name, self.anchor("contact", name)),)
        return (name,) if NUMBER.match(name) else (Strong(f"'{name}', which does not exist"),)

    def schedule(self, name: str) -> Words:
        """Name a schedule, and lead to it."""
        if name in self.flow.hours:
            return (Link(name, self.anchor("hours", name)),)
        if name in BUILT_IN_SCHEDULES:
            return ("at any hour" if name == "always" else "never",)
        return (Strong(f"'{name}', which does not exist"),)

    def line(self, number: str) -> Words:
        """Name a line, and lead to it."""
        if number in self.flow.lines:
            return (Link(number, self.anchor("line", number)),)
        return (number,)

    def thing(self, name: str) -> Words:
        """Name a line, a step or a contact, whichever it is."""
        if name in self.flow.lines:
            return self.line(name)
        if name in self.flow.nodes:
            return (self.node(name),)
        return self.contact(name)

    def documented(self, places: Iterable[str]) -> Words:
        """Say in which documents, and where in each, a thing stands."""
        found: dict[str, list[str]] = {}
        for written in places:
            source, _, place = written.partition(" ")
            if source in self.flow.sources:
                found.setdefault(source, []).append(place)
            else:
                found.setdefault(written, [])
        return listed(tuple(self._documented(source, within) for source, within in found.items()), "; ")

    def _documented(self, source: str, places: list[str]) -> Words:
        if source not in self.flow.sources:
            return (source,)
        link, within = Link(source, self.anchor("source", source)), ", ".join(place for place in places if place)
        return (link, f": {within}") if within else (link,)

    def languages(self, node: str) -> tuple[str, ...]:
        """Give the languages in which callers hear a step, those of the flow first; all of them where none comes."""
        reached = languages_at(self.flow).get(node) or frozenset(self.flow.languages)
        return tuple(sorted(reached, key=lambda tag: (tag not in self.flow.languages, self._order(tag), tag)))

    def _order(self, tag: str) -> int:
        return self.flow.languages.index(tag) if tag in self.flow.languages else 0

    def spoken(self, prompt: Prompt, languages: Iterable[str]) -> Words:
        """Give what a prompt says in each language that has words of its own, in one line."""
        first = self.flow.first_language
        texts = {language: prompt.text(language, first) for language in languages}
        told = dict.fromkeys(text for text in texts.values() if text)
        words = [Spoken(text, next(tag for tag, each in texts.items() if each == text)) for text in told]
        if len(words) == 1:
            return (words[0],)
        return listed(tuple((f"{word.language}: ", word) for word in words), " · ")


def _things(flow: Flow) -> Iterator[tuple[str, str]]:
    yield from (("line", number) for number in flow.lines)
    yield from (("hours", name) for name in flow.hours)
    yield from (("contact", name) for name in flow.contacts)
    yield from (("step", name) for name in flow.nodes)
    yield from (("source", name) for name in flow.sources)


def quoted(text: str) -> Words:
    """Give a sentence of ours, in which names and YAML stand between backticks."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return (text,)
    return tuple(Code(part) if place % 2 else part for place, part in enumerate(parts) if part)


def capital(text: str) -> str:
    """Let a sentence begin with a capital letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Make a sentence of words: with a capital letter, and an end."""
    return capital(text) if text.endswith((".", "?", "!")) else f"{capital(text)}."


def named(names: Iterable[str]) -> Words:
    """Give names of the flow file as they are written there."""
    return listed(tuple((Code(name),) for name in names))


def seconds(value: float) -> str:
    """Say a stretch of time: `5 seconds`, `2 minutes`."""
    if value >= 60 and value % 60 == 0:  # noqa: PLR2004 -- seconds of a minute
        return f"{value / 60:g} minute{'' if value == 60 else 's'}"  # noqa: PLR2004 -- the same
    return f"{value:g} second{'' if value == 1 else 's'}"


def counted(number: int, one: str, several: str = "") -> str:
    """Say how many there are: `1 line`, `2 lines`."""
    return f"{number} {one if number == 1 else several or one + 's'}"
