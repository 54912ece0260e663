"""`ivr metrics`: how far a person is from callers, by line and hour, and how long the menus are."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ivr.cli.clock import day_of
from ivr.cli.placing import stop_where_taken, write_or_exit
from ivr.cli.reading import callable_or_exit, stop
from ivr.printable import printable
from ivr.promise.measures import Cost, LineWeek, Measures, MenuSize, Reach, measured

if TYPE_CHECKING:
    from ivr.drawing.scene import Scene
    from ivr.flow import Flow

WIDTH = 80
MOST_MENUS = 30
MOST_LINES = 20
"""Menus and lines that the table tells of; JSON has them all."""
_COLUMNS = 28, 16, 16
_INDENT = " " * 44
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@click.command()
@click.argument("flow", metavar="FLOW")
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", help="How it is printed.")
@click.option("-o", "--output", "--svg", metavar="FILE", help="Draw the week as a heat map: .svg or .png.")
@click.option(
    "--show", type=click.Choice(["best", "worst", "silent"]), default="best", help="What the heat map shows; best."
)
@click.option("--today", metavar="DATE", help="The day from which dates count; today if left out.")
def metrics(flow: str, format_: str, output: str | None, show: str, today: str | None) -> None:
    """Measure how far a person is from callers, by line and hour of the week, and how long menus are.

    Seconds and keys are counted until a person is rung: by the quickest way as the line answers (best), by the quickest
    way from the worst place where callers may act (worst), and for who presses nothing (silent).
    """
    day = day_of(today)
    path = Path(output) if output is not None else None
    if path is not None:
        if path.suffix.lower() not in {".svg", ".png"}:
            stop(f"'{path}' is not a drawing that can be made; the ending is .svg or .png")
        stop_where_taken(path, flow)
    read = callable_or_exit(flow)
    found = measured(read, day)
    if path is not None:
        write_or_exit({path: _drawn(_scene(read, found, show), path)}, path, flow)
    elif format_ == "json":
        click.echo(json.dumps(_entry(flow, read, found, day), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(printable(line) for line in _table(found)))
    if found.unexplored:
        click.echo(printable(f"{flow}: not every call could be followed: {found.unexplored}"), err=True)


def _table(found: Measures) -> Iterator[str]:
    """Give the numbers in lines of at most 80 columns; where there is much, the slowest come first."""
    yield "Until a person is rung"
    for line in found.lines[:MOST_LINES]:
        yield from ("", *_line(line))
    if len(found.lines) > MOST_LINES:
        yield from ("", f"and {len(found.lines) - MOST_LINES:,} more lines; `--format json` has them all")
    menus = sorted(found.menus, key=lambda menu: -menu.last) if len(found.menus) > MOST_MENUS else found.menus
    if menus:
        yield from ("", "Menus: how deep they lie, their options, and the second at which each is told")
    for menu in menus[:MOST_MENUS]:
        yield from ("", *_menu(menu))
    if len(menus) > MOST_MENUS:
        left = f"and {len(menus) - MOST_MENUS:,} more menus, which are quicker; `--format json` has them all"
        yield from ("", left)


def _line(line: LineWeek) -> Iterator[str]:
    name = f" ({line.name})" if line.name else ""
    yield from textwrap.wrap(f"{line.line}{name}: {_menus_of(line)}", WIDTH)
    yield _row("  time", "best", "worst", "silent")
    for span in line.spans:
        when, reach = textwrap.wrap(span.when, _COLUMNS[0] - 4), span.reach
        yield _row(f"  {when[0]}", _cost(reach.best), _cost(reach.worst), _cost(reach.silent))
        yield from (f"    {more}" for more in when[1:])
        if reach.place and reach.worst != reach.best:
            yield from textwrap.wrap(f"from '{reach.place}'", WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _menus_of(line: LineWeek) -> str:
    if not line.menus:
        return "no menu"
    return f"{line.menus:,} {'menu' if line.menus == 1 else 'menus'}, {line.depth} deep"


def _row(*cells: str) -> str:
    first, *others, last = cells
    return f"{first:<{_COLUMNS[0]}}{''.join(f'{cell:<{_COLUMNS[1]}}' for cell in others)}{last}".rstrip()


def _cost(cost: Cost | None) -> str:
    if cost is None:
        return "nobody"
    return f"{cost.seconds:.0f} s, {cost.keys} {'key' if cost.keys == 1 else 'keys'}"


def _menu(menu: MenuSize) -> Iterator[str]:
    untold = sum(option.seconds is None for option in menu.options)
    own = f"{menu.own} {'option' if menu.own == 1 else 'options'}"
    yield from textwrap.wrap(f"{menu.menu}: depth {menu.depth}, {own}{f', {untold} untold' if untold else ''}", WIDTH)
    told = ", ".join(
        f"{one.key}\u00a0{'untold' if one.seconds is None else f'{one.seconds:.0f}'}" for one in menu.options
    )
    yield from (
        row.replace("\u00a0", " ") for row in textwrap.wrap(told, WIDTH, initial_indent="  ", subsequent_indent="  ")
    )


def _entry(name: str, flow: Flow, found: Measures, day: date) -> dict[str, Any]:
    return {
        "version": 1,
        "file": name,
        "flow": flow.name,
        "today": day.isoformat(),
        "unexplored": found.unexplored,
        "lines": [_line_entry(line) for line in found.lines],
        "menus": [_menu_entry(menu) for menu in found.menus],
    }


def _line_entry(line: LineWeek) -> dict[str, Any]:
    return {
        "line": line.line,
        "name": line.name,
        "menus": line.menus,
        "depth": line.depth,
        "times": [{"when": span.when, **_reach_entry(span.reach)} for span in line.spans],
        "hours": [
            {"day": _DAYS[number // 24], "hour": number % 24, **_reach_entry(reach)}
            for number, reach in enumerate(line.hours)
        ],
    }


def _reach_entry(reach: Reach) -> dict[str, Any]:
    costs = {"best": reach.best, "worst": reach.worst, "silent": reach.silent}
    return {**{name: cost._asdict() if cost else None for name, cost in costs.items()}, "place": reach.place}


def _menu_entry(menu: MenuSize) -> dict[str, Any]:
    return {
        "menu": menu.menu,
        "depth": menu.depth,
        "language": menu.language,
        "options": [option._asdict() for option in menu.options],
    }


_SHOWN = {
    "best": "Seconds until a person is rung, by the quickest way",
    "worst": "Seconds until a person is rung, from the worst place where callers may act",
    "silent": "Seconds until a person is rung, for callers who press nothing",
}


def _scene(flow: Flow, found: Measures, show: str) -> Scene:
    from ivr.drawing.heat import Block, heat_map  # noqa: PLC0415 -- only where something is drawn

    blocks = tuple(
        Block(line.line, line.name, tuple(cost.seconds if cost else None for cost in _shown(line, show)))
        for line in found.lines
    )
    below = f"{_SHOWN[show]}, in each hour of an ordinary week ({flow.timezone.key})"
    told = (f"{line.line}: {'; '.join(_told(line, show))}." for line in found.lines)
    return heat_map(printable(flow.name), below, printable(f"{below}. {' '.join(told)}"), blocks)


def _shown(line: LineWeek, show: str) -> tuple[Cost | None, ...]:
    return tuple(getattr(reach, show) for reach in line.hours)


def _told(line: LineWeek, show: str) -> Iterator[str]:
    for span in line.spans:
        cost: Cost | None = getattr(span.reach, show)
        yield f"{span.when} {f'{cost.seconds:.0f} s' if cost else 'nobody'}"


def _drawn(scene: Scene, path: Path) -> bytes:
    if path.suffix.lower() == ".svg":
        from ivr.drawing.svg import to_svg  # noqa: PLC0415 -- the same

        return to_svg(scene)
    from ivr.drawing.fonts import fonts  # noqa: PLC0415
    from ivr.drawing.raster import to_png  # noqa: PLC0415
    from ivr.drawing.render import DrawingError  # noqa: PLC0415

    try:
        return to_png(scene, fonts())
    except DrawingError as error:
        stop(str(error))
