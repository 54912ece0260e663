"""The kinds of node, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ivr.node import Node


@cache
def kinds() -> dict[str, type[Node]]:
    """Give every kind of node by its verb; raises TypeError where a file defines none or a taken verb."""
    from ivr.node import Node  # noqa: PLC0415 -- the models are slow to build and not always needed

    found: dict[str, type[Node]] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        members = vars(importlib.import_module(f"{__name__}.{module}")).values()
        own = [
            member
            for member in members
            if isinstance(member, type) and issubclass(member, Node) and member.__module__ == f"{__name__}.{module}"
        ]
        if len(own) != 1 or own[0].verb in found:
            message = f"ivr/nodes/{module}.py must define exactly one kind of node, with a verb that is not taken"
            raise TypeError(message)
        found[own[0].verb] = own[0]
    return found
