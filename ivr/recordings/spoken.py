"""What callers hear of a flow, prompt by prompt: in which languages, at which nodes, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ivr.analysis.languages import languages_at, same_language
from ivr.listening import Listening
from ivr.nodes.menu import Menu
from ivr.prompt import Prompt, picked
from ivr.recordings.row import Use

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.node import Path
    from ivr.nodes.menu import Choice


class Spoken(NamedTuple):
    """One thing that callers hear at a node.

    `path` tells it apart from others, from the top of the flow; `written` is where its words stand. `seconds` is None
    where its words alone say how long it takes.
    """

    path: Path
    written: Path
    language: str
    text: str
    audio: str
    seconds: float | None
    use: Use


def spoken(flow: Flow) -> Iterator[Spoken]:
    """Give everything that callers can hear, in the order of the flow: once for each node and language."""
    at = languages_at(flow)
    for name in flow.nodes:
        in_each = [tuple(_at_node(flow, name, language)) for language in sorted(at.get(name, ()))]
        for same in zip(*in_each, strict=True):
            yield from same


def _at_node(flow: Flow, name: str, language: str) -> Iterator[Spoken]:
    node = flow.nodes[name]
    for path, prompt in node.prompts():
        if path[0] not in {"options", "wrong", "silence"} and prompt:
            yield _prompt(flow, ("nodes", name, *path), prompt, language, Use(name, "prompt"))
    if isinstance(node, Menu):
        for choice in node.choices(flow):
            if node.announces(flow, choice):
                yield _announced(flow, name, node, choice, language)
    if isinstance(node, Listening):
        yield from _reprompts(flow, name, node, language)


def _prompt(flow: Flow, path: Path, prompt: Prompt, language: str, use: Use) -> Spoken:
    """Give a prompt as it is heard: a recording in another language than the words is not a recording of them."""
    first = flow.first_language
    (text_in, text), (audio_in, audio) = (picked(pairs, language, first) for pairs in (prompt.texts, prompt.audio))
    text_in, audio_in = text_in or first, audio_in or first
    if text and audio and not same_language(text_in, audio_in):
        if same_language(audio_in, language):
            text = ""
        else:
            audio = ""
    return Spoken(path, path, text_in if text else audio_in, text, audio, prompt.seconds, use)


def _announced(flow: Flow, name: str, menu: Menu, choice: Choice, language: str) -> Spoken:
    """Give the announcement of an option: all that is said of it, with its key.

    Who calls in a language in which it has neither words nor a recording hears the recording in another one.
    """
    label, first = menu.label(flow, choice) or Prompt(), flow.first_language
    (text_in, text), (audio_in, audio) = (picked(pairs, language, first) for pairs in (label.texts, label.audio))
    foreign = bool(audio) and not same_language(audio_in or first, language)
    if foreign and same_language(text_in or first, language):
        audio = ""
    elif foreign:
        language = audio_in or first
    say = menu.announced(flow, choice, language, {})
    path = ("nodes", name, *choice.path) if choice.own else choice.path
    written = (*path, "say") if choice.option.say is not None else path
    use = Use(name, f"{'option' if choice.own else 'key'} {choice.key}")
    return Spoken(path, written, say.language, say.text if text else "", audio, say.seconds if audio else None, use)


def _reprompts(flow: Flow, name: str, node: Listening, language: str) -> Iterator[Spoken]:
    """Give what is said after failures; after the last one the call goes elsewhere without a word."""
    for kind in ("wrong", "silence"):
        own = getattr(node, kind) is not None
        prompts = node.reprompts(flow, kind)
        for number, prompt in enumerate(prompts[: node.tries_in(flow) - 1]):
            path = ("nodes", name, kind, number) if own else ("defaults", kind, number)
            if prompt:
                as_ = kind if len(prompts) == 1 else f"{kind} {number + 1}"
                yield _prompt(flow, path, prompt, language, Use(name, as_))
