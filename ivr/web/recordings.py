"""Recordings of prompts, put into the page itself: as text, so that nothing has to be asked for."""

from __future__ import annotations

import base64
import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ivr.flow import Flow

MOST_BYTES = 8_000_000
"""What all recordings of a page may take; of more, the browser reads the words."""


def recordings_of(flow: Flow) -> dict[str, str]:
    """Give the recordings that there are, by the names that the flow has for them, as `data:` addresses.

    Only files in the flow's own folder tree are read.
    """
    names = sorted({name for _, prompt in flow.prompts() for _, name in prompt.audio if name})
    found: dict[str, str] = {}
    left = MOST_BYTES
    for name in names:
        content = _read(Path(flow.file).parent, name, left)
        if content is not None:
            left -= len(content)
            kind = mimetypes.guess_type(name)[0] or "audio/wav"
            found[name] = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return found


def _read(folder: Path, name: str, most: int) -> bytes | None:
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.stat().st_size > most:
            return None
        return path.read_bytes()
    except (OSError, ValueError):
        return None
