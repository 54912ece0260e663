"""Where French clauses put a key and what it is for: `Le 5 permet de`, `Les résiliations, c'est la touche 4`.

The patterns are sought in words in small letters without accents, with a blank between any two words and marks.
"""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.clause_forms import (
    ASIDE,
    AWHILE,
    BEGIN,
    ENDS,
    LISTED,
    MARKED,
    OVER,
    SECTION,
    SUBJECT,
    TO_NUMBER,
    TOPIC,
    Form,
    Language,
    key_of,
    named_alone,
    quoted,
    topic_to,
    with_each,
)
from ivr.prose.words import set_of

_KEY: Final = key_of(
    r"le|la|au|touche|chiffre|option|l'option|choix|numero|du|de",
    r"zero|un|deux|trois|quatre|cinq|six|sept|huit|neuf|etoile|diese|carre|asterisque|l'etoile",
)
_BY: Final = (
    r"(?:avec|par|via|sur|au|a|sous|derriere|en (?:tapant|faisant|composant|pressant|choisissant"
    r"|appuyant sur|poussant sur))"
)
_THAT: Final = r"(?:(?:le|la|touche|l'option|option|choix) )"
_ADVERBS: Final = (
    r"(?:(?:directement|maintenant|desormais|toujours|dorenavant|aussi|egalement|immediatement|encore|alors|ensuite"
    r"|y|a present|aujourd'hui|vous) )*"
)
_LEADS: Final = (
    r"(?P<verb>(?:on vous |on te |vous |te |tu |nous |on )?(?:met en relation|mettra en relation|met en contact|mene"
    r"|menera|conduit|permet"
    r"|permettra|donne acces|donne|correspond|ouvre|concerne|recite|lit|annonce|enonce|indique"
    r"|fait passer|renvoie|ramene|repete|dirige|oriente|relie|sert|repete|arrive"
    r"|arrives|arrivez|arriverez|tombe|tombes|tombez|tomberez|passe|passent|transfere|bascule|joignez|obtenez|accedez"
    r"|aurez|avez|a|est pour|est reserve|est reservee"
    r"|est destine|est dediee?|m'a (?:envoye|passe|mis en relation avec|transfere|mene|conduit|dirige|redirige|renvoye)"
    r"|nous a (?:envoyes|passe|transferes|diriges|rediriges|renvoyes)|parlez|pouvez|peux|retournez|revenez|revient))"
)
_STANDS: Final = (
    r"(?:c'est|est|sont|se trouve|se trouvent|passe|passent|est joignable|sont joignables|est accessible"
    r"|sont accessibles|repond|repondent|est disponible|est passe|est passee|sont passes|sont passees)"
)
_NEXT: Final = r"(?:et|ou|puis)(?: [^ ,.;:]+){0,3}? (?:le|la|touche|au) (?:touche )?(?:[0-9*#]|zero|etoile|diese|carre)"
_UP_TO: Final = topic_to(_NEXT)
_ON_BEHIND: Final = re.compile(rf" ?(?:, et|,|;|et|ou) (?:{_BY} )?{_THAT}{{1,2}}{_KEY}(?: ,)? (?!pour ){_UP_TO}")
_ON_BEFORE: Final = re.compile(rf" ?(?:, et|,|;|et) {TOPIC} (?:{_BY} |{_THAT}){{1,3}}{_KEY}{OVER}")
_NAMED: Final = named_alone(
    "puis|et|ou|si|pour|apres|ensuite|qui|que|vous|il|on|nous|dans|des|sans|en|a|au|aux|tout|c'est|mais|car|quand|le|la"
    "|touche|sinon|je|tu|ca|ce|avec|sur|non|pas|de|du"
)

