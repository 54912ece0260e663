"""The keys of menus that work, and of which no caller is told."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.telling import is_recording_only, named_keys, prompts_before, says_nothing, told_keys
from ivr.flow import Flow
from ivr.nodes.menu import CODE, Menu

MenuKey = tuple[str, str]
"""A menu, and a key or code of it."""


def unannounced(flow: Flow) -> frozenset[MenuKey]:
    """Give the keys that neither an announcement nor a prompt tells of, those included that say why not.

    A key of the whole flow of which some menu tells counts as known everywhere. Nothing is known of a menu whose prompt
    is a recording without its words, and of one that says nothing at all another rule tells.
    """
    if "unannounced" not in flow.memo:
        hidden = list(_hidden(flow))
        told = frozenset(_told_everywhere(flow))
        flow.memo["unannounced"] = frozenset((name, key) for name, key, own in hidden if own or key not in told)
    found: frozenset[MenuKey] = flow.memo["unannounced"]
    return found


def _hidden(flow: Flow) -> Iterator[tuple[str, str, bool]]:
    for name, menu in speaking_menus(flow):
        silent = [one for one in menu.choices(flow) if CODE.match(one.key) and not menu.announces(flow, one)]
        told = keys_told(flow, name, menu) if silent else frozenset()
        yield from ((name, choice.key, choice.own) for choice in silent if choice.key not in told)


def _told_everywhere(flow: Flow) -> Iterator[str]:
    for name, menu in speaking_menus(flow):
        for choice in menu.choices(flow):
            if not choice.own and (menu.announces(flow, choice) or choice.key in keys_told(flow, name, menu)):
                yield choice.key


def speaking_menus(flow: Flow) -> Iterator[tuple[str, Menu]]:
    """Give the menus that say something, in words that are known."""
    for name, node in flow.nodes.items():
        if not isinstance(node, Menu) or name in flow.broken:
            continue
        if not says_nothing(flow, node) and not is_recording_only(node.menu):
            yield name, node


def keys_told(flow: Flow, name: str, menu: Menu) -> frozenset[str]:
    """Give the keys that the prompt of a menu names, and what is said just before it."""
    prompts = (menu.menu, *prompts_before(flow).get(name, ()))
    told_by = told_keys if menu.announce == "as-is" else named_keys
    return frozenset[str]().union(*(told_by(flow, prompt) for prompt in prompts))
