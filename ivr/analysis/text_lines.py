"""The lines for text telephones: what callers type, and what is typed to them, goes over the line as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.flow import Flow

_NAMED: Final = re.compile(r"\b(?:text[- ]?(?:tele)?phone|tty|tdd|rtt|schreibtelefon)\b", re.IGNORECASE)


def text_lines(flow: Flow) -> Iterator[str]:
    """Name the lines that are for text telephones, by what they are called."""
    return (number for number, line in flow.lines.items() if _NAMED.search(f"{number} {line.name} {line.start}"))
