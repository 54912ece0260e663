"""Keys that those press who answer calls, and not those who make them: `When the caller wants to pay, press 5`."""

from __future__ import annotations

from typing import Final

from ivr.prose.anycase import AnyCase

_CALLERS: Final = r"(?:callers?|customers?|guests?|patients?|visitors?|clients?|drivers?|residents?|parents?)"
AGENTS: Final = AnyCase(
    rf"\b(?:when|if|once|as soon as) (?:the|an?) {_CALLERS}\b[^.,;:]{{2,50}}, (?:please |you (?:can )?|then )?"
    r"(?:press|hit|push|dial) (?:key |button )?[0-9*#]"
    rf"|\b(?:transfer|come back to|go back to|return to|reconnect|put|mute|merge|conference in|hang up on)"
    rf" (?:the|your) {_CALLERS}\b"
    r"|^(?:to go )?(?:un)?available$|^(?:on )?break$|^after[- ]call(?: work)?$|^(?:un)?avail$"
)
"""What bids somebody press a key who has a caller on the line, as it names that caller; or tells that they are free."""
WORKPLACE: Final = AnyCase(
    r"\((?:h/f|f/h|m/w/d|w/m/d|m/w/x|d/m/w|m/f/d|m/f/x|m/f|f/m|f/m/d|h/m)\)|\b(?:offre d['’]emploi|job (?:advert\w*"
    r"|opening"
    r"|posting|description|vacancy)|now hiring|we(?:['’]re| are) (?:hiring|looking for an?)|stellen(?:anzeige"
    r"|ausschreibung"
    r"|angebot)|wir suchen|oferta de (?:empleo|trabajo)|nous recrutons|on recrute"
    r"|(?:agent|operator)(?:['’]?s)? (?:keys|card|key codes|shortcuts)|(?:staff|desk) (?:keys|key codes)"
    r"|teclas (?:del? (?:puesto|agente|operador)|de agente)|touches (?:du poste|de l['’]agent|agent)|tasten (?:am platz"
    r"|f[uü]r agenten)|staff only|solo personal|nur f[uü]r (?:das )?personal|r[eé]serv[eé] au personnel)\b"
)
"""What a heading is about that tells those who answer calls what they do, and which keys they press."""
