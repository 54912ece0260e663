"""The options of `ivr check`, in the groups in which they belong together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import click

from ivr.checking.settings import FAIL_LEVELS, LEVELS
from ivr.cli.format_option import format_option
from ivr.profiles import names as profile_names
from ivr.reporters import formats

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Wanted(NamedTuple):
    """What the command line asks for; a field for each option but those of fixing."""

    flows: tuple[str, ...]
    fail_level: str | None
    format_: str
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: tuple[tuple[str, str], ...]
    profile: str | None
    today: str | None
    promises: bool
    config: str | None
    isolated: bool
    show_settings: bool
    baseline: str | None
    write_baseline: str | None
    add_ignore: bool
    reason: str
    statistics: bool
    exit_zero: bool
    max_warnings: int | None
    output_file: str | None
    no_cache: bool
    cache_dir: str | None
    watch: bool


def words_given(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Take an option that may be given several times, or once with commas, apart into words."""
    return tuple(word.strip() for one in given for word in one.split(",") if word.strip())


def _levels(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    levels = []
    for one in words_given(_, __, given):
        rule, _sign, level = one.partition("=")
        if level not in LEVELS:
            message = f"'{one}' is not a rule and how bad it is; write it as in KY014=off ({', '.join(LEVELS)})"
            raise click.BadParameter(message)
        levels.append((rule.strip(), level))
    return tuple(levels)


_OPTIONS = (
    click.option(
        "--fail-level",
        type=click.Choice(FAIL_LEVELS),
        show_default="warning",
        help="Exit with 1 where a finding is at least this bad.",
    ),
    format_option(formats(), "For people (text, concise, markdown), or for programs."),
    click.option("--select", multiple=True, metavar="RULES", callback=words_given, help="Check only these rules."),
    click.option(
        "--extend-select", multiple=True, metavar="RULES", callback=words_given, help="Check these rules besides."
    ),
    click.option("--ignore", multiple=True, metavar="RULES", callback=words_given, help="Leave these rules out."),
    click.option(
        "--severity", multiple=True, metavar="RULE=LEVEL", callback=_levels, help="Take a rule for error, ..., or off."
    ),
    click.option("--profile", type=click.Choice(profile_names()), metavar="NAME", help="What a standard asks for."),
    click.option("--today", metavar="DATE", help="Check as on this day; rules that look at dates ask for it."),
    click.option("--promises", is_flag=True, help="Print the table of all promises, kept or refuted; nothing else."),
    click.option("--config", metavar="FILE", help="Take the settings from this file."),
    click.option("--isolated", is_flag=True, help="Look for no settings."),
    click.option("--show-settings", is_flag=True, help="Print the settings that hold for FLOW, and end."),
    click.option("--baseline", metavar="FILE", help="Report only what is not written down there."),
    click.option("--write-baseline", metavar="FILE", help="Write down what is found, to begin with."),
    click.option("--add-ignore", is_flag=True, help="Write a suppression into the flows for all that is found."),
    click.option("--reason", default="", metavar="TEXT", help="Why, for --add-ignore."),
    click.option("--statistics", is_flag=True, help="Report how often each rule is broken."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
    click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="Let so many warnings pass."),
    click.option("-o", "--output-file", metavar="FILE", help="Write the report there."),
    click.option("--no-cache", is_flag=True, help="Check everything anew, and keep nothing."),
    click.option("--cache-dir", metavar="FOLDER", help="Keep what was found there.  [default: .ivr_cache]"),
    click.option("--watch", is_flag=True, help="Check again whenever a file changes."),
)


def check_options(command: _Command) -> _Command:
    """Give a command all options of checking."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def fail_levels_and_formats(command: _Command) -> _Command:
    """Give a command the first two options of checking: how bad is too bad, and how it is reported."""
    for option in reversed(_OPTIONS[:2]):
        command = option(command)
    return command
