"""Where Spanish clauses put a key and what it is for: `Con el 3 habla con averías`, `Bajas es el 4`.

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
    r"el|la|al|tecla|opcion|numero|digito|boton|del",
    r"cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|asterisco|almohadilla|numeral|gato|estrella",
)
_BY: Final = (
    r"(?:con|por|en|mediante|a traves de|a|al (?:pulsar|marcar|oprimir|presionar|apretar|digitar)"
    r"|(?:pulsando|marcando|oprimiendo|presionando|apretando|digitando))"
)
_THAT: Final = r"(?:(?:el|la|tecla|opcion|numero) )"
_ADVERBS: Final = r"(?:(?:ahora|siempre|ya|tambien|directamente|directo|inmediatamente|de nuevo|ademas|usted|ud) )*"
_LEADS: Final = (
    r"(?P<verb>(?:le |te |os |lo |la |se |nos |les |me )?(?:lleva|llevan|comunica|comunicara|conecta|pasa|atiende"
    r"|atienden"
    r"|atendera|atenderan|contesta|responde|corresponde|sirve|permite|llega|llegara|llegas|accede|accedes|accedera"
    r"|habla|hablara|hablas|repite|repiten|vuelve|devuelve|regresa|escucha|lee|recita"
    r"|informa|oye|oira|contacta|encuentra|sale|abre|da acceso"
    r"|comunicamos|pasamos|atendemos|conectamos|ponemos|pasan|ponen|pone|comunican|conectan|coge|cogen|toman|salta"
    r"|sales|obtiene|obtienes|es para|puede|puedes|podra|se va|va|estan|esta)"
    r"|(?:me|nos) (?:llevo|llevaron|paso|pasaron|salio|mando|mandaron|envio|enviaron|conecto|comunico|comunicaron))"
)
_STANDS: Final = (
    r"(?:es|son|esta|estan|queda|quedan|se atiende|se atienden|se localiza|se encuentra|se encuentran|pasa a ser"
    r"|pasan a ser|pasa|pasan|ha pasado|han pasado|se ha movido|se han movido|va|van|sigue|siguen|responde"
    r"|atiende|contesta|se contacta|esta disponible)"
)
_NEXT: Final = (
    r"(?:y|o|e)(?: [^ ,.;:]+){0,3}? (?:el|la|tecla|opcion|con) (?:tecla |el |la )?(?:[0-9*#]|cero|asterisco"
    r"|almohadilla|numeral|gato)"
)
_UP_TO: Final = topic_to(_NEXT)
_ON_BEHIND: Final = re.compile(rf" ?(?:, y|,|;|y|o) (?:{_BY} )?{_THAT}{{1,2}}{_KEY}(?: ,)? (?!para ){_UP_TO}")
_ON_BEFORE: Final = re.compile(rf" ?(?:, y|,|;|y) {TOPIC} (?:{_BY} |{_THAT}){{1,3}}{_KEY}{OVER}")
_BY_PRESSING: Final = r"(?:pulsando|marcando|oprimiendo|presionando|eligiendo|digitando)"
_NAMED: Final = named_alone(
    "que|si|para|y|o|luego|despues|pero|porque|no|ya|en|a|al|con|de|del|por|ahi|alli|espere|cuando|es|ahora|el|la|tambien"
)

SPANISH: Final = Language(
    words=set_of("el la al si con tecla opcion en es para marcando pulsando"),
    reaching=set_of(
        """lleva llevan comunica comunicara conecta pasa atiende atienden atendera atenderan contesta responde
        corresponde
        sirve permite llega llegara llegas accede accedes accedera habla hablara hablas contacta encuentra sale abre da
        es
        puede puedes podra va estan esta comunicamos pasamos atendemos conectamos ponemos pasan ponen pone comunican
        conectan coge cogen toman salta sales obtiene obtienes llevo llevaron paso pasaron salio mando mandaron
        envio enviaron conecto comunico comunicaron"""
    ),
    leading=set_of(
        """a al con en el la los las un una unos unas del de para su sus directamente ahora ya nuestro nuestra por"""
    ),
    forms=(
        Form(quoted(r"el|la|tecla|opcion|numero", "luego|despues|y luego|y despues")),
        Form(re.compile(rf"{BEGIN}(?:{_BY} )?{_THAT}{{1,2}}{_KEY} {_ADVERBS}{_LEADS} {_ADVERBS}{_UP_TO}"), _ON_BEHIND),
        Form(re.compile(rf"\bcon {_KEY} {_ADVERBS}{_LEADS} {_ADVERBS}{_UP_TO}"), _ON_BEHIND),
        Form(
            re.compile(
                rf"\bcon {_KEY}(?: ,)? {_ADVERBS}(?:se|le|te|os|les|nos) (?P<verb>[a-z]{{3,}}) {_ADVERBS}{_UP_TO}"
            ),
            _ON_BEHIND,
        ),
        Form(
            re.compile(
                rf"\bsi (?:le |lo )?(?:das|da|dais|pulsas?|marcas?|aprietas?|elige|eliges|oprimes?|presionas?) "
                rf"{_KEY}(?: ,)? {_ADVERBS}{_LEADS} {_ADVERBS}{_UP_TO}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{TOPIC} {_STANDS} {_ADVERBS}(?:(?:en|al) (?:el )?<number> )?(?:{_BY} "
                rf")?(?:{_THAT}){{0,2}}{_KEY}(?: del (?:primer )?menu(?: principal)?)?{OVER}"
            ),
            _ON_BEFORE,
        ),
        Form(
            re.compile(
                rf"{BEGIN}{SECTION}{TOPIC} (?:(?:puede|pueden|debe|deben) [a-z]+|(?:es|son|esta|estan) [a-z]+|se "
                rf"[a-z]+(?:an|en|a|e)) {TO_NUMBER}{_THAT}{{1,2}}{_KEY}"
            )
        ),
        Form(re.compile(rf"{BEGIN}{TOPIC} , (?:en el |al )?mismo (?:numero|telefono) ,? ?{_THAT}{{1,2}}{_KEY}")),
        Form(re.compile(rf"\bse (?:accede|llega) (?:al|a la|a) {TOPIC} {_BY} {_THAT}?{_KEY}")),
        Form(
            re.compile(
                rf"{BEGIN}(?!usted |se |luego ){SUBJECT}{ASIDE} (?:marcan|pulsan|oprimen|presionan|digitan|eligen"
                rf"|deben (?:marcar|pulsar))"
                rf" {_THAT}{{0,2}}{_KEY}{OVER}"
            ),
            re.compile(
                rf" (?:, y|,|;|y) {TOPIC} (?:(?:marcan|pulsan|oprimen|presionan|digitan|eligen) "
                rf")?{_THAT}{{1,2}}{_KEY}{OVER}"
            ),
        ),
        Form(
            re.compile(
                rf"{BEGIN}(?:quien|quienes|los que|las que) (?!no )(?:(?:quiera|quieran|quieren|desee|deseen|desean"
                rf"|necesite|necesiten|busque|busquen) )?{TOPIC}(?: ,)? (?:(?:puede|pueden|debe|deben) )?"
                rf"(?:marc|puls|oprim|presion|digit|elig)[a-z]+ {_ADVERBS}{_THAT}{{0,2}}{_KEY}{OVER}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{_THAT}{{1,2}}{_KEY} ya no (?:lleva|corresponde|es|comunica|pasa) [^.;]{{3,50}}? sino "
                rf"{_UP_TO}"
            ),
            is_moved=True,
        ),
        Form(
            re.compile(
                rf"\b(?:nunca|no|nada de) (?:[a-z]+ )?{_THAT}{{1,2}}{_KEY}{AWHILE} [,:;(] "
                rf"(?:que |porque |ese |esa )?(?:es|son) {_UP_TO}"
            ),
            is_moved=True,
        ),
        Form(
            re.compile(rf"{_THAT}{_KEY} antes era [^.;,]{{2,40}}? y ahora (?:es|son) {_UP_TO}"),
            is_moved=True,
        ),
        Form(re.compile(rf"\bcon {TOPIC} se habla (?:pulsando|marcando|en|con) {_KEY}")),
        Form(
            re.compile(rf"\b(?:puede|podra|puedes|podras) {_ADVERBS}{TOPIC} {_BY_PRESSING} {_THAT}{{0,2}}{_KEY}{OVER}"),
            re.compile(rf" ?(?:, )?(?:y |o )?{TOPIC} {_BY_PRESSING} {_THAT}{{0,2}}{_KEY}{OVER}"),
        ),
        Form(re.compile(rf"{BEGIN}{TOPIC} (?:tiene|tienen|lleva|llevan) {_ADVERBS}{_THAT}{{1,2}}{_KEY}{OVER}")),
        Form(
            re.compile(
                rf"{BEGIN}(?:detras|debajo) del? {_THAT}{{0,2}}{_KEY} (?:esta|estan|hay|se encuentra|se encuentran"
                rf"|encontrara|contesta|atiende|viene) {_UP_TO}"
            ),
            re.compile(rf" ?(?:, y|,|;|y) (?:detras|debajo) del? {_THAT}{{0,2}}{_KEY}(?: ,)? {_UP_TO}"),
        ),
        Form(
            re.compile(
                rf"\b(?:tambien|ahora|ademas|aun|queda) (?:esta|hay|existe|tenemos|queda) (?:el|la|un|una) {_KEY} para "
                rf"{_UP_TO}"
            )
        ),
        Form(
            re.compile(rf"{LISTED}{_THAT}{_KEY} , {_NAMED}"),
            re.compile(rf" , (?:y )?{_THAT}{_KEY} , {_NAMED}"),
        ),
        Form(re.compile(rf"{LISTED}para {TOPIC} , (?P<key>cero|asterisco|almohadilla|numeral){ENDS}")),
        Form(re.compile(rf"{LISTED}{TOPIC} : {_THAT}{{1,2}}{_KEY}{ENDS}")),
        Form(re.compile(rf"{LISTED}(?:para|si) {TOPIC} : {_THAT}?{_KEY}{MARKED}")),
        with_each(r"con", r"y", _KEY),
    ),
    opens=re.compile(
        r"\b(?:tras|detras de|detras del|despues de|despues del|en|con|bajo) (?:el |la |tecla |opcion "
        r")*(?P<key>[0-9])(?: ,)? "
        r"(?:hay|esta|encontrara|aparece|se abre|viene|sigue) (?:otro|otra|un|una|un segundo|una segunda) (?:[a-z]+ "
        r")?(?:submenu|menu|pregunta)[a-z]*"
    ),
    deeper=re.compile(
        rf"(?:, |y |luego )*(?:en (?:el|ese|este) (?:siguiente|segundo|proximo|mismo)? ?(?:menu|submenu)(?: siguiente)?"
        rf"|una vez (?:ahi|alli|dentro)|ahi|alli|dentro)(?: ,)? (?:despues |otra vez )?{_KEY} (?:para ){_UP_TO}"
    ),
    denied=re.compile(r"\b(?:antes|anteriormente|ya no|no|nunca|estaba|estaban|era|eran|hasta ahora)\b"),
    transport=re.compile(
        r"\b(?:autobus|bus|tranvia|linea(?= [0-9])|metro|parada|anden|calle|avenida|plaza|ventanilla|taquilla)\b"
    ),
)
