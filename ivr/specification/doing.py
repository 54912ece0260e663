"""What a step does, in a sentence or two for each kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from importlib import import_module

from ivr.node import Node
from ivr.nodes.ask import Ask, Check, Digits
from ivr.nodes.hours import Hours
from ivr.nodes.lookup import Lookup
from ivr.nodes.menu import Menu
from ivr.nodes.record import Record
from ivr.nodes.run import Run
from ivr.nodes.set import Set
from ivr.nodes.transfer import Transfer
from ivr.nodes.unknown import Unknown
from ivr.specification.guide import Guide, counted, named, seconds
from ivr.specification.parts import Code, Strong, Words, listed

Return = import_module("ivr.nodes.return").Return
"""Its file is called by a word of Python, so it cannot be imported by its name."""


def doing(node: Node, guide: Guide) -> Iterator[Words]:
    """Say in sentences what a step does besides what callers hear, and where it leads."""
    yield from _doing(node, guide)
    yield from _marks(node)


@singledispatch
def _doing(node: Node, guide: Guide) -> Iterator[Words]:  # noqa: ARG001 -- other kinds need the guide
    yield from ()


@_doing.register
def _(node: Menu, guide: Guide) -> Iterator[Words]:  # noqa: ARG001 -- the same for every kind
    if node.announce == "as-is":
        yield ("The prompt itself speaks the keys; nothing is added to it.",)
    if node.end:
        yield (f"The key {node.end} ends a code at once.",)


@_doing.register
def _(node: Ask, guide: Guide) -> Iterator[Words]:  # noqa: ARG001 -- the same for every kind
    yield (f"Collects {_digits(node.digits)} into ", Code(node.into), ".")
    if node.end:
        yield (f"The key {node.end} ends the entry.",)
    if node.check:
        yield (f"The entry must be {_check(node.check)}; another one counts as a wrong key.",)
    if node.sensitive:
        yield (Strong("Confidential"), ": the entry must not be spoken, recorded, or handed on in the clear.")


def _digits(digits: Digits | None) -> str:
    if digits is None:
        return "any number of digits"
    least, most = digits
    return counted(most, "digit") if least == most else f"{least} to {counted(most, 'digit')}"


def _check(check: Check) -> str:
    if check.kind == "luhn":
        return "a number with a right check digit (Luhn)"
    return f"a date, {check.form}" if check.kind == "date" else f"one of {', '.join(check.entries)}"


@_doing.register
def _(node: Hours, guide: Guide) -> Iterator[Words]:
    yield ("Goes by the hours ", *guide.schedule(node.hours), ", at the moment at which the call passes.")


@_doing.register
def _(node: Set, guide: Guide) -> Iterator[Words]:  # noqa: ARG001 -- the same for every kind
    yield ("Sets ", Code(node.detail), ".")


@_doing.register
def _(node: Lookup, guide: Guide) -> Iterator[Words]:  # noqa: ARG001 -- the same for every kind
    yield (f"Asks something outside the telephone system: “{node.lookup}”.",)
    if node.pass_:
        yield ("Sends ", *named(node.pass_), ".")
    if node.gives:
        yield ("The answer may bring ", *named(node.gives), ".")


@_doing.register
def _(node: Transfer, guide: Guide) -> Iterator[Words]:
    handed = (", and hands on ", *named(node.pass_)) if node.pass_ else ()
    yield ("Connects the caller to ", *guide.contact(node.transfer), *handed, ".")


@_doing.register
def _(node: Record, guide: Guide) -> Iterator[Words]:
    for_ = (" for ", *guide.contact(node.to)) if node.to else ()
    kept = (", and keeps it as ", Code(node.into)) if node.into else ()
    yield ("Records the caller", *for_, f", for at most {seconds(node.longest)}", *kept, ".")
    if node.end:
        yield (f"The key {node.end} ends the recording.",)


@_doing.register
def _(node: Run, guide: Guide) -> Iterator[Words]:
    yield ("Runs the steps that begin at ", guide.node(node.run), ", and goes on when they come back.")


@_doing.register
def _(node: Unknown, guide: Guide) -> Iterator[Words]:  # noqa: ARG001 -- the same for every kind
    yield (f"Stands for a step of another platform, “{node.unknown}”; what it does there is not known here.",)


@_doing.register(Return)
def _(node: Node, guide: Guide) -> Iterator[Words]:  # noqa: ARG001 -- the same for every kind
    yield ("Comes back to the step that ran these, with ", Code(node.detail), ".")


def _marks(node: Node) -> Iterator[Words]:
    if node.language:
        yield (f"The call goes on in {node.language} from here.",)
    if node.flush:
        yield ("Keys that were pressed before are thrown away here.",)
    if node.irreversible:
        yield (Strong("What happens here cannot be undone."),)
    if node.done:
        yield ("After this, callers have what they came for.",)
    if node.needs:
        yield ("Callers come here only with ", *listed(tuple((Code(name),) for name in node.needs)), ".")
    if node.recording is not None:
        yield (f"The call is {'recorded' if node.recording else 'not recorded any more'} from here on.",)
