"""The profiles, one file each; no list names them."""

from __future__ import annotations

import importlib
import pkgutil

from ivr.profile import Profile


def names() -> tuple[str, ...]:
    """Name every profile, in the order of the alphabet, without importing one."""
    return tuple(sorted(found.name.replace("_", "-") for found in pkgutil.iter_modules(__path__)))


def profile(name: str) -> Profile:
    """Give the profile of a name; raises KeyError where there is none, TypeError where its file defines no such one."""
    if name not in names():
        raise KeyError(name)
    module = name.replace("-", "_")
    found = getattr(importlib.import_module(f"{__name__}.{module}"), module, None)
    if not isinstance(found, Profile) or found.name != name:
        message = f"ivr/profiles/{module}.py must define one profile, `{module}`, named after the file"
        raise TypeError(message)
    return found
