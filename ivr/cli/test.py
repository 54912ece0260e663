"""`ivr test`: run the calls that flows and the files beside them write down."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from ivr.calls.suites import Suite, suite
from ivr.cli import UNUSABLE
from ivr.cli.clock import day_of
from ivr.cli.format_option import format_option
from ivr.cli.placing import colour_wanted, put_report
from ivr.cli.reading import STDIN, files_in, is_folder, read, stop
from ivr.loading.beside import ENDINGS, flow_of, is_file_of_calls
from ivr.printable import printable
from ivr.result import Results, Tested, too_low
from ivr.results import formats, writer
from ivr.results.text import MOST_MISSING

if TYPE_CHECKING:
    from ivr.calls import Performance


class _Asked(NamedTuple):
    """What the command line asks for, of each flow; for so many exits at `most` a call is looked for."""

    today: date
    words: str
    coverage: bool
    most: int | None


@click.command()
@click.argument("flows", metavar="FLOW...", nargs=-1, required=True)
@click.option("-k", "words", default="", metavar="WORDS", help="Run only calls whose name has all these words in it.")
@click.option("--coverage", is_flag=True, help="Tell which exits the calls take, and a call for each that is missing.")
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="N", help="Exit with 1 below N % of the exits.")
@format_option(formats(), "For people (text), or for programs.")
@click.option("-v", "--verbose", is_flag=True, help="Tell also of calls that passed.")
@click.option("--today", metavar="DATE", help="The day from which the times of calls count; today if left out.")
@click.option("-o", "--output-file", metavar="FILE", help="Write the results there.")
def test(  # the name of the command
    flows: tuple[str, ...],
    words: str,
    fail_under: float | None,
    format_: str,
    today: str | None,
    output_file: str | None,
    *,
    coverage: bool,
    verbose: bool,
) -> None:
    """Run the calls that flows write down, and those in files beside them.

    The calls stand under `calls:` in FLOW, and in files named like it: clinic.calls.yaml has calls of clinic.yaml. FLOW
    may also be such a file, for its calls alone, or a folder. Exits with 1 where a call fails.
    """
    most = MOST_MISSING if format_ == "text" else None
    asked = _Asked(day_of(today), words, coverage or fail_under is not None, most)
    suites = list(_suites(flows))
    tested: list[Tested] = []
    texts: dict[str, str] = {}
    usable = True
    for one in suites:
        usable = _tell_faults(one) and usable
        if one.loaded is not None:
            texts.update(one.loaded.texts)
            tested.append(_run(one, asked))
    results = Results(tuple(one for one in tested if one.performances or asked.coverage), texts, verbose, fail_under)
    if usable and not results.performances:
        stop(_nothing(flows, words))
    if not results.performances and not asked.coverage:
        sys.exit(UNUSABLE)
    put_report(writer(format_).write(results, colour_wanted() and not output_file), output_file)
    if format_ != "text" or output_file:
        for low in results.too_low:
            click.echo(printable(too_low(low, fail_under or 0.0)), err=True)
    if not usable:
        sys.exit(UNUSABLE)
    sys.exit(int(bool(results.failed or results.too_low)))


def _suites(names: tuple[str, ...]) -> Iterator[Suite]:
    """Read what was named; of a folder, every flow and every file of calls below.

    A file of calls beside a flow that was named too is not read twice.
    """
    files = files_in(names)
    flows = {Path(name).resolve() for name in files if name != STDIN and not is_file_of_calls(Path(name))}
    for name in files:
        if name == STDIN:
            yield Suite(name, read(name))
        elif not (is_file_of_calls(Path(name)) and _is_read_with(Path(name), flows)):
            yield suite(Path(name))
    for folder in filter(is_folder, names):
        below = (path for ending in ENDINGS for path in sorted(Path(folder).rglob(f"*{ending}")))
        yield from (suite(path) for path in below if not _is_read_with(path, flows))


def _is_read_with(path: Path, flows: set[Path]) -> bool:
    """Whether a file of calls is read with one of some flows: it stands beside it."""
    flow = flow_of(path)
    return flow is not None and flow.resolve() in flows and flow.parent.resolve() == path.parent.resolve()


def _tell_faults(one: Suite) -> bool:
    """Tell what is wrong with a flow besides its calls, which tell it themselves; False where nothing can be run."""
    if one.loaded is None:
        click.echo(printable(one.wrong), err=True)
        return False
    within = _places_of_calls(one)
    for code, fault in one.loaded.faults:
        place = fault.place
        if not any(file == place.file and start <= place.line <= end for file, start, end in within):
            click.echo(printable(f"{place}: {code} error: {fault.message}"), err=True)
    return one.flow is not None


def _places_of_calls(one: Suite) -> list[tuple[str, int, int]]:
    flow = one.flow
    entries = flow.tree.get("calls", "") if flow else ""
    places = [flow.place("calls", at) for at in range(len(entries))] if flow and isinstance(entries, list) else []
    return [(place.file, place.line, place.end_line) for place in places]


def _run(one: Suite, asked: _Asked) -> Tested:
    performances = tuple(one.run(asked.today, asked.words))
    if not asked.coverage or one.flow is None:
        return Tested(one.file, performances)
    return _covered(one, performances, asked)


def _covered(one: Suite, performances: tuple[Performance, ...], asked: _Asked) -> Tested:
    from ivr.calls.coverage import coverage, covering_call  # noqa: PLC0415 -- exploring is slow to import
    from ivr.explore import explored  # noqa: PLC0415 -- the same

    if one.flow is None:
        return Tested(one.file, performances)
    found = explored(one.flow, asked.today)
    covered = coverage(found, (each.session for each in performances if each.session is not None))
    return Tested(
        one.file, performances, covered, tuple((exit_, covering_call(found, exit_)) for exit_ in covered.missing)
    )


def _nothing(names: tuple[str, ...], words: str) -> str:
    where = f"'{names[0]}'" if len(names) == 1 else f"these {len(names)} files"
    if words:
        return f"no call in {where} has '{words}' in its name; `ivr test -v` tells the names"
    return f"there are no calls in {where}; write some under `calls:`, or have `ivr paths` make them"
