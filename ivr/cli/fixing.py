"""`ivr check --fix`: put right what can be put right by a program, and tell what was done and what was not."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NoReturn

import click

from ivr.cli import UNUSABLE
from ivr.cli.asking import Asked
from ivr.cli.reading import STDIN, STDIN_NAME, read
from ivr.cli.rewriting import show_difference, write_texts
from ivr.finding import Finding, each_once
from ivr.fixing import Find, Fixed, Fixer, groups
from ivr.loader import Loaded
from ivr.printable import printable


def fix_first(files: Iterable[str], asked: Asked, find: Find, judge: Find) -> None:
    """Fix the flows in these files, before they are checked; files that cannot be read are left alone.

    `find` gives the findings that are to be fixed, `judge` all that no fix may bring. Ends the program where no report
    is wanted: after `--diff` (1 where something would change), `--fix-only`, and standard input, whose fixed text is
    printed.
    """
    flows = {STDIN_NAME if file == STDIN else file: read(file) for file in files}
    before = {file: text for loaded in flows.values() for file, text in loaded.texts.items()}
    done: list[Fixed] = []
    for names in groups(flows):
        texts = {file: text for name in names for file, text in flows[name].texts.items()}
        fixed = Fixer(names, texts, find, judge, unsafe=asked.unsafe).run() if set(names) <= set(texts) else Fixed({})
        if not asked.diff:
            write_texts(before, fixed.texts)
        done.append(fixed)
    after = {file: text for fixed in done for file, text in fixed.texts.items()}
    if asked.diff:
        show_difference(before, after)
    elif STDIN_NAME in flows and STDIN_NAME not in after:
        click.echo(before.get(STDIN_NAME, ""), nl=False)
    _tell(done, asked, _waiting(flows.values(), find) if not asked.unsafe else 0)
    if asked.diff or asked.only or STDIN_NAME in flows:
        _end(int(asked.diff and bool(after)), flows.values())


def _waiting(flows: Iterable[Loaded], find: Find) -> int:
    """Count the findings that only `--unsafe-fixes` would put right."""
    found = each_once(finding for loaded in flows for finding in find(loaded))
    return sum(finding.fault.fix is not None and not finding.fault.fix.safe for finding in found)


def _tell(done: list[Fixed], asked: Asked, waiting: int) -> None:
    """Say on standard error what was fixed, what could not be, and what may be fixed besides."""
    made = each_once(finding for fixed in done for finding in fixed.made)
    files = sorted({file for fixed in done for file in fixed.texts})
    for refused in (one for fixed in done for one in fixed.refused):
        _say(f"{refused.finding.place}: {refused.finding.code} is not fixed: {refused.why}")
    if made:
        _say(f"{'Would fix' if asked.diff else 'Fixed'} {_counted(made)} in {', '.join(files)}.")
    else:
        _say("Nothing would be fixed." if asked.diff else "Nothing is fixed.")
    if waiting:
        _say(f"--unsafe-fixes would try {waiting} more; look at what it does.")


def _counted(made: Sequence[Finding]) -> str:
    by_code = Counter(finding.code for finding in made)
    codes = ", ".join(f"{code} {count}" if count > 1 else code for code, count in sorted(by_code.items()))
    return f"{len(made)} fault{'s' if len(made) > 1 else ''} ({codes})"


def _say(text: str) -> None:
    click.echo(printable(text), err=True)


def _end(code: int, flows: Iterable[Loaded]) -> NoReturn:
    """End the program; what could not be read is told, as no report will."""
    lost = [loaded for loaded in flows if loaded.flow is None]
    for reported in (reported for loaded in lost for reported in loaded.faults):
        _say(f"{reported.fault.place}: {reported.code} error: {reported.fault.message}")
    sys.exit(UNUSABLE if lost else code)
