"""`ivr extract`: read documents, and tell which keys, hours and numbers they tell callers of."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ivr.cli.placing import write_or_exit
from ivr.cli.reading import STDIN, STDIN_NAME, stop
from ivr.printable import printable

if TYPE_CHECKING:
    from ivr.prose.block import Document
    from ivr.prose.extracted import Extracted

NOTHING = (
    "No key of a phone menu was found: what is looked for are words such as 'press 1 for billing', 'for billing, "
    "press 1', 'option 4', and lists or tables whose heading says that their numbers are keys; and something that says "
    "that they are those of a telephone: a number to call, a line, a menu."
)


@click.command()
@click.argument("documents", nargs=-1, metavar="DOC...", required=True)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
@click.option("-o", "--output", metavar="FLOW", help="Write a flow into this file; - prints it.")
@click.option("--force", is_flag=True, help="With -o: write over a file that is there.")
@click.option(
    "--region", default="US", show_default=True, metavar="CC", help="The country of numbers without a country's code."
)
def extract(documents: tuple[str, ...], format_: str, output: str | None, force: bool, region: str) -> None:
    """Read documents (.txt, .md, .html), and tell which keys, hours and numbers they tell callers of.

    DOC is a file, or - for standard input. Several documents are read together: where they contradict each other, both
    places are named. Nothing is looked up anywhere, and no language model is asked.
    """
    from ivr.prose.extracted import entry  # noqa: PLC0415 -- slow to import
    from ivr.prose.extracted import extract as extracted  # noqa: PLC0415 -- the same

    if output is not None and format_ == "json":
        message = "-o writes a flow, which has one format; leave out --format, or -o"
        raise click.UsageError(message)
    if output is not None and (wrong := _wrong_name(output)):
        raise click.UsageError(wrong)
    if force and not output:
        message = "--force says to write over the file that -o names; name one"
        raise click.UsageError(message)
    read = documents_or_exit(documents)
    found = extracted(read, region_or_exit(region))
    if output:
        _write(found, read, Path(output), force=force)
    elif format_ == "json":
        from ivr.reporter import json_text  # noqa: PLC0415 -- seldom asked for

        click.echo(json_text(entry(found)), nl=False)
    else:
        from ivr.prose.listed_text import listed_text  # noqa: PLC0415 -- beside its use

        click.echo(listed_text(found), nl=False)
    if not found.options and not output and any(one.text.strip() for one in read):
        click.echo(NOTHING, err=True)


def _wrong_name(output: str) -> str:
    """Say why a flow cannot be written under a name; nothing where it can."""
    ending = Path(output).suffix.lower()
    if not output.strip():
        return "-o names no file; name one, as flow.yaml, or - to print the flow"
    if output != STDIN and ending and ending not in _ENDINGS:
        return f"-o writes a flow, which is YAML: '{printable(output)}' should end in .yaml or .yml"
    return ""


_ENDINGS = (".yaml", ".yml")


def documents_or_exit(names: tuple[str, ...]) -> list[Document]:
    """Read documents; stop with one line where one cannot be read."""
    from ivr.prose.opened import MOST_BYTES, DocumentError, open_document, read_document  # noqa: PLC0415 -- slow to import

    read = []
    try:
        for name in dict.fromkeys(names):
            if name != STDIN:
                read.append(open_document(Path(name)))
            elif sys.stdin is None:
                stop("standard input is closed, so no document can be read from it")
            else:
                read.append(read_document(sys.stdin.buffer.read(MOST_BYTES), STDIN_NAME))
    except DocumentError as error:
        stop(str(error))
    for one in read:
        if not one.text.strip():
            click.echo(printable(f"'{one.name}' is empty"), err=True)
    return read


def region_or_exit(region: str) -> str:
    """Give a country's code in capitals; stop where no country has it."""
    import phonenumbers  # noqa: PLC0415 -- slow to import

    code = region.upper()
    if code not in phonenumbers.SUPPORTED_REGIONS:
        stop(f"'{region}' is not a country's code; write two letters, such as US, GB or DE")
    return code


def _write(found: Extracted, read: list[Document], path: Path, *, force: bool) -> None:
    from ivr.prose.flow_plan import flow_tree, keys_in  # noqa: PLC0415 -- seldom asked for
    from ivr.prose.yaml_text import yaml_text  # noqa: PLC0415 -- the same

    if not any(one.text.strip() for one in read):
        stop(f"'{path}' was not written: there is nothing to read")
    if not found.has_lines:
        stop(f"'{path}' was not written: the documents tell of no number to call and of no key. {NOTHING}")
    if str(path) == STDIN:
        click.echo(yaml_text(flow_tree(found, read, str(Path.cwd()))), nl=False)
        return
    if path.exists() and path.is_file() and not force:
        stop(f"'{path}' is there already; give --force to write over it")
    for document in read:
        if path.exists() and Path(document.name).exists() and path.samefile(document.name):
            stop(f"'{path}' cannot be written: it is a document that is read")
    tree = flow_tree(found, read, str(path.parent))
    write_or_exit({path: yaml_text(tree).encode()}, path, "")
    keys, lines = keys_in(tree), len(found.numbers)
    numbers = f"{lines} {'number' if lines == 1 else 'numbers'}"
    wrote = f"{keys} {'key' if keys == 1 else 'keys'} and {numbers}" if keys else f"{numbers}, and no key of a menu,"
    click.echo(printable(f"Wrote {wrote} to {path.as_posix()}."))
    if found.conflicts:
        count = len(found.conflicts)
        click.echo(
            f"The documents contradict themselves in {count} {'place' if count == 1 else 'places'}; `ivr extract` "
            f"without -o lists them."
        )
