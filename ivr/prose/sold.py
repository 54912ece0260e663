"""Whether a text sells phone menus: the one that it shows is an invented example, and the number is the seller's.

Such a text names what it sells, offers it, and has its reader be the one whom people call: `what your callers hear`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase


def sells_menus(texts: Sequence[str]) -> bool:
    """Whether texts sell phone menus."""
    return all(any(map(sign.search, texts)) for sign in (_WARES, _OFFER, _OWNER))


_WARES: Final = AnyCase(
    r"\b(?:(?:auto|automated)[- ]?attendants?|virtual (?:receptionist|assistant|pbx|phone)|ivr|voice ?bot"
    r"|(?:cloud|hosted|business) (?:tele)?(?:phone|pbx)|(?:virtuelle|cloud)[- ]?telefonanlage|telefonassistent"
    r"|centralita (?:virtual|en la nube)|recepcionista virtual|standard (?:t[eé]l[eé]phonique )?(?:virtuel|cloud)"
    r"|accueil t[eé]l[eé]phonique|serveur vocal)\b"
)
_OFFER: Final = AnyCase(
    r"\b(?:free trial|try (?:it )?(?:for )?free|book a demo|get (?:started|a quote)|pricing|no contract"
    r"|(?:per|a|/) (?:user|seat|month)|kostenlos testen|im monat|pro (?:monat|nutzer)|pru[eé]bel[ao] gratis|al mes"
    r"|sin permanencia|essai gratuit|par mois|sans engagement|demandez (?:un|votre) devis)\b"
)
_OWNER: Final = AnyCase(
    r"\b(?:your (?:(?:own|small) )?(?:callers?|customers|clients|patients|business|company|brand|front desk|team|staff"
    r"|greetings?|dashboard)|every caller (?:is|gets|hears)|ihre[nr]? (?:anrufer|kunden|firma|unternehmen|team)"
    r"|(?:sus?|tus?) (?:clientes|empresa|negocio|llamadas)|vos (?:clients|appelants|[eé]quipes)|votre entreprise)\b"
)
