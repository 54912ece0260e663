"""What all tests share: what they need from outside, golden files, and how hypothesis is set."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from golden import Golden
from needs import SHARED, demand

if TYPE_CHECKING:
    from playwright.sync_api import Browser

hypothesis.settings.register_profile("short", deadline=None, derandomize=True)
hypothesis.settings.register_profile("long", deadline=None, max_examples=5000)
hypothesis.settings.load_profile("short")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden files and the README's outputs anew")


def pytest_configure() -> None:
    os.environ.pop("GITHUB_ACTIONS", None)  # there `ivr check` writes for GitHub where no format is given
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's job in the background: no Ctrl-C would end


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        for name in marker.args:
            demand(name)


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the folder of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of documents beside the checkout; for tests that are marked `needs("shared")`."""
    return SHARED


@pytest.fixture
def untraced() -> Iterator[None]:
    """Run a test without measuring what it covers, which takes two thirds of the time of one that reads much."""
    tracer = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(tracer)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give the machine's Chromium; for tests that are marked `needs("chromium")`.

    It is closed behind each file of tests: while it is there, no other event loop can run.
    """
    from browsing import chromium  # noqa: PLC0415 -- only for tests of pages

    with chromium() as one:
        yield one


@pytest.fixture(scope="session")
def update(pytestconfig: pytest.Config) -> bool:
    """Say whether `--update` was given."""
    return bool(pytestconfig.getoption("--update"))


@pytest.fixture
def golden(update: bool) -> Golden:  # noqa: FBT001 -- a fixture is asked for by name
    """Give the comparison with a golden file: `golden("expected/clinic.dot", text)`, relative to tests/."""
    return Golden(Path(__file__).resolve().parent, update=update)
