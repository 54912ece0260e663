"""Files are written whole or not at all, and what is no file is never replaced by one."""

from __future__ import annotations

import os
import stat
import threading
from typing import TYPE_CHECKING

import pytest

from ivr.writing import write_files

if TYPE_CHECKING:
    from pathlib import Path


def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_files({pipe: b"findings"})
    reader.join(10)
    assert got == [b"findings"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [one.name for one in tmp_path.iterdir()] == ["pipe"]


def test_a_link_to_a_pipe_stays_a_link(tmp_path: Path) -> None:
    read, write = os.pipe()
    link = tmp_path / "out"
    link.symlink_to(f"/proc/self/fd/{write}")
    if not link.exists():
        pytest.skip("no /proc here")
    write_files({link: b"findings"})
    assert os.read(read, 100) == b"findings"
    assert link.is_symlink()
    os.close(read)
    os.close(write)


@pytest.mark.parametrize("there", [True, False], ids=["there", "dangling"])
def test_what_a_link_leads_to_is_written(tmp_path: Path, *, there: bool) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    link.symlink_to("real.txt")
    if there:
        real.write_bytes(b"before")
        real.chmod(0o640)
    write_files({link: b"after"})
    assert link.is_symlink()
    assert real.read_bytes() == b"after"
    assert not there or stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_folder_is_refused_and_nothing_else_is_written(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match="it is a folder"):
        write_files({tmp_path / "a.txt": b"x", tmp_path: b"x"})
    assert list(tmp_path.iterdir()) == []
