"""What a fix writes where a flow says nothing: where callers get help, and the usual keys in words of a language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ivr.analysis.amend import Edits, added_to_section, as_text, fix
from ivr.edit import Fix
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.node import RESERVED
from ivr.nodes.menu import Menu

_ZERO: Final = "0"
_AGAIN: Final = MappingProxyType(
    {"en": "hear this again", "es": "escuchar esto otra vez", "fr": "écouter à nouveau", "de": "dies noch einmal hören"}
)
_BACK: Final = MappingProxyType(
    {"en": "go back", "es": "volver atrás", "fr": "revenir en arrière", "de": "zurückgehen"}
)
_PERSON: Final = MappingProxyType(
    {"en": "a representative", "es": "un representante", "fr": "un conseiller", "de": "einen Mitarbeiter"}
)


def helping_node(flow: Flow) -> str | None:
    """Name the node where callers go who need help: after the last try, with 0, or else the first that rings somebody.

    None where there is no such node.
    """
    usual = Counter(node.otherwise for node in flow.nodes.values() if isinstance(node, Listening) and node.otherwise)
    zero = flow.keys.get(_ZERO)
    wanted = [flow.defaults.otherwise, zero.go if zero else None, *(name for name, _ in usual.most_common())]
    wanted += [name for name, node in flow.nodes.items() if node.verb == "transfer" and name not in flow.broken]
    return next((name for name in wanted if name in flow.nodes and name not in RESERVED), None)


def to_hear_again(flow: Flow) -> Fix | None:
    """Add a key to all menus with which callers hear them again."""
    return _key_for_all(flow, ("9", "8", "7"), "again", _AGAIN)


def to_go_back(flow: Flow) -> Fix | None:
    """Add a key to all menus with which callers go back."""
    return _key_for_all(flow, ("*",), "back", _BACK)


def to_a_person(flow: Flow) -> Fix | None:
    """Add 0 to all menus, with which callers get to somebody."""
    return _key_for_all(flow, (_ZERO,), helping_node(flow), _PERSON)


def _key_for_all(flow: Flow, keys: tuple[str, ...], target: str | None, words: Mapping[str, str]) -> Fix | None:
    free = next((key for key in keys if _is_free(flow, key)), None)
    says = {tag: words[tag] for tag in flow.languages if tag in words}
    if free is None or target is None or len(says) < len(flow.languages):
        return None
    several = ", ".join(f"{tag}: {as_text(say)}" for tag, say in says.items())
    say = f"{{{several}}}" if len(says) > 1 else as_text(*says.values())
    value = f"{{say: {say}, go: {as_text(target)}}}"
    edits: Edits = added_to_section(flow, "keys", free, value)
    return fix(f"Add `{as_text(free)}: {value}` to `keys`.", edits, safe=False)


def _is_free(flow: Flow, key: str) -> bool:
    """Whether no menu has this key, nor a code that begins with it."""
    menus = (node for node in flow.nodes.values() if isinstance(node, Menu))
    return key not in flow.keys and not any(code.startswith(key) for menu in menus for code in menu.options)
