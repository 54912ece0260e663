"""A key that a document tells callers of, with all that holds for it."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """A key that a document tells callers of, with all that holds for it.

    `said` is the sentence that tells of it, with the end of the one before; `aside` what stands in brackets behind what
    it is for, and `after` what is said behind both, up to the next key.
    """

    document: str
    number: str
    path: tuple[str, ...]
    key: str
    topic: str
    line: int
    language: str
    anytime: bool
    time: str
    section: int
    listed: int
    borrowed: bool = False
    under: str = ""
    vague: bool = False
    called: bool = False
    bare: bool = False
    said: str = ""
    aside: str = ""
    after: str = ""
