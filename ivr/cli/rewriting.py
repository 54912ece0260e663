"""What commands do that rewrite flow files: keep the encoding, show the difference, write all files or none."""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from ivr.cli.reading import STDIN_NAME, stop
from ivr.loading.text import decode
from ivr.printable import printable
from ivr.writing import write_files

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def encoded(text: str, old: bytes) -> bytes:
    """Give the bytes of a text, encoded as the file was before; its byte order mark stays."""
    mark = next((mark for mark in (codecs.BOM_UTF8, *_UTF16) if old.startswith(mark)), b"")
    return mark + text.encode(_UTF16.get(mark, "utf-8"))


def difference(file: str, before: str, after: str) -> Iterator[str]:
    """Give the lines of a unified diff, as `patch` and git take it."""
    import difflib  # noqa: PLC0415 -- not always needed

    old, new = (_LINE.findall(text) for text in (before, after))
    for line in difflib.unified_diff(old, new, file, file):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def show_difference(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Print what would change in each file; nothing in it that a terminal would obey, but to a file all as it is."""
    for_people = sys.stdout.isatty()
    for file in sorted(after):
        for line in difference(file, before[file], after[file]):
            click.echo(printable(line.rstrip("\r\n")) if for_people else line, nl=for_people)


def write_texts(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Write the texts of files, all or none; that of standard input is printed.

    Stops where a file cannot be written, or is no longer what was read.
    """
    files: dict[Path, bytes] = {}
    for file, text in after.items():
        if file == STDIN_NAME:
            continue
        path = Path(file).resolve()  # what a link leads to is written, and the link stays
        try:
            old = path.read_bytes()
            if decode(old, file)[0] != before[file]:
                stop(f"{file}: the file was changed while it was read, so nothing is written; try again")
            files[path] = encoded(text, old)
        except OSError as error:
            stop(f"{file}: cannot be read again, so nothing is written: {error.strerror or error}")
    try:
        write_files(files)
    except OSError as error:
        stop(f"{', '.join(sorted(after))}: cannot be written, so nothing is changed: {error.strerror or error}")
    if STDIN_NAME in after:
        click.echo(after[STDIN_NAME], nl=False)
