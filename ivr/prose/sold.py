"""Whether a text sells phone menus: the one that it shows is an invented example, and the number is the seller's.

Such a text names what it sells, offers it, and has its reader be the one whom people call: `what your callers hear`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase


def sells_menus(texts: Sequence[str]) -> bool:
    """Whether texts sell phone menus."""
    return all(any(map(sign.search, texts)) for sign in (_WARES, _OFFER)) and (
        any(map(_OWNER.search, texts)) or any(map(_EXAMPLE.search, texts))
    )


def shows_example(text: str) -> bool:
    """Whether a text tells what those hear who call its reader, or how many keys a menu may have."""
    return _EXAMPLE.search(text)


_EXAMPLE: Final = AnyCase(
    r"\b(?:your (?:callers?|customers?|clients?|patients?|guests) (?:will |then )?(?:hears?|press|choose|get)"
    r"|vos (?:clients|appelants|patients) (?:entend\w+|tap\w+|choisi\w+)|(?:sus?|tus?) clientes? (?:oy\w+|oir\w+"
    r"|puls\w+"
    r"|escuch\w+)|ihre (?:anrufer|kunden|patienten) (?:h[oö]ren|dr[uü]cken|w[aä]hlen)"
    r"|(?:ten|nine|up to \w+|\d+) (?:options|keys|choices|entries) (?:per|on each|on every|for each) (?:level|menu)"
    r"|(?:bis zu \w+|zehn|\d+) (?:tasten|optionen) (?:pro|je) (?:ebene|men[uü])|jusqu['’][aà] \w+ (?:touches|choix)"
    r"|hasta \w+ (?:opciones|teclas))\b"
)
_WARES: Final = AnyCase(
    r"\b(?:(?:auto|automated)[- ]?attendants?|virtual (?:receptionist|assistant|pbx|phone)|ivr|voice ?bot"
    r"|(?:cloud|hosted|business) (?:tele)?(?:phone|pbx)|(?:virtuelle|cloud)[- ]?telefonanlage|telefonassistent"
    r"|centralita (?:virtual|en la nube)|recepcionista virtual|standard (?:t[eé]l[eé]phonique )?(?:virtuel|cloud)"
    r"|accueil t[eé]l[eé]phonique|serveur vocal)\b"
)
_OFFER: Final = AnyCase(
    r"\b(?:free trial|try (?:it )?(?:for )?free|(?:from|only|just) [$€£] ?\d+|book a demo|get (?:started|a quote)"
    r"|pricing|no contract"
    r"|(?:per|a|/) (?:user|seat|month)|kostenlos testen|im monat|pro (?:monat|nutzer)|pru[eé]bel[ao] gratis|al mes"
    r"|sin permanencia|essai gratuit|par mois|sans engagement|demandez (?:un|votre) devis)\b"
)
_OWNER: Final = AnyCase(
    r"\b(?:your (?:(?:own|small) )?(?:callers?|customers|clients|patients|business|company|brand|front desk|team|staff"
    r"|greetings?|dashboard)|every caller (?:is|gets|hears)|ihre[nr]? (?:anrufer|kunden|firma|unternehmen|team)"
    r"|(?:sus?|tus?) (?:clientes|empresa|negocio|llamadas)|vos (?:clients|appelants|[eé]quipes)|votre entreprise)\b"
)