FRENCH: Final = Language(
    words=set_of("le la les touche sur pour vous avec c'est au par si tu"),
    reaching=set_of(
        """met mettra mene menera conduit permet permettra donne correspond ouvre concerne renvoie ramene dirige oriente
        relie sert arrive arrivez arriverez tombe tombez tomberez joignez obtenez accedez aurez avez a est parlez
        pouvez peux arrives tombes passe passent
        transfere bascule mettons passons transferons dirigeons relation contact etes serez seras sera
        communication recite lit annonce enonce indique"""
    ),
    leading=set_of(
        """a au aux la le les un une des du de d' en avec sur chez vers dans directement relation contact pour votre
        vos"""
    ),
    forms=(
        Form(quoted(r"le|la|touche|option|l'option|choix", "puis|ensuite")),
        Form(
            re.compile(
                rf"\bchoisissez {_THAT}{{0,2}}{_KEY} , (?!puis|et|ou|si|pour|apres|ensuite|qui|que|vous|il|on|nous"
                r"|dans|des|sans|en|a|au|aux|tout|toute|le|la|les|c'est|[a-z]+ez )"
                r"(?P<topic>[a-z][^ ,.;:!?()]+(?: [^ ,.;:!?()]+){0,3})(?= [.;](?: |$)|$)"
            )
        ),
        Form(
            re.compile(rf"{BEGIN}(?:{_BY} )?{_THAT}{{1,2}}{_KEY}(?: ,)? {_ADVERBS}{_LEADS} {_ADVERBS}{_UP_TO}"),
            _ON_BEHIND,
        ),
        Form(
            re.compile(
                rf"\b(?:avec|par|via) {_THAT}{{0,2}}{_KEY}(?: ,)? (?:on|vous|tu|nous vous|nous|ils vous) "
                rf"(?P<verb>(?:(?:etes|serez|sera|es|seras) )?[a-z]{{2,}}(?: en (?:relation|contact|communication))?"
                rf") {_ADVERBS}{_UP_TO}"
            ),
            _ON_BEHIND,
        ),
        Form(
            re.compile(
                rf"\bsi (?:tu|vous|on) (?:fais|faites|fait|tapes?|tapez|composez|composes|choisissez|choisis"
                rf"|appuie[sz]? sur"
                rf"|appuyez sur) {_THAT}{{0,2}}{_KEY}(?: ,)? {_LEADS} {_ADVERBS}{_UP_TO}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{TOPIC}(?: ,)? {_STANDS} {_ADVERBS}(?:(?:au|a) <number> )?(?:{_BY} )?(?:{_THAT})?{_KEY}{OVER}"
            ),
            _ON_BEFORE,
        ),
        Form(
            re.compile(
                rf"{BEGIN}{SECTION}{TOPIC} (?:(?:peut|peuvent|doit|doivent) (?:etre|se)|est|sont|se) [a-z]+ "
                rf"{TO_NUMBER}{_THAT}{{1,2}}{_KEY}"
            )
        ),
        Form(re.compile(rf"{BEGIN}{TOPIC} , (?:au )?meme numero (?:, |puis |et )*{_THAT}{{0,2}}{_KEY}{OVER}")),
        Form(
            re.compile(
                rf"{BEGIN}(?:avec )?(?:le )?(?P<key>l'etoile|etoile|diese|carre)(?: ,)? (?:on )?{_ADVERBS}{_LEADS} "
                rf"{_ADVERBS}{_UP_TO}"
            )
        ),
        Form(re.compile(rf"{BEGIN}{TOPIC} (?:ont|garde|gardent|prend|prennent) {_ADVERBS}{_THAT}{{1,2}}{_KEY}{OVER}")),
        Form(re.compile(rf"{BEGIN}{TOPIC} , (?:desormais|maintenant|dorenavant) c'est {_THAT}{{1,2}}{_KEY}{OVER}")),
        Form(
            re.compile(
                rf"{_THAT}{_KEY} etait [^.;,]{{2,40}}? , (?:c'est|il est|ce sont) (?:maintenant|desormais) {_UP_TO}"
            ),
            is_moved=True,
        ),
        Form(
            re.compile(rf"\b(?:on|vous) (?:accede|accedez|arrive|arrivez|joint|joignez) {TOPIC} {_BY} {_THAT}?{_KEY}")
        ),
        Form(
            re.compile(
                rf"{BEGIN}(?!vous |on |tu |puis ){SUBJECT}{ASIDE} (?:tapent|font|composent|appuient sur|choisissent)"
                rf" {_THAT}{{0,2}}{_KEY}{OVER}"
            ),
            re.compile(
                rf" (?:, et|,|;|et) {TOPIC} (?:(?:tapent|font|composent|appuient sur|choisissent) "
                rf")?{_THAT}{{0,2}}{_KEY}{OVER}"
            ),
        ),
        Form(
            re.compile(
                rf"{BEGIN}(?:ceux |celles )?qui (?!ne )(?:(?:veut|veulent|souhaite|souhaitent|cherche|cherchent) "
                rf")?{TOPIC} "
                rf"(?:fait|font|tape|tapent|compose|composent|choisit|choisissent|appuie sur|appuient sur) {_ADVERBS}"
                rf"{_THAT}{{0,2}}{_KEY}{OVER}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{_THAT}{{1,2}}{_KEY} ne (?:mene|conduit|correspond|renvoie|donne) plus [^.;]{{3,50}}? mais "
                rf"{_UP_TO}"
            ),
            is_moved=True,
        ),
        Form(
            re.compile(rf"\b(?:pas|jamais) (?:sur )?{_THAT}{{0,2}}{_KEY}{AWHILE} [,:;(] (?:ca |la )?c'est {_UP_TO}"),
            is_moved=True,
        ),
        Form(re.compile(rf"(?P<topic>sinon|autrement) {_THAT}{{1,2}}{_KEY}{OVER}")),
        Form(
            re.compile(
                rf"{BEGIN}(?:derriere|sous) {_THAT}{{1,2}}{_KEY}(?: ,)? (?:il y a|se trouve|se trouvent|on trouve"
                rf"|vous trouvez|vous trouverez|vous avez|repond|repondent) {_UP_TO}"
            ),
            re.compile(rf" ?(?:, et|,|;|et) (?:derriere|sous) {_THAT}{{1,2}}{_KEY}(?: ,)? {_UP_TO}"),
        ),
        Form(
            re.compile(rf"{LISTED}{_THAT}{_KEY} , {_NAMED}"),
            re.compile(rf" , (?:et )?{_THAT}{_KEY} , {_NAMED}"),
        ),
        Form(re.compile(rf"{LISTED}{TOPIC} : {_THAT}{{1,2}}{_KEY}{ENDS}")),
        Form(re.compile(rf"{LISTED}(?:pour|si vous|si) {TOPIC} : {_THAT}?{_KEY}{MARKED}")),
        with_each(r"avec", r"et", _KEY),
    ),
    opens=re.compile(
        r"\b(?:derriere|apres|sous|avec|sur) (?:le |la |touche )*(?P<key>[0-9])(?: ,)? (?:il y a |se trouve |vous "
        r"trouvez "
        r"|vous avez |on a |vient |s'ouvre )?(?:encore )?(?:un|une) (?:[a-z]+ )?(?:sous-menu|menu|question)[a-z]*"
    ),
    deeper=re.compile(
        rf"(?:, |et |puis )*(?:(?:dans|au) (?:le )?(?:menu suivant|sous-menu|second menu|deuxieme menu|prochain menu)"
        rf"|dans ce (?:menu|sous-menu)|la(?= ,)|une fois la|la-dedans)(?: ,)? (?:puis |encore |a nouveau )?{_KEY} "
        rf"(?:pour ){_UP_TO}"
    ),
    denied=re.compile(r"\b(?:avant|autrefois|auparavant|anciennement|plus|pas|jamais|etait|etaient|jusqu'ici)\b"),
    transport=re.compile(
        r"\b(?:bus|tram|lignes?(?= [0-9])"
        r"|metro|arret|gare|quai|rue|avenue|boulevard|place|guichet)\b"
    ),
)
