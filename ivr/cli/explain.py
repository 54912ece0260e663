"""`ivr explain`: the page of a rule."""

from __future__ import annotations

import difflib

import click

from ivr.checks import catalogue


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Print the page of a rule, or, without one, the list of all rules."""
    rules = catalogue()
    if rule is None:
        for known in rules:
            click.echo(f"{known.code}  {known.severity!s:7}  {known.name}")
        return
    found = next((known for known in rules if rule.upper() == known.code or rule.lower() == known.name), None)
    if found is None:
        names = [name for known in rules for name in (known.code, known.name)]
        near = difflib.get_close_matches(rule.upper(), names, 1) or difflib.get_close_matches(rule.lower(), names, 1)
        meant = f"; did you mean '{near[0]}'?" if near else "; `ivr explain` lists them all."
        message = f"There is no rule '{rule}'{meant}"
        raise click.UsageError(message)
    click.echo(f"{found.code} {found.name} ({found.severity})\n\n{found.page}")
