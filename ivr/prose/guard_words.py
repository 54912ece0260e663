"""The words by which documents tell of other things with keys than phone menus, in four languages."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase, AtWord

VOICEMAIL: Final = AnyCase(
    r"\bvoice ?-?mail(?:box)?\b|\bcombox\b|\b(?:hear|listen to|play|delete|save) (?:your|the|new|saved"
    r"|all) messages?\b(?! (?:again|once more|one more))"
    r"|\b(?<!damaged )(?<!stolen )(?<!broken )(?<!general )(?<!shared )mailbox(?:es)?\b|^\W*buz[oó]n\b|voice messag"
    r"|(?:get|pick up|retrieve|check) (?:your|my|the|new|our) (?:voice )?messages"
    r"|anrufbeantworter(?! (?:hilft|bietet|sagt|fragt|nennt|f[uü]hrt|leitet|verbindet|gibt))"
    r"|messagerie(?: vocale)?"
    r"|r[eé]pondeur(?! (?:d.accueil|vous (?:propose|guide|aide)))"
    r"|buz[oó]n de voz|(?<!vuelve a )(?<!volver a )(?:escuchar|o[ií]r) (?:un|los|el|sus) mensajes?(?! (?:otra vez"
    r"|de nuevo)\b)"
    r"|[eé]couter (?:un|le|vos) messages?"
    r"|sprachbox|nachrichten? (?:ab|an)?h[oö]ren|visual voicemail"
    r"|\b(?:dial|ring|answer|call) 1571\b"
    r"|\b(?:re-?)?record (?:your|a|an) (?:own |new |temporary |personal |holiday )*greeting",
)


MESSAGES: Final = AnyCase(
    r"\b(?:delet\w+|eras\w+|sav\w+|replay\w*|keep|forward|skip|hear|listen to|play|check|retrieve|next"
    r"|previous|escuchar|o[ií]r|borrar\w*|guardar\w*)\b.{0,25}\b(?:messages?|it|mensajes?)\b|\bgreeting\b|\bmailbox\b"
    r"|while a message|\bnew messages\b|mensajes? (?:nuevos?|guardados?)|nouveaux messages|neue nachrichten"
    r"|nachricht (?:l[oö]schen|speichern)",
)


DEVICE: Final = AtWord(
    r"\b(?:(?:inserte|introduzca|meta) (?:la|su|una) tarjeta|ins[eé]rez (?:la|votre|une) carte"
    r"|karte (?:bitte )?(?:einschieben|einstecken|einf[uü]hren)|(?:schieben|stecken) sie (?:ihre|die|eine) karte"
    r"|on (?:the|your) (?:guide|meter|remote|panel|unit|device|player|display)|(?:wall|light|bedside)"
    r" (?:switch(?:es)?|units?|panels?|controls?)|microwaves?|ovens?|defrost|popcorn"
    r"|remote(?: control)?|televisions?|tv|kiosks?|atms?|cash ?machines?"
    r"|(?:ticket|fare|parking|payment|vending|washing|coffee|slot|fax|copy)[ -]machines?"
    r"|machine|elevators?|lifts?|printers?|copiers?|keyboards?|thermostats?|washers?|dishwashers?|dryers?"
    r"|treadmills?|fare ?box(?:es)?|(?:ticket|card) (?:validators?|readers?)|consoles?|controllers?"
    r"|(?:barcode |handheld )scanners?|handhelds?|joystick|games?"
    r"|alarm (?:panel|system|code)|control panel|lock ?box|combination lock|cheats?(?! ?sheets?)|player [12]|plu"
    r"|w[aä]schetrockner|waschmaschine|four encastrable|lave-linge|lavadora|horno|infusion pump|\w*sprechanlage"
    r"|i-?pad|(?:run|work)s? on a keypad|t[uü]rstation|lades[aä]ulen?|ladepunkt"
    r"|(?:panel|keypad|fob|cooker|remote)['’]s (?:keys?|buttons?)|alarm (?:went|goes|sounds|rings)|la alarma"
    r"|t[uü]rsummer|intercoms?|entry ?phone|visitor entry|call box|door|gate"
    r"|(?:dis)?arm|(?:self-?)?checkout"
    r"|at the till|service mode|(?:set|turn|slide|move|flip) the (?:\w+ )?(?:switch|dial|knob|slider|lever|valve"
    r"|selector)|cash register|fuel|pumps?|insert (?:it|(?:your|the|a) card)|pedestal"
    r"|zip code(?! (?:ready|handy|to hand|at hand))"
    r"|parking meter|pay station|calculator"
    r"|camera|radio|\burn\b|kettle|pager|laundry|battery low|low battery|photo mode|hotbar|weapons|flat number|tablet"
    r"|tablette|(?:press|push|hit) \d,? then (?:press |push |hit )?(?:ok|start|print|set|save|resume)(?=[.,;]|$)"
    r"|(?:entry"
    r"|lobby|door|call|fire|alarm|intercom"
    r"|touch) ?panels?"
    r"|access ?keys?|leseger[aä]t|quiosco|interf[oó]n(?:os?)?|interphone|digicode|door entry|telefonillo"
    r"|portero autom[aá]tico"
    r"|shortcut keys?|legend|channel|router|modem|bios|boot(?! (?:fitt|sale|camp|hire|room))"
    r"|projectors?|piano|synthesi[sz]er|drone|e-?bike|scale|toys?|audio ?(?:guides?|tours?)|time ?clock"
    r"|blood pressure|parcel lockers|headset|speed[- ]dial"
    r"|in-flight|terminal|pin "
    r"?pad|card reader|on the reader|wait for the (?:green |red )?light"
    r"|touch ?screen|turnstile|locker|dispenser|defibrillators?|postage (?:meter|machine)"
    r"|m[aá]quin(?:a (?:de|expendedora)|ita)|kiosco|cajeros?(?: autom[aá]ticos?)?|parqu[ií]metro|bornes?|bo[iî]tier"
    r"|horodateur|distributeur (?:automatique|de)|chauffage|(?:an|auf) der waage|schranke|packstation|bankomat"
    r"|bancomat|ger[aä]t im|by (?:bus|train|tram)|bus route|interphone|interf[oó]n|portero el[eé]ctrico|citofono"
    r"|digicode|portier|portero autom[aá]tico|aufzug|fahrstuhl"
    r"|\w*automat(?:en)?|mikrowelle"
    r"|(?:fernbedienung|handsender|t[eé]l[eé]commande|mando a distancia)"
    r"|drucker|tastatur|t[uü]r[oö]ffner|klingel\w*|geldautomat|ascensor|cajeros?"
    r"|(?<!con el )(?<!usar el )(?<!use el )(?<!utilice el )"
    r"teclado(?! (?:de(?:l| su| tu) (?:tel[eé]fono|m[oó]vil|celular)|telef[oó]nico|num[eé]rico)\b)"
    r"|(?:touche|bouton) (?:verte?|bleue?|rouge|jaune)|(?:tecla|bot[oó]n) (?:verde|roj[oa]|azul|amarill[oa])"
    r"|(?:gr[uü]ne|rote|blaue|gelbe)[nr]? taste|(?:green|red|blue|yellow) (?:key|button)"
    r"|(?:lire|relever) (?:votre|le|son) compteur|z[aä]hler (?:ab)?lesen|leer (?:el|su|tu) contador"
    r"|read(?:ing)? your meter"
    r"|mando|programador|programmateur|microondas|impresora|borne|distributeur"
    r"|ascenseur|t[eé]l[eé]commande|imprimante"
    r"|photocopieuses?|fotocopiadoras?|fotokopierer|photocopiers?|clavier d'ordinateur|four (?:[aà]|micro\S*))\b",
)


PBX: Final = AtWord(
    r"\b(?:tel[eé]fono de (?:la|su|tu) habitaci[oó]n|t[eé]l[eé]phone de (?:la|votre) chambre|zimmertelefon"
    r"|llam\w+ al exterior|appel\w* (?:vers )?l['’]ext[eé]rieur|outside (?:lines?|calls?|numbers?)|(?:dial|press"
    r"|push) \d for (?:an )?outside|speed keys?"
    r"|plus the (?:room|extension|bed)|and the \w+-digit (?:room|extension|bed|flat) number"
    r"|lines? [1-9] (?:is|are|lights?|blinks?|flash\w*)"
    r"|desk set|(?:stateroom|cabin) (?:tele)?phone|external line"
    r"|page (?:all|everyone|the (?:yard|floor|duty \w+|whole \w+))\b|long[- ]distance|room[- ]to[- ]room|star codes?"
    r"|feature codes?|14[78]1|ussd"
    r"|from (?:your|my|the) room|(?:from|on) any (?:floor|desk|ward|house|office|class ?room|internal|campus|plant"
    r"|shop) (?:phone|handset)|call out from|phone in (?:your|the) room|guest ?rooms?"
    r"|room (?:tele)?phone|guests? (?:keep |can |should |must |may )?(?:press|dial|push)(?:ing)?|bedside (?:tele)?phone"
    r"|second (?:dial )?tone|internal (?:calls?|numbers?|phones?|directory)|park(?:ed)? (?:a )?calls?|housekeeping"
    r"|(?:press|push) the envelope|(?:then|next|luego|despu[eé]s|puis|dann) (?:dial )?(?:the|el|le|die)"
    r" (?:full |whole )?(?:telephone |phone )?(?:number|n[uú]mero|num[eé]ro|(?:ruf)?nummer)(?=[.;,]|$)"
    r"|wake-?up calls?|speed[- ]dials?|press (?:page|flash|hold|trans(?:fer)?|xfer|fwd|speaker|park|intercom|conf"
    r"|mute),? |hold (?:msg|conf|flash|trans|xfer)"
    r"|(?<!front[ -])(?<!service )(?<!help )desk ?phones?|calling features"
    r"|(?:lift|pick up|replace|put down|set(?:ting)?[- ]up|on|from|using|of) (?:the|your|a|any|each)"
    r" (?:cordless )?handset|(?:desk|cordless|internal|office|dect|display|system) handsets?"
    r"|handset (?:menu|keypad|buttons?|display|volume|codes?|functions?)"
    r"|dreierkonferenz|anklopfen|rufumleitung|tastencodes|r-taste|renvoi d.appel|desv[ií]o de llamadas"
    r"|transfer(?:ring)? (?:a|the|your) calls?|call forwarding|(?:pick up|answer) (?:[\w'’]+ ){0,3}ringing phones?"
    r"|the whole number|tischtelefon"
    r"|telefonanlage (?:bedienen|im haus)|call waiting"
    r"|forward (?:all"
    r"|your) calls|conference "
    r"(?:a|three)|extension (?:list|number)s?|hold key|(?:courtesy|house|lobby|bedside|wall|red) phone|dial (?:the"
    r"|their|an?|his|her) (?:\w+[- ]digit )?extension|call extension \d+|(?:call|dial) x\d{3,5}"
    r"|wait for the (?:dial )?tone,? then (?:dial )?(?:the|their|your) (?:extension|number)|admin mailbox|amtsholung"
    r"|from this "
    r"(?:phone|handset)|wallboard|softphone"
    r"|(?<!to )(?<!with )(?<!for )(?<!our )(?<!live )(?:agents|supervisors|operators|receptionists) (?:press|hit"
    r"|dial)\b"
    r"|(?:agent|supervisor|operator|receptionist)s? (?:(?:can|must|should) (?:press|hit|dial)|presses|hits|dials)"
    r"|lift the receiver|pick up the receiver"
    r"|llamar fuera|llamadas (?:externas|internas)|tel[eé]fono de (?:la|su) habitaci[oó]n|t[eé]l[eé]phone de (?:la"
    r"|votre) chambre"
    r"|(?:gespr[aä]che?|anrufe?|telefonate|telefonieren) nach au(?:ß|ss)en|nach au(?:ß|ss)en (?:telefonieren|anrufen)"
    r"|appels? vers l['’]ext[eé]rieur|llamadas? al exterior|bekannter (?:klappe|durchwahl|nebenstelle)"
    r"|zimmertelefone?n?|llamadas? exterior|external calls|off campus from|(?:department|campus) phones?"
    r"|l[ií]nea exterior|tel[eé]fono interno|poste interne|internen? telefon"
    r"|appels (?:externes|internes)|l'ext[eé]rieur|amtsleitung|nebenstelle|l[ií]nea externa"
    r"|not ready|wrap-?up|side ?car|soft ?keys?|dial(?:ling|ing)? plan|system phones?|supervisor assist|nachtschaltung"
    r"|(?:pause|break|aux|status|log-?(?:in|out|off)|reason|close|closing) codes?|c[oó]digos? de (?:pausa|estado)"
    r"|pausencodes?|codes? de pause|f\d{1,2}(?= (?:and|then|und|y|et|dr[uü]cken)\b|,)"
    r"|(?:press|push|hit) the (?:[\w-]+ )?(?:button|key) [\"“'‘]\w+"
    r"|ligne ext[eé]rieure|vertical service|salir a la calle|(?:pour|para|zum) (?:sortir|salir)|sortir"
    r"|amt holen)\b",
)


MEETING: Final = AnyCase(
    r"\b(?:join (?:the|our) (?:\w+ ){0,2}call|webinars?|meeting number|attendee number|conference (?:call|line"
    r"|bridge|id|code)|dial-?in|participants?"
    r"|un-?mute|mute|raise "
    r"(?:your|a|my) hand|passcode|audio conference"
    r"|earnings call|q ?& ?a session|webcast|(?:join|joining|during|in) (?:a|the|our|your) meeting"
    r"|video ?meetings?|telefonkonferenz|konferenzschaltung)\b",
)


MEETING_PLAIN: Final = AnyCase(
    r"\b(?:meeting id|attendee number|meeting number|share your screen|webinar|un-?mute|participant (?:id|pin)"
    r"|q ?& ?a|earnings call|conference id"
    r"|access code|host (?:pin|key))\b",
)


OTHERS: Final = AnyCase(
    r"\b(?:the person you call|scam(?:s|mers?)?|robo-?calls?|fraudsters?|fraudulent calls?|phish\w*|vishing|smishing"
    r"|crooks?|swindlers?|criminals|answer (?:it )?and press"
    r"|call (?:that )?[\w' -]{2,30} (?:makes|places) to (?:you|your)"
    r"|a recording says\b.{0,80}\btells you to press"
    r"|claim(?:s|ing)? to be|impost[eo]rs?|consumer alert|recording claims|caller id (?:shows|often)"
    r"|spoof\w*|suspicious|calls? (?:the|your) (?:phone|mobile|cell)\b(?! (?:line|shop|store))"
    r"|calls (?:the|your) number|sign(?:ing)?-in by (?:phone|call)|verification call|appels? d.un robot"
    r"|acknowledge by pressing|calls? (?:that |which )?(?:the )?\w+ (?:makes?|places?) to"
    r"|unsolicited|telemarket\w*|con artist"
    r"|(?:we|our \w+|system)(?: may| will| might|'ll)?(?: also)? (?:call|ring|phone)s? "
    r"(?:you|home|(?:the |your )?(?:parents|families|family|home))\b(?! back)|(?:receive|get"
    r"|answer) (?:a|an|our|the|this) (?:automated |recorded |courtesy |reminder )*"
    r"(?:phone )?calls?\b|when (?:we|it|they) calls?|(?:when|if) [^.,;]{2,40} (?:calls|rings"
    r"|phones) you(?! back)|rings my|your phone rings"
    r"|(?:second factor|(?:two|multi)-?factor|mfa)[^.]{0,40}\bcall asks"
    r"|recorded voice"
    r"(?! (?:will |then |now )?(?:offer|answer|ask|greet|giv|list|read|take|tell))"
    r"|collect[- ]call|accept (?:the|a|this) call|a "
    r"(?:caller|man|woman|voice) (?:who |that )?(?:says (?:he|she|they)|claims|pretends)"
    r"|(?:some|any)(?:one|body) (?:calls|phones|rings)"
    r"|on vous appelle (?:de|du|au nom|depuis)|se f(?:ont|ait|aisant) passer|le ha llamado (?:un|una|alguien)"
    r"|diciendo (?:ser|que)|haci[eé]ndose pasar|se hacen? pasar|(?:gibt|geben) sich als"
    r"|alguien (?:lo|la|le|te|os|les) llam[ae]|quelqu['’]un (?:vous|t['’]) ?appelle"
    r"|jemand (?:sie |dich |bei ihnen )?anruft"
    r"|(?!(?:call|phone|ring)(?: us)? and ask (?:for|about|to)\b)"
    r"(?:calls?|called|phones?|phoned|rings?|rang)(?: me| you| us)? and (?:asks?|asked|tells?|told|says?|said)"
    r"|(?:g[eo]ts?|gotten|getting|receiv(?:ed?|es|ing)) (?:an? |the |this |these )?(?:\w+ ){0,2}calls?"
    r" [\"“]?(?:from(?! (?:us|our|me|you)\b)|claiming|saying|that says)|(?:if|when|once) (?:we|they) (?:call|ring"
    r"|phone) you back|beware of (?:this|these|the) (?:\w+ )?calls?"
    r"|calls? from (?:us|our|someone)|outbound|hang up on"
    r"|hang up (?:immediately|at "
    r"once|right away)"
    r"|estafa\w*|timador\w*|arnaque\w*|escrocs?|gauner\w*|betr[uü]g\w*|escroquerie\w*)\b|^hang up\.",
)


SCREEN: Final = AtWord(
    r"\b(?:app|apps|website|web ?site|web ?page|online|on-?screen|screen|browser|sign-?in page|login page|click\w*"
    r"|log(?:ged)? ?in(?! (?:by|over the|via) (?:tele)?phone)"
    r"|(?:ouvrez|ouvrir) (?:une |votre |la )?session|connectez-vous|inici(?:e|ar|a) (?:la )?sesi[oó]n"
    r"|sign(?:ed)? ?in|portal|drop-?down|icon|swip\w+|tap(?! [0-9*#])(?! \w{1,5} on (?:your|the) (?:keypad|phone))"
    r"|tapping|tab|link opens|(?:open|follow|use) the link|web form|checkbox"
    r"|wizard|installer|settings|desktop|laptop|(?<!der )computer|pc|(?<!ihr )(?<!unser )(?<!der )folder"
    r"|spreadsheet|search (?:box|field|bar)"
    r"|release notes|for windows|android|ios|iphone|(?<!get the )(?<!past the )(?<!gets the )(?:chat ?bot|bot)"
    r"|(?:web|live)?[ -]?chat|whatsapp"
    r"|(?:kunden|mitglieder|online|web)portal|[aá]rea de (?:clientes?|socios?)|survey "
    r"form|questionnaire|exam|quiz|playlist|aplicaci[oó]n|pantalla"
    r"|p[aá]gina web|sitio web|appli|l.application|(?:mobile|web|phone) application|application mobile"
    r"|[eé]cran|cliquez|klicken sie|haga clic|espace (?:client|adh[eé]rent|personnel)|[aá]rea (?:de )?clientes?|site "
    r"web|bildschirm|webseite|webportal)\b",
)
FORM: Final = AnyCase(
    r"\b(?:categor(?:y|ies)|priority|severity|status|reason|type|grade|band|size)(?: codes?)? \(1\b"
    r"|\b[a-z] is [2-9](?:,| and) [a-z] is [2-9]\b|\b[a-z], [a-z](?:,? (?:and )?[a-z])? (?:are|is|on|=) (?:on )?[2-9]\b"
    r"|\bwe will select option|\bfill in the (?:\w+ )?form and (?:select|choose)"
    r"|\bmotion to\b|\bpressed \d by (?:accident|mistake)\b|\btick(?:ed)? (?:a|the|off)?\b"
    r"|\bdisposition codes?\b|\bdispositions?\b|\b(?:claim|method) \d|\bsays? \"press|\bread [\"“]press \w+[\"”]"
    r"|\bin the box\b|\b\d+ votes? to \d|\bvotaci[oó]n (?:de|del|sobre)\b|\bgan[oó] la (?:opci[oó]n )?\d"
    r"|\bexample only\b|\byou voted\b|\boption \d (?:in|of) (?:the|our|your) (?:quot\w+|report|proposal|contract"
    r"|budget)\b"
    r"|\b\d+ (?:(?:to|[-–]) \d+|and (?:up|over|more)): option \d"
    r"|\bon the menu (?:this|today|on)\b|\bvotes? electronically\b|\b(?:set|takeaway|lunch|dinner|breakfast|drinks"
    r"|tasting) menus?\b|\bwas (?:rejected|carried|approved)\b|\bayes\b|\bnoes\b"
    r"|\b\d+ (?:votes? )?for, (?:and )?\d+ against\b|\bpress (?:\d|one|two) for (?:this"
    r"|that)\b|\b3 abstain\b|\bdecide between|\babstain\b|\b(?<!number )on your (?:card|badge|bill|letter"
    r"|ticket|form|label)\b|\bon (?:page|form|sheet|line (?=\d)|the (?:form|map|(?<!number on the )(?<!digits on the )"
    r"(?<!code on the )back|screen|ballot))\b"
    r"|\bpage \d",
)
FORM_BEGUN: Final = AnyCase(r"^(?:\W*fixed\b|be (?:selected|chosen) for you)")
"""What is filled in: choices on paper, the reasons of a form, votes."""
OWN_PAGE: Final = re.compile(
    r"\b(?i:in|on|from|of|to|into|open|through|via|dans|sur|en|ouvrez|abra) (?:the |your |votre |su )?"
    r"(?:My|Mon|Ma|Mi|Mein)[A-Z]\w{2,}"
)
"""What people call the page on which they see what is theirs: `in MyChart`."""
PLANNED: Final = AnyCase(
    r"\b(?:(?<!you are )(?<!you['’]re )thinking (?:of|about)|considering|(?<!vous )propos(?:e(?! \d|\W*\d)|es|ed"
    r"|als?|ing)"
    r"(?! (?:l[ae]s?|une?|des?) )"
    r"|(?<!be )(?<!as )planned(?! (?:admissions?|visits?|operations?|procedures?|surgery|maintenance|works?"
    r"|outages?|absences?"
    r"|stays?|treatments?|trips?|travel|leave)\b)|planning to|plans? to"
    r"|not (?:yet )?(?:live|built)|wish ?list|to-?do: |would (?:let|allow|give|offer) (?:callers|people|members"
    r"|customers|residents|us)"
    r"|(?:moved|motion|would like|wants?|hopes?) to add|would (?:lead|hear|say)|nothing installed|you will design"
    r"|if we go ahead|if (?:it|this) (?:is|were) (?:ever )?(?:bought|approved|adopted|agreed)|(?:is|are) to come"
    r"|in phase (?:two|[2-9])|will be delivered"
    r"|(?:callers|customers|people|members|they)\b[^.;]{0,40} would (?:get|hear|have|press|be|find)"
    r"|(?<!that )would be(?! (?:glad|happy|pleased|delighted|lovely|great|nice|grateful|better|good))"
    r"|(?:asks?|asked|asking) for (?:an? )?(?:\w+ )?(?:key|option|button) \d|if the \w+ (?:approves?|agrees?)"
    r"|could be a|(?:we|they|i) (?:may|might|could|hope to|intend to) (?:add|introduce|launch)"
    r"|(?:solution|system|platform|supplier|vendor|contractor|bidder|provider|attendant|ivr) (?:shall|must|has to)"
    r"|(?:anlage|l[oö]sung|anbieter|auftragnehmer) (?:muss|soll)|(?:solution|prestataire|titulaire|standard"
    r"|serveur|installation) (?:doit|devra)"
    r"|(?:soluci[oó]n|sistema|proveedor|adjudicatario) (?:debe|deber[aá])"
    r"|under discussion|until (?:it|this|that)(?:['’]s| is) (?:installed|live|built|in place|ready)"
    r"|\bid[eé]es? (?:pour [^:]{3,20})?:|(?:awaiting|pending) (?:approval|sign-?off)"
    r"|wartet auf freigabe|\bideas?(?: for (?:\w+ ){0,3}[\w.]+)?: |to be decided|might be(?:come)?"
    r"|may be added|not (?:yet )?scheduled|will become|to be (?:added|introduced)|coming soon"
    r"|under consideration|will be (?:added|introduced|launched)|looking (?:at|into) (?:adding|introducing|offering)"
    r"|when (?:we|they) (?:find|get (?:a)?round|have found)|suggestion|suggested (?:that|adding)"
    r"|(?<!be )(?<!are )(?<!then )(?<!next )asked whether|wished for|se propone"
    r"|propuest[ao]|(?<!vous )propos(?:[eé]e|é)|[àa] l.[eé]tude|envisag\w+|geplant|vorgeschlagen"
    r"|(?:agregar|a[ñn]adir|incluir|habilitar) (?:la|una|otra) (?:nueva )?(?:opci[oó]n|tecla)"
    r"|(?:todav[ií]a|a[uú]n) no (?:est[aá] )?(?:autorizad|aprobad|activ|disponible|implementad)\w*"
    r"|ajouter (?:la|une) (?:nouvelle )?(?:touche|option)|pas encore (?:valid|activ|autoris|en service|d[eé]cid)\w*"
    r"|(?:taste|option|ziffer) \d\b[^.;]{0,40} (?:hinzuf[uü]gen|einrichten|anlegen)"
    r"|(?:noch )?nicht (?:umsetzen|umgesetzt|freigegeben|aktiv|freigeschaltet|beschlossen)"
    r"|[uü]berlegt)\b"
)
"""What tells of keys that are not there yet."""


TEXTING: Final = AnyCase(
    r"\b(?:repl(?:y|ies|ying)|respond|responding|text(?! \d[\d-]| \d:)(?:s|ing| messages?| back| us)?|sms|short ?code"
    r"|escrib[ae]n? (?=[0-9*#])|[eé]crivez (?=[0-9*#])|mand[ae]n? (?:la palabra|un (?:texto|mensaje))"
    r"|send(?! (?:some|you|a |an |the |our |help|it\b|them|him|her|us\b|out\b|over|up\b|one\b|crews?|word))"
    r"|message "
    r"us|whatsapp|contestas con|responda|r[eé]pondez|antworten sie|env[ií]e|envoyez)\b",
)
TEXTS: Final = AnyCase(
    r"\b(?:texting|texts|sms|(?<!form )(?<!link )(?<!code )(?<!reply )by text|text (?:messag\w+|alerts?|reminders?"
    r"|us|back|lines?|repl\w+|service|updates?))\b"
)


REPLY: Final = AnyCase(r"\b(?:reply|respond)(?: with)? [0-9](?![\w.-])|\banswer [0-9] for [\"“]")
"""An answer to a message: `reply 1 to confirm`."""


ENTRY: Final = AnyCase(
    r"\b(?:(?:telephone|door|gate|visitor|video) entry|entry ?phones?|intercoms?|interphones?|\w*sprechanlagen?"
    r"|t[uü]rstation|telefonillo|videoportero|portero autom[aá]tico|digicode|call box)\b"
    r"|\b(?:when (?:a|your) (?:visitor|guest|courier)s?|(?:to )?let(?:ting)? (?:some(?:one|body)|(?:a|your|in) \w+) in"
    r"|letting in (?:a|your) \w+|ouvrir [aà] (?:un|vos) visiteurs?|abrir a (?:un|los|sus) (?:visitantes?|visitas?)"
    r"|(?:annehmen|abheben) und [oö]ffnen)\b"
)
"""What a heading is about that calls those who live in a house, and has the keys that they press then."""
VACANT: Final = AnyCase(
    r"(?:(?:(?:derzeit|zurzeit|momentan|aktuell|bisher|gerade|im moment|actuellement|pour l['’]instant|actualmente"
    r"|por ahora|de momento) )?(?:(?:noch )?nicht (?:belegt|vergeben|benutzt|genutzt)"
    r"|(?:n['’]est |ne sont )?pas (?:encore )?(?:attribu|utilis|affect|programm)\w+"
    r"|(?:a[uú]n |todav[ií]a )?no (?:est[aá]n? )?(?:asignad|usad|utilizad)\w+)"
    r"|gone|away|nothing|nowhere(?! to)|invalid\b|not [0-9*#]|unused"
    r"|not (?:used|in use|assigned|offered|available)|spare(?! part)|n/?a|none|free$"
    r"|no (?:action|function|destination)|un(?:assigned|allocated|configured)|(?:nicht|un)belegt|sin (?:uso|asignar)"
    r"|libre$|non attribu[eé]e?|frei$|tbd)\b.{0,80}"
    r"|(?:reserved|vacant|blank|disabled|removed|retired)(?: ?[^\w\s].{0,80}| (?:since|until|from|as|for|at|in|on|by"
    r"|after|while|because|due|now|last|this|and)\b.{0,80})?"
)
HOLDING: Final = AnyCase(
    r"\b(?:press and hold|hold (?:down )?[\"'“‘*]?(?:stop|start|reset|power|enter|shift|program|set)\b"
    r"|hold (?:the|this) [\w ]{1,20}(?:key|button)|hold down|long[- ]press|ctrl|alt\+"
    r"|shift\+|f\d{1,2} key|(?:press|hit|push) f\d{1,2}|press and release|langem druck|lange dr[uü]cken"
    r"|gedr[uü]ckt (?:halten|lassen)"
    r"|mant[eé]n(?:er|ga) (?:pulsad|presionad|apretad)[oa]|maint(?:enez|enir) (?:enfonc|appuy))\b",
)
FORMS: Final = AnyCase(
    r"^\W*(?:\w+ )?rules\W*$|\b(?:house|ground|bus|pool|playground|safety|game) rules\b"
    r"|^\W*(?:invalid|wrong|unassigned|unused|ung[uü]ltige|falsche|touche non pr[eé]vue|tecla no v[aá]lida)"
    r"(?: (?:key|digit|option|entry|input|choice|taste|eingabe)s?)?\W*$"
    r"|\((?:in[ -])?(?:[\w-]+ ){0,2}(?:working|business|calendar) days\)"
    r"|\(in[ -](?:[\w-]+ ){0,2}(?:days|weeks|minutes|hours)\)"
    r"|\b(?:turnaround|lead|processing|delivery) times?\W*$|\bcheck all that apply\b"
    r"|\b(?:invitation to tender|worksheet|example only|souvenez-vous|takeaway|after-call coding|speakerphone"
    r"|what is claimed|exercise [a-z]\b|fieldwork"
    r"|exam(?:ination)?|multiple choice|unit test|short story|set menus?|takeaway|restaurant|keyboard shortcuts"
    r"|cheats|keybinds?|key ?bindings?|glossary|style sheet|register \d|quiz|crossword|(?:train|bus|rail) timetable"
    r"|(?:plan|tariff|package|pricing|subscription|membership|coverage?|meal|pension|investment|repayment|financing"
    r"|finance) options?|price list|form [\w-]+:? (?:instructions|notes)|(?:application|order"
    r"|claim) form|return label|please (?:fill in|complete)"
    r"|request for proposals|contest rules|services agreement|hoja de devoluci[oó]n|formulario|formulaire|bestellschein"
    r"|disposition codes?|agent (?:quick|cheat|desktop) (?:card|sheet|keys)|softkeys?|key control|keys cut)\b"
)
"""What a heading is about that has numbers to choose, and is written."""


PAST_HEAD: Final = AnyCase(
    r"^\W*to[- ]do\b|^\W*(?:version |change |revision )?history\W*$|\bold(?=\W*$|\W*[:(–—-]|,| (?:[\w-]+ )?(?:menus?"
    r"|options?|keys?|(?:phone )?(?:lines?|numbers?|system|tree)|greetings?|versions?|recordings?|lists?|choices|script"
    r"|flow|ivr|attendant|announcement|codes?|setup|layout|routing|pbx|switch|tips|advice|posts?|instructions)\b)"
    r"|\b(?:previous|former|archived?|obsolete|deprecated"
    r"|retired(?! (?:members|teachers|employees|officers|staff|people|players|and|or))|superseded|proposal"
    r"|decommissioned|for discussion|cahier des charges|(?:lasten|pflichten)heft|pliego|(?:call|invitation"
    r"|request) (?:for|to) tenders?"
    r"|got rid of|pulled the plug|scrapped|ditched|vacancy|job advert|used to"
    r"|^\W*(?:pendientes?|por hacer|puntos abiertos|propuestas?|pr[oó]ximamente|descartad[oa]s?|borrador|historial"
    r"|(?:noch )?offen(?:e punkte|e fragen)?|zu erledigen|vorschl[aä]ge|ideen|verworfen|abgelehnt|entwurf|verlauf"
    r"|points? (?:ouverts?|en suspens)|(?:reste )?[aà] faire|[aà] venir|propositions?|brouillon|historique"
    r"|quitad[oa]s?|eliminad[oa]s?|suprimid[oa]s?|retirad[oa]s?|en estudio|pr[oó]xim[oa]s?(?: \([^()]*\)| cambios?)?"
    r"|entfernt|weggefallen|gestrichen|ausblick|geplant|in planung|vorschau|supprim[eé]e?s?|retir[eé]e?s?"
    r"|[aà] l['’][eé]tude|en projet|prochainement|open (?:points|items|issues)|to-?do|rejected|pending"
    r"|(?:bug ?)?fix(?:es|ed)|behoben|corregid[oa]s?|corrig[eé]e?s?)\W*$"
    r"|\b(?:things?|tricks?|what|stuff|ways?)\b.{0,25}\b(?:(?:did|do|does)(?:n['’]t| not)|failed to) (?:work"
    r"|help)\b|\bdo(?:es)? nothing$"
    r"|^\W*roadmap\b|\bno longer (?:valid|current|correct|in use|used)\b|\bnothing (?:below|here"
    r"|of this) (?:exists|is live)"
    r"|^\W*coming (?:in|with) (?!(?:to|from|person)\b)"
    r"|going away|says goodbye|^\W*(?:not yet|to come|some ?day|later)\W*$"
    r"|elimina las?|(?<!minutes[ -][ (])(?<!minutes [–—] )(?<!minutes[ ,:])draft(?! \w{0,10} ?minutes)"
    r"|not in service|not live|planned(?! (?:maintenance|outages?|works?|upgrade))|upcoming"
    r"|proposed (?:\w+ )?(?:menus?|changes?|keys?|options?|phone|call|tree)"
    r"|unreleased|historical?|ideas|wish ?list|backlog|remember when|removed|discontinued|antiguo"
    r"|ancien|alte[sr]?|bis 20\d\d|until (?:\w+ )?20\d\d)\b",
)
"""What a heading says of what stands under it, where that is no more, or not yet."""
DIALLED_THROUGH: Final = AnyCase(
    r"\bif you (?:already )?know (?:your|the) (?:party|person|contact)?(?:['’]s)?s? ?(?:[\w'’-]+ ){0,3}?extension\b"
)
"""What a recording says first, before its menu."""
IF_NO_MORE: Final = AnyCase(
    r"\b(?:if|when|once|si|cuando|quand|wenn|falls|sobald) (?:[^\W\d][\w'’]* ){0,4}(?:no longer|ya no"
    r"|n['’][^\W\d]+ plus|nicht mehr)\b"
)
"""What callers no longer have, of which a key is not."""
ANSWERED: Final = AnyCase(r"\b(?:call|ring|phone|dial)\b.{0,40}\b(?:machine|computer|robot)\b")
"""What says that a call is answered by a machine, which is no thing with keys."""
PORTAL: Final = AnyCase(r"\bportals?\b|\bchat (?:transcript|log|history)s?\b")
"""What is about a page only where something else says so, or tells of it what was written there."""
THINGS: Final = AnyCase(
    r"\b(?:alarms?|alarmes?|alarmanlage|digicode|t[eé]l[eé]vis(?:ion|eur)|thermostats?"
    r"|(?<!\bon the )(?<!\byour )keypads?|panels?|remotes?"
    r"|handsender|fernbedienung|t[eé]l[eé]commande"
    r"|(?:us|operat)ing (?:the |a |your )?(?:[\w-]+ ){0,3}(?:device|machine|unit)"
    r"|laundry|re-?record(?:ing)?|display|clock|error codes?)\b"
)
"""What a heading is about that has keys of its own."""
SCRIPT: Final = AnyCase(
    r"\b(?:ansagetext|ansage f[uü]r|text f[uü]r (?:den |die |das )?(?:anrufbeantworter|ansage|band)"
    r"|texto para el contestador|texte? (?:[aà] enregistrer|de l.annonce|du r[eé]pondeur|del mensaje)|greeting (?:text"
    r"|script)|scripts? (?:for|of) (?:the|a|our|re-?record\w*)|(?:phone|voice|ivr|announcement|prompt|recording)"
    r" scripts?)\b"
)
"""What stands over the words of a recording."""
DISHES: Final = AnyCase(
    r"\b(?:set|take-?away|dinner|breakfast|brunch|drinks|wine|dessert|tasting|kids['’]?|children['’]s|bar|cocktail"
    r"|school) menus?\b|\bmen[uú] (?:del d[ií]a|infantil|degustaci[oó]n|du jour|enfants?|d[eé]gustation)\b"
    r"|\b(?:mittags|tages|kinder|abend|fest)men[uü]s?\b"
)
"""The menus of a kitchen."""
