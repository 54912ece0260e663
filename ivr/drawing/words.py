"""The words of a drawing: what a kind is called, how a prompt is cut, what is said of an exit."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

from ivr.drawing.measure import is_wide

PROMPT_LINE = 38
PROMPT_LINES = 3
TITLE_LINE = 34
ROW_WORDS = 30
PHRASES = 60
"""At most this many letters of the words that choose an option: who reads the drawing has nothing else to say."""
HIDDEN = frozenset({"Cc", "Cs", "Cn", "Co"})
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What turns the direction of the words that follow, also of words that are not the flow's."""


def clean(text: object) -> str:
    """Give a text as one line: line ends and runs of blanks become one blank, what cannot be shown is left out."""
    words = "".join(" " if letter.isspace() else letter for letter in str(text))
    shown = "".join(letter for letter in words if letter not in TURNING and unicodedata.category(letter) not in HIDDEN)
    return " ".join(shown.split())


def shown(text: object) -> str:
    """Give a text without what cannot be shown, or written to a file; its line ends stay."""
    letters = (letter for letter in str(text) if letter in "\n\t" or unicodedata.category(letter) not in HIDDEN)
    return "".join(letters)


def cut(text: str, length: int) -> str:
    """Give at most `length` letters of a text, wide ones counted twice; what is cut off shows as an ellipsis."""
    if _fits(text, length):
        return text
    return _first(text, length - 1).rstrip() + "…"


def _fits(text: str, length: int) -> bool:
    return len(_first(text, length)) == len(text)


def _first(text: str, length: int) -> str:
    """Give the longest beginning of a text that counts as at most so many letters."""
    if text.isascii():
        return text[:length]
    counted = accumulate(1 + is_wide(letter) for letter in text[: length + 1])
    return text[: sum(count <= length for count in counted)]


def wrap(text: str, width: int, lines: int) -> tuple[str, ...]:
    """Break a text into at most `lines` lines of at most `width` letters; the last one says that more was said.

    Wide letters count twice.
    """
    made: list[str] = []
    rest = text[: width * (lines + 1)]
    while rest and len(made) < lines:
        line, rest = _break(rest, width)
        made.append(line)
    if rest and made:
        last = made[-1]
        made[-1] = cut(f"{last} {rest}", width) if _fits(f"{last}  ", width) else cut(f"{last}…", width)
    return tuple(made)


def _break(text: str, width: int) -> tuple[str, str]:
    if _fits(text, width):
        return text, ""
    head = _first(text, width)
    at = text.rfind(" ", 1, len(head) + 1)
    return (text[:at], text[at + 1 :]) if at > 0 else (head, text[len(head) :])


def title_words(name: str) -> str:
    """Make a title of a node's name: `refill-by-phone` is `refill by phone`; `line:` and `contact:` are left out."""
    for prefix in ("line:", "contact:"):
        name = name.removeprefix(prefix)
    return clean(name.replace("-", " ").replace("_", " ")) or "?"


_EXITS = {
    "failure": {"silence": "says nothing", "wrong": "wrong key", "otherwise": "after the last try"},
    "auto": {"next": "then", "run": "runs", "then": "then", "else": "otherwise", "start": "begins at"},
    "outcome": {"no-answer": "no answer"},
}
"""What the language's own words for exits mean; a flow may call an outcome by the same word and mean another thing."""
_CONTACT = {"transfer": "connects to", "message": "the message goes to"}


def exit_words(on: str, label: str, by: str, *, contact: bool = False) -> str:
    """Say how an exit is taken: an option's own words, or what has to happen; `contact` is where it leads to one."""
    if by == "words":
        return f"says “{label or on}”"
    if by == "auto" and on == "start":
        return "begins at"
    meanings = _CONTACT if contact else _EXITS.get(by, {})
    return label or ("" if by == "key" else meanings.get(on, on))


def key_words(on: str) -> str:
    """Say a key as it is said on the telephone: `*` is star and `#` is pound."""
    return {"*": "star", "#": "pound"}.get(on, on)
