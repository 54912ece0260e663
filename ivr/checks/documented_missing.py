"""DC003: the file of a document is not where the flow says that it is."""

from __future__ import annotations

import difflib
import os.path
from collections.abc import Iterator

from ivr.analysis.beside import folder_of
from ivr.analysis.outside import is_there, names_in
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC003", "documented-missing", Severity.ERROR)
def documented_missing(flow: Flow) -> Iterator[Fault]:
    """Nobody can look up what callers were promised: the document that the flow goes by is not there.

    The `file` of a source is looked for from the folder of the flow's file on. It is missing where the file of another
    source is there, or one that is nearly called the same; where there is none, the documents are kept elsewhere, and
    nothing is said. A source that is cited and not declared is for DA007 to tell of; what the documents list is not
    read here.

    Bad:
        sources:
          page: {title: Our telephone page, file: telephone-pgae.txt}
        nodes:
          main: {say: Thank you for calling., next: desk, documented: page Menu}

    Beside: telephone-page.txt

    Good:
        sources:
          page: {title: Our telephone page, file: telephone-page.txt}
        nodes:
          main: {say: Thank you for calling., next: desk, documented: page Menu}

    Source: Ireland's toolkit for customer communications advises to publish the menu of a line.
    """
    folder = folder_of(flow)
    if folder is None:
        return
    files = {name: one.file for name, one in flow.sources.items() if one.file and "://" not in one.file}
    paths = {name: os.path.join(folder, file) for name, file in files.items()}  # noqa: PTH118 -- paths are text here
    missing = [name for name, path in paths.items() if not is_there(flow, path)]
    for name in missing:
        inside, wanted = os.path.split(paths[name])
        others = [one for one in names_in(flow, inside or ".") if one not in files.values()]
        near = difflib.get_close_matches(wanted, others, 1, 0.8)
        if near or len(missing) < len(paths):
            meant = f"; did you mean '{near[0]}'?" if near else ""
            message = (
                f"there is no file '{files[name]}' beside the flow, so nobody can look up what '{name}' says{meant}"
            )
            yield Fault(flow.place("sources", name, "file"), message)
