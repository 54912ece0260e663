"""ST018: a menu that offers no choice."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import as_text, entry_replaced, fix, removed, renamed
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Choice, Menu
from ivr.witness import Shows


@check("ST018", "single-option-menu", Severity.INFO)
def single_option_menu(flow: Flow) -> Iterator[Fault]:
    """A menu offers one thing only, or nothing, besides the keys that work everywhere: callers press a key for nothing.

    Left alone are an option under a condition, a code of several keys, a key that confirms what cannot be undone, and
    a menu that goes on by itself, after one try, to where it says with `otherwise` (for Spanish press 2, or hold on).

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
          sales: {say: One moment please., next: desk}

    Good:
        nodes:
          main: {say: Thank you for calling., next: sales}
          sales: {say: One moment please., next: desk}

    Source: a choice of this project; no checker surveyed has this rule.
    """
    for name in judged(flow):
        node = flow.nodes[name]
        if not isinstance(node, Menu):
            continue
        own = [choice for choice in node.choices(flow) if choice.own]
        if not own:
            message = f"'{name}' offers callers nothing to choose, so it asks them for a key to no purpose"
            hint = "Give it options, or say its prompt with a `say`."
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name))
        elif len(own) == 1 and not _has_a_reason(flow, node, own[0]):
            message = f"'{name}' offers only the key '{own[0].key}', so callers press a key without having a choice"
            hint = f"Go on to '{own[0].option.go}' without asking."
            mend = _mend(flow, name, own[0].option.go) if _only_leads_on(node, own[0]) else None
            yield Fault(flow.place("nodes", name, key=True), message, hint, fix=mend, call=Shows(name))


def _only_leads_on(node: Menu, choice: Choice) -> bool:
    """Whether nothing is lost but the key where the menu says its words and goes on."""
    return bool(node.menu) and choice.option.language is None and node.options.keys() == {choice.key}


def _mend(flow: Flow, name: str, target: str) -> Fix | None:
    path, written = ("nodes", name), flow.nodes[name].model_fields_set
    told = ("tries", "otherwise", "wrong", "silence", "wait", "between", "announce", "end")
    edits = (
        renamed(flow, (*path, "menu"), "say"),
        renamed(flow, (*path, "options"), "next"),
        entry_replaced(flow, (*path, "options"), as_text(target)),
        removed(flow, *((*path, field) for field in told if field in written)),
    )
    return fix(f"Go on to '{target}' without asking.", *edits, safe=False)


def _has_a_reason(flow: Flow, node: Menu, choice: Choice) -> bool:
    target = flow.nodes.get(choice.option.go)
    confirms = target is not None and target.irreversible
    may_hold_on = node.otherwise not in {None, choice.option.go} and node.tries_in(flow) == 1
    return choice.option.when is not None or len(choice.key) > 1 or confirms or may_hold_on
