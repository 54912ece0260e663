"""TM019: a lookup knows no answer for its own failure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.lookup import Lookup
from ivr.witness import Shows

_FAILURE: Final = re.compile(
    r"\b(?:fail|error|err\b|time[ds]?[ _-]*out|un-?available|not[ _-]available|down\b|outage|unreachable|offline|"
    r"broken|crash|problem|trouble|exception|refused|no[ _-](?:answer|response|reply|connection)|else\b|other|"
    r"default\b|falla\b|fallo|falló|fallid|no disponible|sin (?:respuesta|conexión)|erreur|échec|echec|panne|"
    r"indisponible|fehler|ausfall|nicht (?:verfügbar|erreichbar)|keine antwort|störung)",
    re.IGNORECASE,
)


@check("TM019", "webhook-no-error", Severity.ERROR)
def webhook_no_error(flow: Flow, *, words: tuple[str, ...] = ()) -> Iterator[Fault]:
    """When what is looked up cannot be reached, the call stops: none of the lookup's outcomes is for a failure.

    An outcome is for a failure if its name says so: failed, error, timeout, unavailable, down, no answer, else, ...

    Bad:
        nodes:
          main: {ask: Please enter your order number., into: order, digits: 6, next: find}
          find: {lookup: order, pass: [order], outcomes: {found: desk, unknown: sorry}}

    Good:
        nodes:
          main: {ask: Please enter your order number., into: order, digits: 6, next: find}
          find: {lookup: order, pass: [order], outcomes: {found: desk, unknown: sorry, failed: desk}}

    Parameter: `words` are further ones that name a failure in this flow; there are none.
    Source: CXLint R011 and Amazon Connect's advice on flows.
    """
    for name, node in flow.nodes.items():
        if isinstance(node, Lookup) and name not in flow.broken and node.outcomes and not _names_a_failure(node, words):
            message = (
                f"'{name}' has no outcome for when '{node.lookup}' cannot be reached, and callers are cut off then"
            )
            hint = "Add one, such as `failed:`, that leads to somebody who helps."
            yield Fault(flow.place("nodes", name, "outcomes", key=True), message, hint, call=Shows(name))


def _names_a_failure(node: Lookup, words: tuple[str, ...]) -> bool:
    named = [outcome.replace("_", " ").casefold() for outcome in node.outcomes]
    return any(
        _FAILURE.search(outcome) or any(word.replace("_", " ").casefold() in outcome for word in words)
        for outcome in named
    )
