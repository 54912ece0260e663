"""Which calls are to be run: those of a flow with the files of calls beside it, or those of one such file alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ivr.calls.perform import Entry, Performance, entries, perform_entry
from ivr.loader import load
from ivr.loading.beside import calls_beside, flow_of, is_file_of_calls

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.loader import Loaded


class Suite(NamedTuple):
    """Calls that are run together: the file that was named, what was read, and, for a file of calls, only those in it.

    `wrong` is one sentence where nothing can be run.
    """

    file: str
    loaded: Loaded | None
    only: str = ""
    wrong: str = ""

    @property
    def flow(self) -> Flow | None:
        """Give the flow, if one could be read."""
        return self.loaded.flow if self.loaded else None

    def run(self, today: date, words: str = "") -> Iterator[Performance]:
        """Run the calls, as on the day `today`; with `words`, only those whose name has all these words in it."""
        for one in self.entries():
            name = one.name.casefold()
            if self.flow is not None and (one.number is None or all(word in name for word in words.casefold().split())):
                yield perform_entry(self.flow, one, today)

    def entries(self) -> Iterator[Entry]:
        """Give the calls that are to be run."""
        if self.flow is not None:
            yield from (one for one in entries(self.flow) if not self.only or one.place.file == self.only)


def suite(path: Path, *, own: bool = False) -> Suite:
    """Read a flow with the calls beside it (with `own`, only those of the flow itself), or a file of calls alone."""
    file = path.as_posix()
    if not is_file_of_calls(path):
        return Suite(file, load(path, () if own else calls_beside(path)))
    flow = flow_of(path)
    if flow is not None and is_file_of_calls(flow):
        wrong = f"'{file}' says `flow: {flow.name}`, which is a file of calls; name the flow that they are of"
        return Suite(file, None, wrong=wrong)
    if flow is None:
        wrong = f"'{file}' does not say of which flow it has calls"
        return Suite(file, None, wrong=f"{wrong}; begin it with `flow: NAME.yaml`, or name it after a flow beside it")
    return Suite(file, load(flow, (path,)), only=file)
