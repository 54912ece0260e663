"""What is told of a thing when one points at it, as markdown: what callers hear at a node, when a desk is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from ivr.call import Call
from ivr.flow import ALWAYS, NEVER, Flow
from ivr.lsp.slots import CONTACT, LINE, NODE, SCHEDULE
from ivr.node import AGAIN, BACK, Exit, Node
from ivr.nodes.menu import Menu
from ivr.printable import printable
from ivr.schedule import Schedule, describe_week

_MOST_EXITS = 15
_SOME_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""What callers hear at a node does not depend on the day."""
_RESERVED = {AGAIN: "Hear this node again.", BACK: "Go to the menu before this one."}


def told(flow: Flow, kind: str, name: str) -> str:
    """Tell of a thing of a kind; nothing where there is no such thing."""
    if kind == NODE and name in _RESERVED:
        return _RESERVED[name]
    if kind == NODE and name in flow.nodes:
        return "\n\n".join(_node(flow, name, flow.nodes[name]))
    if kind == CONTACT and name in flow.contacts:
        return "\n\n".join(_contact(flow, name))
    if kind == SCHEDULE:
        return _schedule(flow, name)
    if kind == LINE and name in flow.lines:
        line = flow.lines[name]
        return f"**{_plain(line.name or name)}**: a line; its calls begin at `{line.start}`."
    return ""


def hours_in_words(schedule: Schedule) -> str:
    """Say when a schedule is open: `Mon-Fri 08:00-18:00; closed 12-25 (America/Chicago)`."""
    week = describe_week(schedule.week)
    if week == ALWAYS and not (schedule.closed or schedule.extra):
        return "open at every hour"
    if week == NEVER and not schedule.extra:
        return "never open"
    return f"{schedule.describe()} ({schedule.timezone.key})"


def _node(flow: Flow, name: str, node: Node) -> Iterator[str]:
    called = f" ({_plain(node.name)})" if node.name else ""
    yield f"**{_plain(name)}**{called}: {node.verb}{_detail(node)}"
    heard = [said for said in _heard(flow, name, node) if said]
    if heard:
        yield "\n>\n".join(f"> {_plain(said)}" for said in heard)
    exits = flow.exits(name)
    lines = [_exit(one) for one in exits[:_MOST_EXITS]]
    if len(exits) > _MOST_EXITS:
        lines.append(f"- and {len(exits) - _MOST_EXITS} more")
    if lines:
        yield "\n".join(lines)


def _detail(node: Node) -> str:
    return f", {_plain(node.detail)}" if node.detail else ""


def _heard(flow: Flow, name: str, node: Node) -> Iterator[str]:
    """Give what callers hear on coming to a node, in its own language or the flow's first."""
    language = node.language or flow.first_language
    if isinstance(node, Menu):
        call = Call(line="", at=_SOME_DAY, node=name, language=language)
        yield from (say.text for say in node.announcement(flow, call))
    else:
        first = next((prompt for path, prompt in node.prompts() if path[:1] == (node.verb,)), None)
        yield first.text(language, flow.first_language) if first else ""


def _exit(one: Exit) -> str:
    """Give one way out as an item of a list."""
    said = f" ({_plain(one.said)})" if one.said else ""
    hidden = "" if one.announced or one.by != "key" or one.scope == "global" else ", unannounced"
    everywhere = {"global": ", a key of the whole flow", "default": ", by default"}.get(one.scope, "")
    return f"- {_code(one.on)} → {_code(one.to)}{said}{hidden}{everywhere}"


def _contact(flow: Flow, name: str) -> Iterator[str]:
    contact = flow.contacts[name]
    yield f"**{_plain(contact.name or name)}**: a contact ({_plain(contact.channel)})"
    schedule = flow.hours.get(contact.hours)
    when = hours_in_words(schedule) if schedule else _built_in(contact.hours)
    yield f"Hours: {_code(contact.hours)}{f', {_plain(when)}' if when else ''}"
    rows = (("Number", contact.number), ("Address", contact.address), ("Replies", contact.replies))
    yield from (f"{label}: {_plain(value)}" for label, value in rows if value)
    if contact.languages:
        yield f"Speaks {_plain(', '.join(contact.languages))}."


def _schedule(flow: Flow, name: str) -> str:
    if name in flow.hours:
        return f"**{_plain(name)}**: {_plain(hours_in_words(flow.hours[name]))}"
    return f"**{name}**: {_built_in(name)}" if _built_in(name) else ""


def _built_in(name: str) -> str:
    return {ALWAYS: "open at every hour", NEVER: "never open"}.get(name, "")


def _code(text: str) -> str:
    """Write text as code in markdown, whatever backquotes it has."""
    text = printable(text)
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _plain(text: str) -> str:
    """Write text so that markdown leaves it as it is."""
    shown = printable(" ".join(text.split()))
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|~" else sign for sign in shown)
