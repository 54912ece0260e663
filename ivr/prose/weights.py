"""The weights of words that were learned from labelled documents: files of lines, the weight before what has it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def weights_in(name: str) -> dict[str, int]:
    """Read the file of a name that lies beside this module; lines that begin with `#` say what it is."""
    text = files("ivr.prose").joinpath(name).read_text(encoding="utf-8")
    pairs = (line.split(" ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {words: int(weight) for weight, words in pairs}
