"""The page of a profile: for whom it is, what it makes of each rule, and which sources ask for that."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ivr.checks import catalogue
from ivr.excerpt import WIDTH
from ivr.profile import Change, Profile
from ivr.profiles import names, profile


def profile_page(name: str) -> str:
    """Give the page of a profile; raises KeyError where there is none."""
    return "\n".join(_page(profile(name)))


def profile_list() -> Iterator[str]:
    """Give one line a profile."""
    width = max(map(len, names()))
    yield "Profiles"
    for name in names():
        yield f"  {name:<{width}}  {profile(name).title}"


def _page(chosen: Profile) -> Iterator[str]:
    yield f"{chosen.name} (profile): {chosen.title}"
    yield ""
    yield from textwrap.wrap(chosen.about, WIDTH)
    if chosen.fail_level != "warning":
        yield ""
        yield f"A check fails at '{chosen.fail_level}', where nothing else is said (--fail-level)."
    if chosen.changes:
        yield ""
        yield "What it changes:"
    for change in chosen.changes:
        yield from textwrap.wrap(
            f"{change.rule} {_made(change)}: {change.why}", WIDTH, initial_indent="  ", subsequent_indent="        "
        )
    if chosen.sources:
        yield ""
        yield "Sources:"
    for source in chosen.sources:
        yield from textwrap.wrap(source, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
    yield ""
    yield f'Choose it with `--profile {chosen.name}`, or `profile = "{chosen.name}"` in the settings.'


def _made(change: Change) -> str:
    """Say what becomes of a rule, with its name and usual severity where the catalogue has it."""
    rule = next((rule for rule in catalogue() if rule.code == change.rule), None)
    if rule is None:
        return "(not built yet)"
    usual = "off" if rule.off else str(rule.severity)
    now = "off" if change.off else str(change.severity or rule.severity)
    said = [now if now == usual else f"{now} (usually {usual})"]
    said += [f"{limit} = {value} (usually {rule.limits.get(limit)})" for limit, value in change.limits.items()]
    return f"{rule.name}, {', '.join(said)}"
