"""Versions of a flow: a file, or `git-ref:path`, as in `HEAD:flows/clinic.yaml`, with all that it includes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ivr.cli.reading import STDIN, read, stop
from ivr.loading.text import Text, decode

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.loader import Loaded

_DRIVE = re.compile(r"[A-Za-z]:[\\/]|[A-Za-z]:$")
_SECONDS = 60
_POINTER = b"version https://git-lfs"


@dataclass(frozen=True, slots=True)
class Version:
    """A flow as it is in a file, or as it was at a commit.

    `commit` is empty for a file on the disk; `folder` is that in which git is asked, `path` the flow's path from there
    or, of a commit, from the top of the repository.
    """

    name: str
    loaded: Loaded
    path: str
    commit: str = ""
    folder: str = "."

    @property
    def flow(self) -> Flow:
        """Give the flow; stops where nothing could be made of the text."""
        if self.loaded.flow is None:
            reason = self.loaded.faults[0].fault if self.loaded.faults else None
            stop(f"{reason.place}: {reason.message}" if reason else f"'{self.name}' is no flow")
        return self.loaded.flow

    def beside(self, name: str) -> bytes | None:
        """Give what a file held that is named from the flow's folder on; None where there was none."""
        if self.commit:
            return _held(self.folder, self.commit, _named_from(self.path, name).replace(os.sep, "/"))
        return beside(self.path, name)


def beside(file: str, name: str) -> bytes | None:
    """Give what a file on the disk holds that is named from the folder of another one on; None where there is none."""
    try:
        return Path(_named_from(file, name)).read_bytes()
    except (OSError, ValueError):
        return None


def _named_from(file: str, name: str) -> str:
    return os.path.normpath(os.path.join(os.path.dirname(file), name))  # noqa: PTH118, PTH120 -- also names of git


def version(name: str, near: str | None = None, *, calls: bool = False) -> Version:
    """Read a version of a flow: a file, `-`, or `git-ref:path`; a file of that name goes first.

    The path is one from the top of the repository, or with `./` from the present folder, as git has it. The repository
    is that of the present folder, or else that in which the file `near` stands. Stops with one sentence where there
    is no git, no such ref, or no such path in it. Never stops for what the text says. With `calls`, the calls beside
    the flow are read, too; of a commit those in files that are named after the flow.
    """
    ref, colon, path = name.partition(":")
    if not colon and name != STDIN and not os.path.lexists(name) and _is_commit(name):
        stop(f"'{name}' is a commit and no file; name the file in it, too, as in `{name}:flows/clinic.yaml`")
    if not colon or name == STDIN or _DRIVE.match(name) or os.path.lexists(name) or not ref:
        return Version(name, read(name, calls=calls), name)
    folder = _repository(name, near)
    commit = _commit(folder, ref, name)
    inside = _inside(folder, path)
    if inside is None or not inside:
        stop(f"'{name}' names no file of the repository; write `{ref}:` and a path, as in `{ref}:flows/clinic.yaml`")
    _stop_where_none(folder, commit, ref, inside, name)
    from ivr.loader import load_text  # noqa: PLC0415 -- slow to import, and not needed to say what is wrong

    file = f"{ref}:{inside}" if "/" in inside else f"{ref}:./{inside}"
    text, faults = _text(folder, commit, ref, file)
    if text is None:
        from ivr.loader import Loaded  # noqa: PLC0415 -- the same

        return Version(name, Loaded(None, faults, {}), inside, commit, folder)
    beside = _calls_beside(folder, commit, ref, inside) if calls else ()
    loaded = load_text(text, file, lambda other: _text(folder, commit, ref, other.as_posix()), beside)
    return Version(name, loaded, inside, commit, folder)


def _calls_beside(folder: str, commit: str, ref: str, inside: str) -> tuple[Path, ...]:
    """Name the files of calls of a commit that are named after a flow, as findings name them."""
    from ivr.loading.beside import ENDINGS  # noqa: PLC0415 -- only where calls are asked for

    where, _, name = inside.rpartition("/")
    listed = _git(folder, "ls-tree", "-z", "--name-only", "--full-tree", commit, *([f"{where}/"] if where else []))
    stem = f"{name.rpartition('.')[0]}."
    named = (one.rpartition("/")[2] for one in listed.stdout.decode("utf-8", "replace").split("\0"))
    beside = sorted(one for one in named if one.startswith(stem) and one.endswith(ENDINGS))
    return tuple(Path(f"{ref}:{where}/{one}" if where else f"{ref}:./{one}") for one in beside)


