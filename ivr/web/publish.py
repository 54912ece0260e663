"""A page as one file: it works from disk, makes no request at all, and the same flow gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from string import Template

from ivr.web.bundle import script, static, style
from ivr.web.content import Content


def published(content: Content) -> bytes:
    """Write the page of a flow as one file."""
    look, code = style(), script()
    policy = (
        f"default-src 'none'; script-src {_hash(code)}; style-src {_hash(look)}; "
        "media-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )
    page = Template(static("page.html"))
    svg, rest = str(content["svg"]), {name: value for name, value in content.items() if name != "svg"}
    return page.substitute(
        title=escape(str(content["name"])),
        policy=escape(policy, quote=True),
        style=f"<style>{look}</style>",
        svg=svg,
        content=embedded(rest),
        script=f'<script type="module">{code}</script>',
    ).encode()


def embedded(content: Content) -> str:
    """Write content as JSON that nothing in an HTML page can break out of."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
