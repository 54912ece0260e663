"""`ivr draw`: draw a flow, or write it as a graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from ivr.cli.clock import day_of, moment_of
from ivr.cli.placing import stop_where_taken, write_or_exit
from ivr.cli.reading import flow_or_exit, stop
from ivr.drawing.marks import marks_by_node, way_of
from ivr.drawing.options import Options
from ivr.drawing.picture import Mark
from ivr.drawing.render import DrawingError
from ivr.exporter import ExportError
from ivr.exporters import exporter_for
from ivr.flow import Flow
from ivr.open_at import closed_at
from ivr.printable import printable
from ivr.session import Session, line_called
from ivr.walk.script import play

_Marks = Mapping[str, tuple[Mark, ...]]


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
@click.option("--against", metavar="OLD", help="Mark what changed since a file, or since `git-ref:path`.")
@click.option("--coverage", is_flag=True, help="Mark what the calls of the flow take, and what not (see `ivr test`).")
@click.option("--today", metavar="DATE", help="The day from which --at counts; today if left out.")
def draw(flow: str, output: str, against: str | None, *, coverage: bool, **wanted: Any) -> None:  # noqa: ANN401 -- the options, by name
    """Draw a flow, or write it as a graph.

    The ending of FILE says the format: .svg, .png, .pdf, .dot, .mmd (Mermaid), .graphml or .json (node-link).
    """
    path = Path(output)
    try:
        exporter = exporter_for(path)
        stop_where_taken(path, flow)
        read = flow_or_exit(flow, calls=coverage)
        if not (read.nodes or read.lines):
            stop(f"{flow}: there is nothing to draw; a flow has `lines` and `nodes`")
        graph, options = read.graph(), _options(read, dated=coverage, **wanted)
        if coverage and against is not None:
            stop("a drawing shows what changed, or what calls cover; leave --against or --coverage out")
        if coverage:
            options = _covered(read, graph, day_of(wanted["today"]), options)
        if against is not None:
            stop_where_taken(path, against)
            graph, options = _against(read, against, flow, options)
        export = exporter.write(graph, options, path.stem)
    except (ExportError, DrawingError) as error:
        stop(str(error))
    files = {
        path.with_name(f"{path.stem}{added}{path.suffix}"): content for added, content in dict(export.files).items()
    }
    write_or_exit(files, path, flow)
    for note in (*_notes(options), *export.notes):
        click.echo(printable(note), err=True)


def _against(flow: Flow, old: str, name: str, options: Options) -> tuple[Any, Options]:
    """Put an old version into the drawing, with what has become of every part of it."""
    from ivr.cli.versions import version  # noqa: PLC0415 -- only where two versions are drawn
    from ivr.diff.drawn import joined_graph  # noqa: PLC0415

    joined = joined_graph(version(old, near=name).flow, flow)
    findings = _both(joined.marks, options.findings)
    subtitle = ", ".join(part for part in (f"against {old}", options.subtitle) if part)
    return joined.graph, replace(options, findings=findings, tags=joined.changes, subtitle=subtitle)


def _covered(flow: Flow, graph: Any, today: date, options: Options) -> Options:  # noqa: ANN401 -- networkx's
    """Mark what the calls of a flow take."""
    from ivr.calls import performances  # noqa: PLC0415 -- only where coverage is drawn
    from ivr.calls.coverage import coverage  # noqa: PLC0415
    from ivr.calls.drawn import covered  # noqa: PLC0415
    from ivr.explore import explored  # noqa: PLC0415

    run = coverage(explored(flow, today), (one.session for one in performances(flow, today) if one.session))
    shows = covered(graph, run)
    share = run.exit_share
    said = f"calls take {share.covered} of {share.of} exits, {share.percent} %"
    subtitle = ", ".join(part for part in (said, options.subtitle) if part)
    return replace(options, findings=_both(shows.marks, options.findings), tags=shows.exits, subtitle=subtitle)


def _both(marks: _Marks, findings: _Marks) -> dict[str, tuple[Mark, ...]]:
    return {node: (*marks.get(node, ()), *findings.get(node, ())) for node in dict.fromkeys((*marks, *findings))}


def _notes(options: Options) -> Iterator[str]:
    """Tell of findings that have no box to stand on: of hours, languages, promises and the like."""
    for mark in options.findings.get("", ()):
        yield f"No box of the drawing shows {mark.code} {mark.severity}: {mark.message}"


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
    dated: bool,
) -> Options:
    _stop_without("--depth", depth, "--from NODE", start)
    _stop_without("--line", line, "--call STEPS", call)
    if not (findings or dated):
        _stop_without("--today", today, "--at WHEN", at)
    try:
        when = moment_of(flow, at, day_of(today)) if at is not None else None
        then = when or moment_of(flow, None, day_of(None))
        way = _way(flow, call, line, then) if call is not None else ()
    except ValueError as error:
        stop(str(error))
    return Options(
        title=flow.name,
        # Which way a call goes can depend on when it is made; then the drawing says when.
        subtitle=_subtitle(then if call is not None and flow.hours else when, call),
        closed=closed_at(flow, when) if when else frozenset(),
        call=way,
        findings=_marks(flow, day_of(today)) if findings else {},
        start=start,
        depth=depth,
        split=split,
        tell=lambda sentence: click.echo(sentence, err=True),
    )


def _stop_without(name: str, given: object, other: str, needed: object) -> None:
    if given is not None and needed is None:
        stop(f"{name} says nothing without {other}; give both, or leave {name} out")


def _subtitle(when: datetime | None, call: str | None) -> str:
    parts = [f"{when:%a %Y-%m-%d %H:%M}"] if when else []
    return ", ".join([*parts, f"the call {call}"] if call is not None else parts)


def _way(flow: Flow, call: str, line: str | None, when: datetime) -> tuple[tuple[str, str], ...]:
    session = Session(flow, line_called(flow, line), when)
    play(session, call)
    return way_of(session.call.line, [effect for here in session.moments for effect in here.effects])


def _marks(flow: Flow, today: date) -> dict[str, tuple[Mark, ...]]:
    from ivr.check import run_checks  # noqa: PLC0415 -- the rules are many files
    from ivr.checks import catalogue  # noqa: PLC0415

    return marks_by_node(flow, run_checks(flow, catalogue(), today=today))
