"""What calls and promises name, and what there is of that name in the flow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.analysis.phone_number import same_number
from ivr.analysis.reported import half_read
from ivr.flow import Flow
from ivr.nodes.lookup import Lookup
from ivr.nodes.record import Record
from ivr.nodes.transfer import CONNECTED, OUTCOMES, Transfer
from ivr.nodes.unknown import Unknown
from ivr.tree import Mapping as TreeMapping
from ivr.tree import Sequence, Tree

if TYPE_CHECKING:
    from ivr.node import Path

ANYWHERE: Final = "anywhere"
PERSON: Final = "person"
LINE: Final = "line"
NODE: Final = "node"
LANGUAGE: Final = "language"
CONTACT: Final = "contact"
QUESTION: Final = "question"
OUTCOME: Final = "outcome"
_SECTIONS: Final = {LINE: "lines", NODE: "nodes", LANGUAGE: "languages", CONTACT: "contacts"}
"""The section of which each kind of thing is read."""


class Named(NamedTuple):
    """A name that a call or a promise uses: what kind of thing it should be, its place, and the names that there are.

    `of` is the question of which it is an outcome; `owner` the words of the call or promise; `key` says that the name
    is a key there.
    """

    name: str
    kinds: tuple[str, ...]
    path: Path
    known: tuple[str, ...]
    owner: str
    of: str = ""
    key: bool = False

    @property
    def is_known(self) -> bool:
        """Whether there is such a thing; a number may be written in another way."""
        if self.name in self.known:
            return True
        numbers = LINE in self.kinds or CONTACT in self.kinds
        return numbers and same_number(self.name) in map(same_number, self.known)


def names_used(flow: Flow) -> Iterator[Named]:
    """Give every name that calls and promises use, as far as all of its kind could be read."""
    known = _Known(flow)
    for section, names in (("calls", known.of_call), ("promises", known.of_promise)):
        entries = flow.tree.get(section, "")
        for number, entry in enumerate(entries) if isinstance(entries, Sequence) else ():
            if isinstance(entry, TreeMapping) and not half_read(flow, section, number):
                yield from (one for one in names((section, number), entry) if known.is_judged(one))


class _Known:
    """All that there is in a flow, by name."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.lines = tuple(flow.lines)
        self.nodes = tuple(flow.nodes)
        self.contacts = (*flow.contacts, *_numbers(flow))
        self.outcomes = _outcomes(flow)

    def is_judged(self, one: Named) -> bool:
        """Whether all things of these kinds could be read."""
        if {QUESTION, OUTCOME} & set(one.kinds) and self.flow.broken:
            return False
        return self.flow.unread.isdisjoint({_SECTIONS.get(kind, "nodes") for kind in one.kinds})

    def of_call(self, path: Path, entry: TreeMapping) -> Iterator[Named]:
        """Give what a call names: its line, its language, and what its steps come to and are answered by."""
        owner = f"the call '{_text(entry, 'call')}'"
        if line := _text(entry, "line"):
            yield Named(line, (LINE,), (*path, "line"), self.lines, owner)
        if language := _text(entry, "language"):
            yield Named(language, (LANGUAGE,), (*path, "language"), self.flow.languages, owner)
        steps = entry.get("steps", "")
        for number, step in enumerate(steps) if isinstance(steps, Sequence) else ():
            if isinstance(step, TreeMapping):
                yield from self._of_step((*path, "steps", number), step, owner)

    def _of_step(self, path: Path, step: TreeMapping, owner: str) -> Iterator[Named]:
        if node := _text(step, "reach"):
            yield Named(node, (NODE,), (*path, "reach"), self.nodes, owner)
        how, _, who = _text(step, "end").partition(" ")
        if how == "transfer" and who.strip():
            yield Named(who.strip(), (CONTACT,), (*path, "end"), self.contacts, owner)
        answers = step.get("answer", "")
        for question, outcome in answers.items() if isinstance(answers, TreeMapping) else ():
            yield from self._of_answer((*path, "answer", question), question, outcome, owner)

    def _of_answer(self, path: Path, question: str, outcome: Tree, owner: str) -> Iterator[Named]:
        asked = Named(question, (QUESTION,), path, tuple(self.outcomes), owner, key=True)
        yield asked
        known = self.outcomes.get(question, ())
        if known and isinstance(outcome, TreeMapping):
            yield from (Named(one, (OUTCOME,), (*path, one), known, owner, question, key=True) for one in outcome)
        elif known and isinstance(outcome, str) and outcome:
            yield Named(outcome, (OUTCOME,), path, known, owner, question)

    def of_promise(self, path: Path, entry: TreeMapping) -> Iterator[Named]:
        """Give what a promise names: from where it is made, and what it says is reached."""
        owner = f"the promise '{_text(entry, 'promise')}'"
        fields = (
            ("from", (LINE, NODE, CONTACT), (ANYWHERE, *self.lines, *self.nodes, *self.flow.contacts)),
            ("reach", (CONTACT, NODE), (PERSON, *self.contacts, *self.nodes)),
        )
        for field, kinds, known in fields:
            for name, place in _each(entry.get(field, ""), (*path, field)):
                yield Named(name, kinds, place, known, owner)


def _text(entry: TreeMapping, field: str) -> str:
    value = entry.get(field, "")
    return value.strip() if isinstance(value, str) else ""


def _each(value: Tree, path: Path) -> Iterator[tuple[str, Path]]:
    if isinstance(value, str):
        yield from [(value, path)] if value.strip() else ()
    elif isinstance(value, Sequence):
        yield from ((one, (*path, number)) for number, one in enumerate(value) if isinstance(one, str) and one.strip())


def _numbers(flow: Flow) -> Iterator[str]:
    yield from (node.transfer for node in flow.nodes.values() if isinstance(node, Transfer))


def _outcomes(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give what may be asked of the world, by name, with the outcomes that there may be; none where any will do."""
    found: dict[str, dict[str, None]] = {}
    for name, node in flow.nodes.items():
        for asked, outcomes in _asked(name, node):
            found.setdefault(asked, {}).update(dict.fromkeys(outcomes))
    return {asked: tuple(outcomes) for asked, outcomes in found.items()}


def _asked(name: str, node: object) -> Iterator[tuple[str, Iterable[str]]]:
    if isinstance(node, Lookup):
        yield node.lookup, node.outcomes
    elif isinstance(node, Transfer):
        yield node.transfer, (CONNECTED, *OUTCOMES)
    elif isinstance(node, Unknown):
        yield node.unknown, node.exits_
    elif isinstance(node, Record):
        yield from ((one, ()) for one in (node.into, node.to, name) if one)
    else:
        yield name, ()
