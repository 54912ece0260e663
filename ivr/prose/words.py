"""The words by which documents tell of keys, in four languages: in small letters, without accents."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final


def set_of(words: str) -> frozenset[str]:
    """Give the words of a text, each once."""
    return frozenset(words.split())


ELSEWHERE: Final = set_of(
    """pwyswch gwasgwch bruigh premeu premi polseu marqueu sakatu prema prem druk cofa cindezela gatella tobetsa
    peze premere premete digiti digitate smatgai smatgar digitare pressione aperte nacisnij
    nhấn bấm pindutin bonyeza riix pehia oomi nias
    нажмите натисніть اضغط"""
)
"""Requests in languages that documents have no more than a line of: `I siarad Cymraeg, pwyswch 1`."""
STRONG: Final = ELSEWHERE | set_of(
    """press presses pressing pressed push pushing pushes mash mashing jab jabbing smash hit hits hitting punch punching
    keypress depress depresses depressing
    marquen pulsen opriman presionen digiten tecleen oprimen marcan pulsan pique pica picale piquele picarle
    marcale marquele oprimele piqué tape compose
    oprimes presionas tecleas digitas aprieta apriete apreta apretar aprietas apretando faisant fasse
    pulse pulsa pulsar pulsando pulsen oprima oprime oprimir oprimiendo presione presiona presionar presionando
    marque marcar marcando teclee digite tecleando teclea teclear digita digitar digitando pulsad pulsan
    appuyez appuyer appuyant appuie appuient tapez taper tapant tapes tapent pesez peser pese peses faites
    pressez presser poussez pousser enfoncez d'appuyer apretad pulsad marcad presionad disque disca discar discando
    discas picas picar apretas
    drucken druecken druck drucke gedruckt druckt druckst"""
)
"""Requests that hardly anything but a key follows; `tapez` and `faites` are made of other things, too."""
WEAK: Final = set_of(
    """touch touching select selecting selects choose choosing chooses chosen selected
    picked pick picking tap use using enter entering dial dialing
    dialling dials type go want wants added key keying choice
    seleccione elija escoja marca elige selecciona ingrese
    choisissez selectionnez composez composer choisir selectionner choisissant composant selectionnant
    wahlen waehlen wahle waehle tippen tippe geben
    enchainez enchaine enchaines enchainer
    fait faire elijan seleccionen escojan choisis selectionne fais appuies elijo pulsas marcas wahlt wahlst
    nehmen nimmst nimmt
    choisi elegido pulsado marcado chose das dale darle ponle ponga pongale font composent choisissent
    eligen faire prenez prends escoge escoges escoger elegir eliges seleccionas seleccionar saisissez entrez bang
    poke input"""
)
VERBS: Final = STRONG | WEAK | set_of("use using try take say follow")
GERMAN_LAST: Final = set_of(
    """nehmen drucken druecken wahlen waehlen tippen betatigen gedruckt gewahlt getippt eingeben eintippen
druckt druckst wahlt wahlst"""
)
OPTIONS: Final = set_of(
    """option l'option options key keys opcion tecla touche taste tasten button digit choice selection
    menupunkt numero nummer prompt tastendruck
    opciones auswahl ziffer dtmf choix opt wahl optionen moglichkeiten"""
)
FILL: Final = set_of(
    """the a any key keys number numbers option options button buttons digit symbol sign either menu just simply on your
    by for only no in main between for touch-tone keypad prompt please first straight to directly
    el la los las tecla teclas de del numero opcion boton digito
    encore sur le l les l'option touche chiffre bouton option du
    clavier am kundentelefon telefon hotline
    sie ihr du bitte die den der das auf mit taste tasten ziffer zahl nummer nach ansage begrussung ton signal dazu
    sprachmenu telefonmenu hauptmenu menu
    jetzt einfach dann directamente directement
    sofort gleich direkt nacheinander am anfang al immediately inmediatamente ensuite despues danach anschliessend
    jederzeit immer dazu dafur hierfur hierzu erst zuerst primero d'abord direct directo alors entonces
    il im ersten zweiten nachsten zunachst tastendruck neu heuer punkt zweimal fois veces 2x"""
)
"""What may stand between a request and its key."""
NAMES: Final = MappingProxyType(
    {
        name: line[0]
        for line in """0 zero nought oh cero nulle null
