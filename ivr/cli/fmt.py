"""`ivr fmt`: lay flow files out in their normal form."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from ivr.cli import UNUSABLE
from ivr.cli.reading import STDIN, STDIN_NAME, files_in, is_folder, read, stop
from ivr.cli.rewriting import show_difference, write_texts
from ivr.formatting import UnformattableError, formatted
from ivr.loading.text import MOST_BYTES, decode, read_text
from ivr.printable import printable
from ivr.tree import Reported


@click.command()
@click.argument("flows", nargs=-1, required=True, metavar="FLOW...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file is not in its normal form.")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing; exits as --check does.")
def fmt(flows: tuple[str, ...], check: bool, diff: bool) -> None:
    """Lay flows out alike: two spaces for each level, no blanks at line ends, one blank line in a row.

    FLOW is a file, a folder (every flow below it, and what those include), or - for standard input, which is printed.
    Comments, order and what the flow means stay; a file that is not YAML is left as it is.

    \b
    Exits with
      0  where all is in its normal form now,
      1  where --check or --diff found something to change,
      2  where a file could not be read or written.
    """  # noqa: D301 -- click's own sign for lines that stay as they are
    files = list(dict.fromkeys(file for name in flows for file in _files(name)))
    if not files:
        stop(f"There is no flow in {', '.join(flows)}: no YAML file there begins with `ivr: 1`.")
    before, after, lost = _laid_out(files)
    changed = {file: text for file, text in after.items() if text != before[file]}
    if diff:
        show_difference(before, changed)
    elif not check:
        write_texts(before, changed if STDIN_NAME not in after else after)
    _tell(changed, len(after), asked=check or diff)
    sys.exit(UNUSABLE if lost else int((check or diff) and bool(changed)))


def _files(name: str) -> Iterator[str]:
    """Give the files that a name stands for; of a folder, what its flows include, too."""
    if name == STDIN or not is_folder(name):
        yield name
        return
    for flow in files_in((name,)):
        yield flow
        yield from read(flow).texts


def _laid_out(files: list[str]) -> tuple[dict[str, str], dict[str, str], bool]:
    """Give the texts of all files that can be read, those in their normal form, and whether any file was lost."""
    before, after, lost = {}, {}, False
    for file in files:
        name = STDIN_NAME if file == STDIN else file
        text, faults = _text(file)
        if text is None:
            lost = True
            _say(*(f"{fault.place}: {code} error: {fault.message}" for code, fault in faults))
            continue
        before[name] = text
        try:
            after[name] = formatted(text, name)
        except UnformattableError as error:
            lost = True
            _say(str(error))
    return before, after, lost


def _text(file: str) -> tuple[str | None, tuple[Reported, ...]]:
    if file != STDIN:
        return read_text(Path(file))
    if sys.stdin is None:
        stop("standard input is closed, so no flow can be read from it")
    return decode(sys.stdin.buffer.read(MOST_BYTES + 1), STDIN_NAME)


def _tell(changed: dict[str, str], count: int, *, asked: bool) -> None:
    """Say on standard error which files were laid out anew, or would be."""
    for file in sorted(changed):
        _say(f"{'Would lay out' if asked else 'Laid out'} {file} anew.")
    if count and not changed:
        _say(f"Nothing to change in {count} file{'s' if count > 1 else ''}.")


def _say(*lines: str) -> None:
    for line in lines:
        click.echo(printable(line), err=True)
