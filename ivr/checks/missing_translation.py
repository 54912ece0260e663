"""AC001: a prompt lacks a language in which callers come to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ivr.analysis.languages import languages_at, same_language
from ivr.analysis.ways import met
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Node, Path
from ivr.nodes.menu import Menu
from ivr.prompt import Prompt
from ivr.witness import Shows

_VARIABLE: Final = re.compile(r"\{[^{}]*\}")
_LETTER: Final = re.compile(r"[^\W\d_]")

At = Mapping[str, frozenset[str]]
"""For each of some nodes, the languages in which callers come to it."""
Heard = tuple[Path, Prompt, At]
"""A prompt, with its place from the top and the nodes at which callers hear it."""


@check("AC001", "missing-translation", Severity.ERROR)
def missing_translation(flow: Flow) -> Iterator[Fault]:
    """Callers who chose another language hear words that they may not understand: the prompt does not have theirs.

    Plain text is text in the first of the flow's `languages`. It is enough where callers come in one language only. The
    label of an option that changes the language speaks to those who understand that one, and may be plain.

    Bad:
        languages: [en, es]
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: {en: Thank you for calling., es: Gracias por llamar.}
            options:
              1: {say: {en: sales, es: ventas}, go: desk}
              8: {say: Español, go: again, language: es}
              9: {say: hear this again, go: again}
              0: {say: {en: a representative, es: un representante}, go: desk}
          desk: {transfer: representative, busy: sorry, no-answer: sorry}
          sorry: {hangup: {en: Please write to desk@example.com., es: Escriba a desk@example.com.}}

    Good:
        languages: [en, es]
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: {en: Thank you for calling., es: Gracias por llamar.}
            options:
              1: {say: {en: sales, es: ventas}, go: desk}
              8: {say: Español, go: again, language: es}
              9: {say: {en: hear this again, es: repetir}, go: again}
              0: {say: {en: a representative, es: un representante}, go: desk}
          desk: {transfer: representative, busy: sorry, no-answer: sorry}
          sorry: {hangup: {en: Please write to desk@example.com., es: Escriba a desk@example.com.}}

    Source: README, "The language" (Prompts), on plain text in a flow of several languages.
    """
    if len(flow.languages) == 1:
        return
    for path, prompt, at in _heard(flow):
        languages = frozenset[str]().union(*at.values())
        missing = [tag for tag in flow.languages if tag in languages and not _has(flow, prompt, tag, languages)]
        if missing and _has_words(prompt):
            tags = " and ".join(f"'{tag}'" for tag in missing)
            has = "is plain text in" if prompt.languages == {""} else "has no words in"
            said = f"'{flow.first_language}' only" if prompt.languages == {""} else tags
            message = f"callers come to this prompt in {tags} too, but it {has} {said}"
            hint = f"Write `{{{flow.first_language}: ..., {missing[0]}: ...}}`."
            yield Fault(flow.place(*path), message, hint, call=_call(flow, path, at, missing[0]))


def _call(flow: Flow, path: Path, at: At, tag: str) -> Shows | None:
    """Ask for a call in a language that hears the prompt, after a silence or a wrong key where it is said then."""
    name = next((name for name in met(flow) if tag in at.get(name, ())), "")
    then = {"silence": "silent", "wrong": "wrong"}.get(str(path[1] if path[0] == "defaults" else path[2]), "")
    return Shows(name, then=then, language=tag) if name else None


def _heard(flow: Flow) -> Iterator[Heard]:
    """Give every prompt that callers can hear, with the languages in which they do."""
    at = languages_at(flow)
    for name, node in flow.nodes.items():
        if name in at and name not in flow.broken:
            announced = _announced(flow, node)
            for path, prompt in node.prompts():
                if path[0] != "options" or _is_spoken(node, str(path[1]), prompt, announced):
                    yield ("nodes", name, *path), prompt, {name: at[name]}
    yield from _heard_everywhere(flow, {name: tags for name, tags in at.items() if flow.nodes[name].listens})


def _heard_everywhere(flow: Flow, listening: At) -> Iterator[Heard]:
    """Give the default re-prompts and the labels of the flow's keys; both are heard in menus and asks, as given."""
    for kind in ("wrong", "silence"):
        here = {name: tags for name, tags in listening.items() if getattr(flow.nodes[name], kind, None) is None}
        for number, prompt in enumerate(getattr(flow.defaults, kind)):
            yield ("defaults", kind, number), prompt, here
    for key, everywhere in flow.keys.items():
        if everywhere.say and everywhere.announced and not everywhere.language:
            here = {name: tags for name, tags in listening.items() if _keeps(flow.nodes[name], key)}
            yield ("keys", key, "say"), everywhere.say, here


def _announced(flow: Flow, node: Node) -> frozenset[str]:
    """Give the keys that the announcement of a menu tells of; none for other nodes."""
    if not isinstance(node, Menu):
        return frozenset()
    return frozenset(choice.key for choice in node.choices(flow) if node.announces(flow, choice))


def _is_spoken(node: Node, key: str, prompt: Prompt, announced: frozenset[str]) -> bool:
    """Whether the label of an option is heard in the language of the call."""
    language = node.options[key].language if isinstance(node, Menu) else None
    speaks_for_itself = language and (prompt.languages == {""} or language in prompt.languages)
    return key in announced and not speaks_for_itself


def _keeps(node: Node, key: str) -> bool:
    """Whether a menu announces a key of the whole flow: it announces its options, and has none of this key."""
    return isinstance(node, Menu) and node.announce != "as-is" and key not in node.options


def _has(flow: Flow, prompt: Prompt, tag: str, heard: frozenset[str]) -> bool:
    """Whether callers hear a prompt in their language."""
    if "" in prompt.languages and (len(heard) == 1 or same_language(tag, flow.first_language)):
        return True
    return tag in prompt.languages or tag.partition("-")[0] in prompt.languages


def _has_words(prompt: Prompt) -> bool:
    """Whether there is anything to translate: a recording, or a text that is not only numbers and variables."""
    return bool(prompt.audio) or any(_LETTER.search(_VARIABLE.sub("", text)) for _, text in prompt.texts)
