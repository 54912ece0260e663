"""What conditions ask of the variables of a flow, and which of them callers fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ivr.condition.expression import ORDER, Comparison, Variable, atoms, operands
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
        self._ordered: set[str] = set()
        for atom in _atoms(flow):
            names = [one.name for one in operands(atom) if isinstance(one, Variable)]
            for name in names:
                self._by_name.setdefault(name, {})[atom] = None
            if len(set(names)) > 1:
                by_value = isinstance(atom, Comparison) and atom.sign in ORDER
                (self._ordered if by_value else self._pairs).update(names)
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
        """Name the variables that callers type and that are said to be more or less than another one."""
        typed = dict.fromkeys(node.into for node in self.flow.nodes.values() if isinstance(node, Ask))
        return (name for name in typed if not self._ordered.isdisjoint(self._reached(name)))

    def has_rivals(self, variable: str) -> bool:
        """Whether what is put into a variable may be asked to be the same as another one."""
        return not self._pairs.isdisjoint(self._reached(variable))

    def group(self, ask: Ask) -> tuple[Ask, ...]:
        """Give the asks whose entries may be asked to be the same as that of one; itself where there are none."""
        if not self.has_rivals(ask.into):
            return (ask,)
        return tuple(node for node in self.flow.nodes.values() if isinstance(node, Ask) and self.has_rivals(node.into))

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
