"""`ivr serve`: the walk as a page in the browser, which follows the file."""

from __future__ import annotations

import contextlib
import socket
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ivr.cli.clock import day_of
from ivr.cli.reading import files_in, is_folder, stop

if TYPE_CHECKING:
    from ivr.session import Session

NEEDS = "this needs more than `ivr` alone: pip install 'ivr[web]'"
LOOPBACK = "127.0.0.1"
_SECONDS = 0.8
"""How long after the start the browser is opened."""
_PATIENCE = 10
"""Seconds that pages which are being made have when the server ends; who watches a flow is let go at once."""


@click.command()
@click.argument("flow", metavar="FLOW|FOLDER")
@click.option("--port", type=click.IntRange(0, 65535), default=8321, show_default=True, help="0 takes a free one.")
@click.option("--host", default=LOOPBACK, show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="Another name by which others may ask for it.")
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
@click.option("--today", metavar="DATE", help="The day as on which flows are checked; today if left out.")
def serve(flow: str, port: int, host: str, names: tuple[str, ...], today: str | None, *, no_open: bool) -> None:
    """Serve the walk of a flow as a page in the browser, which follows the file.

    The page is there for this machine alone, unless --host says otherwise. Ctrl-C ends it.
    """
    try:
        import uvicorn  # noqa: PLC0415 -- an extra

        from ivr.web.app import app_of  # noqa: PLC0415
        from ivr.web.shelf import Shelf  # noqa: PLC0415
    except ImportError:
        stop(NEEDS)
    day_of(today)
    if not is_folder(flow) and not Path(flow).is_file():
        stop(f"there is no file and no folder '{flow}'")
    shelf = Shelf(Path(flow), lambda: _files(flow), lambda: day_of(today))
    listening = _listening(host, port)
    taken = listening.getsockname()[1]
    own = {LOOPBACK, "localhost"} if host in {LOOPBACK, "localhost"} else {host}
    asked = {f"{_bracketed(name)}:{taken}".lower() for name in (*own, *names)}
    app = app_of(shelf, asked, _save, lambda: server.should_exit)
    address = f"http://{_bracketed(host)}:{taken}/"
    click.echo(f"The walk is at {address}; Ctrl-C ends it.")
    if not no_open:
        threading.Timer(_SECONDS, webbrowser.open, [address]).start()
    server = uvicorn.Server(
        uvicorn.Config(
            app, log_level="warning", timeout_graceful_shutdown=_PATIENCE, lifespan="off", server_header=False
        )
    )
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listening])


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _files(flow: str) -> list[str]:
    """Give the flows; those of a folder that cannot be read any more are none, and the server goes on."""
    try:
        return files_in((flow,))
    except SystemExit:
        return []


def _listening(host: str, port: int) -> socket.socket:
    one = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        one.bind((host, port))
        one.listen()  # so that whoever is told of it can ask at once
    except OSError as error:
        one.close()
        stop(f"nothing can listen at {host}:{port}: {error.strerror or error}; choose another with --port")
    return one


def _save(flow: Path, session: Session, name: str) -> str:
    from ivr.cli.written import beside, saving  # noqa: PLC0415 -- only when a call is saved

    return saving(flow, beside(flow))(session, name)
