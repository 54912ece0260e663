"""What is no phone menu, though it names keys: other devices, other people's calls, data entry, and what is past."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.agents import AGENTS, WORKPLACE
from ivr.prose.anycase import AnyCase, AtWord
from ivr.prose.barring_words import CALLS_YOU
from ivr.prose.guard_words import (
    ANSWERED,
    DEVICE,
    DIALLED_THROUGH,
    DISHES,
    ENTRY,
    FORM,
    FORM_BEGUN,
    FORMS,
    HOLDING,
    IF_NO_MORE,
    MEETING,
    MEETING_PLAIN,
    MESSAGES,
    OTHERS,
    OWN_PAGE,
    PAST_HEAD,
    PBX,
    PLANNED,
    PORTAL,
    REPLY,
    SCREEN,
    SCRIPT,
    TEXTING,
    TEXTS,
    THINGS,
    VACANT,
    VOICEMAIL,
)
from ivr.prose.rating_words import RATED, RATING

_PHONE: Final = AtWord(
    r"\b(?:call(?:s|ed|ing|ers?)?|phone|telephone|robot|(?:same|this|that|our|the) number|mismo n[uú]mero"
    r"|m[eê]me num[eé]ro|gleichen? nummer|dial(?:ling|ing|s)?|hotline"
    r"|helpline|ivr|svi|automated|recording|recorded|greeting|voice prompts?"
    r"|(?:phone |main |voice )?menus?|prompts?|operator|answered|ring|(?:help|hot|phone|toll[- ]free|main|customer"
    r"|our|the|this|same|support|service|status|public|order|claims|business) ?lines?|hear|announcement|switchboard"
    r"|toll|tel|touch-?tone|keypad"
    r"|llam\w+|tel[eé]fono|men[uú]|grabaci[oó]n|l[ií]nea|appel\w*|t[eé]l[eé]phone|standard|serveur vocal|ligne"
    r"|anruf\w*|telefon\w*|rufen|hotline|ansage(?:text)?|rufnummer|durchwahl|sprach(?:computer|dialog\w*)"
    r"|representative"
    r"|agent)\b",
)
_CALLS: Final = AtWord(
    r"\b(?:call(?:s|ed|ing|ers?)?|dial(?:ling|ing)?|phone|telephone|hotline|ring|llam\w+|appel\w+|anruf\w*|rufen"
    r"|line)\b",
)


def speaks_of_texting(words: str) -> bool:
    """Whether words are about messages, whose answers are no keys."""
    return TEXTING.search(words) and (not _CALLS.search(words) or REPLY.search(words))


_REFUSED: Final = (
    r"(?:told|says?|said|heard?|hears) (?:that )?(?:it|that|(?:the|this|that) (?:option|key|choice|number))"
    r"(?:['’]s| is| was) (?:invalid|not (?:recogni[sz]ed|valid)|unavailable)"
)
"""What callers hear of a key that a menu does not have."""
_PAST: Final = AnyCase(
    r"\b(?:used to|was (?:option|key)|formerly|no longer(?! (?:(?:have|has) to )?(?:wait|tie|hold|queue|block"
    r"|listen|own|drive|live|work for)s?\b)|not any ?more|any ?more|(?:was|were|been|is|are|being|got"
    r"|gets) (?:now |finally "
    r")?(?:removed|retired|discontinued|withdrawn|disabled|dropped|replaced|deleted|abolished|switched off|taken "
    r"(?:out|off)|out of (?:service|use)|gone|phased out)|previously|in the (?:past|old days)"
    r"|until (?:recently|20\d\d|last|(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)(?! (?:[1-9]|[1-3]\d)(?:st|nd|rd|th)?\b(?!,? (?:\d{4}|(?:\w+ )?\w+ed|(?:\w+ )?(?:was|were|had))\b)))"
    r"|back in 20\d\d|(?:does|do|did) ?n[o']t work|(?:does|do|did) not work|doesn't do anything|does nothing"
    r"|(?:message|recording|menu|greeting|voice|announcement)(?: for [^.;]{1,30})? still (?:says|tells|offers|mentions"
    r"|asks|lists)"
    r"|(?<=\) )withdrawn|retired(?! \w{3,}s\b| (?:and|or|staff|people|personnel))|removed|obsolete|deprecated|dropped"
    r"|former (?:options?|keys?|menus?)|once was|(?:we |i |they )?took out (?:key|option|the)"
    r"|(?:took|taken|taking) away (?:key|option|choice)|no more [\"“'‘«]?(?:press(?:ing)?|options?|keys?)"
    r"|schluss mit|nie wieder|plus (?:de |jamais de )?(?:« ?|[\"“])(?=\w)|finis? (?:les? |la )?(?:« ?"
    r"|[\"“])(?=\w)|adi[oó]s al?"
    r"|old (?:option|key) \d|(?<!though it )(?<!if it )(?<!if you )(?<!if they )had been|originally"
    r"|\bthe (?:old|former|previous) (?:phone )?(?:system|menu|tree|greeting)\b[^.]{0,40}\b(?:asked|had|told|made)"
    r"|(?:the|our) (?:old|former|previous) (?:(?:phone )?(?:menu|tree)|one|recording|greeting)"
    r" (?:was|went|offered|said)"
    r"|(?:unmapped|unassigned|undefined|unused) (?:keys?|digits?|options?|buttons?) \(?(?=[0-9*#])"
    r"|(?:on|of) the old (?:line|number|system)|like the old|(?:was|were) told to|hatte noch|f[uü]hrten? (?:die|der)"
    r"|(?:alten?|fr[uü]heren?|vorigen?) (?:ansage|men[uü]|telefonmen[uü]|bandansage|anlage)"
    r"|(?:quitar|eliminar|suprimir|retirar) la (?:viej[ao] |antigua )?(?:opci[oó]n|tecla)|vieja (?:opci[oó]n|tecla)"
    r"|(?:supprimer|retirer|enlever) (?:la|l['’]) ?(?:ancienne )?(?:touche|option)|ancienne (?:touche|option)"
    r"|alten? (?:taste|ziffer|option)|ancien(?:ne)? (?:annonce|menu|message vocal|accueil|serveur|standard)"
    r"|antigu[ao] (?:locuci[oó]n|grabaci[oó]n|men[uú]|mensaje|centralita|sistema)"
    r"|(?:the|an|our|your|my) old (?:fridge |wallet "
    r"|phone )?(?:guide|menu|page|leaflet|card|list|magnet|sticker|poster|brochure|flyer)"
    r"|(?:in|not (?:an? )?)valid (?:choice|entry|option|selection)|choix (?:incorrect|invalide)"
    r"|ung[uü]ltige (?:eingabe|auswahl)"
    r"|(?:option|choice|key) is (?:not|no longer) available"
    rf"|{_REFUSED}"
    r"|nothing happened|stopped working|(?:flyer|leaflet|card|sticker|letter|poster|brochure)s? from (?:19|20)\d\d"
    r"|say(?:s|ing)? goodbye to|got rid of|switched it off|shut (?:the|it) down|se acab[oó]|n['’](?:existe(?:nt)?"
    r"|y a) plus|the old [\"“]|no longer exist|anciennes mentions|deja(?:n"
    r"|r[aá]n?)? de existir|antigu[ao]s? opci[oó]n|ya no|hasta (?:el|hace)|ten[ií]an? que|hab[ií]a que|ha eliminado"
    r"|bis vor kurzem|jahre lang|mussten sie"
    r"|il y a (?:\w+ )?(?:ans?|mois) c['’][eé]tait|c['’][eé]tait (?:la|le) (?:touche|\d)|era (?:la|el)"
    r" (?:opci[oó]n|tecla|\d)|jusqu.[aà] (?:r[eé]cemment|l.an)|il fallait"
    r"|antes (?:era|se|el|con)"
    r"|(?:lo|la) (?:sacaron|quitaron|eliminaron)|on l['’]a (?:supprim|retir|enlev)[eé]e?|dej[oó] de|eliminad[ao]"
    r"|n'est plus|ne fonctionne plus|supprim[eé]e?|auparavant|nicht "
    r"mehr|fr[uü]her|ehemals|bisher|entf[aä]llt|entfernt|weggefallen|abgeschaltet|swapped|renumbered|stays silent"
    r"|reserved|unused|not (?:yet )?(?:in use|used|assigned|active))\b",
)
_ROOMS: Final = AnyCase(r"\b(?:meeting|conference) room")
_ENTERING: Final = AnyCase(
    r"\b(?:enter(?:ed|ing)?|key(?:ed|ing)? (?:it |them |this |that )?in|typ(?:e|ed|ing)|input|punch in"
    r"|followed by|mistype\w*|make an? (?:error|mistake)|clear what you|ending (?:with|in)|end "
    r"(?:with|it with)|finish(?:ed)?|when (?:you(?:'re| are) )?done|complete|confirm with"
    r"|after (?:the|your) (?:number|pin|code|id|entry)|digits?|ingres[ae]|introduzca|tecle(?:e|ar) (?:su|los|el|la)"
    r"|seguido de|seguida|termin[ae]\w*|finali[cz]\w+"
    r"|saisi\w+|entrez|suivi|composez(?:-l[ae]s?| votre)|inscri(?:re|vez)|geben sie|eingeben|eingabe|best[aä]tigen"
    r"|gefolgt|abschlie\w+|schlie(?:ß|ss)en sie|(?:after )?each (?:entry|one|item|figure)|asks? for each"
    r"|request for (?:your|a)|asks? (?:you )?for (?:your|an?|the)|decimal|join|account number|pin\b"
    r"|passcode|card number)",
)
_RESTARTS: Final = AnyCase(
    r"\W*(?:start (?:again|over)|(?:go|return) (?:back )?to (?:the )?\w+ ?menu|go back|main menu)\b"
)
_CHANNELS: Final = AnyCase(
    r"\b(?:options? for (?!call|phon|reach|dial|ring)[a-z]+ing|(?:options?|ways?|choices) (?:for|of"
    r"|to) (?:pay|paying|payment|delivery|travel)"
    r"|you have (?:\w+ )?(?:options|choices)|ways|way(?= (?:to|of|you)\b)|plans?|packages?|choices? of|payment options"
    r"|delivery options|route|designs?|versions?(?! v?\d)|bundles?|tiers?(?! payant)|courses?|formas de|moyens"
    r"|tarife?)\b",
)
_MENU: Final = AnyCase(
    r"\b(?:menus?|ivr|svi|call flow|(?:customer|member|patient|service|support|order|client|access) lines?"
    r"|hotline|(?:on|by|with|from) (?:the|your) (?:tele)?(?:phone )?keypad|phone tree|call tree|auto[- ]?attendant"
    r"|men[uú]s?|telefon(?:men|ansage|assistent|computer|service)\w*"
    r"|sprach(?:men|computer|system|assistent|dialog)\w*|serveur vocal|standard t[eé]l[eé]phonique|centralita)\b",
)
_OWN_MENU: Final = AnyCase(
    r"\b(?:handset|installer|engineer(?:ing)?|set-?up|settings|configuration|programming|on-?screen|display"
    r"|boot|bios) menus?\b"
)
"""The menu of a thing with a screen of its own."""
_TASK: Final = AnyCase(
    r"^turn (?:the|a) (?:knob|handle|dial|key)\b|^get (?:out|an? (?:outside|external) line)(?:$|,)"
    r"|^(?:make )?(?:an? )?(?:local|long[- ]distance|outside|outgoing|internal|external)(?: (?:phone )?calls?)?$"
    r"|^llamadas locales$|^(?:an )?outside(?: line)?$"
    r"|^appels locaux$|^ortsgespr[aä]che?$|^let (?:an?|your|the) (?:guests?|visitors?|driver|courier) in\b"
    r"|^(?:ayes|noes)$|^(?:leur|lui) ouvrir\b|^(?:let|buzz) (?:them|him|her|visitors|people) in\b|\bticked\b"
    r"|^be (?:selected|chosen) for you|^(?:open|ouvrir|abrir|[oö]ffnen|intercom)$|\block ?box\b|^(?:test|check"
    r"|verify) *$|^(?:hear|listen to|play|delete|save) (?:a|the|this|your) message$"
    r"|\b(?:(?:update|re-?record|change) the (?:recording|greeting|message|prompt)"
    r"|(?:dis)?arm the|false alarm|defrost\w*|set the (?:clock|timer)|(?:next|previous) slide|blank the screen"
    r"|start a call|turn (?:up|down) the volume|raise your hand|ice cream|print (?:a|the|your) (?:ticket"
    r"|receipt)|(?:open|unlock) the (?:front |main |garage |street )?(?:gate|door|barrier)|let (?:them|him|her"
    r"|someone|visitors|(?:a|the) visitor) in|select input)\b",
)
_LINES: Final = AtWord(
    r"\b(?:ivr|robot|hotline|helpline|automated|announcement|greeting|record(?:ing|ed)|prompts?|switchboard|operator"
    r"|representative|phones?|telephones?|customer (?:service|care|support)"
    r"|contact|thank you for calling|you have reached|gracias por llamar|vous [eê]tes (?:bien )?(?:au|chez|en ligne)"
    r"|willkommen bei|sie sind verbunden|servicio al cliente|atenci[oó]n al cliente|service client|kunden(?:service"
    r"|dienst)|tel[eé]fono|t[eé]l[eé]phone|telefon\w*)\b",
)
_PLACES: Final = AtWord(
    r"\b(?:elevators?|lifts?|ovens?|kiosks?|atms?|cash ?machines?|microwaves?|vending|pumps?|turnstile|intercom|aufzug"
    r"|fahrstuhl|\w*automat(?:en)?|ascensor(?:es)?|cajeros?|bornes?|ascenseurs?|projectors?|tablets?|i-?pads?"
    r"|touch ?screens?)\b",
)
_EXTENSIONS: Final = AnyCase(r"\bextensions?\b|\bdurchwahl")
REMEMBERED: Final = 2048
"""Texts whose meaning is kept: the lines of a menu are asked about the same lead, and its keys about one sentence."""
LASTING: Final = frozenset(("device", "pbx", "meeting", "screen", "voicemail", "rating", "called"))
"""What goes on being spoken of for the rest of a paragraph."""


@lru_cache(maxsize=REMEMBERED)
def speaks_of_lines(text: str) -> bool:
    """Whether a text has plainly to do with a line that people call."""
    return bool(_CALLS.search(text) or _LINES.search(text))


@lru_cache(maxsize=REMEMBERED)
def speaks_of_places(text: str) -> bool:
    """Whether a text is about something with keys that people stand before."""
    return bool(_PLACES.search(text))


@lru_cache(maxsize=REMEMBERED)
def speaks_of_screens(text: str) -> bool:
    """Whether a text has its reader open an app or a page, and tells of no call."""
    return bool(SCREEN.search(text)) and not _CALLS.search(text)


@lru_cache(maxsize=REMEMBERED)
def speaks_of_pages(text: str) -> bool:
    """Whether a text names an app or a page, whatever else it says."""
    return SCREEN.search(text)


def device_told(topic: str) -> str:
    """Give a topic that says on which device something is done: `heavy on the panel`; nothing for any other."""
    return topic if _ON_DEVICE.search(topic) else ""


@lru_cache(maxsize=REMEMBERED)
def speaks_of_offices(text: str) -> bool:
    """Whether a text is about the telephones in a house, and not about a line that callers dial."""
    return bool(PBX.search(text))


@lru_cache(maxsize=REMEMBERED)
def speaks_of_phones(text: str) -> bool:
    """Whether a text has to do with telephoning."""
    return bool(_PHONE.search(text))


@lru_cache(maxsize=REMEMBERED)
def speaks_of_devices(text: str) -> bool:
    """Whether a text is about a device, and tells of no call."""
    return DEVICE.search(text) and not _CALLS.search(text)


@lru_cache(maxsize=REMEMBERED)
def speaks_of_calls(text: str) -> bool:
    """Whether a text tells its reader to call."""
    return bool(_CALLS.search(text))


_PUT: Final = re.compile(r"Q\d*[.:)] ")
"""How begins what somebody asks."""


@lru_cache(maxsize=REMEMBERED)
def about_something_else(heading: str) -> str:
    """Name what a heading, or the first words of a document, is about, where that is no phone menu."""
    if WORKPLACE.search(heading):
        return "agents"
    if _MENU.search(DISHES.without(heading)) and not PAST_HEAD.search(heading):
        return "device" if _OWN_MENU.search(heading) else ""
    if _EXTENSIONS.search(DIALLED_THROUGH.without(heading)):
        return "pbx"
    asks = heading.rstrip().endswith("?") or _PUT.match(heading) is not None
    if SCRIPT.search(heading):
        return ""
    for name, pattern in (
        ("form", FORMS),
        ("form", DISHES),
        ("voicemail", VOICEMAIL),
        ("entry", ENTRY),
        ("device", DEVICE),
        ("pbx", PBX),
        ("pbx", _ROOMS),
        ("meeting", MEETING),
        ("past", PAST_HEAD),
        ("others", OTHERS),
        ("device", THINGS),
    ):
        if pattern.search(heading) and not (name == "device" and (asks or ANSWERED.search(heading))):
            return name
    return "screen" if SCREEN.search(PORTAL.without(heading)) else "text" if TEXTS.search(heading) else ""


@lru_cache(maxsize=REMEMBERED)
def barred(around: str, topics: str, key: str, *, called: bool) -> str:  # noqa: PLR0911 -- one for each reason
    """Say why a key in a sentence is none of a phone menu; `around` is the sentence without what the keys are for.

    `called` says that the sentence itself tells to call a number.
    """
    bars = _bars_in(_FORMERLY.without(around) if "(" in around else around)
    entered = key in "*#" and not _RESTARTS.match(topics)
    if entered and ("entering" in bars or _ENTERED.search(topics) or _ENTERS.match(topics)):
        return "entry"
    if _CONFIRMED.match(topics) or "after" in bars or _AFTER_ENTRY.search(topics):
        return "entry"
    if _TO_COME.search(topics):
        return "planned"
    if CALLS_YOU.search(topics):
        return "called"
    if RATED.search(topics):
        return "rating"
    if VACANT.fullmatch(topics.strip(" .()*")) or _PAST.match(topics) or _WAS.search(topics):
        return "past"
    for name, pattern, of_topics in _ALWAYS if called else (*_ALWAYS, *_UNLESS_CALLED):
        if name in bars or (of_topics and pattern.search(topics)):
            return name
    device = _TASK.search(topics) or _ON_DEVICE.search(topics)
    if called or not (device or VOICEMAIL.search(topics)):
        return ""
    return "device" if device else "voicemail" if "messages" in bars or MESSAGES.search(topics) else ""


@lru_cache(maxsize=REMEMBERED)
def _bars_in(around: str) -> frozenset[str]:
    """Name all that a sentence speaks of, whichever of its keys is asked about."""
    patterns = ((name, pattern) for name, pattern, _ in _GUARDS)
    more = (("entering", _ENTERING), ("after", _AFTER_ENTRY), ("messages", MESSAGES), ("form", FORM_BEGUN))
    around = IF_NO_MORE.without(around)
    return frozenset(name for name, pattern in (*patterns, *more) if pattern.search(around))


def is_said_of_places(around: str) -> bool:
    """Whether all that may speak of a device is a word that a line's own menu may have in it: `gate`, `ZIP code`."""
    return DEVICE.search(around) and not DEVICE.search(_LIGHT.sub(" ", around))