1 one uno un eins
2 two dos deux zwei
3 three tres trois drei tre
4 four cuatro quatre vier quattro
5 five cinco cinq funf fuenf cinque
6 six seis sechs
7 seven siete sept sieben sette
8 eight ocho huit acht
9 nine nueve neuf neun nove
* star asterisk asterisco estrella etoile asterisque l'etoile l'asterisque stern sterntaste stern-taste
* sternchen sternchentaste sternchen-taste
# pound hash hashtag hashmark square numeral almohadilla gato diese carre raute rautetaste raute-taste
# rautentaste""".splitlines()
        for name in line[1:].split()
    }
)
KEYS: Final = frozenset(NAMES) | {"*", "#"} | {form for key in range(100) for form in (str(key), f"{key:02}")}
"""The words that a key may be: its digits, its sign, or its name."""
MARKED_KEYS: Final = set_of("sterntaste stern-taste sternchentaste sternchen-taste rautetaste raute-taste rautentaste")
"""Names that are those of a key and of nothing else."""
BEHIND: Final = set_of(
    """key keys button sign symbol taste tecla touche now again please instead mark digit twice zweimal dos-veces"""
)
THENS: Final = set_of(
    """then next where whereupon afterwards afterward thereafter luego despues seguido continuacion anschluss
    donde puis ensuite dann danach enseguida seguidamente foulee aussitot
    anschliessend followed finally lastly enfin finalmente zuletzt"""
)
FOLLOWED: Final = set_of("suivi suivie suivis seguido seguida gefolgt")
"""What says between two keys that the second is pressed after the first: `touche 4 suivie de la 2`."""
ARROWS: Final = frozenset(("→", "->", "=>", "»", ">", "›", "⇒", "➔", "➜"))
ORS: Final = set_of("or o u ou oder beziehungsweise bzw / & either y e et und and")
TO_RANGE: Final = set_of("to through thru - – — a hasta bis al until")
NOT: Final = set_of(
    """not don't dont don’t doesn't never without avoid instead no nunca sin ne n'appuyez jamais sans pas nicht nie
    kein keine niemals cannot can't stop rather shouldn't needn't neither won't ohne"""
)
LINKS_LEFT: Final = set_of(
    """for to if in when about regarding should
    para si por cuando
    pour si concernant
    fur fuer um wenn falls bei zum zur wegen mochten wollen wer quien quienes"""
)
"""What begins a clause that tells, before its request, what a key is for."""
LINKS_RIGHT: Final = set_of(
    """for to if about regarding re : - – — = ( → -> => | when
    para si por
    pour si concernant afin
    fur fuer um wenn falls bei zum zur zu wegen"""
)
LEADS: Final = set_of(
    """is are gets get takes take connects connect sends send brings bring puts put leads lead goes go opens open
    stands stand reaches reach handles covers rings ring does stays means lets allows transfers routes repeats returns
    cancels plays starts drops drop gives give lands land took went led
    reads replays repeats triggers rings hears speaks
    ramene conduit donne renvoie devuelve conecta permite repite bringt wiederholt leitet startet
    vuelves regresas volver es lleva comunica conecta sirve corresponde vous met vuelve regresa repite repete se
    est c'est concerne correspond steht stehen wants gilt gelten permet mene
    horen ist fuhrt fuehrt verbindet kommen gelangen erreichen erhalten wird werden"""
)
"""Verbs that tell what a key does: `3 gets you a nurse`."""
OBJECTS: Final = set_of(
    """you callers caller them one us up to the through with into straight directly back now be will the en relation
    avec a con al le les lo el la vous au aux a sie zu zum zur in ins den die das"""
)
ANYTIME: Final = (
    r"\b(?:at any (?:time|point|moment|stage)|any ?time|(?:use|used|work|works) (?:anywhere|everywhere|(?:at"
    r"|in) (?:every|any|all) \w+)|(?:every|any) menu"
    r"|anywhere in (?:the|our) (?:system|menus?|call)"
    r"|from any(?:where(?! in (?!(?:the|our) (?:menus?|system|call)))|\s(?:menu|prompt|point))|throughout the call"
    r"|wherever you are"
    r"|whenever you|in (?:any|every) menu|at all times|always|en cualquier momento|en todo momento|desde cualquier"
    r"|a tout moment|à tout moment|en tout temps|jederzeit|zu jeder zeit)\b"
)
CALLING: Final = set_of(
    """call calls calling called dial dials dialing dialling ring ringing phone phones phoning telephone and then at on
    the same number just please , : | – — - ( ) us our line main you can may or also simply first tel
    llame llamar llama llamando al formez former
    telephonez contactez appelez appeler composez au le rufen anrufen unter wir sie uns an und y et
    telephoning selecting choosing directly toll-free toll free now dann danach puis ensuite luego despues
    gleiche nummer misma mismo numero meme"""
)
"""What may stand between a label and a key, beside the number itself."""
ORDINALS: Final = {
    name: str(number)
    for number, names in enumerate(
        (
            "first 1st primera primero primer premier premiere 1er erste ersten erster",
            "second 2nd segunda segundo deuxieme second seconde zweite zweiten zweiter",
            "third 3rd tercera tercero tercer troisieme dritte dritten dritter",
            "fourth 4th cuarta cuarto quatrieme vierte vierten vierter",
            "fifth 5th quinta quinto cinquieme funfte funften",
            "sixth 6th sexta sexto sixieme sechste sechsten",
            "seventh 7th septima septieme siebte siebten",
            "eighth 8th octava huitieme achte achten",
            "ninth 9th novena neuvieme neunte neunten",
        ),
        1,
    )
    for name in names.split()
}
"""Words that count choices, with the key of each: `the third option`."""
UNITS: Final = set_of(
    """buttons keys choices cup cups day days hour hours minute minutes min mins second seconds sec week weeks month
    months year years
    percent % times time h j std cifras digitos chiffres ziffern digits digit characters am pm a.m. p.m.
    ways reasons m² m³ kg km/h mph flights boxes copies floors o'clock people business working miles km
    pounds dollars euros cents points stars star rings items pages steps copies lines letters weeks' days'
    shifts rounds retries attempts rings tries
    dia dias horas minutos segundos semanas meses anos veces digitos euros jours heures minutes secondes
    semaines mois ans
    fois chiffres tage stunden minuten sekunden wochen monate jahre mal uhr ziffern stellen numeros zahlen of"""
)
"""What a number before it counts, so that it is no key."""
GENERIC: Final = frozenset(
    """continue;proceed;go on;get started;confirm;begin;next;continuar;continuer;fortfahren;accept;select;use it;do so;
    do this;be connected;speak;the menu;this;that;it""".replace("\n", "")
    .replace("    ", "")
    .split(";")
)
"""What a key does that says nothing of what it is for, where a better word stands before it."""
LANGUAGE_WORDS: Final = MappingProxyType(
    {
        "en": set_of("the and for to of you your with press is are on at our call if or from by please option this we"),
        "es": set_of(
            """el la los las para de y su con por oprima pulse marque presione si una un en del llame al es que nuestro
            opcion tecla desea hablar o"""
        ),
        "fr": set_of(
            """le la les pour de et votre vous avec appuyez tapez composez sur si une un en du des au est que notre
            touche souhaitez parler ou nous faites"""
        ),
        "de": set_of(
            """der die das fur und sie ihre ihr mit drucken wahlen wenn ein eine im zu von bei ist den wir bitte taste
            uns oder mochten zum zur unter"""
        ),
    }
)
