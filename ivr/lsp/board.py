"""The findings that an editor shows at present: by flow and by file, as one file may belong to several flows."""

from __future__ import annotations

from collections.abc import Iterable

from ivr.finding import Finding
from ivr.loader import Loaded


class Board:
    """What was found in each flow, with the texts in which it was found."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self._flows: dict[str, tuple[Loaded, tuple[Finding, ...]]] = {}

    def put(self, root: str, loaded: Loaded, found: tuple[Finding, ...]) -> set[str]:
        """Take what was found in a flow; gives the files of which something may have changed."""
        before = self._files(root)
        self._flows[root] = (loaded, found)
        return before | self._files(root)

    def keep_only(self, roots: Iterable[str]) -> set[str]:
        """Forget all other flows; gives their files."""
        gone = set(self._flows) - set(roots)
        files = {file for root in gone for file in self._files(root)}
        for root in gone:
            del self._flows[root]
        return files

    def _files(self, root: str) -> set[str]:
        if root not in self._flows:
            return set()
        loaded, found = self._flows[root]
        return {root, *loaded.texts, *(finding.place.file for finding in found)}

    def findings_in(self, file: str) -> list[Finding]:
        """Give what was found in a file, each once, in its order."""
        every = (finding for _, found in self._flows.values() for finding in found if finding.place.file == file)
        return sorted(dict.fromkeys(every), key=lambda finding: (finding.place, finding.code, finding.message))

    def text(self, file: str) -> str | None:
        """Give the text of a file in which its findings were found; None where it was not read."""
        return next((loaded.texts[file] for loaded, _ in self._flows.values() if file in loaded.texts), None)

    @property
    def roots(self) -> tuple[str, ...]:
        """The flows that findings are shown of."""
        return tuple(self._flows)
