"""A text as a scalar of YAML, as people write it, and so that every reader takes it for the same text."""

from __future__ import annotations

import re
from typing import Final

import yaml
from yaml.resolver import Resolver

_PLAIN: Final = re.compile(r"[^\W_](?:[\w#*+/()'$%&=;.!?¿¡<>^~|-]|:(?=\S)|,? (?=[\w*+/()'$%&=;.!?¿¡<>^~|-]))*")
_NOT_INSIDE: Final = frozenset(",?")
_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,11}")
_LIKE_A_NUMBER: Final = re.compile(r"[\d._]+([eE][+-]?\d+)?|0o\d+", re.ASCII)
_ODD: Final = frozenset({"y", "n"})
"""Words that some readers of YAML take for yes and no, beside those that PyYAML does."""
_TEXT: Final = "tag:yaml.org,2002:str"


def scalar(text: str, *, inside: bool = False) -> str:
    """Write a text without quotes where that cannot be misread, and else in double quotes.

    Whole numbers stay without them, as people write keys: `press: 1`. So `no`, `0123` and `10:30` have quotes. Within
    `{...}` and `[...]` more is quoted.
    """
    if _NUMBER.fullmatch(text) or (
        _PLAIN.fullmatch(text) and _is_text(text) and not (inside and _NOT_INSIDE & {*text})
    ):
        return text
    return '"' + "".join(map(_spelled, text)) + '"'


def _is_text(text: str) -> bool:
    tag: str = Resolver().resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # PyYAML's own
    return tag == _TEXT and text.lower() not in _ODD and not _LIKE_A_NUMBER.fullmatch(text)


def _spelled(sign: str) -> str:
    """Write one sign within double quotes."""
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    return f"\\u{ord(sign):04X}" if len(f"{ord(sign):X}") <= len("FFFF") else f"\\U{ord(sign):08X}"
