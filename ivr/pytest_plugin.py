"""The plug-in for pytest: the calls that flows write down are tests, so `pytest flows` runs them.

It is loaded by every pytest of a Python in which ivr is installed, so what it needs is imported late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ivr.calls import Entry, Performance
    from ivr.calls.suites import Suite
    from ivr.flow import Flow

_ENDINGS = (".yaml", ".yml")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--ivr-today`."""
    group = parser.getgroup("ivr", "calls of phone menus")
    group.addoption(
        "--ivr-today", metavar="DATE", help="the day from which the times of calls count; today if left out"
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take a flow, or a file of calls, for a file of tests."""
    if not file_path.name.endswith(_ENDINGS):
        return None
    from ivr.loading.beside import is_file_of_calls  # noqa: PLC0415 -- only where there is such a file
    from ivr.loading.text import is_flow, read_text  # noqa: PLC0415 -- the same

    if is_file_of_calls(file_path) or is_flow(read_text(file_path)[0] or ""):
        collector: pytest.Collector = FlowFile.from_parent(parent, path=file_path)
        return collector
    return None


class FlowFile(pytest.File):
    """A flow with calls of its own, or a file of calls."""

    def collect(self) -> Iterator[pytest.Item]:
        """Give a test for each call; calls of one name are told apart by their number."""
        from ivr.calls.suites import suite  # noqa: PLC0415 -- slow to import

        read = suite(_shortest(self.path), own=not _is_named_alone(self.path, self.config))
        if read.flow is None:
            raise self.CollectError(read.wrong or "\n".join(_faults(read)))
        today, seen = _today(self.config), dict[str, int]()
        for one in read.entries():
            name = " ".join(one.name.split()) or "a call without a name"
            seen[name] = seen.get(name, 0) + 1
            numbered = name if seen[name] == 1 else f"{name} ({seen[name]})"
            yield CallItem.from_parent(self, name=numbered, flow=read.flow, entry=one, today=today)


class CallItem(pytest.Item):
    """One call: it passes where all that was written down of it holds."""

    def __init__(self, *, flow: Flow, entry: Entry, today: date, **kwargs: Any) -> None:  # noqa: ANN401 -- pytest's
        """Keep the call until its turn comes."""
        super().__init__(**kwargs)
        self.flow, self.entry, self.today = flow, entry, today

    def runtest(self) -> None:
        """Run the call, and fail where it fails."""
        from ivr.calls import perform_entry  # noqa: PLC0415 -- slow to import

        performance = perform_entry(self.flow, self.entry, self.today)
        if not performance.passed:
            raise CallError(performance)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401 -- pytest's
        """Tell of a failure as `ivr test` does."""
        if not isinstance(excinfo.value, CallError):
            return super().repr_failure(excinfo, style)
        from ivr.results.text import failure_text  # noqa: PLC0415 -- only for failures

        return failure_text(excinfo.value.performance, self.flow.texts)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say where the call is written, and its name."""
        place = self.entry.place
        return Path(place.file).absolute(), place.line - 1, self.entry.name


class CallError(Exception):
    """A call is not as it was written down."""

    def __init__(self, performance: Performance) -> None:
        """Say it in one sentence."""
        super().__init__(performance.failure.message if performance.failure else "")
        self.performance = performance


def _is_named_alone(path: Path, config: pytest.Config) -> bool:
    """Whether a flow was named on the command line, and no file or folder that brings the calls beside it by itself."""
    named = [Path(word.split("::")[0]).resolve() for word in config.args]
    return path in named and not any(one == path.parent or (one != path and one.parent == path.parent) for one in named)


def _shortest(path: Path) -> Path:
    """Give a path as a person would write it."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _faults(read: Suite) -> Iterator[str]:
    for code, fault in read.loaded.faults if read.loaded else ():
        yield f"{fault.place}: {code} error: {fault.message}"


def _today(config: pytest.Config) -> date:
    given = config.getoption("--ivr-today")
    if not given:
        return date.today()  # noqa: DTZ011 -- the day of the person who runs the tests
    try:
        return date.fromisoformat(given)
    except ValueError:
        message = f"--ivr-today: '{given}' is not a date; write one as in 2026-03-02"
        raise pytest.UsageError(message) from None
