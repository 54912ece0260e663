"""Sentences that do not help callers to choose: filler, menus that "have changed", advertising, and other channels."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ivr.analysis.heard import Words, look_for
from ivr.flow import Flow

# Words are as in `Plain.words`: small letters, no accents, marks stand alone.

CHANGED: Final[Words] = MappingProxyType(
    {
        "en": r"(?:(?:our|the|this|phone|telephone|main|automated) (?:(?:main|phone|telephone|automated) )*menus?"
        r"|(?:our|the|these|all|some|following|menu|phone|telephone) (?:(?:of|our|menu|phone|telephone|automated) )*"
        r"(?:options|choices|selections|prompts))(?: on this line)? (?:have|has)(?: (?:recently|just|all|now))?"
        r"(?: been)?(?: (?:recently|just))? (?:changed|updated|revised)"
        r"|(?:recently|just) (?:changed|updated) our (?:phone |telephone )?(?:menu|options)|new menu options"
        r"|new phone menu",
        "es": r"(?:menu(?! del dia)|(?:nuestras|las) opciones)(?: (?:de|del|este|telefonico|menu))* (?:ha"
        r"|han)(?: \w+)?(?: sido)? (?:cambiado|modificad[ao]s?|actualizad[ao]s?)"
        r"|(?:hemos|acabamos de) (?:cambiado|cambiar|modificado|actualizado) (?:el|nuestro|nuestras|las) (?:menu"
        r"|opciones)"
        r"|nuestras nuevas opciones",
        "fr": r"(?:menu(?! du jour)|(?:nos|les) (?:options|choix))(?: (?:de|du|notre|vocal|menu"
        r"|telephonique))* (?:a|ont)(?: recemment)?(?: ete)?(?: recemment)?"
        r" (?:change|modifiee?s?|mise?s? a jour)"
        r"|(?:nous avons|vient de) (?:change|changer|modifie) (?:notre|nos|de|les|le) (?:menu|options|choix)"
        r"|nos nouvelles options",
        "de": r"(?:menu|(?:die|unsere) auswahl|menuauswahl|menupunkte|(?:die|unsere) optionen|auswahlmoglichkeiten)"
        r" (?:hat|haben)(?: sich)?(?: \w+){0,2} geandert"
        r"|(?:hat|haben) sich (?:unser|unsere|das|die) (?:\w+ )?(?:menu|auswahl|menuauswahl|menupunkte|optionen)"
        r"(?: \w+){0,2} geandert"
        r"|(?:menu|auswahl|optionen|menupunkte) (?:wurde|wurden)(?: \w+){0,2} (?:geandert|uberarbeitet|aktualisiert)"
        r"|unser neues auswahlmenu",
    }
)
"""Announces that the choices are new."""

FILLER: Final[Words] = MappingProxyType(
    {
        "en": r"listen (?:very )?(?:carefully|closely|attentively)(?: [.!]"
        r"| to (?:(?:all|the|our|these|each|entire|following|whole|of) )*(?:menu|options|choices|selections|prompts)"
        r"| before (?:\w+ )?(?:your|a) (?:selection|choice)| and (?:choose|select|make))"
        r"|listen to (?:all|the entire|the whole|our entire)(?: of)?(?: \w+)? (?:menu|options|choices|message)"
        r"(?: before| so)"
        r"|(?<! if )your (?:call|business|time) is (?:very |extremely |so |really )?(?:important|valuable) to us"
        r"|(?<! if )your call is (?:very |extremely )?important",
        "es": r"(?:escuche|escucha)(?: \w+)? (?:atentamente|con atencion|cuidadosamente)"
        r"(?: [.!]| (?:a )?(?:todas )?(?:el|las|los|nuestro|nuestras|este|estas|siguiente|siguientes)(?: \w+){0,2}"
        r" (?:menu|opciones)| (?:el|las|nuestro|nuestras|este) (?:menu|opciones))"
        r"|(?<! si )su llamada es (?:muy )?(?:importante|valiosa)|tu llamada es (?:muy )?importante",
        "fr": r"(?:ecoutez|ecouter)(?: \w+)? (?:attentivement|avec attention)"
        r"(?: [.!]| (?:tous |toutes )?(?:le|les|nos|notre|ce|ces)(?: \w+){0,2} (?:menu|options|choix)"
        r"| (?:le|les|nos|notre|ce|ces) (?:menu|options|choix))"
        r"|(?<! si )votre appel (?:est|nous est) (?:tres )?(?:important|precieux)",
        "de": r"horen sie(?: bitte)?(?: jetzt)? (?:genau|aufmerksam|gut|sorgfaltig) zu [.!]"
        r"|(?<! wenn )(?<! falls )ihr anruf ist (?:uns )?(?:sehr )?(?:wichtig|wertvoll)"
        r"|ihr anruf ist fur uns (?:sehr )?wichtig",
    }
)
"""Says nothing that callers could act on."""

PROMOTION: Final[Words] = MappingProxyType(
    {
        "en": r"did you know(?: that)?(?: you| we| our|,)|(?:visit|see|try|check out) (?:us (?:at|on|online)"
        r"|our (?:new )?web ?site)"
        r"|(?:visit|go to|log on to|head to) (?:www\.\S+|\S+\.(?:com|org|net|co\.uk|gov))"
        r"|(?:download|try|get|install) (?:our|the)(?: \w+){0,3} app|(?:follow|like|find|join) us on"
        r"|(?:special|limited-time|limited time|exclusive|introductory|seasonal) (?:offers?|deals?|promotions?"
        r"|discounts?)"
        r"|\d+ (?:%|percent) off|save (?:up to )?(?:\$ ?)?\d+|(?:sign up|subscribe) (?:for"
        r"|to) our(?: \w+)? (?:newsletter|emails?)"
        r"|(?:now )?available (?:online|on our web ?site)|(?:faster|quicker|easier) (?:online|on our web ?site)"
        r"|(?:we are|we're) (?:proud|excited|pleased|delighted) to (?:announce|introduce|offer)|ask (?:us )?about our"
        r"|award-winning",
        "es": r"sabia (?:usted )?que|visite(?:nos)? (?:en )?(?:nuestra (?:pagina|web)|nuestro sitio|www\.\S+"
        r"|\S+\.(?:com|es|mx|org))"
        r"|visitenos en|visitanos en|descargue(?: \w+){0,3} (?:app|aplicacion)|siganos en|siguenos en"
        r"|(?:oferta|ofertas|promocion|promociones|descuento|descuentos) (?:especial|especiales|exclusiva|exclusivas"
        r"|exclusivo|exclusivos|limitada|de temporada)|\d+ (?:%|por ciento) de descuento|ahorre (?:hasta )?\d+"
        r"|suscribase a nuestro|tambien (?:puede|esta disponible)(?: \w+){0,4} (?:en linea|nuestra pagina"
        r"|nuestro sitio)",
        "fr": r"saviez-vous que|(?:visitez|consultez|rendez-vous sur|retrouvez-nous sur|connectez-vous sur|allez sur)"
        r" (?:notre (?:site|page)|www\.\S+|\S+\.(?:fr|com|ca|org|be|ch))|telechargez(?: \w+){0,3} (?:app|appli"
        r"|application)"
        r"|suivez-nous sur|retrouvez-nous sur|(?:offre|offres|promotion|promotions) (?:speciale|speciales|exclusive"
        r"|exclusives|limitee|limitees|exceptionnelle|exceptionnelles)|\d+ (?:%|pour cent) de (?:remise|reduction)"
        r"|economisez (?:jusqu'a )?\d+|abonnez-vous a notre|profitez de (?:nos|notre|l'offre)",
        "de": r"wussten sie schon|wussten sie , dass|besuchen sie (?:uns (?:auf|im|online|unter)|unsere (?:web"
        r"|inter)\w+)"
        r"|(?:finden|erreichen) sie (?:uns )?(?:auch )?(?:im internet|online)|(?:laden|nutzen) sie(?: \w+){0,3} app"
        r"|folgen sie uns (?:auf|bei)|sonderangebot\w*|aktionsangebot\w*|\d+ (?:%|prozent) (?:rabatt|nachlass)"
        r"|sparen sie (?:jetzt )?(?:bis zu )?\d+|abonnieren sie (?:unseren|jetzt)|exklusive angebote",
    }
)
"""Sells something, or sends callers to another channel."""

_EXCUSED: Final[Words] = MappingProxyType(
    {
        "en": r"privacy|911|999|112|988|emergency|emergencies|outage|outages|recall|terms",
        "es": r"privacidad|emergencia|emergencias|911|112|averia|terminos",
        "fr": r"confidentialite|urgence|urgences|112|15|18|17|panne|conditions",
        "de": r"datenschutz\w*|notfall|notfalle|notfallen|notruf|112|110|storung|storungen",
    }
)
"""What a sentence has that is told for the callers' own good."""


def is_filler(flow: Flow, language: str, sentence: str) -> str:
    """Give the filler in a sentence, or nothing; one that says that the choices have changed is another rule's."""
    return "" if has_changed(flow, language, sentence) else look_for(flow, FILLER, language, sentence)


def has_changed(flow: Flow, language: str, sentence: str) -> str:
    """Give the words by which a sentence says that the choices are new, or nothing."""
    return look_for(flow, CHANGED, language, sentence)


def promotes(flow: Flow, language: str, sentence: str) -> str:
    """Give the words by which a sentence sells something or sends callers elsewhere, or nothing."""
    if look_for(flow, _EXCUSED, language, sentence):
        return ""
    return look_for(flow, PROMOTION, language, sentence)


def is_idle(flow: Flow, language: str, sentence: str) -> bool:
    """Whether some rule about idle talk tells of a sentence."""
    return any(judge(flow, language, sentence) for judge in (has_changed, is_filler, promotes))
