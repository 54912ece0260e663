"""ST012: a branch has no way for some of its callers."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import added, as_text, fix
from ivr.analysis.helping import helping_node
from ivr.analysis.ways import covers_all, judged
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.branch import Branch
from ivr.witness import Shows


@check("ST012", "missing-default-branch", Severity.ERROR)
def missing_default_branch(flow: Flow) -> Iterator[Fault]:
    """Callers for whom none of the conditions holds are cut off: the branch has no `else`.

    Bad:
        nodes:
          main: {lookup: caller record, gives: [plan], outcomes: {found: choose, failed: desk}}
          choose:
            branch:
              - {when: plan == "gold", go: welcome}
              - {when: plan == "silver", go: desk}
          welcome: {say: Welcome back., next: desk}

    Good:
        nodes:
          main: {lookup: caller record, gives: [plan], outcomes: {found: choose, failed: desk}}
          choose:
            branch:
              - {when: plan == "gold", go: welcome}
            else: desk
          welcome: {say: Welcome back., next: desk}

    Source: Amazon Bedrock's flow validation has this rule (missing default condition).
    """
    for name in judged(flow):
        node = flow.nodes[name]
        if isinstance(node, Branch) and not covers_all(flow, name, node):
            message = f"'{name}' has no `else`, so callers for whom none of its conditions holds are cut off"
            hint = "Add `else:` with the node where they go on."
            yield Fault(
                flow.place("nodes", name, key=True),
                message,
                hint,
                fix=_mend(flow, name),
                call=Shows(name, then="stops"),
            )


def _mend(flow: Flow, name: str) -> Fix | None:
    helper = helping_node(flow)
    if helper is None:
        return None
    edits = added(flow, ("nodes", name), "else", as_text(helper))
    return fix(f"Add `else: {as_text(helper)}`.", edits, safe=False)
