"""What stands before every page that is served: who may ask, and what a browser may do with the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; media-src data:; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Answers only requests that name one of `hosts`: a page elsewhere may make its own name lead to this machine."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        """Stand before `app`."""
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Turn strangers away, and give every answer its headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        if Headers(scope=scope).get("host", "").lower() not in self.hosts:
            refusal = PlainTextResponse("This server answers only by its own name.\n", 421)
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)


def is_own_page(headers: Mapping[str, str]) -> bool:
    """Whether a request comes from a page of this server itself: browsers say so, and no page can make them lie."""
    own = headers.get("origin") == f"http://{headers.get('host')}"
    json_alone = headers.get("content-type", "").split(";")[0].strip() == "application/json"
    return own and json_alone and headers.get("sec-fetch-site", "same-origin") == "same-origin"
