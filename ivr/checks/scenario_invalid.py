"""DC006: a call or a promise names something that is not there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ivr.analysis.listing import listed
from ivr.analysis.named import LANGUAGE, LINE, NODE, OUTCOME, QUESTION, Named, names_used
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC006", "scenario-invalid", Severity.ERROR)
def scenario_invalid(flow: Flow) -> Iterator[Fault]:
    """What was written down of the line tests nothing: it speaks of things that callers can no longer meet.

    Looked at are the line, the language and the steps of each entry of `calls` (the nodes that they `reach`, whom they
    are transferred to at the `end`, what an `answer` is given to, and the outcome), and from where and to what
    `promises` lead. The schedule of a promise is for DA007 to tell of.

    Bad:
        nodes:
          main: {say: Thank you for calling., next: desk}
        calls:
          - call: Straight to the desk
            line: 1-800-555-0100
            steps: [{reach: dsek}]

    Good:
        nodes:
          main: {say: Thank you for calling., next: desk}
        calls:
          - call: Straight to the desk
            line: 1-800-555-0100
            steps: [{reach: desk}]

    Source: the linter CXLint (rule R008) looks for tests that name what no longer exists.
    """
    for one in names_used(flow):
        if not one.is_known:
            near = difflib.get_close_matches(one.name, one.known, 1)
            message = f"{one.owner} {_names(one)}, which is no {_kind(one)}"
            message += f"; did you mean '{near[0]}'?" if near else ""
            quoted = listed(f"'{known}'" for known in one.known)
            hint = "" if near or not quoted else f"There is {quoted}."
            yield Fault(flow.place(*one.path, key=one.key), message, hint)


def _names(one: Named) -> str:
    if OUTCOME in one.kinds:
        return f"answers '{one.of}' with '{one.name}'"
    if QUESTION in one.kinds:
        return f"answers for '{one.name}'"
    does = {LINE: "dials", LANGUAGE: "begins in", NODE: "comes to"}
    return f"{does.get(one.kinds[0], 'speaks of') if len(one.kinds) == 1 else 'speaks of'} '{one.name}'"


def _kind(one: Named) -> str:
    if OUTCOME in one.kinds:
        return "outcome that the flow has a way for"
    if QUESTION in one.kinds:
        return "lookup or contact that the flow asks"
    return f"{' and no '.join(one.kinds)} of this flow"
