"""PR004: an option is announced as something that another node is."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.mislabelled import LIKENESS, mislabelled
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("PR004", "label-mismatch", Severity.INFO)
def label_mismatch(flow: Flow, *, likeness: float = LIKENESS) -> Iterator[Fault]:
    """Callers press the key for one thing and get another: the option is announced as what a different node is.

    An option's words are compared with the names of nodes and of whom they lead to. That they differ says little ("a
    person" leads to "Customer service"); that they are those of another node, to which the option does not lead, does.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: billing}
              2: {say: invoices, go: sales}
          sales: {transfer: representative, busy: sorry, no-answer: sorry}
          billing: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: invoices, go: billing}
          sales: {transfer: representative, busy: sorry, no-answer: sorry}
          billing: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: `likeness`: names that share less than 0.3 of the words are of something else (a choice of this project).
    Source: this project; an entry on the wrong line of a list is easily overlooked.
    """
    for name, choice, words, other in mislabelled(flow, likeness):
        target = choice.option.go
        message = f"in '{name}' callers press {choice.key} for '{words}' and come to '{target}', not to '{other}'"
        hint = f"Lead it to `{other}`, or say what `{target}` is."
        yield Fault(flow.place("nodes", name, *choice.path, "go"), message, hint, call=Shows(name, on=choice.key))
