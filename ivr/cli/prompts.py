"""`ivr prompts`: the recording sheet of a flow, or what has to be recorded again since another version of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ivr.cli.placing import stop_where_taken, write_or_exit
from ivr.cli.reading import flow_or_exit, stop
from ivr.cli.versions import Version, beside, same_file, version
from ivr.recordings.compare import compared, outdated
from ivr.recordings.formats import ENDINGS, FORMATS
from ivr.recordings.listed import Recordings, recordings_of
from ivr.recordings.page import Page

if TYPE_CHECKING:
    from ivr.flow import Flow


@click.command()
@click.argument("flow", metavar="FLOW")
@click.option("-o", "--output", metavar="FILE", help="Where to; the ending says the format: .csv, .md, .json, .txt.")
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), help="How it is written; text if left out.")
@click.option("--language", "languages", multiple=True, metavar="TAG", help="Only this language; may be given twice.")
@click.option("--since", metavar="OLD", help="Only what changed since a file, or since `git-ref:path`.")
def prompts(flow: str, output: str | None, format_: str | None, languages: tuple[str, ...], since: str | None) -> None:
    """Write the recording sheet: all that callers hear, with what has to be recorded.

    Every prompt stands there once for each language, under an id that a change of its words leaves as it is; options
    as they are announced, with their keys. `--since HEAD:flows/clinic.yaml` lists only what changed since then.
    """
    path = Path(output) if output is not None else None
    chosen = format_ or _by_ending(path)
    if path is not None:
        stop_where_taken(path, flow)
    page = _page(flow, flow_or_exit(flow), languages, since)
    written = FORMATS[chosen](page)
    if path is not None:
        write_or_exit({path: written}, path, flow)
    else:
        click.echo(written, nl=False)


def _by_ending(path: Path | None) -> str:
    if path is None:
        return "text"
    if path.suffix.lower() not in ENDINGS:
        stop(f"'{path}' does not say in its ending what to write; it may end in {', '.join(ENDINGS)}, or add --format")
    return ENDINGS[path.suffix.lower()]


def _page(file: str, flow: Flow, languages: tuple[str, ...], since: str | None) -> Page:
    sheet = recordings_of(flow)
    spoken = dict.fromkeys((*flow.languages, *(row.language for row in sheet.rows)))
    for tag in languages:
        if tag not in spoken:
            stop(f"the flow does not speak '{tag}'; it speaks {', '.join(spoken)}")
    if since is None:
        return Page(flow.name, file, sheet.only(languages))
    old = version(since, near=file)
    before = recordings_of(old.flow)
    changes = compared(before.only(languages), sheet.only(languages))
    marked = outdated(sheet, changes, _unchanged(old, file, sheet))
    marked_rows = {row.id: row for row in marked.rows}
    told = tuple(one._replace(row=marked_rows.get(one.row.id, one.row)) for one in changes)
    return Page(flow.name, file, marked.only(languages), since, told)


def _unchanged(old: Version, file: str, sheet: Recordings) -> frozenset[str]:
    """Name the recordings that are the same files as then."""
    named = {row.audio for row in sheet.rows if row.audio}
    return frozenset(name for name in named if same_file(old.beside(name), beside(file, name)))
