"""ST013: two cases of a branch hold for the same callers, and neither is a special case of the other."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.case_order import Overlap, overlaps_in_order
from ivr.analysis.domains import domains_at
from ivr.analysis.feasible import come_to
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.condition import always
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.branch import Branch
from ivr.witness import Shows


@check("ST013", "overlapping-branch", Severity.WARNING)
def overlapping_branch(flow: Flow) -> Iterator[Fault]:
    """Some callers fit two cases that lead to different places, and only the order of the cases decides where they go.

    A special case before a more general one is an ordinary order, and so is a list of cases about different things:
    who is both a member and late with a payment goes by what stands first. A hazard is
    (1) two cases about the same variables that overlap in part, as `amount <= 100` and `amount >= 100` do at 100:
    each holds for callers that the other does not hold for, so that a limit was probably set wrong; and
    (2) a case that no caller ever gets to, since earlier ones hold for all of its callers: the general case stands
    before the special one. Where the place is never reached at all, DA005 tells of it; where a condition is the same
    as an earlier one, or the same for every call, ST014.

    Conditions that compare two variables with each other are left out, and branches with very many mixtures of values.

    Bad:
        nodes:
          main: {lookup: amount due, gives: [amount], outcomes: {found: choose, failed: desk}}
          choose:
            branch:
              - {when: amount <= 100, go: small}
              - {when: amount >= 100, go: large}
            else: desk
          small: {say: You can pay this at any of our shops., next: desk}
          large: {say: Please pay this by transfer., next: desk}

    Good:
        nodes:
          main: {lookup: amount due, gives: [amount], outcomes: {found: choose, failed: desk}}
          choose:
            branch:
              - {when: amount == 0, go: nothing}
              - {when: amount < 100, go: small}
              - {when: amount >= 100, go: large}
            else: desk
          nothing: {say: There is nothing to pay., next: desk}
          small: {say: You can pay this at any of our shops., next: desk}
          large: {say: Please pay this by transfer., next: desk}

    Source: Amazon Bedrock's flow validation has a rule for conditions that are the same (duplicate conditions).
    """
    for name in judged(flow):
        node = flow.nodes[name]
        if isinstance(node, Branch) and len(node.branch) > 1:
            conditions = [case.when for case in node.branch]
            known = domains_at(flow, name, dict.fromkeys(one for when in conditions for one in when.variables()))
            for overlap in overlaps_in_order(conditions, known):
                if _is_told_here(flow, node, overlap):
                    yield _fault(flow, name, node, overlap)


def _is_told_here(flow: Flow, node: Branch, overlap: Overlap) -> bool:
    earlier, later = (node.branch[number] for number in (overlap.earlier, overlap.later))
    if not overlap.hidden:
        return earlier.go != later.go
    again = any(case.when == later.when for case in node.branch[: overlap.later])
    return not again and always(later.when) is None and later.go in come_to(flow)


def _fault(flow: Flow, name: str, node: Branch, overlap: Overlap) -> Fault:
    earlier, later = (node.branch[number] for number in (overlap.earlier, overlap.later))
    place = flow.place("nodes", name, "branch", overlap.later, "when")
    related = ((flow.place("nodes", name, "branch", overlap.earlier, "when"), "the earlier case"),)
    if overlap.hidden:
        message = (
            f"no caller ever gets to '{later.go}' by '{later.when.text}', since '{earlier.when.text}' is asked first"
        )
        return Fault(place, message, "Put the special case before the general one.", related)
    such = " and ".join(f"{variable} {value}" for variable, value in sorted(overlap.values.items()))
    message = (
        f"callers with {such or 'nothing known'} fit both '{earlier.when.text}' and '{later.when.text}', and go to"
        f" '{earlier.go}' only because it stands first"
    )
    hint = "Let only one of the conditions hold for them."
    return Fault(place, message, hint, related, call=Shows(name, on=earlier.when.text))
