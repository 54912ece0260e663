"""PR002: a prompt names a key that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.pressed import first_met
from ivr.analysis.telling import listeners_after, mentions, sayings
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.node import Node, Path
from ivr.nodes.ask import Ask
from ivr.nodes.menu import CODE
from ivr.prompt import Prompt
from ivr.spoken_keys import Mention
from ivr.tree import Mapping
from ivr.witness import Shows


@check("PR002", "announced-unassigned", Severity.ERROR)
def announced_unassigned(flow: Flow) -> Iterator[Fault]:
    """Callers press the key that they were told of, and are told that it is wrong: it leads nowhere there.

    The prompts of a menu or ask are compared with its own options and the keys of the whole flow; what a `say` tells,
    with the menus to which the call goes on by itself, one of which must have the key; and the `wrong` and `silence` of
    the whole flow with all that use them. A key that begins a code of the menu is as good as the code. A pound or star
    that callers are to press after an entry must be the `end` of it, unless the length of the entry ends it anyway.
    A sentence about another call ("call 1-800-555-0100 and press 3") is left alone.

    Bad:
        nodes:
          main:
            menu: Thank you for calling. For jobs, press 3.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling. For billing, press 2.
            options:
              1: {say: sales, go: desk}
              2: {go: office, announced: no}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: no checker surveyed has this rule; it follows from comparing what is said with what is there.
    """
    if "keys" in flow.unread:
        return  # the key may stand in what could not be read
    everywhere = flow.tree.get("keys", "")
    excused = frozenset(everywhere) - frozenset(flow.keys) if isinstance(everywhere, Mapping) else frozenset()
    for listeners, path, prompt in _told(flow):
        found = [mention for _, mention in mentions(flow, prompt)]
        for key in dict.fromkeys(mention.key for mention in found if not mention.entry):
            mention = next(one for one in reversed(found) if one.key == key and not one.entry)
            if key not in excused and not any(_takes(flow, name, mention) for name in listeners):
                message = f"callers are told to press {key}, but {_there(path, listeners)} that key leads nowhere"
                hint = f"Give {key} an option, or leave it out of the prompt."
                yield Fault(flow.place(*path), message, hint, call=_call(flow, path, listeners, key))
        for key in dict.fromkeys(mention.key for mention in found if mention.entry):
            if not any(_may_end(flow.nodes[name], key) for name in listeners):
                there = _there(path, listeners)
                message = f"callers are told to press {key} after their entry, but {there} that key does not end it"
                hint = f'Write `end: "{key}"`, or leave it out of the prompt.'
                yield Fault(flow.place(*path), message, hint, call=_call(flow, path, listeners))


def _call(flow: Flow, path: Path, listeners: tuple[str, ...], key: str = "") -> Shows | None:
    """Ask for a call that hears of the key, and comes to where it leads nowhere."""
    name = first_met(flow, listeners)
    said_before = path[0] == "nodes" and path[1] not in listeners
    return Shows(name, on=key, through=(str(path[1]),) if said_before else ()) if name else None


def _there(path: Path, listeners: tuple[str, ...]) -> str:
    """Say in which nodes a key is of no use."""
    if path[0] == "defaults":
        return "in all menus"
    return "in " + " or ".join(f"'{name}'" for name in listeners[:3])


def _told(flow: Flow) -> Iterator[tuple[tuple[str, ...], Path, Prompt]]:
    """Give every prompt that may name keys, with its place, and the nodes of which one must have the key."""
    for name, node in flow.nodes.items():
        if node.listens and name not in flow.broken:
            for path, prompt in node.prompts():
                if path[0] != "options":
                    yield (name,), ("nodes", name, *path), prompt
    for name, path, prompt in sayings(flow):
        listeners = listeners_after(flow, name)
        if listeners and flow.broken.isdisjoint(listeners):
            yield listeners, path, prompt
    for kind in ("wrong", "silence") if not flow.broken else ():
        listeners = tuple(
            name for name, node in flow.nodes.items() if isinstance(node, Listening) and getattr(node, kind) is None
        )
        for number, prompt in enumerate(getattr(flow.defaults, kind)) if listeners else ():
            yield listeners, ("defaults", kind, number), prompt


def _takes(flow: Flow, name: str, mention: Mention) -> bool:
    """Whether a key leads on from a node, or might: as the beginning of a code, or as digits that go on behind a key.

    A star or pound before digits is one code with them, and the same key without them is another.
    """
    node, key = flow.nodes[name], mention.key
    if isinstance(node, Ask) and key.isdigit():
        return not _is_lost_in_an_entry(node, mention)
    codes = {way.on for way in flow.exits(name) if way.by == "key" and CODE.match(way.on)}
    if key in getattr(node, "end", "") or any(code.startswith(key) for code in codes):
        return True
    return key.isdigit() and any(key[:length] in codes for length in range(1, len(key)))


def _may_end(node: Node, key: str) -> bool:
    """Whether a key ends the entry of a node, or is not needed for that; of an entry without any end TM016 tells."""
    if not isinstance(node, Ask) or key in node.end:
        return True
    return not node.end if node.digits is None else node.digits.least == node.digits.most


def _is_lost_in_an_entry(ask: Ask, mention: Mention) -> bool:
    """Whether a key that is offered as a choice is only the first of the digits that an ask wants."""
    listed = ask.check.entries if ask.check else ()
    return (
        bool(mention.words)
        and ask.digits is not None
        and ask.digits.least > len(mention.key)
        and mention.key not in listed
    )
