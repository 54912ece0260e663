"""From a tree to the parts of a flow: every section is read by itself, and what is wrong in one spoils no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from ivr.edit import Edit, Fix
from ivr.fields import described
from ivr.finding import Fault
from ivr.loading.include import add
from ivr.loading.misfit import (
    MISSING_FIELD,
    UNKNOWN_FIELD,
    WRONG_VALUE,
    faulty_paths,
    further_misfits,
    mentioned,
    misfits,
    nothing_written,
)
from ivr.node import RESERVED, Node
from ivr.nodes import kinds
from ivr.nodes.unknown import Unknown
from ivr.tree import Mapping, Path, Reported, Sequence, Tree, locate

if TYPE_CHECKING:
    from ivr.source import Place

WRONG_SHAPE = "RD004"
WRONG_VERB = "RD008"
_ROUNDS = 20
_SURELY = 0.75
"""How alike a misspelt section is to the one as which it is read, from 0 to 1."""
_LISTS = frozenset({"languages", "promises", "calls"})
_TEXTS = frozenset({"ivr", "name", "note", "owner", "reviewed", "timezone"})
_FOR_ALL_MENUS = frozenset({"keys", "defaults"})

Part = TypeVar("Part", bound=BaseModel)


class Reader:
    """Reads the sections of one tree; `faults` gathers all that does not fit.

    `broken` are the nodes that it touches, `unread` the sections of which more may have been meant than was read.
    """

    def __init__(self, tree: Mapping) -> None:
        """Begin with nothing wrong."""
        self.tree = tree
        self.faults: list[Reported] = []
        self.broken: set[str] = set()
        self.unread: set[str] = set()

    def report(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """Take down a fault."""
        self.faults.append(Reported(code, Fault(place, message, hint)))

    def take_sections(self, known: tuple[str, ...]) -> None:
        """Report every section that is not `known`; one that is only misspelt is read as what was meant."""
        import difflib  # noqa: PLC0415 -- only for messages

        for section in [name for name in self.tree if name not in known]:
            near = next(iter(difflib.get_close_matches(section, known, 1)), "")
            message = f"'{section}' is not a section of a flow" + (f"; did you mean '{near}'?" if near else "")
            hint = "" if near else f"The sections are {', '.join(known)}."
            place = self.tree.key_place(section)
            mend = Fix((Edit(place, near),), f"Write `{near}`.", safe=False) if near and near not in self.tree else None
            self.faults.append(Reported(UNKNOWN_FIELD, Fault(place, message, hint, fix=mend)))
            if near and not (difflib.get_close_matches(section, [near], 1, _SURELY) and self._take(section, near)):
                self.unread.update(known if near == "include" else {near})

    def _take(self, section: str, meant: str) -> bool:
        """Read a misspelt section as the one that was meant, if it can be that one."""
        tree, value = self.tree, self.tree[section]
        shape = Sequence if meant in _LISTS else str if meant in _TEXTS else Mapping
        there = tree.get(meant)
        if meant == "include" or not isinstance(value, shape):
            return False
        if isinstance(there, Mapping) and isinstance(value, Mapping):
            add(there, value)
        elif there is None:
            tree.rename(section, meant)
        return there is None or isinstance(there, Mapping)

    def text(self, section: str, default: str = "") -> str:
        """Give a section that is one piece of text."""
        value = self.tree.get(section, "")
        if isinstance(value, str):
            return value or default
        self._wrong_shape((section,), value, "text")
        return default

    def needed(self, section: str, belongs: str) -> None:
        """Report a section behind which nothing is written."""
        if self.tree.get(section) == "":
            self.unread.add(section)
            self.faults.append(nothing_written(self.tree, (section,), f"What belongs there: {belongs}."))

    def texts(self, section: str) -> tuple[str, ...]:
        """Give a section that is one piece of text, or a list of such."""
        value = self.tree.get(section, "")
        if isinstance(value, str):
            return (value,) if value else ()
        if isinstance(value, Sequence) and all(isinstance(item, str) for item in value):
            return tuple(str(item) for item in value)
        self._wrong_shape((section,), value, "a list of names")
        return ()

    def entries(self, section: str) -> Mapping:
        """Give a section that maps names to parts; empty where it is missing or wrong."""
        value = self.tree.get(section, "")
        if isinstance(value, Mapping):
            return value
        if value:
            self._wrong_shape((section,), value, "a map of names")
        return Mapping()

    def items(self, section: str) -> Sequence:
        """Give a section that is a list of parts; empty where it is missing or wrong."""
        value = self.tree.get(section, "")
        if isinstance(value, Sequence):
            return value
        if value:
            self._wrong_shape((section,), value, "a list")
        return Sequence()

    def _wrong_shape(self, path: Path, value: Tree, needed: str) -> None:
        self.unread.add(str(path[0]))
        message = f"'{path[-1]}' is {described(value)}, but {needed} is needed here"
        self.report(WRONG_SHAPE, locate(self.tree, path), message)

    def part(self, model: type[Part], path: Path, value: Any, what: str) -> Part | None:  # noqa: ANN401 -- as read
        """Read one part, and leave out what does not fit; None where nothing is left that makes sense."""
        try:
            return model.model_validate(value)
        except ValidationError as error:
            self.faults.extend(misfits(error, model, self.tree, path, what))
            if path[0] in _FOR_ALL_MENUS:
                self.unread.add(str(path[0]))
            return self._salvaged(model, value, error, path=path, what=what)

    def _salvaged(  # noqa: PLR0913 -- all of it is needed to say what is wrong
        self,
        model: type[Part],
        value: Any,  # noqa: ANN401 -- as read
        error: ValidationError,
        *,
        path: Path,
        what: str,
        names: Mapping | None = None,
    ) -> Part | None:
        """Read a part without the entries that do not fit; None where no such rest makes sense."""
        rest = value if isinstance(value, Mapping) else Mapping(value) if isinstance(value, dict) else None
        for _ in range(_ROUNDS):
            wrong = None if rest is None else faulty_paths(error, rest, names or Mapping())
            if rest is None or not wrong:
                return None
            for entry in wrong:
                rest = rest.without(entry)
            try:
                return model.model_validate(rest)
            except ValidationError as again:
                error = again
                self.faults.extend(further_misfits(error, model, self.tree, path, what))
        return None

    def parts(
        self, section: str, model: type[Part], what: str, long_form: Callable[[object], object] = lambda value: value
    ) -> dict[str, Part]:
        """Read a section that maps names to parts of one model."""
        read = {}
        for name, value in self.entries(section).items():
            part = self.part(model, (section, name), long_form(value), what)
            if part is not None:
                read[name] = part
        return read

    def nodes(self) -> dict[str, Node]:
        """Read every node by its verb; one that cannot be read stands there as a step of which nothing is known."""
        known, entries = kinds(), self.entries("nodes")
        read: dict[str, Node] = {}
        for name, value in entries.items():
            verb = self._verb(name, value, known)
            if verb is None:
                node = None
            else:
                try:
                    read[name] = known[verb].model_validate(value)
                    continue
                except ValidationError as error:
                    what = f"the `{verb}` '{name}'"
                    self.faults.extend(misfits(error, known[verb], self.tree, ("nodes", name), what))
                    node = self._salvaged(known[verb], value, error, path=("nodes", name), what=what, names=entries)
            self.broken.add(name)
            leads_to = {target: target for target in mentioned(value, entries) if target != name}
            read[name] = node or Unknown.model_validate({"unknown": name or "a step without a name", "exits": leads_to})
        return read

    def _verb(self, name: str, value: Tree, known: dict[str, type[Node]]) -> str | None:
        """Give the verb of a node, or None (and a fault) where there is not exactly one."""
        if name in RESERVED:
            self.report(
                WRONG_VALUE, self._key("nodes", name), f"'{name}' is a reserved word; give the node another name"
            )
        if value == "":
            hint = "What belongs there: one verb, such as `say` or `menu`, and where the call goes on."
            self.faults.append(nothing_written(self.tree, ("nodes", name), hint))
            return None
        if not isinstance(value, Mapping):
            message = f"'{name}' is {described(value)}; a node is a map with one verb, such as `say` or `menu`"
            self.report(WRONG_VERB, locate(self.tree, ("nodes", name)), message)
            return None
        verbs = [field for field in value if field in known]
        if len(verbs) == 1:
            return verbs[0]
        if verbs:
            message = f"'{name}' has {len(verbs)} verbs, {' and '.join(map(repr, verbs))}; a node does one thing"
            self.report(WRONG_VERB, value.key_place(verbs[1]), message, "Make a node of its own for each of them.")
            return None
        self._no_verb(name, value, known)
        return None

    def _no_verb(self, name: str, value: Mapping, known: dict[str, type[Node]]) -> None:
        import difflib  # noqa: PLC0415 -- only for a message

        near = next((verb for field in value for verb in difflib.get_close_matches(field, list(known), 1, 0.7)), "")
        message = f"'{name}' has no verb, so nobody knows what the caller meets there"
        message += f"; did you mean '{near}'?" if near else ""
        self.report(WRONG_VERB, self._key("nodes", name), message, f"The verbs are {', '.join(known)}.")

    def _key(self, *path: str) -> Place:
        return locate(self.tree, path, key=True)


__all__ = ["MISSING_FIELD", "UNKNOWN_FIELD", "WRONG_SHAPE", "WRONG_VALUE", "WRONG_VERB", "Reader"]
