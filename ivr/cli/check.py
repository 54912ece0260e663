"""`ivr check`: hold flows against the catalogue of rules."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from ivr.checking.outcome import Outcome
from ivr.checking.settings import SettingsError
from ivr.cli import UNUSABLE
from ivr.cli.asking import Asked, fix_options
from ivr.cli.check_options import Wanted, check_options
from ivr.cli.checking import Checking
from ivr.cli.placing import colour_wanted, put_report
from ivr.cli.reading import STDIN, STDIN_NAME, read, stop
from ivr.finding import Finding, Severity, each_once
from ivr.reporter import Report
from ivr.reporters import reporter

if TYPE_CHECKING:
    from ivr.check import Selection
    from ivr.loader import Loaded

_LEVELS = {str(level): level for level in Severity}
_WITH_RULES = frozenset({"sarif"})
"""The formats that tell of rules besides findings."""
_FOR_PROMISES = frozenset({"text", "json", "github"})
"""The formats in which promises can be asked for; in a GitHub Action, github is what nobody has asked for."""


@click.command()
@click.argument("flows", nargs=-1, metavar="FLOW...")
@check_options
@fix_options
def check(fix: bool, unsafe_fixes: bool, diff: bool, fix_only: bool, **given: Any) -> None:  # noqa: ANN401 -- see Wanted
    """Check flows for what callers would trip over.

    FLOW is a file, a folder (every flow below it), or - for standard input. RULES are codes (KY001), beginnings of
    codes (KY), or names (duplicate-key), with commas between them; `ivr explain` lists them, and the profiles.

    Settings come from the nearest ivr.toml, or [tool.ivr] in pyproject.toml, above each flow; what is given here wins.

    \b
    Exits with
      0  where nothing was found,
      1  where something was found that is as bad as --fail-level, or worse,
      2  where a flow, the settings or the command line could not be used.
    """  # noqa: D301 -- click's own sign for lines that stay as they are
    wanted = Wanted(**given)
    try:
        checking = Checking(wanted)
        if wanted.show_settings:
            click.echo(checking.shown_settings(), nl=False)
            return
        if not wanted.flows:
            message = "Missing argument 'FLOW...'."
            raise click.UsageError(message)
        _refuse_idle(wanted, fixing=fix or unsafe_fixes or diff or fix_only)
        if wanted.watch:
            from ivr.cli.watching import watch  # noqa: PLC0415 -- seldom asked for

            watch(checking, lambda: _once(checking))
        if wanted.promises:
            from ivr.cli.promises import show_promises  # noqa: PLC0415 -- slow to import

            sys.exit(show_promises([(file, read(file)) for file in checking.files], checking.today, wanted.format_))
        if asked := Asked(fix, unsafe_fixes, diff, fix_only):
            _fix(checking, asked)
        sys.exit(_once(checking))
    except SettingsError as error:
        stop(str(error))


def _refuse_idle(wanted: Wanted, *, fixing: bool) -> None:
    """Raise click.UsageError for options that nothing would come of, besides another one."""
    writing = fixing or wanted.add_ignore or bool(wanted.write_baseline)
    message = ""
    if wanted.watch and (writing or wanted.promises):
        message = "--watch only reports findings; leave the other options out."
    elif wanted.promises and (writing or wanted.statistics or wanted.baseline or wanted.output_file):
        message = "--promises prints its table and nothing else; leave the other options out."
    elif wanted.promises and wanted.format_ not in _FOR_PROMISES:
        message = (
            f"--promises is printed as text or json; '{wanted.format_}' is for findings, and PM001 is one of them."
        )
    elif wanted.reason and not wanted.add_ignore:
        message = "--reason goes with --add-ignore, which writes it down."
    if message:
        raise click.UsageError(message)


def _once(checking: Checking) -> int:
    """Check all flows once, do what is wanted with what was found, and give the exit code."""
    wanted = checking.wanted
    outcomes = checking.outcomes()
    if wanted.write_baseline or wanted.add_ignore:
        from ivr.cli.adopting import add_suppressions, write_baseline  # noqa: PLC0415 -- once in a project's life

        return write_baseline(checking, outcomes) if wanted.write_baseline else add_suppressions(checking, outcomes)
    if wanted.baseline:
        from ivr.cli.adopting import without_known  # noqa: PLC0415 -- for few projects only

        outcomes = without_known(checking, outcomes)
    _tell(wanted, outcomes)
    return _exit_code(checking, outcomes)


def _tell(wanted: Wanted, outcomes: list[Outcome]) -> None:
    """Print the report, or write it into its file."""
    findings = each_once(finding for one in outcomes for finding in one.findings)
    if wanted.statistics:
        report = _statistics(findings, wanted.format_)
    else:
        texts = {file: text for one in outcomes for file, text in one.texts.items()}
        names = tuple(STDIN_NAME if one.file == STDIN else one.file for one in outcomes)
        colour = colour_wanted() and not wanted.output_file
        report = reporter(wanted.format_).write(Report(findings, texts, names, _rules(wanted.format_)), colour)
    put_report(report, wanted.output_file)


def _rules(format_: str) -> tuple[Any, ...]:
    if format_ not in _WITH_RULES:
        return ()
    from ivr.checks import catalogue  # noqa: PLC0415 -- slow to import

    return catalogue()


def _statistics(findings: Iterable[Finding], format_: str) -> str:
    """Give how often each rule is broken, the worst first; in JSON where that is the format."""
    counts = Counter((-finding.severity, finding.code, finding.name) for finding in findings)
    rows = sorted((level, -count, code, name) for (level, code, name), count in counts.items())
    if format_ == "json":
        from ivr.reporter import json_text  # noqa: PLC0415 -- seldom asked for

        told = [
            {"code": code, "name": name, "severity": str(Severity(-level)), "count": -count}
            for level, count, code, name in rows
        ]
        return json_text(told)
    width = max((len(str(-count)) for _, count, _, _ in rows), default=1)
    lines = [f"{-count:>{width}}  {code}  {Severity(-level)!s:7}  {name}\n" for level, count, code, name in rows]
    return "".join(lines) or "Nothing to report.\n"


def _fix(checking: Checking, asked: Asked) -> None:
    from ivr.cli.fixing import fix_first  # noqa: PLC0415 -- slow to import

    checking.prepare()
    fix_first(checking.files, asked, checking.found_in, partial(findings_of, today=checking.today))


def findings_of(loaded: Loaded, selection: Selection | None = None, *, today: date) -> tuple[Finding, ...]:
    """Give the findings on what was read; where no flow could be made of it, what the reader saw."""
    from ivr.check import EVERY  # noqa: PLC0415 -- slow to import, and not needed for what is known from last time
    from ivr.checking.choice import Choice  # noqa: PLC0415 -- the same

    return Choice(selection or EVERY).findings_on(loaded, today=today)


def _exit_code(checking: Checking, outcomes: list[Outcome]) -> int:
    if not all(one.usable for one in outcomes):
        return UNUSABLE
    if checking.wanted.exit_zero:
        return 0
    most = checking.wanted.max_warnings
    warnings = sum(finding.severity is Severity.WARNING for one in outcomes for finding in one.findings)
    too_many = most is not None and warnings > most
    return int(too_many or any(_fails(one, checking.fail_level(one.file), most) for one in outcomes))


def _fails(outcome: Outcome, fail_level: str, most_warnings: int | None) -> bool:
    """Whether a flow has a finding that is too bad; where warnings are counted, none of them is by itself."""
    level = _LEVELS.get(fail_level)
    return level is not None and any(
        finding.severity >= level and (most_warnings is None or finding.severity is Severity.ERROR)
        for finding in outcome.findings
    )
