"""`ivr publish`: write the walk of a flow as one page that works from disk."""

from __future__ import annotations

from pathlib import Path

import click

from ivr.cli.clock import day_of
from ivr.cli.placing import stop_where_taken, write_or_exit
from ivr.cli.reading import callable_or_exit, stop
from ivr.drawing.render import DrawingError
from ivr.table import TooLargeError

ENDINGS = (".html", ".htm")


@click.command()
@click.argument("flow", metavar="FLOW")
@click.option("-o", "--output", required=True, metavar="FILE", help="Where to, as in menu.html.")
@click.option("--mask", is_flag=True, help="Mask telephone numbers.")
@click.option("--today", metavar="DATE", help="The day as on which it is checked; today if left out.")
def publish(flow: str, output: str, today: str | None, *, mask: bool) -> None:
    """Write the walk of a flow as one page that works from disk.

    Whoever opens the file walks through calls beside the diagram, and sees findings and promises. It asks nothing of
    any server.
    """
    from ivr.web.content import content_of, masked  # noqa: PLC0415 -- slow to import, like what follows
    from ivr.web.publish import published  # noqa: PLC0415
    from ivr.web.said import findings_of  # noqa: PLC0415

    path = Path(output)
    if path.suffix.lower() not in ENDINGS:
        stop(f"'{output}' cannot be written: a page is a file that ends in {' or '.join(ENDINGS)}")
    stop_where_taken(path, flow)
    read, day = callable_or_exit(flow), day_of(today)
    try:
        content = content_of(read, lambda: findings_of(read, flow, day), day)
    except TooLargeError as error:
        stop(f"{flow}: the flow is too large for a page: {error}; publish a part of it, or walk it with `ivr walk`")
    except DrawingError as error:
        stop(str(error))
    write_or_exit({path: published(masked(content, read) if mask else content)}, path, flow)