_LIGHT: Final = re.compile(
    r"\b(?:zip code|(?:answering|\w+['’]s) machine"
    r"|(?:a|the|our) (?:machine|robot|computer)(?= (?:(?:only|just|now|then) )?(?:knows?|answers?|picks?|asks?|says?"
    r"|offers?|tells?"
    r"|takes? over|comes? on|greets?|is on))|terminal|gate(?=[,)])|radio(?=[,)]))\b",
    re.IGNORECASE,
)
_WAS: Final = AnyCase(
    r"\b(?:unmapped|unassigned|undefined|unused)$|(?<!\bis )(?<!\bare )(?<!being )\bused$|\b(?:was|were"
    r"|used to be) (?:formerly|previously|once)\b"
    rf"|(?:in|not (?:an? )?)valid (?:choice|entry|option|selection)\b|\b{_REFUSED}\b"
    r"|^(?:back )?(?:on|in|with) (?:the|their|our) (?:old|former|previous) (?:\w+ )?(?:line|number|menu|system)\b"
)
_FORMERLY: Final = AnyCase(
    r"\((?:this |it |they |that )?(?:previously|formerly|was|used to|until|antes|anteriormente|avant|auparavant"
    r"|fr[uü]her|vormals|bisher|vorher)\b[^()]*(?:\)|$)"
)
_TO_COME: Final = AnyCase(
    r"^(?:might|may|could) be (?:for|to)\b|\bwill (?:(?:come|follow) (?:in|with|later|soon)|go live)\b"
    r"|\b(?:is|are) (?:planned|to (?:be decided|come|follow)|not (?:there|live|ready) yet)\b|\bgo(?:es)? live\b"
    r"|\b(?:been|is|are|was|were) (?:deferred|postponed|put off)\b|\bwill be (?:added|introduced|launched)\b"
)
_AFTER_ENTRY: Final = AnyCase(
    r"^(?:the )?digit(?: is (?:an? )?\d)?$|\bif (?:we ask for )?the (?:\w+ (?:and \w+ )?)?digit\b|\benter (?:it"
    r"|them|the \w+|your (?:code|pin|time)) (?:as\b|and press\b)"
)
_CONFIRMED: Final = AnyCase(
    r"(?:yes|no|ja|nein|oui|non|s[ií]|confirm(?:ar|er)?|valid[ae]r|(?:zu )?best[aä]tigen)(?:[.,;]|$)|(?:(?:this|that"
    r"|it|the \w+|your \w+|what you entered)(?: number)? )?(?:is|was|are)? ?(?:in)?correct\b"
    r"|what you (?:hear|heard) is (?:right|correct)|(?:that|this|it)(?: is|['’]s) (?:right|wrong)$"
    r"|you want to (?:re-?)?enter (?:it|them)|it read (?:it|them) back (?:right|correctly)"
    r"|(?:the |your )?(?:\w+ )?(?:number|amount|date|address|name) (?:is|was) (?:right|wrong)$"
    r"|(?:your |the )?answer is (?:yes|no)\b"
    r"|[ap]\.?m\.?$|(?:try again|re-?enter|enter (?:it|a different|another(?: (?:pin|code|passcode|password))?$)"
    r"|correct it)\b|(?:es|est|ist) (?:correct[oa]?|richtig)\b"
)
"""What a key is for that confirms what a caller has entered."""
_ENTERS: Final = AnyCase(r"(?:enter|type|key in|input|dial(?!-by)|ingres|introdu|saisi|geben)")
_ON_DEVICE: Final = AnyCase(
    r"\bon (?:the|a|your) (?:\w{1,20} ){0,2}(?:machine|kiosk|screen|remote|panel|pump|meter|wallboard|pedestal|badge"
    r"|form|keypad (?:next|beside|by|at|on))\b"
    r"|\b(?:an der|am|bei der|beim|auf dem|[aà] la|au|sur l[ae]|en (?:el|la)) (?:waage|\w*automaten?|kasse|schranke"
    r"|display|ger[aä]t|borne|distributeur|horodateur|bo[iî]tier|kiosco|cajero|m[aá]quin\w+|telefonillo)\b"
    r"|^bo[iî]tier\b|^(?:silence|hush)\b|^(?:reset|rewind) (?:it|the)\b"
    r"|^(?:choose|select|open|go to|click|tap) (?:the )?(?:settings|preferences|tools|options menu)$"
)
_ENTERED: Final = AnyCase(
    r"^(?:you )?mis-?type|^clear\b|^(?:zu )?(?:corriger|corregir|rectificar|korrigieren)$|\bcomposez-l[ae]s?\b"
    r"|\b(?:die eingabe|la saisie|la captura)\b|^ends? (?:of )?(?:an?|the|your|each) entry\b|\benter \d"
    r"|\bis (?:entered|typed|keyed)\b|\b(?:enter|key in|type) (?:the|your|an?|its|how)\b"
    r"|^(?:.{0,30}\b(?:saisir|valider|suivi|al terminar)|termin[ae]|finali[cz]|finish)|\b(?:join"
    r"|finish\w*|done|your (?:pin|id|number)|decimal|(?:attendee|participant|member|account"
    r"|conference|claim|id) (?:number|id|code))\b"
)
_ALWAYS: Final = (
    ("past", _PAST, False),
    ("planned", PLANNED, False),
    ("held", HOLDING, False),
    ("meeting", MEETING_PLAIN, False),
    ("others", OTHERS, False),
    ("pbx", PBX, True),
    ("pbx", AGENTS, True),
    ("rating", RATING, False),
    ("form", FORM, False),
)
"""What is no phone menu; the last says whether what the keys are for may show it, too."""
_UNLESS_CALLED: Final = (
    ("device", DEVICE, False),
    ("screen", SCREEN, False),
    ("screen", OWN_PAGE, False),
    ("text", TEXTING, False),
    ("voicemail", VOICEMAIL, False),
    ("pbx", _ROOMS, False),
)
"""What is none where nobody is told to call."""
_GUARDS: Final = (*_ALWAYS, *_UNLESS_CALLED)


@lru_cache(maxsize=REMEMBERED)
def lists_ways(text: str) -> bool:
    """Whether options by number are ways, plans or the like, and no keys."""
    return bool(_CHANNELS.search(text)) and not _MENU.search(text) and not _DIALLED.search(text)


_DIALLED: Final = AnyCase(r"\bwhen (?:you|they|people|callers) (?:call|dial|ring|phone)\b")
"""What says of choices that callers have them."""
