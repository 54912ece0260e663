"""`ivr draw`: draw a flow, or write it as a graph."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from ivr.cli.clock import day_of, moment_of
from ivr.cli.lines import line_of
from ivr.cli.reading import flow_or_exit, stop
from ivr.drawing.marks import codes_by_node, way_of
from ivr.drawing.options import Options
from ivr.drawing.render import DrawingError
from ivr.exporter import ExportError
from ivr.exporters import exporter_for
from ivr.flow import Flow
from ivr.open_at import closed_at
from ivr.walk.script import ScriptError, play
from ivr.walk.session import Session
from ivr.writing import write_files


@click.command()
@click.argument("flow", metavar="FLOW")
@click.option("-o", "--output", required=True, metavar="FILE", help="Where to; the ending says the format.")
@click.option("--at", metavar="WHEN", help='Grey what is closed then: "Sun 03:00", "2026-12-25 10:00".')
@click.option("--findings", is_flag=True, help="Mark what `ivr check` finds.")
@click.option("--call", metavar="STEPS", help='Highlight the way of a call: "1,wait,9".')
@click.option("--line", metavar="NUMBER", help="The line that --call dials; the first one if left out.")
@click.option("--from", "start", metavar="NODE", help="Draw only what this node leads to.")
@click.option("--depth", type=click.IntRange(min=1), metavar="N", help="With --from: only so many steps far.")
@click.option("--split", is_flag=True, help="Draw one page a menu, and an overview.")
@click.option("--today", metavar="DATE", help="The day from which --at counts; today if left out.")
def draw(flow: str, output: str, **wanted: Any) -> None:  # noqa: ANN401 -- the options, by name
    """Draw a flow, or write it as a graph.

    The ending of FILE says the format: .svg, .png, .pdf, .dot, .mmd (Mermaid), .graphml or .json (node-link).
    """
    read = flow_or_exit(flow)
    path = Path(output)
    try:
        exporter = exporter_for(path)
        export = exporter.write(read.graph(), _options(read, **wanted), path.stem)
        write_files({path.with_name(f"{path.stem}{added}{path.suffix}"): content for added, content in export.files})
    except (ExportError, DrawingError, ScriptError, ValueError) as error:
        stop(str(error))
    except OSError as error:
        stop(f"'{output}' cannot be written: {error.strerror or error}")
    for note in export.notes:
        click.echo(note, err=True)


def _options(
    flow: Flow,
    *,
    at: str | None,
    findings: bool,
    call: str | None,
    line: str | None,
    start: str | None,
    depth: int | None,
    split: bool,
    today: str | None,
) -> Options:
    if start is not None and start not in flow.nodes:
        stop(f"the flow has no node '{start}'; its nodes are {', '.join(flow.nodes)}")
    if depth is not None and start is None:
        stop("--depth counts from a node; say which with --from")
    when = moment_of(flow, at, day_of(today)) if at else None
    return Options(
        title=flow.name,
        subtitle=_subtitle(when, call),
        closed=closed_at(flow, when) if when else frozenset(),
        call=_way(flow, call, line, when or datetime.now(flow.timezone)) if call is not None else (),
        findings=_codes(flow) if findings else {},
        start=start,
        depth=depth,
        split=split,
    )


def _subtitle(when: datetime | None, call: str | None) -> str:
    parts = [f"{when:%a %Y-%m-%d %H:%M}"] if when else []
    return ", ".join([*parts, f"the call {call}"] if call is not None else parts)


def _way(flow: Flow, call: str, line: str | None, when: datetime) -> tuple[tuple[str, str], ...]:
    session = Session(flow, line_of(flow, line), when)
    play(session, call)
    return way_of(session.call.line, [effect for here in session.moments for effect in here.effects])


def _codes(flow: Flow) -> dict[str, tuple[str, ...]]:
    from ivr.check import run_checks  # noqa: PLC0415 -- the rules are many files
    from ivr.checks import catalogue  # noqa: PLC0415

    return codes_by_node(flow, run_checks(flow, catalogue()))
