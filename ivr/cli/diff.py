"""`ivr diff`: what changes for callers from one version of a flow to another."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ivr.cli.clock import day_of
from ivr.cli.placing import stop_where_taken, write_or_exit
from ivr.cli.reading import STDIN, stop
from ivr.cli.versions import version
from ivr.diff.changes import compared
from ivr.diff.failing import broken_calls
from ivr.diff.lines import lines_of
from ivr.diff.listed import to_json
from ivr.diff.markdown import to_markdown
from ivr.diff.page import Page
from ivr.diff.text import to_text
from ivr.printable import printable
from ivr.recordings import compared as recordings_compared
from ivr.recordings import recordings_of, to_record

if TYPE_CHECKING:
    from ivr.cli.versions import Version
    from ivr.flow import Flow

_FORMATS = {"text": to_text, "markdown": to_markdown, "json": to_json}


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "format_", type=click.Choice(list(_FORMATS)), default="text", help="How it is written.")
@click.option("-o", "--output", metavar="FILE", help="Where to; standard output if left out.")
@click.option("--line", metavar="NUMBER", help="Only this line.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where something changes.")
@click.option("--today", metavar="DATE", help="The day from which dates count; today if left out.")
def diff(
    old: str, new: str, format_: str, output: str | None, line: str | None, exit_code: bool, today: str | None
) -> None:
    """Tell what changes for callers from OLD to NEW, each a file or `git-ref:path`.

    Both are called in every way there is, at every hour, and what callers hear and reach is compared: names of nodes,
    order, layout and includes make no difference. Each change is shown by a shortest call.
    """
    day = day_of(today)
    path = Path(output) if output is not None else None
    if path is not None:
        for name in (old, new):
            stop_where_taken(path, name)
    if old == new == STDIN:
        stop("only one of both versions can come from standard input; name a file for the other")
    before, now = version(old, near=new), version(new, near=old, calls=True)
    flows = _flow(before), _flow(now)
    if line is not None:
        _stop_without_line(line, *flows)
    page = _page(before.name, now.name, flows, day, line)
    written = _FORMATS[format_](page)
    if path is not None:
        write_or_exit({path: written.encode()}, path, new)
    else:
        click.echo(written, nl=False)
    sys.exit(int(exit_code and not page.empty))


def _flow(one: Version) -> Flow:
    """Give the flow of a version; tell what is wrong with it, and stop where it cannot be called."""
    for code, fault in one.loaded.faults:
        click.echo(printable(f"{fault.place}: {code} error: {fault.message}"), err=True)
    if one.loaded.flow is None:
        stop(f"'{one.name}' cannot be read, so nothing can be compared with it; `ivr check` says why")
    if not one.flow.lines:
        stop(f"{one.name}: the flow has no lines, so nobody can call it; write `lines: {{1-800-555-0100: main}}`")
    return one.flow


def _stop_without_line(line: str, old: Flow, new: Flow) -> None:
    lines = lines_of(old, new, line)
    if not (lines.both or lines.gone or lines.come):
        named = ", ".join(dict.fromkeys((*new.lines, *old.lines)))
        stop(f"neither version has a line '{line}'; they have {named}")


def _page(old: str, new: str, flows: tuple[Flow, Flow], day: date, line: str | None) -> Page:
    found = compared(*flows, day, line)
    changes = recordings_compared(recordings_of(flows[0]), recordings_of(flows[1])) if found.changes else ()
    record = tuple(change.row.id for change in to_record(changes))
    lines = tuple(other for _, other in lines_of(*flows, line).both)
    failing = tuple(broken_calls(*flows, day)) if found.changes else ()
    return Page(old, new, day, found, lines, failing, record)
