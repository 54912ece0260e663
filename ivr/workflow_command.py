"""Commands that GitHub Actions turns into notes beside the lines of a pull request.

They and their escapes are told in "Workflow commands for GitHub Actions" (docs.github.com) and in the source of
`@actions/core`.
"""

from __future__ import annotations

from ivr.printable import path_of
from ivr.source import Place


def command(kind: str, place: Place, title: str, message: str) -> str:
    """Give the command for a note at a place; `kind` is `error`, `warning` or `notice`.

    The place is told once more in the message: a log shows only that.
    """
    given = {**_lines(place), "title": title}
    properties = ",".join(f"{name}={_property(value)}" for name, value in given.items())
    where = f"{path_of(place.file)}:{place.line}:{place.column}"
    return f"::{kind} {properties}::{_escaped(f'{where}: {message}')}"


def _lines(place: Place) -> dict[str, str]:
    """Give the place; GitHub drops the column where a note is about several lines."""
    lines = {"file": path_of(place.file), "line": str(place.line), "endLine": str(place.end_line)}
    return lines | {"col": str(place.column)} if place.line == place.end_line else lines


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