def same_file(before: bytes | None, now: bytes | None) -> bool:
    """Whether two versions of a file hold the same; not where there was or is none.

    Of a file that git keeps elsewhere (LFS) it holds a pointer, with the SHA-256 of the file.
    """
    if before is None or now is None:
        return False
    return before == now or (before.startswith(_POINTER) and sha256(now).hexdigest().encode() in before)


def _text(folder: str, commit: str, ref: str, file: str) -> Text:
    """Read a file of a commit as text; `file` has the ref before its path, as findings name it."""
    from ivr.finding import Fault  # noqa: PLC0415 -- only for what is not there
    from ivr.loading.text import UNREADABLE  # noqa: PLC0415
    from ivr.source import Place  # noqa: PLC0415
    from ivr.tree import Reported  # noqa: PLC0415

    held = _held(folder, commit, os.path.normpath(file.removeprefix(f"{ref}:")).replace(os.sep, "/"))
    if held is None:
        fault = Fault(Place(file, 1, 1, 1, 1), f"'{file}' does not exist")
        return None, (Reported(UNREADABLE, fault),)
    return decode(held, file)


def _held(folder: str, commit: str, path: str) -> bytes | None:
    done = _git(folder, "cat-file", "blob", f"{commit}:{path}")
    return done.stdout if done.returncode == 0 else None


def _repository(name: str, near: str | None) -> str:
    """Give the folder in which git finds a repository: this one, or that of another file."""
    folders = [".", str(Path(near).parent)] if near not in {None, STDIN} else ["."]
    asked = {one: _git(one, "rev-parse", "--git-dir", asked=name) for one in folders if Path(one).is_dir()}
    found = next((one for one, done in asked.items() if done.returncode == 0), None)
    if found is None:
        said = next(map(_complaint, asked.values()), "there is no present folder")
        reason = "no git repository here could hold it" if "not a git repository" in said else f"git says: {said}"
        stop(f"there is no file '{name}', and {reason}; name a file, or call from the folder of the repository")
    return found


def _commit(folder: str, ref: str, name: str) -> str:
    known = not ref.startswith("-")  # else git would take it for an option
    done = _git(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}") if known else None
    if done is None or done.returncode != 0:
        stop(f"'{name}' cannot be read: the repository has no commit, branch or tag '{ref}', and there is no such file")
    return done.stdout.decode().strip()


def _is_commit(name: str) -> bool:
    if shutil.which("git") is None or name.startswith("-"):
        return False
    return _git(".", "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", asked=name).returncode == 0


def _inside(folder: str, path: str) -> str | None:
    """Give a path from the top of the repository; None for one that leads out of it."""
    written = path.replace("\\", "/")
    if written.startswith(("./", "../")):
        prefix = _git(folder, "rev-parse", "--show-prefix").stdout.decode().strip()
        written = prefix + written
    plain = os.path.normpath(written).replace(os.sep, "/") if written else ""
    return None if plain.startswith(("../", "/")) or plain in {".", ".."} else plain


def _stop_where_none(folder: str, commit: str, ref: str, path: str, name: str) -> None:
    done = _git(folder, "cat-file", "-t", f"{commit}:{path}")
    kind = done.stdout.decode().strip()
    if kind == "tree":
        stop(f"'{name}' is a folder, not a flow file; name a file in it")
    if kind != "blob":
        stop(f"'{name}' cannot be read: '{ref}' holds no file '{path}'{_meant(folder, commit, path)}")


def _meant(folder: str, commit: str, path: str) -> str:
    import difflib  # noqa: PLC0415 -- only for a message

    listed = _git(folder, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit).stdout.decode("utf-8", "replace")
    known = [one for one in listed.split("\0") if one.endswith((".yaml", ".yml"))]
    same = [one for one in known if one.rpartition("/")[2] == path.rpartition("/")[2]]
    near = same or difflib.get_close_matches(path, known, 1)
    return f"; did you mean '{near[0]}'? Paths count from the top of the repository" if near else ""


def _git(folder: str, *words: str, asked: str = "") -> subprocess.CompletedProcess[bytes]:
    """Ask git something that changes nothing; stop where there is no git, or it does not answer."""
    surroundings = os.environ | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(  # noqa: S603 -- the words are ours, and no word that a person named begins with a dash
            ["git", *words],  # noqa: S607 -- found on the PATH, as a user does
            cwd=folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        stop(f"there is no file '{asked}', and no git here that could find it in a commit; name a file")
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        stop(f"git could not be asked for '{asked or words[-1]}': {error}")


def _complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "it gives no reason"
