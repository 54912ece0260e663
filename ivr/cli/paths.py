"""`ivr paths`: make calls of a flow, for people who test it."""

from __future__ import annotations

import difflib
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import click

from ivr.calls import performances
from ivr.calls.coverage import coverage
from ivr.calls.mismatch import named
from ivr.calls.suites import suite
from ivr.cli.clock import day_of
from ivr.cli.keeping import added_to, stop_where_calls_are_lost
from ivr.cli.placing import stop_where_taken, write_or_exit
from ivr.cli.reading import callable_or_exit, stop
from ivr.explore import Explored, Taken, explored
from ivr.flow import Flow
from ivr.paths import (
    ENDLESS,
    Covering,
    Generated,
    Goal,
    by_exit,
    every_call,
    everywhere,
    exits_written,
    shortest_call,
    smallest,
    to_contact,
    to_node,
    untaken,
    why_untaken,
)
from ivr.printable import printable
from ivr.sheet import PlannedCall, Sheet, SheetError, Written
from ivr.sheets import sheet_for, sheet_named, sheets
from ivr.witness import Witness

WIDTH = 80
MOST_CALLS = 1000
LONG = 40
"""Steps of a call that nobody likes to dial."""
_INDENT = " " * 5


class _Made(NamedTuple):
    """The calls that were asked for, what is to be said of them, and the exit code."""

    calls: tuple[Generated, ...]
    told: tuple[str, ...]
    code: int = 0


class _Asked(NamedTuple):
    """What the command line asks for."""

    length: int | None
    to: str | None
    exit_: str | None
    missing: bool
    once: bool
    steps: int | None
    most: int | None
    line: str | None
    language: str | None


@click.command()
@click.argument("flow", metavar="FLOW")
@click.option("--length", type=click.IntRange(min=1), metavar="N", help="Every call, each followed for N steps.")
@click.option("--to", metavar="NAME", help="The shortest call to a node, or to a contact.")
@click.option("--exit", "exit_", metavar="NODE:EXIT", help="The shortest call that leaves a node by one of its exits.")
@click.option("--missing", is_flag=True, help="Take only the exits that the calls written down do not take.")
@click.option("--once", is_flag=True, help="Take each exit once, on whichever line and in whichever language.")
@click.option("--steps", type=click.IntRange(min=1), metavar="N", help="Steps of a call at most, if they are enough.")
@click.option("--most", type=click.IntRange(min=1), metavar="N", help=f"With --length: calls at most; {MOST_CALLS:,}.")
@click.option("--line", metavar="NUMBER", help="Only calls on this line.")
@click.option("--language", metavar="TAG", help="Only what callers take in this language.")
@click.option(
    "--as", "form", metavar="FORM", help=f"How they are written: {', '.join(sheet.name for sheet in sheets())}."
)
@click.option("-o", "--output", metavar="FILE", help="Where to; to the terminal if left out.")
@click.option("--force", is_flag=True, help="Write over a file that has other calls.")
@click.option("--today", metavar="DATE", help="The day from which times count; today if left out.")
def paths(
    flow: str,
    form: str | None,
    output: str | None,
    today: str | None,
    *,
    force: bool,
    **wanted: Any,  # noqa: ANN401 -- the options, by name
) -> None:
    """Make calls of a flow, for people who test it.

    If nothing else is said, these are few calls that take every exit that calls can take: every option, silence and
    wrong key, every outcome, each side of a schedule.
    """
    day = day_of(today)
    path = Path(output) if output is not None else None
    sheet = _sheet(form, path)
    if path is not None:
        stop_where_taken(path, flow)
    read = callable_or_exit(flow)
    asked = _Asked(**wanted)
    _stop_at_odd(read, asked)
    made = _made(explored(read, day), asked, day)
    _put(flow, read, made, sheet, _Target(path, adds=asked.missing, force=force))
    sys.exit(made.code)


def _sheet(form: str | None, path: Path | None) -> Sheet | None:
    """Give the sheet that is asked for, by name or by the ending of a file; None for a short list on the terminal."""
    try:
        if form is not None:
            return sheet_named(form)
        return sheet_for(path) if path is not None else None
    except SheetError as error:
        stop(str(error))


class _Target(NamedTuple):
    """Where calls are written: to the terminal if there is no `path`; `adds` to a file of calls that is there."""

    path: Path | None
    adds: bool = False
    force: bool = False


