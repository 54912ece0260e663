"""Marks in the lines of a text that is being prepared, which no document has."""

from __future__ import annotations

from typing import Final

SKIPPED: Final = "\x1e"
"""Stands in a line whose words have gone into another one."""
MESSAGE: Final = "\x1f"
"""Stands, as a blank, where a message of a chat begins: no sentence goes on there."""
