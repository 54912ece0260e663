"""The flows that an editor has open, with what they include: the text in the editor wins over the one on the disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Final, NamedTuple

from pygls.uris import from_fs_path, to_fs_path, uri_scheme

from ivr.checking.settings import shown
from ivr.flow import Flow
from ivr.loader import Loaded, load_text
from ivr.loading.include import BAD_INCLUDE
from ivr.loading.text import read_text, unprintable
from ivr.lsp.uses import Use, uses_in
from ivr.tree import Reported

_A_FLOW: Final = re.compile(r"""^\ufeff?["']?ivr["']?[ \t]*:""", re.MULTILINE)
_ENDINGS: Final = (".yaml", ".yml")
_MOST_FOLDERS: Final = 8
"""So far up a flow is looked for that includes a file: an include stands in the folder of its flow or below."""
_MOST_FLOWS: Final = 200
"""At most so many files of one folder are looked into for it."""


class View(NamedTuple):
    """A file as it is in the editor, the flow that it belongs to as it is read now, and as it was last readable."""

    file: str
    text: str
    now: Loaded
    good: Loaded | None

    @property
    def flow(self) -> Flow | None:
        """The newest flow that could be read."""
        return self.good.flow if self.good else None

    def uses(self) -> tuple[Use, ...]:
        """Give every use in the flow as it is now; none while it cannot be read."""
        return uses_of(self.now.flow) if self.now.flow else ()


def uses_of(flow: Flow) -> tuple[Use, ...]:
    """Give every use in a flow."""
    if uses_of not in flow.memo:
        flow.memo[uses_of] = uses_in(flow.tree)
    uses: tuple[Use, ...] = flow.memo[uses_of]
    return uses


class Project:
    """What is open, and what has been read and found so far; may be asked by several threads."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int | None] = {}
        self._uris: dict[str, str] = {}
        self._read: dict[str, Loaded] = {}
        self._good: dict[str, Loaded] = {}
        self._lock = Lock()

    def file_of(self, uri: str) -> str:
        """Give the name of a file as people know it; what is not on the disk keeps its address as its name."""
        path = to_fs_path(uri) if uri_scheme(uri) == "file" else None
        return shown(Path(path)).as_posix() if path else uri

    def uri_of(self, file: str) -> str:
        """Give the address of a file, as the editor wrote it where it is open there."""
        return self._uris.get(file) or from_fs_path(str(Path(file).absolute())) or file

    def put(self, uri: str, text: str, version: int | None) -> str:
        """Take the text of a file that the editor shows; gives the file's name."""
        file = self.file_of(uri)
        self._uris[file], self.versions[file], self.texts[file] = uri, version, text.removeprefix("\ufeff")
        return file

    def drop(self, uri: str) -> str:
        """Forget the text of a file that was closed: the disk has it. Gives the file's name."""
        file = self.file_of(uri)
        for known in (self._uris, self.versions, self.texts):
            known.pop(file, None)
        return file

    def text(self, file: str) -> str | None:
        """Give the text of a file, from the editor or from the disk."""
        text = self.texts.get(file)
        return text if text is not None else read_text(Path(file))[0]

    def loaded(self, root: str) -> Loaded:
        """Read a flow; nothing is read again of which no text has changed."""
        with self._lock:
            known = self._read.get(root)
            if known is None or not self._holds(known):
                known = self._read[root] = self._load(root)
            if known.flow is not None:
                self._good[root] = known
            return known

    def _holds(self, known: Loaded) -> bool:
        if any(fault.code == BAD_INCLUDE for fault in known.faults):
            return False  # the file that was missing may be there now
        return bool(known.texts) and all(self.text(file) == text for file, text in known.texts.items())

    def _load(self, root: str) -> Loaded:
        text, faults = self._text_of(Path(root), root)
        return load_text(text, root, self._text_of) if text is not None else Loaded(None, faults, {})

    def _text_of(self, path: Path, name: str = "") -> tuple[str | None, tuple[Reported, ...]]:
        file = name or path.as_posix()
        text = self.texts.get(file)
        if text is None:
            return read_text(path)
        wrong = unprintable(text, file)
        return (None, (wrong,)) if wrong else (text, ())

    def roots(self, file: str) -> tuple[str, ...]:
        """Name the flows that a file belongs to: itself, or those that include it; none for a file of another kind."""
        text = self.text(file)
        if text is None or _A_FLOW.search(text):
            return (file,) if text is not None else ()
        known = tuple(root for root, loaded in list(self._good.items()) if file in loaded.texts and root != file)
        return known or tuple(self._including(file))

    def all_roots(self) -> set[str]:
        """Name the flows to which the files belong that are open."""
        return {root for file in list(self.texts) for root in self.roots(file)}

    def _including(self, file: str) -> Iterator[str]:
        """Look for flows that include a file: in its folder, then in those above, up to the first that has any."""
        path = Path(file).absolute()
        for folder in list(path.parents)[:_MOST_FOLDERS]:
            found = False
            for other in _flows_in(folder):
                name = shown(other).as_posix()
                text = self.text(name) or ""
                if path.name in text and _A_FLOW.search(text) and file in self.loaded(name).texts:
                    found = True
                    yield name
            if found:
                return

    def views(self, uri: str, *, fresh: bool = True) -> list[View]:
        """Give a file within each flow that it belongs to; what was read last will do for who wants none `fresh`."""
        file = self.file_of(uri)
        text = self.text(file)
        if text is None:
            return []
        return [self._view(file, text, root, fresh=fresh) for root in self.roots(file)]

    def _view(self, file: str, text: str, root: str, *, fresh: bool) -> View:
        known = None if fresh else self._good.get(root)
        return View(file, text, known or self.loaded(root), self._good.get(root))


def _flows_in(folder: Path) -> list[Path]:
    try:
        names = sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS)
    except OSError:
        return []
    return names[:_MOST_FLOWS]
