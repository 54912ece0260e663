"""The numbers that callers dial, and whom they reach in the end."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.contact import Contact
from ivr.settings import Line
from ivr.specification.guide import Guide
from ivr.specification.parts import Row, Section, Words, listed, table


def lines(guide: Guide) -> Iterator[Section]:
    """Give the section of the lines, where the flow has any."""
    heads = ("Number", "Name", "Begins at", "Language", "Pressed at once", "Documented", "Note")
    rows = tuple(_line(guide, number, line) for number, line in guide.flow.lines.items())
    if rows:
        yield Section("Lines", "lines", (table(_caption(guide), heads, rows),))


def _caption(guide: Guide) -> str:
    first = f"; calls begin in {guide.flow.first_language}" if len(guide.flow.languages) > 1 else ""
    return f"The numbers that callers dial{first}"


def _line(guide: Guide, number: str, line: Line) -> Row:
    cells = (
        (number,),
        _words(line.name),
        (guide.node(line.start),),
        _words(line.language or ""),
        _words(line.press),
        guide.documented(line.documented),
        _words(line.note),
    )
    return Row(cells, guide.anchor("line", number))


def contacts(guide: Guide) -> Iterator[Section]:
    """Give the section of the contacts, where the flow has any."""
    heads = ("Contact", "Reached by", "Hours", "Who answers", "Rung from", "Documented", "Note")
    rows = tuple(_contact(guide, name, contact) for name, contact in guide.flow.contacts.items())
    if rows:
        yield Section("Contacts", "contacts", (table("Who or what finally helps callers", heads, rows),))


def _contact(guide: Guide, name: str, contact: Contact) -> Row:
    reached = ", ".join(part for part in (contact.channel, contact.number, contact.address) if part)
    replies = f"replies: {contact.replies}" if contact.replies else ""
    spoken = f"in {', '.join(contact.languages)}" if contact.languages else ""
    person = "a person" if contact.person else "no person at once"
    answers = "; ".join(part for part in (person, spoken, replies) if part)
    cells = (
        (contact.name or name,),
        (reached,),
        guide.schedule(contact.hours),
        (answers,),
        listed(tuple(_rung_from(guide, name))),
        guide.documented(contact.documented),
        _words(contact.note),
    )
    return Row(cells, guide.anchor("contact", name))


def _rung_from(guide: Guide, contact: str) -> Iterator[Words]:
    """Name the steps that ring a contact, or take a message for it."""
    for name, node in guide.flow.nodes.items():
        if contact in {getattr(node, "transfer", None), getattr(node, "to", None)}:
            yield (guide.node(name),)


def _words(text: str) -> Words:
    return (text,) if text else ()
