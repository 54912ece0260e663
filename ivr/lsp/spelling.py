"""How a name is written in a flow file: bare where YAML reads it so, else in double quotes."""

from __future__ import annotations

import re
from typing import Final

_BARE: Final = re.compile(r"[^\W_](?:[\w .()/+&'-]*[\w.()/+&'-])?$")
_READ_OTHERWISE: Final = re.compile(r"(?:y|n|yes|no|on|off|true|false|null)$", re.IGNORECASE)
"""Words that other readers of YAML take for something else than text."""
_ESCAPED: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\t": "\\t"})


def spelled(name: str, like: str = "") -> str:
    """Write a name; `like` is what stood there before, the quotes of which are kept where they can be."""
    if like[:1] == "'":
        return "'" + name.replace("'", "''") + "'"
    if like[:1] != '"' and _BARE.match(name) and not _READ_OTHERWISE.match(name):
        return name
    return f'"{name.translate(_ESCAPED)}"'
