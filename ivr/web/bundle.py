"""The page's modules as one script, each in a function of its own, so that a page needs no request to load them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

FIRST = "main.js"
FILES = frozenset(path.name for path in (files("ivr.web") / "static").iterdir() if path.name.endswith((".js", ".css")))
"""What a page may ask for."""
_IMPORT = re.compile(r'^import \{ ([^}]*) \} from "\./([a-z-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)


def static(name: str) -> str:
    """Give the text of one of the page's own files."""
    return (files("ivr.web") / "static" / name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Give all modules as one, each behind those that it imports."""
    order = modules()
    return "\n".join(_short(_wrapped(name, order)) for name in order)


@cache
def style() -> str:
    """Give the style of the page."""
    return _short(static("page.css"))


def _short(text: str) -> str:
    """Leave out comments and the room before lines, which only people need."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("// ", "/** ")))


def modules() -> tuple[str, ...]:
    """Name the modules of the page, each behind those that it imports."""
    return tuple(dict.fromkeys(_behind(FIRST, ())))


def _wrapped(name: str, order: tuple[str, ...]) -> str:
    text = static(name)
    body = _IMPORT.sub(lambda found: f"const {{ {found[1]} }} = module{order.index(found[2])};\n", text)
    exports = ", ".join(_EXPORT.findall(text))
    body = body.replace("\nexport ", "\n")
    return f"const module{order.index(name)} = (() => {{\n{body}return {{ {exports} }};\n}})();"


def _behind(name: str, above: tuple[str, ...]) -> Iterator[str]:
    if name in above:
        message = f"the modules {' and '.join((*above, name))} import one another in a circle"
        raise ValueError(message)
    for _, other in _IMPORT.findall(static(name)):
        yield from _behind(other, (*above, name))
    yield name