def _files(written: Written, made: _Made, sheet: Sheet, path: Path, target: _Target) -> dict[Path, bytes]:
    """Give the files to write; calls that are written down already are not lost."""
    files = written.beside(path)
    if sheet.name != "calls" or not path.exists() or path not in files:
        return files
    if target.adds:
        return {path: added_to(path, (call.call.entry(call.title) for call in made.calls))}
    if not target.force:
        stop_where_calls_are_lost(path, files[path])
    return files


def _put(name: str, flow: Flow, made: _Made, sheet: Sheet | None, target: _Target) -> None:
    """Print the calls or write them into files, and say what is to be said of them."""
    path = target.path
    notes: tuple[str, ...] = ()
    if sheet is None:
        click.echo("".join(f"{line}\n" for line in _listed(made.calls)), nl=False)
    elif made.calls:
        planned = tuple(PlannedCall(call.title, call.call) for call in made.calls)
        written = sheet.write(flow, planned, path.stem if path is not None else Path(name).stem)
        notes = written.notes
        if path is not None:
            write_or_exit(_files(written, made, sheet, path, target), path, name)
        elif len(written.files) > 1:
            many = f"`--as {sheet.name}` makes {len(written.files)} files"
            stop(f"{many}; say where to, as in `-o calls{sheet.suffixes[0]}`")
        else:
            click.echo(written.files[0][1], nl=False)
    for sentence in (*notes, *made.told):
        click.echo("\n".join(textwrap.wrap(printable(sentence), WIDTH)), err=sheet is not None and path is None)


def _made(found: Explored, asked: _Asked, day: date) -> _Made:
    flow, lines = found.flow, (asked.line,) if asked.line is not None else tuple(found.flow.lines)
    if asked.length is not None:
        return _every(found, lines, asked.length, asked.most or MOST_CALLS)
    if asked.to is not None:
        return _shortest(found, lines, _place(flow, asked.to, asked.language), asked.to, "")
    if asked.exit_ is not None:
        node, on = _exit_of(flow, asked.exit_)
        return _shortest(found, lines, by_exit(node, on, asked.language), node, on)
    already = _taken_already(found, day) if asked.missing else frozenset()
    groups = [lines] if asked.once else [(one,) for one in lines]
    return _few(found, smallest(found, groups, _counting(asked, already), asked.steps or ENDLESS), asked)


def _few(found: Explored, covered: Covering, asked: _Asked) -> _Made:
    if not covered.exits:
        told = "The calls that are written down take every exit that calls can take."
        return _Made(
            (), (told if asked.missing else "Calls can take no exits.", *_missed(found)), int(not asked.missing)
        )
    several = "the one exit" if covered.exits == 1 else f"all {covered.exits:,} exits"
    kind = "that are missing" if asked.missing else "that calls can take"
    told = (
        f"{_count(len(covered.calls), 'call takes', 'calls take')} {several} {kind}"
        f"{f' in {asked.language}' if asked.language else ''}; "
        f"at least {_count(covered.fewest, 'call is', 'calls are')} needed for that."
    )
    longest = max((len(call.call.steps) for call in covered.calls), default=0)
    long = f"The longest call has {longest:,} steps; `--steps {LONG}` makes them shorter, and more of them."
    notes = [long] if longest > LONG else [*_longer(covered, asked.steps)]
    return _Made(covered.calls, (told, *notes, *_missed(found), *_unmade(covered)))


def _longer(covered: Covering, steps: int | None) -> Iterator[str]:
    """Say that some calls have more steps than was asked for."""
    longer = sum(len(call.call.steps) > steps for call in covered.calls) if steps is not None else 0
    if longer:
        yield f"{_count(longer, 'call has', 'calls have')} more steps than {steps}: what they take needs more."


