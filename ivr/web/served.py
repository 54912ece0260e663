"""The pages of the server, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from string import Template
from urllib.parse import quote

from ivr.finding import Finding
from ivr.printable import printable
from ivr.web.bundle import static
from ivr.web.publish import embedded
from ivr.web.shelf import Shelved

_STYLE = '<link rel="stylesheet" href="/static/page.css">'


def flow_page(shelved: Shelved, seen: str) -> str:
    """Write the page of a flow: the same as a published one, with its modules and its style beside it."""
    content = shelved.content or {}
    name = quote(shelved.name)
    rest = {key: value for key, value in content.items() if key != "svg"}
    rest["served"] = {"events": f"/events/{name}?seen={seen}", "calls": f"/calls/{name}", "list": "/list"}
    return (
        Template(static("page.html"))
        .substitute(
            title=escape(str(content["name"])),
            policy="",
            style=_STYLE,
            svg=content["svg"],
            content=embedded(rest),
            script='<script type="module" src="/static/main.js"></script>',
        )
        .replace('<meta http-equiv="Content-Security-Policy" content="">\n', "", 1)
    )


def list_page(shelved: Iterable[Shelved], seen: str) -> str:
    """Write the list of flows, each with what is found in it."""
    items = "".join(_item(one) for one in shelved)
    body = f"<h1>Flows</h1><ul class='list'>{items}</ul>" if items else "<h1>Flows</h1><p>There is no flow here.</p>"
    return _page("Flows", body, f"?seen={seen}")


def _item(shelved: Shelved) -> str:
    counts = ", ".join(
        f"{count} {level}{'' if count == 1 else 's'}" for level, count in shelved.counts().items() if count
    )
    wrong = f"<p>cannot be walked: {_text(shelved.wrong)}</p>" if shelved.wrong else ""
    return (
        f'<li><a href="/flow/{escape(quote(shelved.name))}">{_text(shelved.title)}</a>'
        f"<p class='place'>{_text(shelved.name)}</p>{wrong}<p>{counts or 'nothing was found'}</p></li>"
    )


def wrong_page(wrong: str, name: str, findings: Iterable[Finding], seen: str) -> str:
    """Write why there is no walk, and what is found in the flow."""
    found = "".join(
        f"<li class='finding {one.severity}'><p class='code'><span class='sign'>{one.severity}</span> "
        f"{_text(one.code)} {_text(one.name)}</p><p>{_text(one.message)}</p>"
        f"<p class='place'>{_text(str(one.place))}</p></li>"
        for one in findings
    )
    listed = f"<h2>Findings</h2><ul class='list'>{found}</ul>" if found else ""
    return _page(
        name or "No flow",
        f"<h1>{_text(wrong)}</h1><p><a href='/list'>All flows</a></p>{listed}",
        f"{quote(name)}?seen={seen}",
    )


def _page(title: str, body: str, events: str) -> str:
    return Template(static("plain.html")).substitute(title=_text(title), body=body, events=escape(f"/events/{events}"))


def _text(text: str) -> str:
    return escape(printable(text))
