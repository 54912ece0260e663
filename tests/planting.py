"""How faults are planted: a flow as plain maps and texts, places in it that are chosen by chance, and what was done."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from clean_flows import clean_flow, written
from clean_topics import Plain

One = TypeVar("One")


class NoPlaceError(Exception):
    """A fault does not fit into this flow."""


class Ground:
    """A flow into which a fault is planted, and the chance that says where."""

    def __init__(self, seed: int) -> None:
        self.flow: Plain = copy.deepcopy(clean_flow(seed))
        self.chance = random.Random(f"fault {seed}")  # noqa: S311 -- nothing depends on its being hard to guess
        self.nodes: Plain = self.flow["nodes"]
        self.contacts: Plain = self.flow["contacts"]
        self.keys: Plain = self.flow["keys"]
        self.defaults: Plain = self.flow["defaults"]
        self.spanish = len(self.flow["languages"]) > 1
        self.rewrite: Callable[[str], str] = str

    def pick(self, places: Iterable[One]) -> One:
        """Give one of several places; raises NoPlaceError where there is none."""
        several = list(places)
        if not several:
            raise NoPlaceError
        return self.chance.choice(several)

    def need(self, fits: object) -> None:
        """Go on only where the flow has what the fault needs; raises NoPlaceError."""
        if not fits:
            raise NoPlaceError

    def of(self, verb: str, *fields: str) -> Iterator[str]:
        """Name the nodes of a kind that have all of some fields."""
        return (name for name, node in self.nodes.items() if verb in node and all(field in node for field in fields))

    def node(self, verb: str, *fields: str) -> tuple[str, Plain]:
        """Give a node of a kind, by chance; raises NoPlaceError."""
        name = self.pick(self.of(verb, *fields))
        return name, self.nodes[name]

    def submenus(self) -> list[str]:
        """Name the menus behind the main one in which callers choose a topic."""
        return [name for name in self.of("menu") if name != "main" and "flush" not in self.nodes[name]]

    def topics(self, menu: str) -> list[str]:
        """Give the keys of a menu's topics, in order: 1, 2, 3, ..."""
        options = self.nodes[menu]["options"]
        return [key for key in options if key in "123456" and "announced" not in options[key]]

    def said(self, en: str, es: str = "") -> Any:  # noqa: ANN401 -- a text, or one for each language
        """Give words in the flow's languages."""
        return {"en": en, "es": es or en} if self.spanish else en

    def en(self, said: Any) -> str:  # noqa: ANN401 -- a text, one for each language, or a prompt with more fields
        """Give the English words of a prompt."""
        if isinstance(said, dict):
            return self.en(said["en"] if "en" in said else said["text"])
        return str(said)

    def reworded(self, said: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 -- as above
        """Give a prompt whose English words are changed."""
        if not isinstance(said, dict):
            return change(said)
        field = "en" if "en" in said else "text"
        return said | {field: self.reworded(said[field], change)}

    def told(self, node: str, en: str, es: str = "") -> str:
        """Add a node that tells something, after which the call is over as it should be; gives its name."""
        self.nodes[node] = {"say": self.said(en, es), "next": "goodbye", "done": "yes"}
        return node

    def menu(self, node: str, *targets: tuple[str, str], **fields: Any) -> str:  # noqa: ANN401 -- fields of many kinds
        """Add a menu with options of these labels and targets; gives its name."""
        options = {str(key): {"say": self.said(say), "go": go} for key, (say, go) in enumerate(targets, 1)}
        self.nodes[node] = {"menu": self.said(f"{node.capitalize()}."), "options": options, **fields}
        return node

    def pruned(self) -> None:
        """Leave out the nodes to which no call comes any more."""
        seen: set[str] = set()
        ahead = ["main", *(line if isinstance(line, str) else line["start"] for line in self.flow["lines"].values())]
        ahead += [self.defaults.get("otherwise", ""), *(key["go"] for key in self.keys.values())]
        while ahead:
            name = ahead.pop()
            if name in self.nodes and name not in seen:
                seen.add(name)
                ahead += texts(self.nodes[name])
        for name in self.nodes.keys() - seen:
            del self.nodes[name]
        used = {node["transfer"] for node in self.nodes.values() if "transfer" in node}
        for name in [one for one in self.contacts if one.endswith("-team") and one not in used]:
            del self.contacts[name]

    def text(self) -> str:
        """Write the flow as it is now."""
        return self.rewrite(written(self.flow))


def texts(part: Any) -> Iterator[str]:  # noqa: ANN401 -- any part of a flow
    """Give every text in a part of a flow."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for one in part.values():
            yield from texts(one)
    else:
        for one in part:
            yield from texts(one)


Plant = Callable[[Ground], str]
"""Plants a fault, and gives where: `nodes/main`, `hours`, ..."""


class Mutant(NamedTuple):
    """A kind of fault: its name, the rules that claim it, and what plants it into a flow."""

    name: str
    claims: tuple[str, ...]
    plant: Plant


def mutant(*claims: str) -> Callable[[Plant], Mutant]:
    """Make a kind of fault of what plants it; the rules `claims` say that they find it."""
    return lambda plant: Mutant(plant.__name__.replace("_", " "), claims, plant)


def all_of(family: dict[str, Any]) -> tuple[Mutant, ...]:
    """Give the kinds of fault that a file of them has."""
    return tuple(one for one in family.values() if isinstance(one, Mutant))
