"""The server of the web walk: pages of flows, for the person at this machine and for nobody else.

It answers only by its own names, gives only what it has made itself, and writes only calls that its own page saves.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from ivr.web.bundle import FILES, static
from ivr.web.guard import Guard, is_own_page
from ivr.web.saved import SavedError, walked
from ivr.web.served import flow_page, list_page, wrong_page

if TYPE_CHECKING:
    from starlette.requests import Request

    from ivr.session import Session
    from ivr.web.shelf import Shelf

Save = Callable[[Path, "Session", str], str]
"""Writes the call of a session, under a name, beside a flow; gives a sentence, or raises ValueError with one."""
PAUSE = 0.5
"""Seconds between two looks at whether a file has changed."""
MOST_BODY = 200_000
_KINDS = {".js": "text/javascript", ".css": "text/css"}


def app_of(shelf: Shelf, hosts: Iterable[str], save: Save, is_ending: Callable[[], bool]) -> Guard:
    """Make the server for some flows; it answers only requests to `hosts`, each with its port.

    Whoever watches a flow is let go when `is_ending` says that the server ends.
    """
    pages = _Pages(shelf, save, is_ending)
    routes = [
        Route("/", pages.front),
        Route("/list", pages.list),
        Route("/static/{name}", pages.static),
        Route("/events/{name:path}", pages.events),
        Route("/calls/{name:path}", pages.save, methods=["POST"]),
        Route("/flow/{name:path}", pages.flow),
    ]
    return Guard(Starlette(routes=routes), frozenset(hosts))


class _Pages:
    """What is answered."""

    def __init__(self, shelf: Shelf, save: Save, is_ending: Callable[[], bool]) -> None:
        self.shelf, self.write, self.is_ending = shelf, save, is_ending

    async def front(self, _: Request) -> Response:
        """Go to the only flow, or to the list of all."""
        flows = await run_in_threadpool(self.shelf.flows)
        return RedirectResponse(f"/flow/{quote(next(iter(flows)))}" if len(flows) == 1 else "/list")

    async def list(self, _: Request) -> Response:
        """List the flows, each with what is found in it."""
        flows = await run_in_threadpool(self.shelf.flows)
        seen = await run_in_threadpool(self.shelf.seen, "")
        taken = [await run_in_threadpool(self.shelf.take, name, whole=False) for name in flows]
        shelved = [one for one in taken if one is not None]
        return _html(list_page(shelved, seen))

    async def flow(self, request: Request) -> Response:
        """Give the page of a flow, or what is wrong with it."""
        name = request.path_params["name"]
        seen = await run_in_threadpool(self.shelf.seen, name)
        shelved = await run_in_threadpool(self.shelf.take, name)
        if shelved is None:
            return _html(wrong_page("There is no such flow here.", name, (), seen), 404)
        if shelved.content is None:
            wrong = f"{shelved.name} cannot be walked: {shelved.wrong}."
            return _html(wrong_page(wrong, name, shelved.findings, seen))
        return _html(flow_page(shelved, seen))

    @staticmethod
    async def static(request: Request) -> Response:
        """Give a file of the page itself."""
        name = request.path_params["name"]
        if name not in FILES:
            return Response("There is no such file.", 404, media_type="text/plain")
        return Response(static(name), media_type=_KINDS[Path(name).suffix])

    async def events(self, request: Request) -> Response:
        """Tell whenever a flow, or the list of flows, is another one."""
        return StreamingResponse(self._changes(request), media_type="text/event-stream")

    async def _changes(self, request: Request) -> AsyncIterator[str]:
        name, before = request.path_params["name"], request.query_params.get("seen", "")
        yield ": watching\n\n"
        while not (self.is_ending() or await request.is_disconnected()):
            now = await run_in_threadpool(self.shelf.seen, name)
            if now != before:
                before = now
                yield "event: changed\ndata: changed\n\n"
            await asyncio.sleep(PAUSE)

    async def save(self, request: Request) -> Response:
        """Write a walk down as a call, for the page itself and for no other."""
        if not is_own_page(request.headers):
            return JSONResponse({"wrong": "calls are saved by this server's own page alone"}, 403)
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > MOST_BODY:
                return JSONResponse({"wrong": "the call is too long to be saved"}, 413)
        try:
            said = await run_in_threadpool(self._saved, request.path_params["name"], json.loads(body))
        except (ValueError, SavedError, OSError) as error:
            return JSONResponse({"wrong": str(error)}, 400)
        return JSONResponse({"saved": said})

    def _saved(self, name: str, wanted: object) -> str:
        path = self.shelf.find(name)
        if path is None:
            message = "there is no such flow here any more"
            raise SavedError(message)
        session, called = walked(path, wanted)
        target = path.with_name(f"{path.stem}.calls.yaml")
        if not self.shelf.holds(target):
            message = f"'{target.name}' is a link that leads out of the folder, so nothing is written to it"
            raise SavedError(message)
        return self.write(path, session, called)


def _html(page: str, status: int = 200) -> Response:
    return Response(page, status, media_type="text/html")
