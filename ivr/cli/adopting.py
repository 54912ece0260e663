"""Beginning to check in an old project: a baseline of what there is, or suppressions for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from ivr.baseline import Baseline, BaselineError, Known, baseline_text, path_from, read_baseline
from ivr.checking.outcome import Outcome
from ivr.cli.checking import Checking
from ivr.cli.reading import STDIN, stop
from ivr.finding import Finding, each_once
from ivr.printable import printable
from ivr.writing import write_files

_NOT_SUPPRESSED = frozenset({"DC011", "DC012", "XX001"})
"""What says something of suppressions is not put right by more of them, nor a check that broke down."""


def write_baseline(checking: Checking, outcomes: list[Outcome]) -> int:
    """Write down all that was found; nothing where a flow could not be used, as too little would be known of it."""
    path = Path(checking.wanted.write_baseline or "")
    _stop_at_unusable(outcomes, f"'{path.as_posix()}' is not written")
    findings = _each_once(outcomes)
    try:
        write_files({path: baseline_text(findings, str(path.parent)).encode()})
    except OSError as error:
        stop(f"'{path.as_posix()}' cannot be written: {error.strerror}")
    count = f"{len(findings)} finding{'' if len(findings) == 1 else 's'}"
    click.echo(printable(f"Wrote {count} to {path.as_posix()}; `--baseline` reports what comes besides."), err=True)
    return 0


def without_known(checking: Checking, outcomes: list[Outcome]) -> list[Outcome]:
    """Leave out what the baseline knows, and tell on standard error how much of it is gone; raises click.UsageError."""
    try:
        baseline = read_baseline(Path(checking.wanted.baseline or ""))
    except BaselineError as error:
        stop(str(error))
    sifted = baseline.sift(_each_once(one for one in outcomes if one.usable))
    new = set(sifted.new)
    gone = _looked_for(checking, outcomes, baseline, sifted.gone)
    if gone:
        said = "1 entry no longer occurs" if gone == 1 else f"{gone} entries no longer occur"
        click.echo(printable(f"{checking.wanted.baseline}: {said}; --write-baseline writes it anew."), err=True)
    return [
        one._replace(findings=tuple(finding for finding in one.findings if finding in new)) if one.usable else one
        for one in outcomes
    ]


def _looked_for(checking: Checking, outcomes: list[Outcome], baseline: Baseline, gone: Mapping[Known, int]) -> int:
    """Count what was looked for and not found: in the files that were checked, by the rules that ran."""
    settings = {path_from(file, baseline.folder): one.file for one in outcomes for file in one.texts if one.usable}
    here = {known: count for known, count in gone.items() if known.file in settings}
    if not here:
        return 0
    from ivr.checking.choice import choice_of  # noqa: PLC0415 -- slow to import, and seldom needed
    from ivr.checks import catalogue  # noqa: PLC0415 -- the same

    rules = {rule.code: rule for rule in catalogue()}
    return sum(
        count
        for known, count in here.items()
        if known.code not in rules
        or choice_of(checking.settings_for(settings[known.file])).selection.takes(rules[known.code])
    )


def add_suppressions(checking: Checking, outcomes: list[Outcome]) -> int:
    """Write a suppression for every finding into its file; exits with 1 where one could not be written."""
    from ivr.checking.silence import silenced  # noqa: PLC0415 -- once in a project's life
    from ivr.cli.rewriting import write_texts  # noqa: PLC0415 -- the same

    if STDIN in checking.files:
        stop("suppressions are written into files, and standard input is none")
    _stop_at_unusable(outcomes, "nothing is written")
    texts = {file: text for one in outcomes for file, text in one.texts.items()}
    by_file: dict[str, list[Finding]] = {}
    for finding in _each_once(outcomes):
        if finding.code not in _NOT_SUPPRESSED and finding.place.file in texts:
            by_file.setdefault(finding.place.file, []).append(finding)
    reason = " ".join(checking.wanted.reason.split())
    done = {file: silenced(texts[file], file, some, reason) for file, some in by_file.items()}
    write_texts(texts, {file: one.text for file, one in done.items() if one.text != texts[file]})
    left = [finding for one in done.values() for finding in one.left]
    for finding in left:
        click.echo(printable(f"{finding.place}: no comment can stand here for {finding.code}"), err=True)
    count = sum(len(one.done) for one in done.values())
    findings, files = f"{count} finding{'s' * (count != 1)}", f"{len(done)} file{'s' * (len(done) != 1)}"
    click.echo(f"Suppressed {findings} in {files}.", err=True)
    return int(bool(left))


def _each_once(outcomes: Iterable[Outcome]) -> tuple[Finding, ...]:
    return each_once(finding for one in outcomes for finding in one.findings)


def _stop_at_unusable(outcomes: Iterable[Outcome], therefore: str) -> None:
    unusable = [one for one in outcomes if not one.usable]
    for finding in (finding for one in unusable for finding in one.findings):
        click.echo(printable(f"{finding.place}: {finding.code} {finding.severity}: {finding.message}"), err=True)
    if unusable:
        stop(f"{unusable[0].file} cannot be used, so {therefore}")
