"""A folder of the package that holds one thing a file: it is read in name order, and no list names what is in it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from typing import Protocol, TypeVar


class Named(Protocol):
    """What such a file defines: something with the name of the file."""

    @property
    def name(self) -> str:
        """Give the name."""


class Ended(Named, Protocol):
    """The same, where the ending of a file's name asks for it."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Give the endings, each with its dot."""


One = TypeVar("One", bound=Named)
Other = TypeVar("Other", bound=Ended)


def names(path: Iterable[str]) -> tuple[str, ...]:
    """Name the files of a package by its `__path__`, in the order of the alphabet, without importing one."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(path)))


def only(package: str, name: str, kind: type[One], what: str) -> One:
    """Give the one thing of a kind that a file of a package defines; raises TypeError where it is not just one.

    `what` says what that is, as in `reporter`.
    """
    members = vars(importlib.import_module(f"{package}.{name}")).values()
    own = [member for member in members if isinstance(member, kind)]
    if len(own) != 1 or own[0].name != name:
        raise TypeError(_wrong(package, name, what))
    return own[0]


def with_free_endings(package: str, path: Iterable[str], kind: type[Other], what: str) -> tuple[Other, ...]:
    """Give what each file of a package defines; raises TypeError as `only` does, and for an ending that is taken."""
    found: list[Other] = []
    for name in names(path):
        one = only(package, name, kind, what)
        if {suffix for other in found for suffix in other.suffixes} & {*one.suffixes}:
            message = f"{_wrong(package, name, what)}, with free endings"
            raise TypeError(message)
        found.append(one)
    return tuple(found)


def _wrong(package: str, name: str, what: str) -> str:
    return f"{package.replace('.', '/')}/{name}.py must define exactly one {what}, named after the file"


def by_ending(several: Iterable[Other], suffix: str) -> Other | None:
    """Give the one that an ending asks for, in whatever case."""
    return next((one for one in several if suffix.lower() in one.suffixes), None)


def unknown_ending(several: Iterable[Ended], path: str, suffix: str) -> str:
    """Say in one sentence that an ending asks for nothing, and which endings there are."""
    said = f"'{suffix}' is no ending that can be written" if suffix else f"'{path}' has no ending"
    return f"{said}; the name of the file may end in {', '.join(end for one in several for end in one.suffixes)}"
