"""ST010: a call goes round without telling or asking the caller anything."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.silent_rounds import hours_of, unheard_rounds
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows

_MANY = 6


@check("ST010", "automatic-cycle", Severity.ERROR)
def automatic_cycle(flow: Flow) -> Iterator[Fault]:
    """The call goes round by itself: the caller hears nothing, is asked nothing, and is cut off or waits in silence.

    A lookup that is asked again at once whenever it fails is such a round too. A branch on a variable that the round
    itself sets may count the rounds, and is left alone; so is ringing again somebody who is busy, which takes its time.

    Bad:
        nodes:
          main: {say: One moment please., next: find}
          find: {lookup: caller record, outcomes: {found: desk, unknown: desk, failed: find}}

    Good:
        nodes:
          main: {say: One moment please., next: find}
          find: {lookup: caller record, outcomes: {found: desk, unknown: desk, failed: desk}}

    Source: Amazon Bedrock's flow validation has this rule (cyclic connections).
    """
    for part in unheard_rounds(flow):
        few = len(part) < _MANY
        shown = ", ".join(f"'{name}'" for name in part) if few else f"'{part[0]}' and {len(part) - 1} more"
        message = f"a call can go round for ever by itself at {shown}, in silence"
        hint = "Let one of these ways lead on, to a person or to an ending."
        call = Shows(part[0], then="silent", hours=hours_of(flow, part))
        yield Fault(flow.place("nodes", part[0], key=True), message, hint, call=call)
