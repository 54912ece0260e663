"""`ivr audit`: hold a flow against the documents that describe it."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ivr.checking.settings import Settings, SettingsError, nearest
from ivr.cli.check_options import fail_levels_and_formats, words_given
from ivr.cli.clock import day_of
from ivr.cli.extract import documents_or_exit, region_or_exit
from ivr.cli.reading import STDIN, STDIN_NAME, flow_or_exit, stop
from ivr.finding import Finding, Severity, each_once
from ivr.loading.text import is_flow, read_text
from ivr.printable import path_of

if TYPE_CHECKING:
    from ivr.auditing.documented import Documented
    from ivr.check import Selection
    from ivr.flow import Flow


@click.command()
@click.argument("flow", metavar="FLOW")
@click.argument("documents", nargs=-1, metavar="DOC...", required=True)
@fail_levels_and_formats
@click.option(
    "--select", multiple=True, metavar="RULES", callback=words_given, help="Hold it against these rules only."
)
@click.option("--ignore", multiple=True, metavar="RULES", callback=words_given, help="Leave these rules out.")
@click.option("--today", metavar="DATE", help="As on this day; today if left out.")
@click.option(
    "--region", default="US", show_default=True, metavar="CC", help="The country of numbers without a country's code."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
def audit(
    flow: str,
    documents: tuple[str, ...],
    fail_level: str | None,
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: str | None,
    region: str,
    exit_zero: bool,
) -> None:
    """Hold a flow against the documents that tell callers of it.

    The documents (.txt, .md, .html) are read as `ivr extract` reads them; every key that they name is pressed, in every
    call that could be made. Findings name the place in the flow and the line of the document. RULES are codes (DC015),
    beginnings of codes, or names; `ivr explain DC015` prints the page of one.

    \b
    Exits with
      0  where nothing was found,
      1  where something was found that is as bad as --fail-level, or worse,
      2  where the flow, a document or the command line could not be used.
    """  # noqa: D301 -- click's own sign for lines that stay as they are
    _stop_in_wrong_order(flow, documents)
    read = flow_or_exit(flow)
    documented = _documented(documents, region_or_exit(region))
    if not documented.found.options and not documented.found.numbers:
        stop(
            f"{', '.join(documents)}: no key, no number and no hours were found, so there is nothing to hold "
            f"'{flow}' against"
        )
    settings = _settings(flow)
    findings = each_once(_found(read, documented, day_of(today), _selection(settings, select, ignore)))
    _report(findings, read, documented, STDIN_NAME if flow == STDIN else flow, format_)
    level = {str(one): one for one in Severity}.get(fail_level or settings.fail_level or "warning")
    failed = level is not None and any(one.severity >= level for one in findings)
    sys.exit(int(failed and not exit_zero))


def _stop_in_wrong_order(flow: str, documents: tuple[str, ...]) -> None:
    """Stop where a flow stands among the documents, or a document in the place of the flow."""
    one = next((name for name in documents if name != STDIN and is_flow(read_text(Path(name))[0] or "")), "")
    ending = Path(flow).suffix.lower()
    if ending in _OF_DOCUMENTS:
        stop(f"'{flow}' is a document and no flow; the flow comes first: ivr audit {one or 'FLOW'} {flow}")
    if one:
        stop(f"'{one}' is a flow and no document; a flow comes first, and only one: ivr audit {one} DOC")


_OF_DOCUMENTS = frozenset((".txt", ".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml"))


def _documented(names: tuple[str, ...], region: str) -> Documented:
    from ivr.auditing.documented import Documented  # noqa: PLC0415 -- slow to import
    from ivr.prose.extracted import extract  # noqa: PLC0415 -- the same

    read = documents_or_exit(names)
    return Documented(tuple(read), extract(read, region), {one.name: one.text for one in read}, region)


def _settings(flow: str) -> Settings:
    """Give the settings that stand above a flow; stop where they cannot be used."""
    try:
        return nearest(Path() if flow == STDIN else Path(flow).parent)
    except SettingsError as error:
        stop(str(error))


def _selection(settings: Settings, select: tuple[str, ...], ignore: tuple[str, ...]) -> Selection:
    """Say which rules run: those named, but for those that are left out here or in the settings."""
    from ivr.audits import audits  # noqa: PLC0415 -- slow to import
    from ivr.check import Selection, named  # noqa: PLC0415 -- the same
    from ivr.checking.choice import choice_of  # noqa: PLC0415 -- the same

    rules = audits()
    unknown = next((word for word in (*select, *ignore) if not any(named(rule, word) for rule in rules)), "")
    if unknown:
        message = f"'{unknown}' is no rule of an audit; those are {rules[0].code} to {rules[-1].code}."
        raise click.UsageError(message)
    try:
        chosen = choice_of(settings).selection
    except SettingsError as error:
        stop(str(error))
    return Selection(select, (*ignore, *chosen.ignore), severity=chosen.severity)


def _found(flow: Flow, documented: Documented, today: date, selection: Selection) -> tuple[Finding, ...]:
    from dataclasses import replace  # noqa: PLC0415 -- beside its use

    from ivr.audits import audits  # noqa: PLC0415 -- slow to import
    from ivr.check import run_checks  # noqa: PLC0415 -- the same

    told = tuple(replace(rule, find=partial(rule.find, documented=documented)) for rule in audits())
    return run_checks(flow, told, selection, today=today)


def _report(findings: tuple[Finding, ...], flow: Flow, documented: Documented, name: str, format_: str) -> None:
    from ivr.audits import audits  # noqa: PLC0415 -- slow to import
    from ivr.reporter import Report  # noqa: PLC0415 -- the same
    from ivr.reporters import reporter  # noqa: PLC0415 -- the same

    colour = sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    texts = {**documented.texts, **flow.texts}
    if format_ in _WITHOUT_RELATED:
        findings = tuple(map(_cited, findings))
    report = Report(findings, texts, (name,), audits(), "audit")
    click.echo(reporter(format_).write(report, colour), nl=False)


_WITHOUT_RELATED = frozenset(("concise", "github", "junit", "markdown"))
"""Formats that show a finding's sentence, and none of the places that belong to it."""


def _cited(finding: Finding) -> Finding:
    """Give a finding whose sentence names the lines of the documents that it is about."""
    fault = finding.fault
    places = (f"{path_of(place.file)}:{place.line}" for place, _ in fault.related if place.file != fault.place.file)
    new = [place for place in places if place not in fault.message]
    return finding._replace(fault=fault._replace(message=f"{fault.message} ({', '.join(new)})")) if new else finding
