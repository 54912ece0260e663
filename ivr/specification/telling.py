"""What callers hear: prompts in each language, whole announcements of menus, and what is said after a mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from ivr.call import Call
from ivr.node import Node
from ivr.nodes.menu import Choice, Menu
from ivr.prompt import Prompt
from ivr.specification.guide import Guide
from ivr.specification.parts import Block, Code, Paragraph, Quote, Spoken, Word, Words

_NO_MATTER = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment of a call of which nothing but its language counts."""


def heard(guide: Guide, name: str, node: Node) -> Iterator[Block]:
    """Give what callers hear on coming to a step, in each language in which they may come."""
    prompt = next((prompt for path, prompt in node.prompts() if path == (node.verb,)), None)
    languages = guide.languages(name)
    for language in languages:
        lines = _lines(guide, name, node, prompt, language)
        if lines:
            yield Quote(tuple(lines), language, language if len(languages) > 1 else "")
    remarks = list(_remarks(prompt)) if prompt else []
    if remarks:
        yield Paragraph((" ".join(remarks),))


def _lines(guide: Guide, name: str, node: Node, prompt: Prompt | None, language: str) -> list[Words]:
    first = guide.flow.first_language
    text = prompt.text(language, first) if prompt else ""
    lines: list[Words] = [(Spoken(text, _spoken_in(prompt, language, first)),)] if prompt and text else []
    if isinstance(node, Menu):
        call = Call("", _NO_MATTER, name, language)
        choices = [choice for choice in node.choices(guide.flow) if node.announces(guide.flow, choice)]
        lines += [_announced(guide, node, call, choice) for choice in choices]
    return lines


def _announced(guide: Guide, menu: Menu, call: Call, choice: Choice) -> Words:
    say = menu.announced(guide.flow, choice, call.language, {})
    words: Word = Spoken(say.text, say.language)
    if choice.option.when is None:
        return (words,)
    return (words, " (only while ", Code(choice.option.when.text), ")")


def _spoken_in(prompt: Prompt, language: str, first: str) -> str:
    """Give the language of the words that callers in `language` hear: their own, or the flow's first."""
    tags = prompt.languages
    own = language in tags or language.partition("-")[0] in tags
    return language if own or (len(tags) == 1 and "" not in tags and first not in tags) else first


def _remarks(prompt: Prompt) -> Iterator[str]:
    for tag, file in prompt.audio:
        yield f"Played from {file}{f' ({tag})' if tag else ''}."
    if prompt.seconds is not None:
        yield f"It takes {prompt.seconds:g} seconds."
    if not prompt.interruptible:
        yield "No key cuts it off."
    if prompt.notice:
        yield f"It gives the notice: {prompt.notice}."
    if prompt.until:
        yield f"Its words hold until {prompt.until.isoformat()}."


def after_mistakes(guide: Guide, prompts: Sequence[Prompt], tries: int, languages: Sequence[str]) -> Words:
    """Give what is said after each mistake but the last one, which leads on."""
    told = prompts[: max(tries - 1, 0)]
    if len(told) == 1:
        return guide.spoken(told[0], languages)
    found: list[Word] = []
    for number, prompt in enumerate(told, 1):
        which = f"{number}." if number < len(told) or number == tries - 1 else f"{number}. and later"
        found += [" " if found else "", f"{which} ", *guide.spoken(prompt, languages)]
    return tuple(found)
