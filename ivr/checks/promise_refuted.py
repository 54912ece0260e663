"""PM001: a promise of the documents is not kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.check import check
from ivr.documents import Promise
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.promise import REFUTED, Proof, proofs
from ivr.promise.prove import PERSON
from ivr.source import Place


@check("PM001", "promise-refuted", Severity.ERROR)
def promise_refuted(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Callers are promised something that the line does not do: there is a call on which it fails.

    Every call that could be made while the promise holds is looked at, with whatever lookups and transfers answer
    turning out against the caller, unless the promise says `outcomes: kind`. A contact is reached when it is rung
    within its hours. The call that is printed shows the failure; `ivr walk` makes it again. Of a promise that speaks of
    what is not there DC006 tells, and of a line that begins nowhere ST003. While a node to which calls come could not
    be read whole, nothing is refuted.

    Bad:
        hours:
          office: Mon-Fri 08:00-18:00
        nodes:
          main: {hours: office, open: desk, closed: night}
          night: {hangup: We are here from Monday to Friday from 8 to 6. Or write to desk@example.com.}
        promises:
          - {promise: A person can be reached at any hour, from: 1-800-555-0100, reach: [representative]}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: billing, go: desk}
              2: {say: our address, go: address}
          address: {say: We are at 1 Main Street., next: main}
        promises:
          - {promise: A person can be reached at any hour, from: 1-800-555-0100, reach: [representative]}

    Source: language.md, section 5, of this project: what a promise says and how it is proved.
    """
    half_read = not flow.broken.isdisjoint(flow.reachable())
    for proof in () if half_read else proofs(flow, today):
        if proof.status == REFUTED and not _is_misnamed(flow, proof.promise):
            yield Fault(_place(flow, proof), _message(proof), _hint(proof), call=proof.call)


def _is_misnamed(flow: Flow, promise: Promise) -> bool:
    """Whether it speaks of somebody unknown (DC006), or of a line that begins nowhere (ST003)."""
    begins = {flow.lines[name].start for name in promise.from_ if name in flow.lines}
    known = {PERSON, *flow.contacts, *flow.nodes}
    return not begins <= flow.nodes.keys() or not known.issuperset(promise.reach)


def _place(flow: Flow, proof: Proof) -> Place:
    return flow.place(*flow.entry("promises", proof.number), "promise")


def _message(proof: Proof) -> str:
    case, promise = proof.worst, proof.promise
    if proof.reason:
        return f"the promise '{promise.promise}' is not kept: {proof.reason}"
    start = f"from {proof.start}" if proof.start else "as the line answers"
    if case is None or case.keys is None or case.seconds is None:
        reach = " or ".join(f"'{name}'" for name in promise.reach)
        return f"the promise '{promise.promise}' is not kept: {start}, a caller can fail to reach {reach}"
    took = f"{case.keys} {'key' if case.keys == 1 else 'keys'} and {case.seconds:.0f} seconds"
    return f"the promise '{promise.promise}' is not kept: {start}, it can take {took}"


def _hint(proof: Proof) -> str:
    documented = f" ({', '.join(proof.promise.documented)})" if proof.promise.documented else ""
    return f"Let the line do what is promised{documented}, or have the documents say what it does."
