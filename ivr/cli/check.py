"""`ivr check`: hold flows against the catalogue of rules."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import partial

import click

from ivr.check import EVERY, Selection, run_checks
from ivr.checks import catalogue
from ivr.cli import UNUSABLE
from ivr.cli.asking import Asked, fix_options
from ivr.cli.clock import day_of
from ivr.cli.explain import meant
from ivr.cli.fixing import fix_first
from ivr.cli.promises import show_promises
from ivr.cli.reading import STDIN, STDIN_NAME, files_in, read, stop
from ivr.finding import Finding, Severity
from ivr.loader import Loaded
from ivr.printable import printable
from ivr.reporter import Report
from ivr.reporters import formats, reporter

LEVELS = {str(level): level for level in Severity}


@click.command()
@click.argument("flows", nargs=-1, required=True, metavar="FLOW...")
@click.option(
    "--fail-level",
    type=click.Choice([*LEVELS, "never"]),
    default="warning",
    show_default=True,
    help="Exit with 1 where a finding is at least this bad.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(formats()),
    default=lambda: "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text",
    show_default="text; in a GitHub Action, github",
    help="For people (text, concise, markdown), or for programs.",
)
@click.option("--select", multiple=True, metavar="RULES", help="Check only these rules.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")
@click.option("--today", metavar="DATE", help="Check as on this day; rules that look at dates ask for it.")
@click.option("--promises", is_flag=True, help="Print the table of all promises, kept or refuted, and nothing else.")
@fix_options
def check(
    flows: tuple[str, ...],
    fail_level: str,
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: str | None,
    promises: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    fix_only: bool,
) -> None:
    """Check flows for what callers would trip over.

    FLOW is a file, a folder (every flow below it), or - for standard input. RULES are codes (KY001), beginnings of
    codes (KY), or names (duplicate-key), with commas between them; `ivr explain` lists them.

    \b
    Exits with
      0  where nothing was found,
      1  where something was found that is as bad as --fail-level, or worse,
      2  where a flow, or the command line, could not be used.
    """  # noqa: D301 -- click's own sign for lines that stay as they are
    selection = Selection(_words(select), _words(ignore))
    files = files_in(flows)
    if not files:
        stop(f"There is no flow in {', '.join(flows)}: no YAML file there begins with `ivr: 1`.")
    day = day_of(today)
    if promises:
        sys.exit(show_promises([(file, read(file)) for file in files], day, format_))
    if asked := Asked(fix, unsafe_fixes, diff, fix_only):
        fix_first(files, asked, partial(findings_of, selection=selection, today=day), partial(findings_of, today=day))
    loaded = [read(file) for file in files]
    findings = tuple(finding for one in loaded for finding in findings_of(one, selection, today=day))
    texts = {file: text for one in loaded for file, text in one.texts.items()}
    names = tuple(STDIN_NAME if file == STDIN else file for file in files)
    report = reporter(format_).write(Report(findings, texts, names, catalogue()), _colour())
    click.echo(report, nl=False)
    sys.exit(_exit_code(loaded, findings, fail_level))


def findings_of(loaded: Loaded, selection: Selection = EVERY, *, today: date) -> tuple[Finding, ...]:
    """Give the findings on what was read; where no flow could be made of it, what the reader saw."""
    if loaded.flow is not None:
        return run_checks(loaded.flow, catalogue(), selection, today=today)
    names = {rule.code: rule.name for rule in catalogue()}
    return tuple(Finding(code, names[code], Severity.ERROR, fault) for code, fault in loaded.faults)


def _words(given: tuple[str, ...]) -> tuple[str, ...]:
    """Give the rules that were named, after holding them against the catalogue."""
    words = tuple(word.strip() for one in given for word in one.split(",") if word.strip())
    known = [name for rule in catalogue() for name in (rule.code, rule.name)]
    for word in words:
        if not any(name == word.lower() or name.startswith(word.upper()) for name in known):
            message = f"There is no rule '{printable(word)}'{meant(word)}"
            raise click.UsageError(message)
    return words


def _colour() -> bool:
    """Whether colours are wanted; see no-color.org."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout is not None and sys.stdout.isatty() and not plain


def _exit_code(loaded: list[Loaded], findings: tuple[Finding, ...], fail_level: str) -> int:
    if any(one.flow is None for one in loaded):
        return UNUSABLE
    level = LEVELS.get(fail_level)
    return int(level is not None and any(finding.severity >= level for finding in findings))
