"""Text as XML: tags, and what stands between them."""

from __future__ import annotations

import re
from typing import Final

_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""See XML 1.0, section 2.2."""


def tag(element: str, end: str = "", /, **attributes: str) -> str:
    """Give the tag of an element; `end` is `/` where it holds nothing."""
    return " ".join([f"<{element}", *(f'{key}="{_value(value)}"' for key, value in attributes.items())]) + f"{end}>"


def content(text: str) -> str:
    """Give a text as the content of an element; what XML does not allow is left out."""
    valid = _NOT_IN_XML.sub("", text)
    return valid.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _value(text: str) -> str:
    return content(text).replace('"', "&quot;").replace("\n", "&#10;")
