"""Whether a menu that a document tells of is in use: one that was refused, or whose line has ended, is not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase, AtWord
from ivr.prose.guards import REMEMBERED

_NO_MENU: Final = AtWord(
    r"\b(?:(?:a|some) ?(?:human|person|real person|body|one)(?: at \w+ \w+)? (?:will )?(?:always )?(?:answers?"
    r"|answers? directly|picks? up)\b"
    r"|(?:every|each) call\b.{0,40}\b(?:is|are) (?:now )?(?:picked up|answered|taken) by (?:a|an|one of|our|someone"
    r"|somebody)\b|no (?:buttons|keys) to (?:push|press)|there is no (?:menu|recording)|(?:that|the) (?:recording"
    r"|menu|phone tree) (?:is|has) (?:now )?gone\b|no (?:(?:keypad|phone"
    r"|telephone|voice|recorded|automated|touch-tone) )?menu\b(?! (?:options?|choices?|keys?))|no keys needed"
    r"|straight through to (?:a|our|the)"
    r"|ha eliminado el men[uú]|contesta directamente una persona|goes straight to (?:our|the|a)|rings (?:the"
    r"|at the|our) (?:desk|counter|office)|nobody is there"
    r"|do not call that number|will put (?:you|them) through|(?:nothing|no keys?) to press"
    r"|a member of (?:staff|(?:our|the) team) (?:always )?(?:answers|picks up)|answered (?:at|in) the [a-z]+"
    r"|answered by (?!an? (?:recording|menu|machine|robot|computer|automat|voice|recorded))[a-z]"
    r"|\w answers,? (?:from )?(?:mon|tue|wed|thu|fri|sat|sun|daily|every)[a-z]*"
    r"|(?:rings?|ringing|answered|sonne|klingelt|suena)\b.{0,40}\b(?:as (?:before|ever|always|it does now)"
    r"|comme avant|wie bisher|como (?:siempre|hasta ahora))"
    r"|(?:talk|speak|get through) to an? (?:human|person|real \w+) (?:right away|at once|straight away|immediately)"
    r"|une (?:secr[eé]taire|personne) r[eé]pond|no hay contestador)"
)
_WHEN_ANSWERED: Final = AnyCase(
    r"\b(?:when|once|if|until|before|after|where) (?:a|some) ?(?:human|person|real person|body|one)\b"
)


@lru_cache(maxsize=REMEMBERED)
def decides_against(text: str, section: str) -> bool:
    """Whether a paragraph tells of a menu that was proposed, and its section of a vote or the like against it."""
    return _PROPOSED.search(text) and _REFUSED.search(section) and not _IN_USE.search(text)


_IN_USE: Final = AnyCase(
    r"\b(?:still|now hear|currently|at present|weiterhin|derzeit|actualmente|actuellement|toujours)\b"
    r"|\b(?:live|in use|in (?:service|operation)|(?:in|w[aä]hrend des) betrieb|en marcha"
    r"|en (?:service|place)|fonctionne)\b"
    r"|\b(?:abzuschaffen|abschaffen|abschaffung|abolish\w*|(?:to|should) (?:remove|scrap|drop|end)|removal of|supprimer"
    r"|suppression|suprimir|quitar|eliminar)\b"
)
"""What says that a menu is in use; who proposes to abolish one has it."""

_PROPOSED: Final = AnyCase(
    r"\b(?:propos\w*|suggest\w*|quot(?:e[sd]?|ations?)|offer from|presented|pr[aä]sentiert\w*|presenta|present[oó]"
    r"|drafts?|drafted|wondered (?:about|whether|if)|floated|suggestion|(?:showed|explained|told (?:us"
    r"|members)) what\b[^.;]{1,60}\bwould|obtained a (?:quote|price)"
    r"|stellt(?:e|en)?\b[^.;]{1,60}\bvor|schl[aä]gt|vorschlag|angebot|propone"
    r"|devis|draft|brouillon|entwurf|borrador|pr[eé]sente|presupuesto|moot(?:s|ed)|pitch(?:es|ed)|recommend(?:s|ed)"
    r"|regt an|regt\b[^.;]{1,90}\ban(?=\W)|anregung|antrag|plantea\w*|sugiere\w*|sugerencia|sugg[eè]r\w*|soumet\w*"
    r"|want(?:s|ed) to (?:introduce|install|bring in|put in|set up|buy|try)|tried out|trial(?:s|led|ed)?"
    r"|(?:will|wollt?en?|wollte|m[oö]chten?)\b[^.;]{1,90}\b(?:einf[uü]hren|einrichten|anschaffen|schalten)"
    r"|(?:veut|voulai(?:t|ent)|souhait\w+) (?:installer|mettre|introduire|acheter|cr[eé]er)"
    r"|(?:quiere|quer[ií]an?) (?:implantar|instalar|poner|introducir|comprar))\b"
)
_REFUSED: Final = AnyCase(
    r"\b(?:abgelehnt|dagegen|vertagt|rechazad[oa]|en contra|se opone|aplazad[oa]|repouss\w+|rejet[eé]\w*|\d+ contre"
    r"|rejected|against|voted down|defeated|tabled|deferred|defer|no (?:decision|action)|not approved"
    r"|leave matters|as they are|asked for (?:fewer|another)|rien n['’]est|abandonn\w+|brouillon"
    r"|motion (?:fails|failed|(?:was |is )?lost)|turned down|thrown out|not (?:adopted|agreed|pursued|taken up)"
    r"|no (?:support|seconder|majority)|votes? no|voted no"
    r"|lehn(?:t|en|te|ten)\b[^.;:]{0,60}\bab|ablehn\w+|verworfen|keine mehrheit|zur[uü]ckgestellt"
    r"|refus[eé]\w*|[eé]cart[eé]e?s?|vot[eé]e? contre|desestim\w+|descart\w+|no se (?:aprueba|aprob[oó]|acept[aó])"
    r"|(?:agreed|decided|resolved|voted) not to|keep (?:things|it|matters|everything) as|ne retient pas|non retenue?"
    r"|statu quo|folgt\w* (?:dem|ihm|ihr) nicht|bleibt (?:alles |es )?(?:dabei|beim alten|wie (?:es ist|bisher))"
    r"|(?:agreed|decided|resolved|voted) (?:that )?(?:\w+ ){0,3}not|not to proceed|nobody (?:else )?(?:was|is) (?:keen"
    r"|in favou?r)|no (?:appetite|interest|enthusiasm)|withdrawn"
    r"|zur[uü]ckgezogen|retirad[oa]|retirée?|left (?:there|at that|as it is)|n['’]y donne(?:nt)? pas suite"
    r"|shelved"
    r"|put on (?:hold|ice)|called off|on hold|se rechaz\w+|\d+ votos? en contra|\d+ (?:were )?opposed|opposed by"
    r"|will stay with|sticks? with|nays \d+|motion\b[^.;]{0,40}\bto decline"
    r"|no prosper[aó]|queda(?:r[aá])? como est[aá])\b"
)


def has_ended(text: str) -> bool:
    """Whether a text says that a line is no longer answered."""
    small = text.lower()
    return any(word in small for word in _MAY_END) and _ENDED.search(text)


_MAY_END: Final = (
    *("closed as", "discontinued", "for good", "silent", "no keypad", "no phone menu", "no touch-tone", "is gone"),
    *("used to be", "dead since", "a été", "took out", "removed", "scrapped", "retired", "dropped", "got rid", "bye"),
    *("fired", "ditched", "unplugged", "killed", "pulled the plug", "switched off", "turned off", "shut off"),
    *("shut down", "until", "till ", "attribu", "vergeben", "en servicio", "no longer", "farewell", "so long"),
    *("rest in peace", "withdrawn", "taken out"),
)
"""Words without one of which nothing has ended; they are sooner looked for."""


_ENDED: Final = AnyCase(
    r"\b(?:line|service) (?:has |was )?(?:closed as announced|been discontinued|ended for good|falls? silent)\b"
    r"|\bfall silent\b|\bno (?:keypad|phone|touch-tone) menu on (?:that|this|the) line (?:since|any ?more|now)\b"
    r"|\b(?:that|the) (?:recording|menu|phone tree) is gone\b|\b(?:there )?used to be a (?:hot|help|phone )?line\b"
    r"|\b(?:line|number|menu|recording|service|it)(?: has| is|['’]s)?(?: been)? dead since\b"
    r"|\bil a été (?:débranché|supprimé|abandonné)\b"
    r"|\b(?:took out|removed|scrapped|retired|dropped|got rid of|said goodbye to|fired|ditched|unplugged|killed"
    r"|pulled the plug on|switched off|turned off|shut off|shut down) (?:our|the) (?:\w+ )?"
    r"(?:(?:phone |voice )?(?:menu|ivr|auto-?attendant)|phone (?:tree|robot))\b"
    r"|\b(?:until|till) (?:then|we (?:decide|agree|know)|(?:it|that|this) is (?:decided|settled|agreed))\b[^.;]{0,40}"
    r"\b(?:leave|stays?|as it is|(?:picks?|pick) up|rings (?:at|on|in))\b"
    r"|n['’]est plus attribu[eé]\b|\bwird nicht mehr vergeben\b|\bya no est[aá] en servicio\b"
    r"|\b(?:this|the) number is no longer in (?:use|service)\b"
    r"|\b(?:good-?bye|farewell|so long|rest in peace),? (?:to )?(?:the |our |your )?(?:old )?(?:(?:phone|voice) )?"
    r"(?:menu|ivr|phone tree)\b(?!.{0,40}\b(?:hello|new|welcome)\b)"
    r"|\b(?:the|our) (?:\w+ )?menu (?:has been|was) (?:retired|removed|withdrawn|switched off|taken out)\b"
)


_QUESTION: Final = re.compile(r"[^.!?]*\?")


def answers_itself(text: str) -> bool:
    """Whether a text says that a call is answered by people, without a menu."""
    said = _QUESTION.sub("", text) if "?" in text else text  # "Anyone got the number that a human answers?"
    return _NO_MENU.search(said) and not _WHEN_ANSWERED.search(said)
