"""`ivr doc`: write the specification of a flow, which people exchange and sign."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from ivr.cli.clock import YEARS, day_of
from ivr.cli.placing import stop_where_taken, write_or_exit
from ivr.cli.reading import flow_or_exit, is_folder, stop
from ivr.drawing.render import DrawingError
from ivr.printable import printable
from ivr.specification import Printed, html_of, markdown_of, printed, specification

if TYPE_CHECKING:
    from ivr.finding import Finding
    from ivr.flow import Flow

HTML, MARKDOWN = frozenset({".html", ".htm"}), frozenset({".md", ".markdown"})
_INDEX, _STEM = "index.html", "drawing"
_DAY: Final = re.compile(rb"ivr-day[^0-9\r\n]{1,20}(\d{4}-\d{2}-\d{2})")
_HEAD = 4096
"""So many bytes of a document hold its day."""


class Target(NamedTuple):
    """Where the document goes: its own file, and the folder to be made for it, if any."""

    file: Path
    folder: Path | None = None

    def files(self, page: Printed) -> dict[Path, bytes]:
        """Give everything that is written, by its path."""
        if self.folder is not None:
            drawings = page.drawing_files(_STEM, _INDEX)
            return {self.file: html_of(page).encode(), **self._beside(drawings)}
        if self.file.suffix.lower() in HTML:
            return {self.file: html_of(page).encode()}
        stem = self.file.stem
        return {
            self.file: markdown_of(page, stem).encode(),
            **self._beside(page.drawing_files(stem, self.file.name)),
        }

    def _beside(self, drawings: Iterable[tuple[str, bytes]]) -> dict[Path, bytes]:
        return {self.file.with_name(name): content for name, content in drawings}


@click.command()
@click.argument("flow", metavar="FLOW")
@click.option("-o", "--output", required=True, metavar="PATH", help="Where to: a .html or .md file, or a folder.")
@click.option("--title", default="", metavar="TEXT", help="What stands at the head; the flow's name if left out.")
@click.option("--no-findings", is_flag=True, help="Leave out what `ivr check` finds.")
@click.option("--today", metavar="DATE", help="The day from which dates count; today if left out.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where the document is out of date.")
def doc(flow: str, output: str, title: str, no_findings: bool, today: str | None, check: bool) -> None:
    """Write the specification of a flow: what people exchange and sign.

    It holds lines, hours and contacts, every menu with what callers hear and what each key does, promises with their
    proofs, assumptions, findings and drawings. PATH is a .html file that needs nothing beside it, a .md file with its
    drawings beside it, or a folder, which gets `index.html` and the drawings.

    \b
    Exits with
      0  where the document was written, or --check found it up to date,
      1  where --check found it missing or out of date,
      2  where the flow could not be read, or the document not be written.
    """  # noqa: D301 -- click's own sign for lines that stay as they are
    target = _target(output, flow, check=check)
    read = flow_or_exit(flow, calls=True)
    if not (read.nodes or read.lines):
        stop(f"{flow}: there is nothing to describe; a flow has `lines` and `nodes`")
    before = _day_in(target.file)
    day = before if check and today is None and before else day_of(today)
    try:
        page = printed(specification(read, day, None if no_findings else _findings(read, flow, day), title))
    except DrawingError as error:
        stop(str(error))
    again = _command(flow, output, title, today, no_findings=no_findings)
    if check:
        sys.exit(_told_stale(target.files(page), again))
    if today is None and before and before != day and not _stale(target.files(_as_on(page, before))):
        return  # nothing but the day would change
    _write(target, page, output, flow)


def _target(output: str, flow: str, *, check: bool) -> Target:
    """Say what is to be written; stop before anything is done where that cannot be."""
    path = Path(output)
    ending = path.suffix.lower()
    there = is_folder(output)
    folder = there or not ending or output.endswith("/")
    if not folder and ending not in HTML | MARKDOWN:
        stop(f"'{path.suffix}' is no ending that can be written; give a .html or a .md file, or a folder")
    target = Target(path / _INDEX, path) if folder else Target(path)
    if not check:
        stop_where_taken(target.file if there else path, flow)
    return target


def _findings(read: Flow, flow: str, day: date) -> tuple[Finding, ...]:
    from ivr.checking.choice import choice_of  # noqa: PLC0415 -- imports the rules, which are many files
    from ivr.checking.settings import SettingsError, nearest  # noqa: PLC0415 -- as above
    from ivr.loader import Loaded  # noqa: PLC0415 -- as above

    try:
        choice = choice_of(nearest(Path(flow).parent))
    except SettingsError as error:
        stop(str(error))
    return choice.findings_on(Loaded(read, read.faults, read.texts), today=day)


def _day_in(path: Path) -> date | None:
    """Give the day for which a document was made that is there already; None where there is none."""
    content = _content(path)
    found = _DAY.search(content[:_HEAD]) if content else None
    day = None
    with suppress(ValueError):
        day = date.fromisoformat(found[1].decode()) if found else None
    return day if day and day.year in YEARS else None


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        stop(f"'{path}' cannot be read: {error.strerror or error}")


def _stale(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    return tuple(path for path, content in files.items() if _content(path) != content)


def _told_stale(files: Mapping[Path, bytes], again: str) -> int:
    """Tell which files are out of date, and what to run; gives the exit code."""
    stale = _stale(files)
    for path in stale:
        word = "is out of date" if path.exists() else "is missing"
        click.echo(printable(f"{path} {word}."), err=True)
    if stale:
        click.echo(printable(f"To write {'it' if len(stale) == 1 else 'them'}: {again}"), err=True)
    return int(bool(stale))


def _as_on(page: Printed, day: date) -> Printed:
    return page._replace(document=replace(page.document, day=day))


def _command(flow: str, output: str, title: str, today: str | None, *, no_findings: bool) -> str:
    words = ["ivr", "doc", flow, "-o", output]
    words += [f"--title={title}"] if title else []
    words += ["--no-findings"] if no_findings else []
    return shlex.join([*words, *(["--today", today] if today else [])])


def _write(target: Target, page: Printed, output: str, flow: str) -> None:
    folder = target.folder if target.folder is not None and not target.folder.exists() else None
    try:
        if folder:
            folder.mkdir()
    except OSError as error:
        stop(f"'{output}' cannot be made: {error.strerror or error}")
    try:
        write_or_exit(target.files(page), Path(output), flow)
    except SystemExit:
        if folder:
            folder.rmdir()
        raise
