"""The dialplan of an exchange, as runbooks show it: `exten => 1,1,Queue(sales)  ; new orders`, put as a menu.

The syntax is that of Asterisk's `extensions.conf`: a context in square brackets, an extension, its priority, what is
done, and a remark behind a semicolon. https://docs.asterisk.org/Configuration/Dialplan/
"""

from __future__ import annotations

import re
from typing import Final

_LINE: Final = re.compile(
    r"^(?P<indent>[ \t]*)exten ?=>? ?(?P<key>[\w*#.!]+),(?:1|n|hint),(?P<done>\w+)(?:\((?P<with>[^\n;]*)\))?[ \t]*"
    r"(?:;[ \t]*(?P<remark>[^\n]*))?$",
    re.MULTILINE,
)
_ANY: Final = re.compile(r"^[ \t]*(?:;+[ \t]*)?(?:exten|same) ?=>?[^\n]*$", re.MULTILINE)
_CONTEXT: Final = re.compile(r"^[ \t]*\[(?P<name>[\w-]+)\][ \t]*$", re.MULTILINE)
_GOES: Final = re.compile(r"(?:Goto|GoSub|Gosub)$")
_NAME: Final = re.compile(r"(?:q|queue|ivr|aa|sub|menu|grp|group)[-_]|[-_](?:q|queue|grp|group)\b", re.IGNORECASE)
"""What names of queues and contexts have in front or behind, that is none of their own."""
_KEYS: Final = frozenset("0123456789*#")


def as_menus(text: str) -> str:
    """Give a text with each line of a dialplan that a caller's key leads to as a line of a menu; no line is lost."""
    if "exten" not in text or not _LINE.search(text):
        return text
    behind = {
        found["with"].partition(",")[0].strip(): found["key"]
        for found in _LINE.finditer(text)
        if found["key"].isdecimal()
        and found["key"] in _KEYS
        and _GOES.match(found["done"])
        and found["with"]
        and "," in found["with"]
    }
    first = _CONTEXT.search(text)
    if first is not None:
        behind.pop(first["name"], None)  # a key that starts again leads to no other menu
    text = _LINE.sub(_line, text)
    text = _ANY.sub("", text)
    return _CONTEXT.sub(lambda found: f"Under {behind[found['name']]}:" if found["name"] in behind else "Menu:", text)


def _line(found: re.Match[str]) -> str:
    if found["key"] not in _KEYS:
        return ""
    topic = found["remark"] or _NAME.sub("", (found["with"] or "").partition(",")[0].partition("@")[0])
    topic = topic.rpartition("/")[2].replace("-", " ").replace("_", " ") if not found["remark"] else topic
    return f"{found['indent']}{found['key']} = {topic.strip()}" if any(map(str.isalpha, topic)) else ""
