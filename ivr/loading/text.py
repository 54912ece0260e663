"""From bytes to text: what can be read as a flow file, and one clear fault about what cannot."""

from __future__ import annotations

import codecs
import re
import stat
from typing import TYPE_CHECKING, TypeAlias

from ivr.finding import Fault
from ivr.source import Place
from ivr.tree import Reported, Sheet

if TYPE_CHECKING:
    from pathlib import Path

UNREADABLE = "RD001"
MOST_BYTES = 50_000_000

Text: TypeAlias = "tuple[str | None, tuple[Reported, ...]]"

UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.2, section 5.1, does not count as a printable character."""
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_FLOW = re.compile(r"""^["']?ivr["']?:""", re.MULTILINE)


def is_flow(text: str) -> bool:
    """Whether a text begins as a flow does: with `ivr:`, at the beginning of some line."""
    return _FLOW.search(text) is not None


def read_text(path: Path) -> Text:
    """Read a file as text without its byte order mark; None and one fault (RD001) where that cannot be done."""
    file = path.as_posix()
    try:
        status = path.stat()
        if wrong := _wrong_file(file, status.st_mode, status.st_size):
            return wrong
        return decode(path.read_bytes(), file)
    except (FileNotFoundError, NotADirectoryError):
        return _unreadable(file, f"'{file}' does not exist{_did_you_mean(path)}")
    except PermissionError:
        return _unreadable(file, f"'{file}' may not be read by you", "Give yourself the right to read it.")
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        return _unreadable(file, f"'{file}' cannot be read: {reason}")


def decode(data: bytes, file: str) -> Text:
    """Turn the bytes of a file, or of standard input, into text: UTF-8, or UTF-16 with a byte order mark.

    Line ends stay as they are. None and one fault (RD001) where the bytes are not such text.
    """
    if len(data) > MOST_BYTES:
        return _too_large(file, len(data))
    encoding = _UTF16.get(data[:2], "utf-8")
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _not_text(data, error, file)
    found = unprintable(text, file)
    return (None, (found,)) if found else (text, ())


def unprintable(text: str, file: str) -> Reported | None:
    """Find the first character that a text file cannot hold: NUL, a control character, half of a pair."""
    found = UNPRINTABLE.search(text)
    if not found:
        return None
    place = Sheet(file, text).spot(found.start())
    number = ord(found.group())
    what = "a NUL character" if number == 0 else f"the control character U+{number:04X}"
    hint = "Save the file as UTF-8 text." if number == 0 else "Delete it; most editors do not show it."
    return Reported(UNREADABLE, Fault(place, f"'{file}' holds {what}, so it is not a text file", hint))


def _wrong_file(file: str, mode: int, size: int) -> Text | None:
    if stat.S_ISDIR(mode):
        return _unreadable(file, f"'{file}' is a folder, not a flow file", "Name a file in it.")
    if not stat.S_ISREG(mode):
        return _unreadable(file, f"'{file}' is not an ordinary file", "Use - to read from standard input.")
    return _too_large(file, size) if size > MOST_BYTES else None


def _too_large(file: str, size: int) -> Text:
    message = f"'{file}' has {size / 1e6:.0f} MB; a flow file may have {MOST_BYTES / 1e6:.0f} MB at most"
    return _unreadable(file, message, "Split it with 'include'.")


def _not_text(data: bytes, error: UnicodeDecodeError, file: str) -> Text:
    read = data[: error.start].decode(error.encoding).removeprefix("\ufeff")
    place = Sheet(file, read).spot(len(read))
    byte = f"0x{data[error.start]:02X}" if error.start < len(data) else "the last one"
    kind = "UTF-8" if error.encoding == "utf-8" else "UTF-16"
    return _unreadable(file, f"'{file}' is not {kind} text: byte {byte} has no meaning", "Save it as UTF-8.", place)


def _did_you_mean(path: Path) -> str:
    try:
        names = sorted(beside.name for beside in path.parent.iterdir() if beside.is_file())
    except OSError:
        return ""
    import difflib  # noqa: PLC0415 -- only for a message

    near = difflib.get_close_matches(path.name, names, n=1)
    return f"; did you mean '{path.with_name(near[0]).as_posix()}'?" if near else ""


def _unreadable(file: str, message: str, hint: str = "", place: Place | None = None) -> Text:
    return None, (Reported(UNREADABLE, Fault(place or Place(file, 1, 1, 1, 1), message, hint)),)
