"""AC003: callers who chose a language come to somebody who does not speak it."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.languages import languages_at, same_language
from ivr.analysis.listing import listed
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.transfer import Transfer
from ivr.witness import Shows


@check("AC003", "language-lost", Severity.WARNING)
def language_lost(flow: Flow) -> Iterator[Fault]:
    """Callers who chose a language are connected to somebody who, by the flow's own words, does not speak it.

    A contact without `languages` speaks all of the flow's.

    Bad:
        languages: [en, es]
        contacts:
          sales: {name: Sales, languages: [en]}
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: {en: Thank you for calling., es: Gracias por llamar.}
            options:
              1: {say: {en: sales, es: ventas}, go: sales}
              8: {say: Español, go: again, language: es}
              9: {say: {en: hear this again, es: repetir}, go: again}
              0: {say: {en: a representative, es: un representante}, go: desk}
          sales: {transfer: sales, failed: desk}
          desk: {transfer: representative, busy: sorry, no-answer: sorry}
          sorry: {hangup: {en: Please write to desk@example.com., es: Escriba a desk@example.com.}}

    Good:
        languages: [en, es]
        contacts:
          sales: {name: Sales, languages: [en, es]}
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: {en: Thank you for calling., es: Gracias por llamar.}
            options:
              1: {say: {en: sales, es: ventas}, go: sales}
              8: {say: Español, go: again, language: es}
              9: {say: {en: hear this again, es: repetir}, go: again}
              0: {say: {en: a representative, es: un representante}, go: desk}
          sales: {transfer: sales, failed: desk}
          desk: {transfer: representative, busy: sorry, no-answer: sorry}
          sorry: {hangup: {en: Please write to desk@example.com., es: Escriba a desk@example.com.}}

    Source: this project; no tool that was looked at asks it.
    """
    if len(flow.languages) == 1:
        return
    heard = languages_at(flow)
    for name in judged(flow):
        node = flow.nodes[name]
        contact = flow.contacts.get(node.transfer) if isinstance(node, Transfer) else None
        if not isinstance(node, Transfer) or contact is None or not contact.languages:
            continue
        spoken = contact.languages
        lost = [tag for tag in sorted(heard.get(name, ())) if not any(same_language(tag, one) for one in spoken)]
        if lost:
            tags = listed(f"'{tag}'" for tag in lost)
            message = f"callers in {tags} are connected to '{node.transfer}', where nobody speaks that"
            hint = "Lead them to somebody who does, or tell them beforehand."
            related = ((flow.place("contacts", node.transfer, "languages"), "the languages spoken there"),)
            yield Fault(flow.place("nodes", name, "transfer"), message, hint, related, Shows(name, language=lost[0]))
