"""The flows that are served: which there are, and the page of each, made anew when one of its files has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from ivr.drawing.render import DrawingError
from ivr.finding import Severity
from ivr.loader import load
from ivr.loading.beside import calls_beside
from ivr.looking import state_of
from ivr.table import TooLargeError
from ivr.web.content import Content, content_of
from ivr.web.said import findings_of, findings_on

if TYPE_CHECKING:
    from ivr.finding import Finding
    from ivr.loader import Loaded


class Shelved(NamedTuple):
    """What is known of one flow: its `content`, or in `wrong` why there is none; its findings, and its files.

    In a list there is no content: tables and drawings take long, and only one flow is opened at a time.
    """

    name: str
    title: str
    content: Content | None
    wrong: str
    findings: tuple[Finding, ...]
    files: tuple[str, ...]

    def counts(self) -> Mapping[str, int]:
        """Count the findings by how bad they are."""
        levels = [str(finding.severity) for finding in self.findings]
        return {str(level): levels.count(str(level)) for level in reversed(Severity)}


class Shelf:
    """Some flows, by name; `list_files` gives their files whenever it is asked.

    Of a folder, only what really lies in it is given: no link leads out.
    """

    def __init__(self, root: Path, list_files: Callable[[], Iterable[str]], today: Callable[[], date]) -> None:
        """Serve the flows below `root`, which may be the one flow itself."""
        self.root = root.resolve() if root.is_dir() else root.resolve().parent
        self._list, self._today = list_files, today
        self._paths: dict[str, Path] = {}
        self._known: dict[tuple[str, bool], tuple[object, Shelved]] = {}
        self._lock = Lock()

    def flows(self) -> dict[str, Path]:
        """Give the files of the flows, by the names that addresses have for them."""
        found = {}
        for file in self._list():
            path = Path(file)
            if self.holds(path):
                found[path.absolute().relative_to(self._base(path)).as_posix()] = path
        self._paths = dict(sorted(found.items()))
        return self._paths

    def _base(self, path: Path) -> Path:
        above = [one for one in path.absolute().parents if one.resolve() == self.root]
        return above[-1] if above else path.absolute().parent

    def holds(self, path: Path) -> bool:
        """Whether a file really lies in the folder, also where a link leads to it."""
        try:
            return path.resolve().is_relative_to(self.root)
        except (OSError, RuntimeError):
            return False

    def find(self, name: str) -> Path | None:
        """Give the file of a flow; None where there is none of that name."""
        path = self._paths.get(name)
        if path is not None and path.is_file() and self.holds(path):
            return path  # to look through the whole folder again and again would take long
        return self.flows().get(name)

    def take(self, name: str, *, whole: bool = True) -> Shelved | None:
        """Give a flow as it is now, for a list or (`whole`) with its content; None where there is none of that name."""
        path = self.find(name)
        if path is None:
            return None
        with self._lock:
            known = self._known.get((name, whole)) or self._known.get((name, True))
            if known is None or known[0] != self.state(known[1].files, path):
                shelved = self._read(name, path, whole=whole)
                known = self._known[name, whole] = self.state(shelved.files, path), shelved
        return known[1]

    def seen(self, name: str) -> str:
        """Give a word that is another one when a flow has changed; for no name, when any has, or the list of them."""
        if name:
            shelved, path = self.take(name), self.find(name)
            state: object = self.state(shelved.files, path) if shelved and path else None
        else:
            state = [(one, self.state((), path)) for one, path in self.flows().items()]
        return hashlib.sha256(repr(state).encode()).hexdigest()[:16]

    def state(self, files: Iterable[str], path: Path) -> object:
        """Give what is another value when any file of a flow has changed, or a day has passed."""
        calls = tuple(one.as_posix() for one in calls_beside(path))
        return self._today(), calls, tuple((file, state_of(file)) for file in sorted({*files, *calls, str(path)}))

    def _read(self, name: str, path: Path, *, whole: bool) -> Shelved:
        loaded = load(path, calls_beside(path))
        files = tuple(loaded.texts) or (str(path),)
        title = (loaded.flow.name if loaded.flow else "") or name
        try:
            content, wrong, findings = self._made(path, loaded, whole=whole)
        except Exception as error:  # noqa: BLE001 -- a fault of this program in one flow leaves the others usable
            content, wrong, findings = None, f"its page could not be made, by a fault of this program: {error!r}", ()
        return Shelved(name, title, content, wrong, findings, files)

    def _made(self, path: Path, loaded: Loaded, *, whole: bool) -> tuple[Content | None, str, tuple[Finding, ...]]:
        flow, today = loaded.flow, self._today()
        if flow is None:
            return (
                None,
                "nothing can be walked in it until its faults are mended",
                findings_on(loaded, str(path), today),
            )
        findings = findings_of(flow, str(path), today)
        if not flow.lines:
            return None, "it has no lines, so nobody can call it", findings
        try:
            return content_of(flow, lambda: findings, today) if whole else None, "", findings
        except (TooLargeError, DrawingError) as error:
            return None, str(error), findings
