"""`ivr check`: hold flows against the catalogue of rules."""

from __future__ import annotations

import sys

import click

from ivr.check import EVERY, Selection, run_checks
from ivr.checks import catalogue
from ivr.cli import UNUSABLE
from ivr.cli.reading import files_in, read
from ivr.finding import Finding, Severity
from ivr.load import Loaded
from ivr.reporter import Report
from ivr.reporters import reporters

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
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to write."
)
@click.option("--select", multiple=True, metavar="RULES", help="Only these rules: codes, their beginnings, or names.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these rules.")
def check(
    flows: tuple[str, ...], fail_level: str, format_: str, select: tuple[str, ...], ignore: tuple[str, ...]
) -> None:
    """Check flows for what callers would trip over.

    FLOW is a file, a folder, or - for standard input. Exits with 0 where nothing was found, with 1 where something was,
    and with 2 where a flow or the command line could not be used.
    """
    selection = Selection(_words(select), _words(ignore))
    files = files_in(flows)
    if not files:
        click.echo(f"There is no flow in {', '.join(flows)}: no YAML file there begins with `ivr: 1`.", err=True)
        sys.exit(UNUSABLE)
    loaded = [read(file) for file in files]
    findings = tuple(finding for one in loaded for finding in findings_of(one, selection))
    texts = {file: text for one in loaded for file, text in one.texts.items()}
    report = reporters()[format_].write(Report(findings, texts, tuple(files)), _colour())
    click.echo(report, nl=False)
    sys.exit(_exit_code(loaded, findings, fail_level))


def findings_of(loaded: Loaded, selection: Selection = EVERY) -> tuple[Finding, ...]:
    """Give the findings on what was read; where no flow could be made of it, what the reader saw."""
    if loaded.flow is not None:
        return run_checks(loaded.flow, catalogue(), selection)
    rules = {rule.code: rule for rule in catalogue()}
    return tuple(Finding(code, rules[code].name, Severity.ERROR, fault) for code, fault in loaded.faults)


def _words(given: tuple[str, ...]) -> tuple[str, ...]:
    """Give the rules that were named, after holding them against the catalogue."""
    words = tuple(word.strip() for one in given for word in one.split(",") if word.strip())
    known = [name for rule in catalogue() for name in (rule.code, rule.name)]
    for word in words:
        if not any(name == word.lower() or name.startswith(word.upper()) for name in known):
            message = f"'{word}' is no rule; `ivr explain` lists them."
            raise click.UsageError(message)
    return words


def _colour() -> bool:
    import os  # noqa: PLC0415 -- kept beside its only use

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _exit_code(loaded: list[Loaded], findings: tuple[Finding, ...], fail_level: str) -> int:
    if any(one.flow is None for one in loaded):
        return UNUSABLE
    level = LEVELS.get(fail_level)
    return int(level is not None and any(finding.severity >= level for finding in findings))
