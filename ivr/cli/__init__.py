"""The command line: `ivr walk`, `ivr draw`, `ivr doc`, `ivr check` and the others; each is a file of its own here."""

from __future__ import annotations

import gc
import importlib
import io
import os
import sys
from typing import Any, NoReturn

import click

COMMANDS = {
    "audit": "Hold a flow against the documents that tell callers of it.",
    "check": "Check flows for what callers would trip over.",
    "diff": "Tell what changes for callers from one version to another.",
    "doc": "Write the specification of a flow: what people exchange and sign.",
    "draw": "Draw a flow, or write it as a graph.",
    "explain": "Print the page of a rule.",
    "extract": "Read documents, and tell which keys, hours and numbers they tell of.",
    "fmt": "Lay flow files out alike, and keep their comments.",
    "lsp": "Serve an editor: findings as you type, completion, renaming.",
    "metrics": "Measure how far a person is, by hour, and how long menus are.",
    "paths": "Make calls of a flow, for people who test it.",
    "prompts": "Write the recording sheet: all that is to be spoken.",
    "publish": "Write a walk as one page that works from disk.",
    "schema": "Print the JSON Schema of flow files, for editors.",
    "serve": "Serve the walk as a page in the browser, which follows the file.",
    "test": "Run the calls that flows write down.",
    "walk": "Walk through a call, as the caller.",
}
UNUSABLE = 2
"""The exit code for input or a command line that cannot be used."""


class _Commands(click.Group):
    """Imports a command only when it is called, so that one does not pay for what another needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click calls it so
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click again
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"ivr.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- click
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[Any, Any, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib  # noqa: PLC0415 -- only for a message

            near = difflib.get_close_matches(args[0], list(COMMANDS), 1)
            meant = f"Did you mean '{near[0]}'?" if near else f"The commands are {', '.join(COMMANDS)}."
            ctx.fail(f"There is no command '{args[0]}'. {meant}")
        return super().resolve_command(ctx, args)


def _say_version(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:  # noqa: ARG001 -- click
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 -- slow to import, seldom asked for

    try:
        click.echo(f"ivr {version('ivr')}")
    except PackageNotFoundError:
        click.echo("ivr, not installed")
    ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_say_version, help="Say which version it is."
)
def ivr() -> None:
    """Phone menus as code: walk, draw, check, test and compare call flows, each one text file.

    \b
    Begin with:
      ivr walk FLOW     call it, and press keys
      ivr check FLOW    find what callers would trip over
    """  # noqa: D301 -- click's own sign for lines that stay as they are


def main() -> NoReturn:
    """Run the command line; what cannot be written (a closed pipe, a full disk) is no traceback."""
    gc.set_threshold(100_000, 20, 20)  # a command is short and makes little that is cyclic; looking for it is slow
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a stream that was closed is None
            stream.reconfigure(errors="backslashreplace")
    code: object = 0
    try:
        ivr(prog_name="ivr")
    except SystemExit as ended:
        code = ended.code
    except OSError as error:
        click.echo(f"Error: {error.strerror or error}", err=True)
        code = UNUSABLE
    _leave(code)


def _leave(code: object) -> NoReturn:
    """End the program with an exit code; taking it apart piece by piece would take a tenth of its time."""
    if not isinstance(code, int):
        sys.exit(None if code is None else str(code))
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # as ever: Python tells what could not be written
    os._exit(code)
