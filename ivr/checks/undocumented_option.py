"""DC002: an option of a documented menu is in no document."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import NOTHING, Menu, Option


@check("DC002", "undocumented-option", Severity.WARNING)
def undocumented_option(flow: Flow) -> Iterator[Fault]:
    """Callers hear of a choice that no document tells of: the page and the line have drifted apart.

    In a flow with `sources`, where any option of a menu cites one with `documented`, each other option of that menu
    has to cite one as well, or its target does; or a `note` that begins with `assumption` says that it is a guess. The
    keys of the whole flow are left out. What the documents themselves list is not read here.

    Bad:
        sources: {page: Our telephone page}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales, documented: page Menu}
              2: {say: billing, go: billing}
          sales: {say: Our sales team will be with you., next: desk}
          billing: {say: Our billing team will be with you., next: desk}

    Good:
        sources: {page: Our telephone page}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales, documented: page Menu}
              2: {say: billing, go: billing, documented: page Menu}
          sales: {say: Our sales team will be with you., next: desk}
          billing: {say: Our billing team will be with you., next: desk}

    Source: Ireland's toolkit for customer communications advises to publish the menu of a line.
    """
    for name in judged(flow) if "sources" in flow.tree else ():
        node = flow.nodes[name]
        options = {key: one for key, one in node.options.items() if one.go != NOTHING} if isinstance(node, Menu) else {}
        first = next((key for key, option in options.items() if option.documented), None)
        for key, option in options.items() if first is not None else ():
            if not _is_accounted_for(flow, option):
                message = f"'{first}' of '{name}' is documented, but '{key}' is not, so callers cannot have read of it"
                hint = "Say where it is documented, or begin its `note` with `assumption:`."
                yield Fault(flow.place("nodes", name, "options", key, key=True), message, hint)


def _is_accounted_for(flow: Flow, option: Option) -> bool:
    target = flow.nodes.get(option.go)
    notes = (option.note, target.note if target else "")
    cited = option.documented or (target is not None and target.documented)
    return bool(cited) or any(note.strip().lower().startswith("assumption") for note in notes)
