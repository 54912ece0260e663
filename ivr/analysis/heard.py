"""Which texts callers hear, and in which language each is written: for the rules about words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.analysis.languages import languages_at
from ivr.flow import Flow
from ivr.node import Path
from ivr.prompt import Prompt
from ivr.spoken_keys import Mention, spoken_keys

if TYPE_CHECKING:
    from ivr.node import Node

Words = Mapping[str, str]
"""What is looked for, by primary language: a regular expression over plain words, that is over `Plain.words`."""

LABELS: Final = frozenset({"options", "keys"})
REPROMPTS: Final = frozenset({"wrong", "silence"})
_PIECE: Final = re.compile(r"\{[^{}]*\}|[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}.&-][^\W_]+)*|[^\w\s]")
_END: Final = re.compile(
    r"(?<=[.!?…])(?<![ap]\.m\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bSt\.)\s+"
    r"(?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)"  # the German 1. Mai
    r"|\n+"
)


class Text(NamedTuple):
    """A text that callers hear.

    `path` is the place of its prompt from the top, `node` the node that says it (or nothing, where all do), `language`
    the tag of the language that it is in, or nothing where that is not known.
    """

    path: Path
    node: str
    prompt: Prompt
    language: str
    text: str

    @property
    def is_label(self) -> bool:
        """Whether it is what is said of an option, and no sentence of its own."""
        return self.path[-1] == "say" and self.path[-3 if self.path[0] == "nodes" else 0] in LABELS

    @property
    def is_reprompt(self) -> bool:
        """Whether it is said after a wrong key or a silence."""
        return len(self.path) > 1 and self.path[-2] in REPROMPTS


class Plain(NamedTuple):
    """A text in plain words: small letters without accents, words and marks apart, one space around each."""

    words: str
    text: str

    def original(self, found: re.Match[str]) -> str:
        """Give what was written where something was found in the plain words."""
        start = self.words.count(" ", 0, found.start())
        inside = [piece.span() for piece in _PIECE.finditer(self.text)][start : start + len(found[0].split())]
        return self.text[inside[0][0] : inside[-1][1]] if inside else found[0].strip()


def texts(flow: Flow) -> tuple[Text, ...]:
    """Give every text that callers can hear, the labels of options included; worked out once."""
    if "texts heard" not in flow.memo:
        flow.memo["texts heard"] = tuple(_texts(flow))
    found: tuple[Text, ...] = flow.memo["texts heard"]
    return found


def _texts(flow: Flow) -> Iterator[Text]:
    met = flow.reachable() - flow.broken
    alone = {name: next(iter(tags)) for name, tags in languages_at(flow).items() if len(tags) == 1}
    for path, prompt in flow.prompts():
        node = str(path[1]) if path[0] == "nodes" else ""
        if not node or node in met:
            usual = alone.get(node, flow.first_language) if prompt.languages == {""} else flow.first_language
            for tag, text in prompt.texts:
                if text.strip():
                    yield Text(path, node, prompt, tag or _own(flow, path, usual), text)


def _own(flow: Flow, path: Path, usual: str) -> str:
    """Give the language of a plain text; that of an option which changes the language may be in either."""
    option: object = None
    if path[0] == "keys":
        option = flow.keys.get(str(path[1]))
    elif path[2:3] == ("options",):
        option = _options(flow.nodes[str(path[1])]).get(str(path[3]))
    return "" if getattr(option, "language", None) else usual


def _options(node: Node) -> Mapping[str, object]:
    return getattr(node, "options", MappingProxyType({}))


def primary(language: str) -> str:
    """Give the primary subtag of a language tag: `es` of `es-MX`."""
    return language.replace("_", "-").partition("-")[0].lower()


def plain(flow: Flow, text: str) -> Plain:
    """Give a text in plain words; worked out once for each text."""
    key = ("plain words", text)
    if key not in flow.memo:
        flow.memo[key] = plain_words(text)
    found: Plain = flow.memo[key]
    return found


def plain_words(text: str) -> Plain:
    """Cut a text into plain words and marks."""
    pieces = _PIECE.findall(_folded(text))
    if "{" in text:
        pieces = [piece.replace(" ", "_") for piece in pieces]  # a variable that is misspelt may have a space in it
    return Plain(f" {' '.join(pieces)} ", text)


def _folded(text: str) -> str:
    small = text.lower()
    if small.isascii():
        return small
    bare = small.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return "".join(sign for sign in unicodedata.normalize("NFD", bare) if not unicodedata.combining(sign))


def sentences(text: str) -> tuple[str, ...]:
    """Give the sentences of a text."""
    return tuple(piece.strip() for piece in _END.split(text) if piece.strip())


def names_key(language: str, sentence: str) -> bool:
    """Whether a sentence tells callers to press a key: then it is an option, and no talk."""
    return any(not mention.entry for mention in spoken_keys(sentence, language))


def keys_in(flow: Flow, text: Text) -> tuple[Mention, ...]:
    """Give the keys that a text tells callers to press, without those that belong to an entry; worked out once."""
    key = ("keys in", text.language, text.text)
    if key not in flow.memo:
        flow.memo[key] = tuple(one for one in spoken_keys(text.text, text.language) if not one.entry)
    found: tuple[Mention, ...] = flow.memo[key]
    return found


def look_for(flow: Flow, words: Words, language: str, text: str) -> str:
    """Give the first of some words that a text has, as it is written there, or nothing.

    The text is searched in plain words, so the expression needs neither capitals nor accents, and begins and ends
    between two words. Nothing is found in a language for which nothing is given.
    """
    pattern = words.get(primary(language))
    if not pattern:
        return ""
    key = ("looked for", pattern)
    if key not in flow.memo:
        flow.memo[key] = re.compile(f" (?:{pattern})(?= )")
    searched = plain(flow, text)
    found = flow.memo[key].search(searched.words)
    return searched.original(found) if found else ""
