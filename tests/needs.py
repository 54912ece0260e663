"""What a test may need from outside the package, and whether it is there."""

from __future__ import annotations

import json
import os
import shutil
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

import pytest

_STATED = os.environ.get("IVR_SHARED")
SHARED = Path(_STATED) if _STATED else Path(__file__).resolve().parent.parent.parent / "shared"

_PROGRAMS = {
    "dot": ("dot",),
    "tmux": ("tmux",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "sipp": ("sipp",),
}


class Lack(NamedTuple):
    """Something that is not there: the reason to skip, and whether that is excused even where all is required."""

    reason: str
    excused: bool = False


def demand(name: str) -> None:
    """Skip the test where what it needs is missing; with IVR_REQUIRE_ALL=1, fail it."""
    lack = lacking(name)
    if lack and not lack.excused and os.environ.get("IVR_REQUIRE_ALL") == "1":
        pytest.fail(f"IVR_REQUIRE_ALL=1, but {lack.reason}", pytrace=False)
    if lack:
        pytest.skip(lack.reason)


def lacking(name: str) -> Lack | None:
    """Say what is missing for a test that needs `name`; raises ValueError for a name that is not known."""
    if name == "shared":
        return _lacking_shared()
    if name == "installed":
        return None if is_installed() else Lack("`ivr` is not installed here by `pip install .`")
    if name not in _PROGRAMS:
        known = ", ".join(sorted([*_PROGRAMS, "shared", "installed"]))
        message = f"'{name}' is nothing that a test can need; it is one of {known}"
        raise ValueError(message)
    programs = _PROGRAMS[name]
    return None if any(map(shutil.which, programs)) else Lack(f"there is no program '{programs[0]}'")


def _lacking_shared() -> Lack | None:
    # A checkout need not have the folder beside itself; one that was named has to be there.
    return None if SHARED.is_dir() else Lack(f"there is no folder '{SHARED}'", excused=not _STATED)


def is_installed() -> bool:
    """Say whether the package was copied into this Python, and is not the folder of the checkout."""
    try:
        origin = json.loads(distribution("ivr").read_text("direct_url.json") or "{}")
    except PackageNotFoundError:
        return False
    return not origin.get("dir_info", {}).get("editable")
