"""Whether a clause calls a menu by a word of what its key is for."""

from __future__ import annotations

from typing import Final

from ivr.prose.naming import means_menu


def calls_alike(name: str, topic: str) -> bool:
    """Whether a clause calls a menu by a word of its topic; a mere kindred word may be anything: `in the pharmacy`."""
    words = (word[:_STEM] for word in name.lower().split() if len(word) >= _STEM)
    return any(word in topic.lower() for word in words) and means_menu(name, topic)


_STEM: Final = 5
"""Letters by which words are told to be the same."""
