"""Writing files so that nobody ever meets half of one: beside first, then in place by a rename."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def write_files(files: dict[Path, bytes]) -> None:
    """Write all files, or none; raises OSError where that cannot be done, and then leaves every old file as it was.

    What a link leads to is written, and the link stays. A device or a pipe, such as /dev/stdout, is written into: a
    rename would put an ordinary file in its place.
    """
    through = {path: content for path, content in files.items() if _passes_on(path)}
    ordinary = {
        path.resolve() if path.is_symlink() else path: content for path, content in files.items() if path not in through
    }
    beside: dict[Path, str] = {}
    try:
        for path, content in ordinary.items():
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            beside[path] = name
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        for path, content in through.items():
            path.write_bytes(content)
        for path, name in beside.items():
            Path(name).replace(path)
    except OSError:
        for name in beside.values():
            with suppress(FileNotFoundError):
                Path(name).unlink()
        raise


def _passes_on(path: Path) -> bool:
    """Tell whether it is a device, a pipe or the like; raises OSError for a folder, and where nobody can tell."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    return not stat.S_ISREG(mode)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