def _missed(found: Explored) -> Iterator[str]:
    """Tell of the exits that no call takes; those with one reason together."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for one in untaken(found):
        reasons.setdefault((one.node, one.reason), []).append(one.on)
    for (node, reason), exits in reasons.items():
        listed = ", ".join(f"'{on}'" for on in exits)
        yield f"No call takes {listed} of '{node}': {reason}."


def _unmade(covered: Covering) -> Iterator[str]:
    for taken in covered.unmade:
        yield (
            f"'{taken.on}' of '{taken.node}' seems to be taken by calls, but none could be made that takes it"
            f"{f' (on {taken.line}, in {taken.language})' if taken.line else ''}."
        )


def _stop_at_odd(flow: Flow, asked: _Asked) -> None:
    """Stop where the options contradict one another, or name what the flow does not have."""
    kinds = {"--length": asked.length, "--to": asked.to, "--exit": asked.exit_}
    several = [name for name, value in kinds.items() if value is not None]
    if len(several) > 1:
        stop(f"{' and '.join(several)} ask for different calls; give one of them")
    unused = {"--once": asked.once, "--missing": asked.missing, "--steps": asked.steps}
    for name, value in unused.items():
        if several and value:
            stop(f"{name} says nothing with {several[0]}; leave it out")
    if asked.most is not None and asked.length is None:
        stop("--most says nothing without --length; give both, or leave it out")
    _stop_at_strange("line", asked.line, flow.lines)
    _stop_at_strange("language", asked.language, flow.languages)


def _stop_at_strange(what: str, name: str | None, known: Iterable[str]) -> None:
    if name is not None and name not in known:
        _stop_at(f"the flow has no {what} '{name}'", name, known)


def _stop_at(fault: str, name: str, known: Iterable[str]) -> NoReturn:
    near = difflib.get_close_matches(name, list(known), 1)
    stop(f"{fault}; did you mean '{near[0]}'?" if near else f"{fault}; it has {named(known) or 'none'}")


def _place(flow: Flow, name: str, language: str | None) -> Goal:
    if name in flow.nodes:
        return to_node(name, language)
    if name in flow.contacts:
        return to_contact(name, language)
    _stop_at(f"the flow has no node and no contact '{name}'", name, [*flow.nodes, *flow.contacts])


def _exit_of(flow: Flow, name: str) -> tuple[str, str]:
    """Understand `NODE:EXIT`; a node's name may hold a colon itself."""
    node, on = next(
        ((name[:at], name[at + 1 :]) for at, sign in enumerate(name) if sign == ":" and name[:at] in flow.nodes),
        name.partition(":")[::2],
    )
    if not on:
        stop(f"'{name}' names no exit; write the node, a colon and the exit, as in `main:1` or `main:silence`")
    _stop_at_strange("node", node, flow.nodes)
    known = list(dict.fromkeys(exits_written(flow, node)))
    if on not in known:
        _stop_at(f"'{node}' has no exit '{on}'", on, known)
    return node, on


def _taken_already(found: Explored, day: date) -> frozenset[Taken]:
    """Give the exits that calls which are written down take, those in files beside the flow too."""
    here = suite(Path(found.flow.file))
    ran = here.run(day) if here.flow is not None else performances(found.flow, day)
    return coverage(found, (one.session for one in ran if one.session is not None)).taken


def _counting(asked: _Asked, already: frozenset[Taken]) -> Callable[[Taken], Taken | None]:
    known = {everywhere(taken) for taken in already} if asked.once else already

    def counts(taken: Taken) -> Taken | None:
        counted = everywhere(taken) if asked.once else taken
        return None if counted in known or asked.language not in {None, taken.language} else counted

    return counts


def _every(found: Explored, lines: tuple[str, ...], length: int, most: int) -> _Made:
    calls = every_call(found, lines, length, most)
    if calls is None:
        stop(
            f"there are more than {most:,} calls of up to {_count(length, 'step', 'steps')}; "
            "ask for shorter ones, for one line (`--line`), or for more (`--most`)"
        )
    told = f"{_count(len(calls), 'call', 'calls')}: all that there are, followed for {_count(length, 'step', 'steps')}."
    return _Made(calls, (told,))


def _shortest(found: Explored, lines: tuple[str, ...], goal: Goal, name: str, on: str) -> _Made:
    call = shortest_call(found, lines, goal)
    if call is not None:
        return _Made((call,), ())
    why = why_untaken(found, name, on) if name in found.flow.nodes else ""
    told = f"No call takes '{on}' of '{name}'" if on else f"No call comes to '{name}'"
    return _Made((), (f"{told}{f': {why}' if why else ' in the way that is asked for'}.",), 1)


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"


def _listed(calls: tuple[Generated, ...]) -> Iterator[str]:
    for number, call in enumerate(calls, 1):
        yield from textwrap.wrap(
            printable(call.title), WIDTH, initial_indent=f"{number:>3}  ", subsequent_indent=_INDENT
        )
        yield from textwrap.wrap(printable(_told(call.call)), WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _told(call: Witness) -> str:
    return f"{call.words()}: {f'at {call.reach}' if call.reach else call.end}"
