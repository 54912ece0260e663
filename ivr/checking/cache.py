"""What was found in flows last time, kept in a folder, so that a flow is checked again only where something changed.

One small file for each flow and way of checking it. It holds the digests of the texts that were read, what was seen
of other files that rules looked at, and a stamp of all else that findings depend on. Whatever does not fit, or cannot
be read, is checked as if nothing were known; nothing here ever stops a check.
"""

from __future__ import annotations

import codecs
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from ivr.checking.outcome import Outcome, read, written
from ivr.looking import seen
from ivr.writing import write_files

FOLDER = ".ivr_cache"
MOST_ENTRIES = 20_000
"""When there are more, those that were written longest ago go, down to half as many."""
_ASIDE = {".gitignore": b"*\n", "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n"}
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Cache(NamedTuple):
    """A folder, and the stamp (ivr, Python, the day, the settings) under which something is known to hold."""

    folder: Path
    stamp: str

    def known(self, file: str, way: str) -> Outcome | None:
        """Give what is known of a flow, checked in a way (its settings); None where that may no longer be true."""
        try:
            entry = json.loads(self._entry(file, way).read_bytes())
            if entry["stamp"] != self.stamp or entry["file"] != file:
                return None
            texts = {name: _same_text(name, digest) for name, digest in entry["texts"].items()}
            if None in texts.values() or any(
                seen(*look.split(" ", 1)) != then for look, then in entry["looks"].items()
            ):
                return None
            return Outcome(file, read(entry["findings"]), {name: text for name, text in texts.items() if text})
        except Exception:  # noqa: BLE001 -- an entry may hold anything: cut off, old, changed by hand, made to harm
            return None

    def keep(self, outcome: Outcome, way: str, looks: Mapping[str, str]) -> None:
        """Write down what was found in a flow; where that cannot be done, nothing is known next time."""
        entry: dict[str, Any] = {
            "stamp": self.stamp,
            "file": outcome.file,
            "texts": {name: digest_of(text.encode(), name) for name, text in outcome.texts.items()},
            "looks": dict(looks),
        }
        with suppress(OSError, TypeError, ValueError):
            whole = json.dumps(entry)[:-1] + f', "findings": {written(outcome.findings)}}}'
            self.folder.mkdir(parents=True, exist_ok=True)
            write_files({self._entry(outcome.file, way): whole.encode()})

    def tidy(self) -> None:
        """Keep the folder out of version control and backups, and within bounds."""
        with suppress(OSError):
            if not self.folder.is_dir():
                return
            for name, content in _ASIDE.items():
                if not (self.folder / name).exists():
                    write_files({self.folder / name: content})
            entries = [entry for entry in os.scandir(self.folder) if entry.name.endswith(".json")]
            if len(entries) > MOST_ENTRIES:
                oldest = sorted(entries, key=lambda entry: entry.stat().st_mtime_ns)
                for entry in oldest[: len(entries) - MOST_ENTRIES // 2]:
                    Path(entry.path).unlink(missing_ok=True)

    def _entry(self, file: str, way: str) -> Path:
        """Name the file for a flow; what is found later in another state of the flow takes its place."""
        whole = f"{os.path.abspath(file)}\0{file}\0{way}"  # noqa: PTH100 -- a Path would make `./x` and `x` one
        return self.folder / f"{digest_of(whole.encode('utf-8', 'surrogatepass'))}.json"


def digest_of(content: bytes, name: str = "") -> str:
    """Give a word for what a file holds and, with its name, where it really is: an include must stay in a folder."""
    digest = blake2b(content, digest_size=16)
    if name:
        digest.update(b"\0" + os.fsencode(os.path.realpath(name)))
    return digest.hexdigest()


def _same_text(name: str, digest: str) -> str | None:
    """Give the text of a file that has not changed, or None."""
    try:
        with open(name, "rb") as file:  # noqa: PTH123 -- called for every file of every flow
            content = file.read()
    except (OSError, ValueError):
        return None
    encoding = _UTF16.get(content[:2])
    text = content.decode(encoding or "utf-8").removeprefix("\ufeff")
    if encoding or content[:3] == codecs.BOM_UTF8:
        content = text.encode()
    return text if digest_of(content, name) == digest else None
