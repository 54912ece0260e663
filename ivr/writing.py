"""Writing files so that nobody ever meets half of one: beside first, then in place by a rename."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_files(files: dict[Path, bytes]) -> None:
    """Write all files, or none; raises OSError where that cannot be done, and then leaves every old file as it was."""
    beside: dict[Path, str] = {}
    try:
        for path, content in files.items():
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            beside[path] = name
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        for path, name in beside.items():
            Path(name).replace(path)
    except OSError:
        for name in beside.values():
            with suppress(FileNotFoundError):
                Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
