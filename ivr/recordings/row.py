"""A row of the recording sheet: one piece of speech, in one language, with the places at which callers hear it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ivr.analysis.beside import plain_words

if TYPE_CHECKING:
    from ivr.node import Path
    from ivr.source import Place

UNNAMED, THERE, MISSING, CHANGED, ELSEWHERE = "no audio named", "there", "missing", "changed", "elsewhere"
"""What is known of a recording: the flow names none; its file is there; is not there; has other words than the flow;
or is none that could be looked for (an address, a name that is filled in, a flow that was not read from a file)."""

_SIGNS: Final = {"*": "star", "#": "pound"}
_KEYS: Final = frozenset("0123456789*#")
_ODD: Final = re.compile(r"[^\w-]")
_TAKEN: Final = frozenset({"defaults", "keys", "nodes"})
"""Names of nodes that would be taken for a section: their ids say that they are nodes."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where callers hear a row: at a node, as its `prompt`, as `option 1`, or as `wrong 2` after failures."""

    node: str
    as_: str


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be recorded at one place of a flow, in one language.

    `id` comes from the place alone, so that it outlives a change of the text. `text` are the words; of a prompt with
    variables a row is one piece, `whole` is the prompt, and `piece` says which of how many. `seconds` is how long it
    takes, `audio` the file that the flow names, `state` what is known of it. `same` is the id of the row under which
    the same words are recorded, or empty for that row itself.
    """

    id: str
    language: str
    text: str
    seconds: float
    path: Path
    place: Place
    uses: tuple[Use, ...]
    audio: str = ""
    whole: str = ""
    piece: str = ""
    state: str = UNNAMED
    same: str = ""

    @property
    def words(self) -> int:
        """How many words there are to say."""
        return len(plain_words(self.text).split())

    @property
    def speech(self) -> tuple[str, str]:
        """What two rows share that are recorded once: the language and the words, or the file where none are written.

        A question is spoken in another tone.
        """
        asks = "?" if "?" in self.text else ""
        return self.language, plain_words(self.text) + asks or f"[{self.audio}]"


def id_of(path: Path, language: str, piece: int = 0) -> str:
    """Make the id of a row: `main.menu.en`, `main.1.en`, `main.wrong.1.en`, `keys.star.en`, `order.say.2.en`.

    It can be part of a file's name anywhere: what cannot is written as `%` and its code.
    """
    section, name, *rest = path
    below = [part + 1 if isinstance(part, int) else part for part in rest if part != "options"]
    start = [] if section == "nodes" and name not in _TAKEN else [str(section)]
    named = _spelled(str(name)) if section == "nodes" else _key_spelled(str(name))
    pieces = (piece,) if piece else ()
    return ".".join([*start, named, *(_key_spelled(str(part)) for part in (*below, *pieces, language))])


def _key_spelled(part: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in part) if set(part) <= _KEYS else _spelled(part)


def _spelled(part: str) -> str:
    return _ODD.sub(lambda found: f"%{ord(found[0]):02X}", part)


def told(uses: tuple[Use, ...]) -> str:
    """Tell where callers hear a row: `option 1 of main`, `after a wrong key at main, results`."""
    by_way: dict[str, list[str]] = {}
    for use in uses:
        by_way.setdefault(_way(use.as_), []).append(use.node)
    return "; ".join(f"{way} {', '.join(nodes)}".strip() for way, nodes in by_way.items())


def _way(as_: str) -> str:
    kind, _, number = as_.partition(" ")
    if kind in {"wrong", "silence"}:
        said = "after a wrong key" if kind == "wrong" else "after a silence"
        return f"{said}, try {number}, at" if number else f"{said} at"
    return "" if kind == "prompt" else f"{as_} of"
