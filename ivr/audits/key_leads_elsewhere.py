"""DC015: a key leads elsewhere than a document tells callers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.auditing.agreeing import agrees, plainest, shown
from ivr.auditing.documented import Documented, line_for
from ivr.auditing.following import call_of, pressed
from ivr.check import check
from ivr.explore import explored
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.prose.contradiction import Spot
from ivr.prose.meaning import same_meaning


@check("DC015", "key-leads-elsewhere", Severity.ERROR)
def key_leads_elsewhere(flow: Flow, documented: Documented, *, today: date) -> Iterator[Fault]:
    """Callers who press the key that a document names for something are put through to something else.

    The call is followed to whom it reaches, to the next menu, or to its end; what the menu says of the key is not
    believed. Where that is somebody who helps with anything, the menu's words count. Meanings are compared, not words:
    "pay a bill" may lead to "Billing".

    Document:
        Call 1-800-555-0100. Press 1 for sales. Press 2 for billing.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: counter}
          desk: {transfer: sales, failed: desk}
          counter: {transfer: pharmacist, failed: counter}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: pay a bill, go: office}
          desk: {transfer: sales, failed: desk}
          office: {transfer: billing, failed: office}

    Source: ours; Ireland's toolkit for customer communications advises to publish the menu of a line.
    """
    found = explored(flow, today)
    for one in documented.found.options:
        line = line_for(flow, documented, one.number)
        came = pressed(found, line, (*one.path, one.key)) if line else None
        if came is None or not came.reached or not one.topic:
            continue
        node = flow.nodes.get(came.menus[0]) if came.menus else None
        option = node.options.get(one.key) if isinstance(node, Menu) else None
        tag = one.language if one.language in flow.languages else flow.first_language
        label = option.say.text(tag) if option and option.say else ""
        if tag != flow.first_language and same_meaning(one.topic, label):
            continue  # whom it reaches is named in the flow's first language, and cannot be compared
        if any(agrees(flow, one.topic, reached, label) for reached in came.reached):
            continue
        told = documented.place(Spot(one.document, one.line))
        place = (
            flow.place("nodes", came.menus[0], "options", one.key, key=True)
            if option
            else flow.place("lines", line, key=True)
        )
        keys = " and then ".join((*one.path, one.key))
        instead = plainest(came.reached)
        message = f"the documents say that {keys} is for '{one.topic}', but callers who press it {shown(flow, instead)}"
        call = call_of(found, instead)
        yield Fault(place, message, "Let the key lead there, or mend the document.", ((told, "told here"),), call)
