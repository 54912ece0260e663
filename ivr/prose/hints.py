"""What lines and whole documents say of whether they tell of a phone menu at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ivr.prose import guards
from ivr.prose.anycase import AnyCase, AtWord
from ivr.prose.guard_words import OTHERS, PLANNED
from ivr.prose.guards import REMEMBERED
from ivr.prose.words import NAMES

_ANNOUNCED: Final = re.compile(
    r"\b(?:for|to|if|pour|para|si|f[uü]r|wenn|m[oö]chten sie|w[uü]nschen sie) [^.;:]{3,80}[,;] (?:please )?(?:press"
    r"|tapez|appuyez|faites"
    r"|composez|pulse|oprima|marque|presione|dr[uü]cken|w[aä]hlen)\b"
    r"|\b(?:f[uü]r|bei|in) (?:\w+ ){1,5}(?:dr[uü]cken|w[aä]hlen) sie\b"
)


_ANSWERING: Final = AnyCase(
    r"\b(?:menus?|recordings?|recorded|voices?|prompt(?:s|ed)?|greeting|keypad|picks? up|tape|welcome|switchboard"
    r"|ivr|svi|phone tree|asked)\b"
)


def tells_of_answering(words: str) -> bool:
    """Whether words tell of what answers a call: a menu, a recording, a voice."""
    return _ANSWERING.search(words)


def sounds_announced(texts: Iterable[str]) -> bool:
    """Whether documents have what only the recording of a phone line says: `To hear this again, press 9`, twice.

    `Press 1 for billing` says as much, where nothing tells of a thing with keys.
    """
    every = list(texts)
    asking = [small for text in every if _ASKING.search(small := text.lower())]
    found = (one for text in asking for one in _ANNOUNCED.finditer(text))
    if next(found, None) is not None and next(found, None) is not None:
        return True
    asked = sum(len(_OFFERED.findall(text)) for text in asking)
    return asked > 1 and not any(map(speaks_of_things, every)) and not any(map(guards.speaks_of_places, every))


_ASKING: Final = re.compile(r"press|tapez|appuyez|faites|composez|pulse|oprima|marque|presione|dr[uü]cken|w[aä]hlen")
"""What both of these have in them; most texts do not."""
_OFFERED: Final = re.compile(
    r"\b(?:press|pulse|oprima|marque|presione|tapez|appuyez sur|faites|dr[uü]cken sie) (?:le |la |el |die )?\d"
    r" (?:for|to (?:speak|talk|reach|pay|report|make|book)|if you|para|pour|f[uü]r|wenn)\b"
)
"""How a line of a menu offers what a key is for."""
_AGENDA: Final = AtWord(
    r"\b(?:con una? (?:cruz|x|aspa)|(?:with|mit) (?:an?|einem) (?:x|cross|kreuz)|d['’]une croix"
    r"|cochez|ankreuzen|ziffer eintragen|fill in|tick (?:one|a|the)|write the number"
    r"|(?:check|mark|circle|tick) (?:all|any|each|one) (?:that|which|box|of)|circle (?:a|one|the|your)"
    r"|top (?:three|five|ten|\d+) (?:reasons|questions|tips|things)|reasons (?:why )?\w+ (?:call|phone|ring)"
    r"|(?:last|first|final) digits? (?:of|in) (?:the|your)"
    r"|(?:correct|right|proper) (?:form|box)|key control|keys cut|agenda"
    r"|minutes of|meeting of|apologies|order of business|tagesordnung|ordre du jour"
    r"|orden del d[ií]a|draft|entwurf|brouillon"
    r"|borrador|superseded|old menu|former menu|unreleased|cut before|do not (?:record|publish)|scrapped)\b"
)
"""What stands above lists whose numbers are no keys, or not yet, or no longer."""


def invites(texts: list[str], first: int) -> bool:
    """Whether a document invites to a call of many, which one enters with a code that its first texts name."""
    return any(map(_MEETING_CODE.search, texts[:first])) and any(map(_JOINING.search, texts))


def reports_calls(texts: list[str]) -> bool:
    """Whether a document is about calls that people get: reminders, announcements, or fraud."""
    if any(map(_CALLED_UP.search, texts[:_FIRST])):
        return True
    found = (one for text in texts if _CALLED_UP.search(text) for one in _CALLED_UP.spans(text))
    return next(found, None) is not None and next(found, None) is not None


_FIRST: Final = 2  # blocks at the beginning of a document that say what it is about
_CALLED_UP: Final = AtWord(
    r"\b(?:scams?|robo-?calls?|(?:fake|hoax|bogus|fraud(?:ulent)?|nuisance) (?:phone )?calls?|caller reports"
    r"|telemarketer|(?:it['’]s|it is|this is|that['’]s) (?:an? )?(?:fake|scam|fraud|hoax|con)|pay (?:by|with"
    r"|in) gift cards?"
    r"|(?:got|had|received) (?:the same|an? (?:odd|strange|weird|recorded|automated)) (?:phone )?calls?"
    r"|reminder calls?|outbound call|outgoing call|automated call script|caller id shown|our system calls"
    r"|(?:we|it|they) (?:can |will |may )?call you\b(?! back)|your (?:own )?phone rings"
    r"|signing in with a phone call"
    r"|llamadas falsas|estafas?|(?:llamada|gui[oó]n de la llamada) de recordatorio|llamada saliente|n[uú]mero mostrado"
    r"|le llamamos de|suplantad[oa]|no pulse ninguna"
    r"|faux appels|arnaques?|rappel automatique|num[eé]ro affich[eé]|votre t[eé]l[eé]phone sonne|ne tapez rien"
    r"|warnt: anrufe|betrugsanrufe?|betr[uü]ger\w*|gef[aä]lscht\w*"
    r"|erinnerungsanruf\w*|ihr telefon klingelt)\b"
)
"""What is told of calls that others make."""


@lru_cache(maxsize=REMEMBERED)
def is_of_others(text: str) -> bool:
    """Whether a text is about calls that others make, and nothing else that has keys."""
    return OTHERS.search(text) and guards.barred(text, "", "1", called=True) == "others"


def names_others(text: str) -> bool:
    """Whether a text names those who make calls to trick people."""
    return OTHERS.search(text)


def opens_page(before: str) -> bool:
    """Whether the words before a sentence have its reader open a page by its address."""
    return bool(_ADDRESS.search(before))


_ADDRESS: Final = re.compile(
    r"\b(?:go to|visit|open|log (?:in|on) (?:at|to)|vaya a|entre en|allez sur|gehen sie auf|[oö]ffnen sie)"
    r" (?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)+[^ ]*\s*$",
    re.IGNORECASE,
)


def leads_to_content(text: str) -> bool:
    """Whether a text is but a link over the menu of a page."""
    return _SKIPPING.match(text)


_SKIPPING: Final = AnyCase(
    r"(?:skip|jump|go) to (?:the )?(?:main )?(?:content|navigation)|zum inhalt|aller au contenu|ir al contenido"
)
_JOINING: Final = AtWord(
    r"\b(?:meetings?|conferences?|webinars?|bridge|dial-?in|participants?|host|join(?:ing)?|un-?mute|mute|call of)\b"
)
_MEETING_CODE: Final = AnyCase(
    r"\b(?:code \d{5,}|access code|meeting id|conference id|host pin|participant code|webinar id)\b"
)


@lru_cache(maxsize=REMEMBERED)
def lists_no_menu(lead: str) -> bool:
    """Whether what stands above a list says that it is an agenda, or a menu that is not in use."""
    return _AGENDA.search(lead) or PLANNED.search(lead) or _ANSWERED_BY_TEXT.search(lead)


@lru_cache(maxsize=REMEMBERED)
def is_answered_in_writing(below: str) -> bool:
    """Whether what stands below a list has its reader send one of its numbers as a message."""
    return _ANSWERED_BY_TEXT.search(below)


def leads_to_no_menu(above: str) -> bool:
    """Whether the line right over a list tells of a device, or has its reader send a message."""
    if guards.speaks_of_devices(above):
        return True
    return above.endswith(":") and (guards.speaks_of_texting(above) or _TEXT.search(above[above.rfind(". ") + 1 :]))


_TEXT: Final = AnyCase(r"\b(?:you (?:can|may) (?:also )?|to )(?:text|message|whatsapp)\b")


def is_agenda(before: str) -> bool:
    """Whether the words before a row of numbers say that it is an agenda."""
    return _AGENDA.search(before)


_ANSWERED_BY_TEXT: Final = AnyCase(
    r"\byou(?:['’]ll| will)? (?:get|receive) an? (?:text|sms)\b|\breply to (?:the|our|this) (?:text|sms)\b"
    r"|\b(?:reply|respond|text back|contesta|responde|responda|r[eé]pond(?:s|ez)|antworten? sie|antworte)"
    r"(?: \w+)? (?:with|con|par|avec|mit) (?:a |an |the |one |un |el |la |une? |der |einer )?"
    r"(?:number|n[uú]mero|chiffre|num[eé]ro|zahl|nummer|ziffer)s?\b"
    r"|\b(?:m[aá]nd[ae]n?os|env[ií][ae]nos|escr[ií]b[ae]nos|(?:[eé]crivez|envoyez)-nous|(?:schreib|schick"
    r"|send)en sie uns"
    r"|(?:send|text|message) us) (?:(?:an?|une?|eine?n?|the word|la palabra|le mot|das wort) )?[«\"“„'‘]"
    r"|\b(?:escrib[ae]|mand[ae]|env[ií][ae]|[eé]crivez|envoyez|(?:schreib|schick|send)en sie|send|text|type)"
    r" (?:s[oó]lo |solamente |simplement |juste |seulement |einfach |nur |uns |just |only |us )*(?:el|le|die|the) "
    r"(?:number|n[uú]mero|num[eé]ro|chiffre|zahl|nummer|ziffer)(?: (?:de (?:la|su|votre|l) ?['’]?(?:opci[oó]n|option"
    r"|choix)"
    r"|of (?:the|your) (?:option|choice)|ihrer wahl|der option))? (?:y|et|und|and) "
    r"(?:env[ií]|mand|envoy|valid|send|schick)"
)


def speaks_of_things(text: str) -> bool:
    """Whether a text is about a thing with keys, its screen, or the telephones in a house."""
    return bool(
        guards.speaks_of_devices(text)
        or guards.speaks_of_offices(text)
        or guards.speaks_of_screens(text)
        or _THINGS.search(text)
        or _BUTTON.search(text)
    )


_THINGS: Final = AtWord(
    r"\b(?:toggles?|keyboard|shortcuts?|numpad|hold (?:down|shift|\d)|zoom|scroll|handset|green button|bell key"
    r"|touche verte"
    r"|gr[uü]ne taste|tecla verde|knobs?|ignition|blink(?:s|ing)?|siren|codes? \+ ?\d|anrufbeantworter|durchwahl"
    r"|pin eingeben|r[eé]pondeur|tablette"
    r"|combin[eé])\b"
)


_BUTTON: Final = re.compile(
    r"[PpHhTt](?<!\w.)(?:(?<=[Pp])(?:ress|ush)|(?<=[Hh])old|(?<=[Tt])ouch)(?: and hold)? (?:the )?"
    r"(?!STAR|POUND|HASH|ZERO|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|KEY|OPTION|ANY|NOW)(?:[A-Z]{2}[A-Z/]*"
    r"|F\d{1,2})\b"
)
"""A button of a thing, by what is printed on it: `press TALK`."""


def presses_thing(text: str) -> bool:
    """Whether a text has its reader press a button of a thing by its colour or use: `press the green button`."""
    return _COLOURED.search(text)


_COLOURED: Final = AnyCase(
    r"\b(?:press|push|hold|hit|tap) (?:down )?(?:the|its) (?:green|red|blue|yellow|white|black|big|start|go|power"
    r"|reset|bell"
    r"|silver|round|cent(?:re|er)|middle|side|menu|mode|set|left|right|top|up|down)(?: \w+)? (?:button|key"
    r"|knob|switch|bell|buzzer)\b"
)


def names_button(text: str) -> bool:
    """Whether a text has its reader press a button by what is printed on it."""
    return _BUTTON.search(text) is not None


def speaks_of_menus(text: str) -> bool:
    """Whether a text says that it tells of a line that answers with a menu."""
    return _PLAIN_MENU.search(text)


_PLAIN_MENU: Final = AnyCase(
    r"\b(?:phone menu|phone tree|ivr|svi|hotline|helpline|auto[- ]?attendant|when (?:we|you|they) (?:answer|call|ring"
    r"|phone)|our (?:phone )?line"
    r"|call(?:ers?|ing)? (?:us|in|the)|you(?:['’]ll| will)? hear(?! (?:the|a) (?:dial )?(?:tone|beep|click)\b)"
    r"|recording|greeting|announcement|ansage|annonce"
    r"|grabaci[oó]n|men[uú] telef[oó]nico)\b"
)


@lru_cache(maxsize=4096)
def bids(line: str) -> bool:
    """Whether a line of a list bids its reader do something at a machine."""
    return _BIDS.search(line)


_BIDS: Final = AnyCase(
    r"^\W*\d?\W*(?:(?:enter|insert|remove|collect|take|choose|touch|scan|swipe|attach|place|feed"
    r"|print) (?:your|the)\b|pay by\b|for a (?:receipt"
    r"|ticket) press\b)"
)


@lru_cache(maxsize=4096)
def speaks_of_mail(line: str) -> bool:
    """Whether a line of a list names what one does with recorded messages."""
    return _MAIL.search(line)


_MAIL: Final = AnyCase(
    r"\b(?:delete|erase|save|replay|rewind|forward|fast[- ]?forward|pause|resume|slower|faster|reply|back up"
    r"|skip|next message|previous message"
    r"|new messages?|saved messages?|borrar|guardar|l[oö]schen|speichern|effacer|sauvegarder)\b"
)


def belongs_to_thing(text: str, start: int, topic: str) -> bool:
    """Whether a note on a thing with keys goes on in a sentence, or its key is what the thing itself is for.

    `TV: green button, then HDMI. If it snows, press 2`, `Microwave - 3, start`.
    """
    named = _NOTE_ON.match(text) if start else None
    of_thing = named and (guards.speaks_of_devices(named[1]) or guards.about_something_else(named[1]) in _OF_NOTE)
    return bool(of_thing) or _THING.fullmatch(topic) is not None


_OF_NOTE: Final = frozenset(("voicemail", "device", "entry"))
_NOTE_ON: Final = re.compile(r"\W*([^\W\d][^.:;,|\d–—]{1,25}?)(?:[:.]| [-–—]) ")
_THING: Final = re.compile(
    r"(?:the )?(?:micro ?wave|oven|cooker|hob|kettle|thermostat|boiler|coffee(?: machine| maker)?|washing machine"
    r"|dish ?washer|tumble dryer|remote(?: control)?|photo ?copier|franking machine|mikrowelle|waschmaschine"
    r"|kaffeemaschine|backofen|microondas|horno|lavadora|micro-ondes|four|lave-linge|cafeti[eè]re)",
    re.IGNORECASE,
)
"""A thing with keys, by its bare name."""


def heads_old_list(title: str) -> bool:
    """Whether the heading of a list, or the line over it, says that it is of what was before a change."""
    return _BEFORE.match(title) or (title.rstrip().endswith(":") and _WAS.search(title))


_WAS: Final = AnyCase(
    r"\b(?:what|how) (?:it|the (?:menu|line|tree)|they|things) (?:was|were|used to be)\b"
    r"|\b(?:it|they|this|these|menu|keys|options|choices|that) (?:was|were|used to be)\b[^.:]{0,30}"
    r"\b(?:until|till|up to|before)\b|^\W*(?:the |our )?(?:old|former|previous) (?:menu|options|choices|keys|tree|list)"
    r"\b[^.:]{0,40}:"
)


_BEFORE: Final = AnyCase(
    r"\W*(?:before|vorher|bisher|antes|avant)(?: (?:the|this|der|del?|le)"
    r" (?:change|[aä]nderung|cambio|changement))?\W*$"
)


def heads_draft(line: str) -> bool:
    """Whether the line over a list calls that a draft, and nothing else, in its last words."""
    return line.rstrip().endswith(":") and _DRAFT.search(line)


_DRAFT: Final = AnyCase(
    r"(?:^|[.!?;] )(?:(?:here is|this is|see) )?(?:(?:an?|the|our|my|first|rough|ein|una?|unser|notre) ){0,2}"
    r"(?:draft|proposals?|ideas?|suggestions?|wish ?list|entwurf|vorschlag|borrador|propuesta|brouillon|proposition)"
    r"(?: (?:for|of|so far|para|pour|f[uü]r)[^.:]{0,40})?:\W*$"
    r"|\b(?:could|might) (?:look|sound|read|go|be)(?: \w+){0,3}:\W*$"
)


def without_greeting(text: str) -> str:
    """Leave out whom a recording says that callers have reached, whatever that makes or sells."""
    return _GREETS.sub(" ", text)


_GREETS: Final = re.compile(
    r"\b(?:you(?:['’]ve| have) reached|(?:thank you|thanks) for calling|welcome to|bienvenue|bienvenidos?|willkommen"
    r"|gracias por llamar|merci d['’]appeler)\b[^.!]{0,80}(?:[.!]|$)",
    re.IGNORECASE,
)


def is_denied(behind: str, key: str) -> bool:
    """Whether what follows the sentence of a key says that this does nothing: `"Press 0." Zero does nothing there`."""
    found = _DENIED.match(behind)
    told = found and (found[1] or found[2])
    named = told.lower() if told else key
    return found is not None and (NAMES.get(named) or named) == key


_DENIED: Final = re.compile(
    r"\W{0,4}(?:we|they) (?:have |had )?(?:took|taken|removed|dropped) (?:key |option |number )?([0-9*#])\b"
    r"|\W{0,4}(?:(?:that|this) (?:key|option)|(?:key |option )?"
    r"([0-9*#]|zero|one|two|three|four|five|six|seven|eight|nine|star|pound))(?: now)? "
    r"(?:does nothing|no longer (?:works|exists|does anything)|(?:does not|doesn['’]t) (?:exist|do anything)"
    r"|leads nowhere|is (?:gone|dead)|was (?:removed|taken out)|has (?:gone|been removed))\b",
    re.IGNORECASE,
)
