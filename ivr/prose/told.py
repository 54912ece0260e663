"""A key that a document tells callers of, with all that holds for it."""

from __future__ import annotations

from typing import Final, NamedTuple


class Told(NamedTuple):
    """A key that a document tells callers of, with all that holds for it.

    `said` is the sentence that tells of it, with the end of the one before; `aside` what stands in brackets behind what
    it is for, and `after` what is said behind both, up to the next key; `name` what
    the words behind a sentence's key call it.
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
    name: str = ""

    @property
    def is_entry(self) -> bool:
        """Whether a row of a directory tells of the key, which gives the key's number itself: no list of a menu is."""
        digits = "".join(filter(str.isdigit, self.said)) if self.listed and " | " in self.said else ""
        return bool(digits) and self.number[-_OWN:] in digits

    @property
    def is_filed(self) -> bool:
        """Whether a line is but what its key is for, the number and the key, as an entry of a directory is."""
        begun, _, rest = self.said.partition(self.topic) if self.topic else ("x", "", "")
        digits = "".join(filter(str.isdigit, rest[: len(self.number) + _GAPS]))
        return not begun.strip() and self.number[-_OWN:] in digits


_GAPS: Final = 60
"""Letters around the digits of a number, behind what its key is for."""
_OWN: Final = 7
"""Digits at the end of a number by which it is known in a row, however it is written there."""
