"""What conditions ask of the variables of a flow, and which of them callers fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ivr.condition.expression import Comparison, Variable, atoms, operands
from ivr.nodes.ask import Ask
from ivr.nodes.set import Set

if TYPE_CHECKING:
    from ivr.condition.expression import Atom
    from ivr.flow import Flow


class Asked:
    """The questions of a flow's conditions, by the variable that they are about."""

    def __init__(self, flow: Flow) -> None:
        """Find them."""
        self.flow = flow
        self._by_name: dict[str, dict[Atom, None]] = {}
        self._pairs: set[str] = set()
        for atom in _atoms(flow):
            names = [one.name for one in operands(atom) if isinstance(one, Variable)]
            for name in names:
                self._by_name.setdefault(name, {})[atom] = None
            if len(set(names)) > 1:
                self._pairs.update(names)
        self._copies = [
            (source.text, name)
            for node in flow.nodes.values()
            if isinstance(node, Set)
            for name, source in node.set.items()
            if source.variable
        ]

    def questions(self, variable: str) -> list[tuple[str, Atom]]:
        """Give all that is asked of what is put into a variable, there and wherever it is copied to."""
        return [(name, atom) for name in self._reached(variable) for atom in self._by_name.get(name, ())]

    def matters(self, variable: str) -> bool:
        """Whether any condition asks about what is put into a variable."""
        return any(name in self._by_name for name in self._reached(variable))

    def compared(self) -> Iterator[str]:
        """Name the variables that callers type and that are compared with another: such entries are endless."""
        typed = dict.fromkeys(node.into for node in self.flow.nodes.values() if isinstance(node, Ask))
        return (name for name in typed if not self._pairs.isdisjoint(self._reached(name)))

    def _reached(self, variable: str) -> list[str]:
        found = [variable]
        for name in found:
            found += [to for source, to in self._copies if source == name and to not in found]
        return found


def _atoms(flow: Flow) -> Iterator[Atom]:
    for name in flow.nodes:
        for way in flow.exits(name):
            if way.when is not None:
                yield from map(_turned, atoms(way.when.expression))


def _turned(atom: Atom) -> Atom:
    """Put the variable of a comparison on its left."""
    if isinstance(atom, Comparison) and not isinstance(atom.left, Variable) and isinstance(atom.right, Variable):
        signs = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
        return Comparison(atom.right, signs.get(atom.sign, atom.sign), atom.left)
    return atom
