"""PR002: a prompt names a key that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.telling import listeners_after, mentions, sayings
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Path
from ivr.nodes.ask import Ask
from ivr.nodes.menu import CODE
from ivr.prompt import Prompt
from ivr.spoken_keys import Mention
from ivr.tree import Mapping


@check("PR002", "announced-unassigned", Severity.ERROR)
def announced_unassigned(flow: Flow) -> Iterator[Fault]:
    """Callers press the key that they were told of, and are told that it is wrong: it leads nowhere there.

    The prompts of a menu or ask are compared with its own options and the keys of the whole flow; what a `say` tells,
    with the menus to which the call goes on by itself, one of which must have the key. A pound or star that ends an
    entry is no choice, and a sentence about another call ("call 1-800-555-0100 and press 3") is left alone.

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
    everywhere = flow.tree.get("keys", "")
    excused = frozenset(everywhere) - frozenset(flow.keys) if isinstance(everywhere, Mapping) else frozenset()
    for listeners, path, prompt in _told(flow):
        named = {mention.key: mention for _, mention in mentions(flow, prompt) if not mention.entry}
        for key, mention in named.items():
            if key not in excused and not any(_takes(flow, name, mention) for name in listeners):
                there = " or ".join(f"'{name}'" for name in listeners[:3])
                message = f"callers are told to press {key}, but in {there} that key leads nowhere"
                yield Fault(flow.place(*path), message, f"Give {key} an option, or leave it out of the prompt.")


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


def _takes(flow: Flow, name: str, mention: Mention) -> bool:
    """Whether a key leads on from a node, or might: of a code, it is enough that its beginning does."""
    node = flow.nodes[name]
    if isinstance(node, Ask) and mention.key.isdigit():
        return not _is_lost_in_an_entry(node, mention)
    keys = {way.on for way in flow.exits(name) if way.by == "key" and CODE.match(way.on)}
    end = getattr(node, "end", "")
    beginnings = (mention.key[:length] for length in range(1, len(mention.key) + 1))
    return mention.key in end or any(beginning in keys for beginning in beginnings)


def _is_lost_in_an_entry(ask: Ask, mention: Mention) -> bool:
    """Whether a key that is offered as a choice is only the first of the digits that an ask wants."""
    listed = ask.check.entries if ask.check else ()
    return (
        bool(mention.words)
        and ask.digits is not None
        and ask.digits.least > len(mention.key)
        and mention.key not in listed
    )
