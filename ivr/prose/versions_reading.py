"""The keys that versions of a menu take away, as a list of changes tells of them."""

from __future__ import annotations

from ivr.prose.block import ITEM, Block, Document
from ivr.prose.changes import has_lapsed, ranks_in, removed_key, removed_keys
from ivr.prose.reading import Reading
from ivr.prose.version_dates import Rank


class VersionsReading(Reading):
    """Notes which keys are no more."""

    ranks: dict[int, Rank]
    gone_at: set[tuple[int, str]]

    def __init__(self, document: Document, region: str) -> None:
        """Begin to read a document."""
        super().__init__(document, region)
        self.ranks, self.gone_at = ranks_in(self.blocks), set()

    def _note_gone(self, line: int, key: str) -> None:
        """Note that a key is no more, as a line says."""
        self.gone.add((self.sections, key))
        self.gone_at.add((line, key))

    def _take_away(self, block: Block, before: int) -> None:
        """Note the keys that a block says are no more, and leave out what was read of them there, since `before`."""
        here = self.place.here
        titles = (here.title, here.lead) if here.lead.endswith(":") else (here.title,)
        gone = set(removed_key(block.words, titles)) if block.kind == ITEM else set()
        listed = self.ranks.get(block.text.line(0))
        gone |= removed_keys(block.words) if listed else set()
        for key in gone:
            self._note_gone(block.text.line(0), key)
        lapsed = bool(listed) and has_lapsed(block.words)
        if gone or lapsed:
            self.found[before:] = [
                one for one in self.found[before:] if not lapsed and (one.path or one.key not in gone)
            ]
