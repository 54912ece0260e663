"""Writing a tree of texts as YAML in the layout of flow files: short entries on one line, longer ones below."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

Tree: TypeAlias = "str | list[str] | Mapping[str, Tree]"

COMMENT: Final = "//"
"""A key that begins with this is a comment, which stands above what follows it."""
_WIDTH: Final = 118
_PLAIN: Final = re.compile(r"[A-Za-z0-9+/(À-ɏ][^:#{}\[\],&*!|>'\"%@`\n\\]*")
_WORDS: Final = re.compile(r"null|~", re.IGNORECASE)


def yaml_text(tree: Mapping[str, Tree]) -> str:
    """Write sections, with a blank line between them."""
    parts: list[str] = []
    for key, value in tree.items():
        if key.startswith(COMMENT):
            parts.append(f"# {value}\n" if value else "\n")
            continue
        parts.append("\n".join(_entry(key, value, 0)) + "\n")
        if not isinstance(value, str) and not (isinstance(value, list)):
            parts.append("\n")
    return "".join(parts).replace("\n\n\n", "\n\n").rstrip("\n") + "\n"


def _entry(key: str, value: Tree, indent: int) -> Iterator[str]:
    pad = " " * indent
    shown = f"{pad}{scalar(key)}:"
    if isinstance(value, str):
        yield f"{shown} {scalar(value)}"
        return
    inline = _inline(value)
    deep = not isinstance(value, list) and any(
        not isinstance(one, str) and not _is_short(one) for one in value.values()
    )
    if inline is not None and indent and not deep and len(shown) + 1 + len(inline) <= _WIDTH:
        yield f"{shown} {inline}"
        return
    if isinstance(value, list):
        one_line = f"{shown} [{', '.join(map(scalar, value))}]"
        if len(one_line) <= _WIDTH:
            yield one_line
        else:
            yield shown
            yield from (f"{pad}  - {scalar(one)}" for one in value)
        return
    yield shown
    for inner, content in value.items():
        if inner.startswith(COMMENT):
            yield f"{pad}  # {content}"
        else:
            yield from _entry(inner, content, indent + 2)


def _is_short(value: Tree) -> bool:
    return (
        isinstance(value, list) or all(isinstance(one, str) for one in value.values())
        if not isinstance(value, str)
        else True
    )


def _inline(value: Tree) -> str | None:
    """Give a value on one line, or None where it holds a comment."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, list):
        return f"[{', '.join(scalar(one, flow=True) for one in value)}]"
    if any(key.startswith(COMMENT) for key in value):
        return None
    inner = [(key, _inline(one)) for key, one in value.items()]
    if any(one is None for _, one in inner):
        return None
    return "{" + ", ".join(f"{scalar(key)}: {one}" for key, one in inner) + "}"


def scalar(text: str, *, flow: bool = True) -> str:  # noqa: ARG001 -- what is plain in brackets is plain anywhere
    """Write a text plainly where YAML reads it so, else in double quotes."""
    plain = _PLAIN.fullmatch(text) and not text.endswith(" ") and not _WORDS.fullmatch(text)
    return text if plain else json.dumps(text, ensure_ascii=False)
