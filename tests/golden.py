"""Golden files: a text that a test makes, compared with the one that is kept; `pytest --update` keeps it anew."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import NamedTuple

import pytest


def check_golden(path: Path, text: str, update: bool) -> None:  # noqa: FBT001 -- `--update`, handed through
    """Fail unless the file holds exactly this text; with `update`, write the file instead."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    elif not path.is_file():
        pytest.fail(f"there is no '{path}' yet; `pytest --update` writes it", pytrace=False)
    else:
        kept = path.read_bytes().decode()
        if kept != text:
            pytest.fail(f"'{path}' differs; `pytest --update` writes it anew\n{difference(kept, text)}", pytrace=False)


def difference(expected: str, got: str) -> str:
    """Show line by line where two texts part; for texts that differ only in their last newline, say so."""
    lines = difflib.unified_diff(expected.splitlines(), got.splitlines(), "expected", "got", lineterm="")
    return "\n".join(lines) or "they differ in their line ends only"


class Golden(NamedTuple):
    """The comparison as a fixture: paths are relative to `folder`."""

    folder: Path
    update: bool

    def __call__(self, path: Path | str, text: str) -> None:
        """Compare the text with the file at `path`."""
        check_golden(self.folder / path, text, self.update)
