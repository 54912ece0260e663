"""`ivr explain`: the page of a rule, or the list of all rules."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from itertools import groupby

import click

from ivr.audits import audits
from ivr.check import Check
from ivr.checks import catalogue
from ivr.cli.explain_profile import profile_list, profile_page
from ivr.excerpt import WIDTH
from ivr.printable import printable
from ivr.profiles import names

FAMILIES = {
    "AC": "Languages and access",
    "DA": "Data and variables",
    "DC": "Documents",
    "HR": "Hours",
    "HU": "Reaching a person",
    "KY": "Keys",
    "PM": "Promises",
    "PR": "Prompts and options",
    "RD": "Reading the file",
    "SE": "Security and privacy",
    "ST": "Structure",
    "TM": "Time and failed tries",
}
"""What the letters at the beginning of a code stand for."""
EXAMPLES = (
    "The examples are parts of a flow. What they leave out is as usual: a line that begins at `main`, "
    "a desk called `desk` where a person answers, and the keys 0 for the desk, 9 to hear it again, * to go back."
)
"""Said on every page, as a reader might take an example for a whole file."""
LIMITS = "Settings may change its limits; these are the usual ones:"
"""Said before the limits of a rule, which stand there as in pyproject.toml."""
TABLE = "tool.ivr.limits"
"""Where limits stand in pyproject.toml."""
_LABELLED = re.compile(r"[A-Z][a-z]+: ")


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Print the page of a rule or of a profile, or, without one, the list of all.

    RULE is a code (KY001), a name (duplicate-key), the letters of a family (KY), which lists its rules, or the name of
    a profile (coga).
    """
    rules = tuple(sorted((*catalogue(), *audits()), key=lambda known: known.code))
    if rule is None:
        last = "`ivr explain CODE` prints the page of a rule, `ivr explain NAME` that of a profile too."
        click.echo("\n".join([*_listed(rules), "", *profile_list(), "", last]))
        return
    found = next((known for known in rules if rule.upper() == known.code or rule.lower() == known.name), None)
    family = tuple(known for known in rules if known.code[:2] == rule.upper())
    if found is not None:
        off = "; off unless asked for" if found.off else ""
        heading = f"{found.code} {found.name} ({found.severity}{off})"
        click.echo("\n".join([heading, "", *_wrapped(found.page), *_limits(found), *_wrapped(EXAMPLES)]))
    elif family:
        click.echo("\n".join(_introduced(family)))
    elif rule.lower() in names():
        click.echo(profile_page(rule.lower()))
    else:
        message = f"There is no rule '{printable(rule)}'{meant(rule)}"
        raise click.UsageError(message)


def meant(word: str) -> str:
    """Say which rule was probably meant, as the end of a sentence."""
    import difflib  # noqa: PLC0415 -- only for a message

    codes = [known.code for known in (*catalogue(), *audits())]
    words = [*(known.name for known in (*catalogue(), *audits())), *names()]
    near = difflib.get_close_matches(word.upper(), codes, 1) or difflib.get_close_matches(word.lower(), words, 1)
    return f"; did you mean '{near[0]}'?" if near else "; `ivr explain` lists them all."


def _families(rules: tuple[Check, ...]) -> Iterator[tuple[str, list[Check]]]:
    for letters, family in groupby(rules, lambda rule: rule.code[:2]):
        yield f"{letters}  {FAMILIES[letters]}", list(family)


def _listed(rules: tuple[Check, ...]) -> Iterator[str]:
    """Give one line a rule, by family."""
    for number, (title, family) in enumerate(_families(rules)):
        yield from ([""] if number else [])
        yield title
        for rule in family:
            yield f"  {rule.code}  {rule.severity!s:7}  {rule.name}"


def _introduced(rules: tuple[Check, ...]) -> Iterator[str]:
    """Give the rules of one family with what each means for callers."""
    for title, family in _families(rules):
        yield title
        for rule in family:
            yield ""
            yield f"  {rule.code} {rule.name} ({rule.severity})"
            yield from textwrap.wrap(rule.page.split("\n\n")[0], WIDTH, initial_indent="    ", subsequent_indent="    ")


def _limits(rule: Check) -> Iterator[str]:
    """Give the limits of a rule as a settings file writes them, with their defaults."""
    if rule.limits:
        yield from _wrapped(LIMITS)
        yield f"  [{TABLE}]"
        yield f"  {rule.code} = {{{', '.join(f'{name} = {_toml(value)}' for name, value in rule.limits.items())}}}"
        yield ""


def _toml(value: object) -> str:
    """Write a value: JSON's text, numbers, lists and words for yes and no are TOML's too."""
    return json.dumps(sorted(value) if isinstance(value, frozenset) else value, ensure_ascii=False)


def _wrapped(page: str) -> Iterator[str]:
    """Give the lines of a page, sentences within the width of a terminal, examples as they are."""
    sentence = ""
    for line in [*page.splitlines(), ""]:
        example = line.startswith(" ")
        if sentence and (example or not line or _LABELLED.match(line)):
            yield from textwrap.wrap(sentence, WIDTH, break_on_hyphens=False, break_long_words=False)
            sentence = ""
        if example or not line:
            yield line
        else:
            sentence = f"{sentence} {line}".strip()
