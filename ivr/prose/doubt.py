"""Which tellings of a key are sure enough to contradict another: those that speak of a call, or stand in a menu."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.guard_words import DEVICE, OTHERS, PBX, SCREEN
from ivr.prose.told import Told

_CALLING: Final = AnyCase(
    r"\b(?:call(?:s|ed|ing|ers?)?|rings?|rang|ringing|(?:tele)?phon(?:es?|ed|ing)|by voice|(?:the|this|that|same|our"
    r"|main|other|office) numbers?|number above|(?:hot|help)?lines?|menus?|recording|greeting|welcome message"
    r"|(?:speak|talk) (?:to|with)|leave (?:a|your) message|when (?:asked|prompted)|at the prompt|the beep"
    r"|hablar con|parler [aà]|sprechen|message d['’]accueil"
    r"|(?:online|by post|by mail|in writing|in person),? or"
    r"|switchboard|(?:i|he|she|we|they) (?:just )?(?:pressed|chose|picked|hit)|got (?:me|us|him|her|them|through|put)"
    r"|(?:put|puts|get|gets|straight|right) (?:\w+ )?(?:straight |right )?through"
    r"|ll[aá]m\w+|tel[eé]fonos?|(?:mismo|al|este|nuestro) n[uú]mero|l[ií]nea|centralita|men[uú]|contestador"
    r"|appel\w*|t[eé]l[eé]phon\w*|(?:m[eê]me|au|notre|ce) num[eé]ro|ligne|standard|accueil vocal"
    r"|(?:an)?ruf\w*|\w*telefon\w*|\w*hotline|(?:gleichen?|selben?|unsere|diese) nummer|durchwahl\w*|men[uü]"
    r"|ansage|tasten?|touches?|teclas?|me (?:r[eé]pond|contesta|atiend)\w*|me (?:sali[oó]|pas\w+|llev\w+)"
    r"|(?:it|she|he|the voice) (?:reads|tells|gives|asks|plays|puts|takes|says) (?:you|me|us|people|callers|out)"
    r"|took (?:me|us|him|her)|(?:you(?:['’]ll)? (?:get|reach)|gets? you|takes? you) [^.!?]{0,30}\b(?:team|desk|agents?"
    r"|person|human|operator|department|someone|advis[eo]rs?)|m['’]a (?:envoy|pass|transf|dirig|redirig)\w+)\b"
    r"|\d{3}[ .-]?\d{2,4}[ .-]?\d{2}"
)
"""What says that somebody calls, in the sentence that tells of a key or in the one before."""
_ASKED_BY_OTHERS: Final = AnyCase(
    r"\b(?:asks?|tells?|told|asked|asking|telling) (?:you|people|customers|members) to (?:press|push)"
    r"|\b(?:scam(?:s|mers?)?|fraudsters?|arnaques?|estafas?)\b"
    r"|\b(?:is|it's|es|c'est|ist) (?:an? |une? |una |ein )?(?:fraud\w*|betrug)"
    r"|\b(?:nunca|jam[aá]s|never|niemals)\b.{0,60}\b(?:text you|ask you|call you|pedi\w+|llama\w+|demand\w+"
    r"|appel\w+|anruf\w*)\b"
)
"""What tells of callers who are not to be trusted."""
_INSIDE: Final = AnyCase(
    r"\*\d\d\b|\b(?:(?:system|office|desk|staff|internal) phones?|speed keys?|wait for (?:the|a) (?:\w+ )?tone"
    r"|local calls|llamadas locales|appels locaux|ortsgespr[aä]che"
    r"|espere (?:el )?tono|attendez la tonalit[eé]|freizeichen|llamar al exterior"
    r"|appel(?:er)? (?:vers )?l['’]ext[eé]rieur"
    r"|nach au(?:ß|ss)en|outside line|control de enfermer[ií]a|nurses?['’]? station"
    r"|let (?:a|an|the|your|my) (?:guest|visitor|caller)s? in"
    r"|(?:take|prenez|tome|coja|ziehen sie) (?:a|un|eine?) (?:ticket|num[eé]ro|nummer|turno|wartenummer))\b"
)
"""What is done on the telephones of a house, at its door, and where people wait in it."""
_NOT_YET: Final = AnyCase(
    r"[aà] l['’][eé]tude|\b(?:pas encore|en estudio|todav[ií]a no|wartet auf|noch nicht|not yet|awaiting|entfernt"
    r"|se quit[oó])\b"
)
"""What is said of a key that is not there yet, or no longer."""
_CLOSED: Final = AnyCase(
    r"\b\d{1,2} ?p\.?m\.? (?:and|to|until|till) \d{1,2} ?a\.?m\b"
    r"|\b(?:we|office|offices|clinic|practice|surgery|branch|shop|library|town hall|switchboard)(?: are| is|'re) "
    r"(?:now |currently )?(?:closed|shut)\b|\b(?:est[aá]n?|estamos) (?:ya )?cerrad[ao]s?\b"
    r"|\b(?:est|sont|sommes) (?:actuellement )?ferm[eé]e?s?\b|\bau(?:ß|ss)erhalb (?:unserer|der)\b"
    r"|\b(?:ist|sind|haben) (?:zur ?zeit |derzeit |jetzt )?geschlossen\b"
)
"""What says that a recording is for when nobody is there."""
_PRESS: Final = (
    r"(?:please |bitte )?(?:press|choose|select|pulse|(?:hay que|puede) pulsar|oprima|marque|presione|tapez|faites"
    r"|composez|appuyez sur"
    r"|dr[uü]cken sie|w[aä]hlen sie) (?:the |el |la |le |die )?(?:option |key |opci[oó]n )?[\w*#]{1,5}"
)
_OFFER: Final = AnyCase(
    rf"(?:^|[.!?:»] )(?:(?:for|to|if you|para|si|pour|f[uü]r|bei|wenn) [^.,;:]{{3,50}},? {_PRESS}"
    rf"(?: (?:when|after|at) [^.,;:]{{3,40}})?"
    rf"(?: (?:for|to|para|pour|f[uü]r) [^.,;:]{{3,40}})?"
    rf"|{_PRESS} (?:for|to|if|para|si|pour|f[uü]r|wenn|bei) [^.,;:]{{3,50}}|[^.,;:]{{3,50}}: {_PRESS}"
    rf"(?=\.?$|,? (?:and|or) (?:leave|say|speak|talk|ask|hold|wait|we|you|someone|an?|our|the)\b)"
    rf"|[^.,;:]{{3,50}} (?:customers|members|clients|patients|callers|users) (?:should |can |may )?{_PRESS})"
    rf"(?:[,;]? (?:and|or|y|o|et|ou|und|oder|[–—(])[^\d]{{0,90}}|, [^\d.,;!?]{{3,50}})?\.?$"
)
"""A sentence that is all like a line of a menu: `For parking, press 1.`"""
_IS: Final = AnyCase(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|zero)) ?(?:=|is|was|are|es|era|est|[eé]tait|ist|war|puts?"
    r"|gets?|got|goes|takes?|leads?|me|will|now|lleva|mène|f[uü]hrt)(?!\w)"
)
"""What says outright what a number is: `3 is parking`."""


@lru_cache(maxsize=2048)
def speaks_of_calling(said: str) -> bool:
    """Whether what stands around a key says that somebody calls a line, and is not called by one."""
    return (_CALLING.search(said) or _OFFER.search(said.rstrip())) and not (
        _INSIDE.search(said)
        or _NOT_YET.search(said)
        or PBX.search(said)
        or OTHERS.search(said)
        or _ASKED_BY_OTHERS.search(said)
    )


def names_who_answers(one: Told) -> bool:
    """Whether a sentence says by which option people are reached: `The loyalty team is on option 6`."""
    return not one.bare and _WHO_ANSWERS.search(one.topic) and _OPTION.search(one.said) and not _is_of_others(one)


_WHO_ANSWERS: Final = AnyCase(
    r"\b(?:team|desk|department|agents?|advis[eo]rs?|operators?|switchboard|reception|hotline|helpline|customer (?:care"
    r"|services?)|support|equipo|servicio|departamento|service|[eé]quipe|abteilung|stelle)$"
)
_OPTION: Final = AnyCase(
    r"\b(?:option|opt\.?|key|press(?:ing)?|opci[oó]n|tecla|touche|taste) (?:number )?[0-9]\b"
    r"(?! (?:in|of) (?:the|our|your))"
)


def _is_of_others(one: Told) -> bool:
    """Whether a sentence says that a key is pressed elsewhere than on a line that is called, or not yet."""
    return any(other.search(one.said) for other in (_INSIDE, _NOT_YET, PBX, OTHERS, _ASKED_BY_OTHERS, DEVICE, SCREEN))


def asks_plainly(one: Told) -> bool:
    """Whether a sentence says for what to press a key, and nothing of another thing: `To move house, press 4`."""
    plain = not (one.bare or one.borrowed) and _PLAIN_REQUEST.search(one.said)
    return bool(plain) and not _is_of_others(one)


_PLAIN_REQUEST: Final = AnyCase(
    r"\b(?:to|for|if|pour|para|si|um|wenn|falls)\b[^.]{3,80}\b(?:press|choose|select|tapez|faites|pulse|marque"
    r"|oprima|dr[uü]cken sie|w[aä]hlen sie) (?:the |le |la |el |die )?(?:option )?[0-9*#]"
    r"|\b(?:wer|wenn|um|f[uü]r)\b[^.]{3,80}\bdie [0-9*#] (?:dr[uü]cken|w[aä]hlen)\b"
    r"|(?:^|[\w,:;.!?)] )(?:press|choose|select|tape[rz]|fai(?:tes|re)|pulsar?|pulse|marcar?|marque|oprim[ae]"
    r"|presionar?) (?:the |le |la |el )?(?:option |touche |opci[oó]n |tecla )?[0-9*#] (?:for|to|pour|para) (?!\d)"
)


@lru_cache(maxsize=2048)
def says_closed(said: str) -> bool:
    """Whether a recording that is quoted says that nobody is there: `Our office is closed. Press 1 ...`."""
    return _CLOSED.search(said)


def is_doubtful(one: Told) -> bool:
    """Whether a telling is too doubtful to contradict another: no menu, and no word of a call is around it.

    A number that is a key by its place alone may be anything, in a row of such numbers above all.
    """
    if one.called or (one.listed and not one.bare):
        return False
    if one.listed or (one.bare and not one.path and not _IS.search(one.said)):
        return True
    return bool(one.said) and not speaks_of_calling(one.said)


def is_outside_menu(said: str) -> bool:
    """Whether a key is pressed before the menu that is listed, or behind it: `press 9 during the greeting`."""
    return _OUTSIDE_MENU.search(said)


_OUTSIDE_MENU: Final = AnyCase(
    r"\b(?:still|waiting|wait|held|hold|place|position) (?:your place )?in (?:the|a|our) (?:queue|line)\b"
    r"|\bwhile (?:you(?:['’]re| are)? |they(?:['’]re| are)? |callers )?(?:wait|hold|on hold|queu|in (?:the|a) queue)"
    r"|\b(?:en attente|in der warteschleife|(?:mientras|si) espera|en espera|pendant l['’]attente)\b"
    r"|\b(?:during|while) (?:the|our) (?:greeting|welcome)\b|\bw[aä]hrend der (?:begr[uü](?:ß|ss)ung|ansage)\b"
    r"|\bpendant (?:l['’](?:annonce|accueil)|le message d['’]accueil)\b"
    r"|\bdurante (?:la (?:locuci[oó]n|bienvenida)|el saludo)\b"
)


def says_for_what(one: Told) -> bool:
    """Whether words such as `for`, a colon or a question tie what a key is for to it, as little else does.

    `Press 4 for parking` and `Parking: press 4` say it, `61% of callers pressed 4` does not.
    """
    said, topic = one.said.lower(), one.topic.lower()
    if "?" in said:
        return True
    places = [at for at in range(len(said)) if said.startswith(topic, at)][:_MOST_PLACES] if topic else []
    return not places or any(_FOR.search(said, 0, at) or _COLON.match(said, at + len(topic)) for at in places)


_MOST_PLACES: Final = 5
"""Places of a sentence in which a topic is looked for."""
_FOR: Final = re.compile(
    r"(?:\b(?:for|to|if|with|about|is|are|was|of|pour|para|si|con|es|est|sont|avec|contre|de|des|du|f[uü]r|zu[mr]?|um|wenn"
    r"|bei|mit|ist)|[=:→]|->|d['’])\s*"
    r"(?:(?:the|an?|our|your|el|la|los|las|un|una|les?|une|der|die|das|den|dem|eine[nmr]?|ihre[nmr]?) |l['’])?$",
    re.IGNORECASE,
)
_COLON: Final = re.compile(r"\s?(?::|\?|[-–—] )")


def tells_a_case(said: str) -> bool:
    """Whether a sentence begins with what has happened, and not with what somebody wants: `If you see smoke, ...`."""
    return _CASE.search(said)


_CASE: Final = AnyCase(
    r"(?:^|[.!?;:] )(?:if|when|whenever|falls|wenn|quand|lorsque|cuando|si)\b"
    r"(?! (?:you(?:['’]d| would)? (?:want|wish|need|like)|vous (?:souhaitez|voulez|d[eé]sirez)|desea|quiere|necesita))"
    r"[^.!?;]*(?:$|[.!?;]\W*$|\b(?:press|choose|select|pick|hit|option|pulse|marque|oprima|tapez"
    r"|dr[uü]cken sie) [0-9*#])"
)


def is_a_case(one: Told) -> bool:
    """Whether a sentence names for a key what has happened to who presses it: `If your child is ill, press 1`."""
    said, topic = one.said.lower(), one.topic.lower()
    at = said.find(topic) if topic else -1
    return at >= 0 and (_HAPPENED.search(said[:at][-_NEAR:]) or _SHOULD.match(topic) or _SPOKEN_OF.fullmatch(topic))


_SPOKEN_OF: Final = AnyCase(r"(?:the )?(?:\w+ )?(?:ones?|those|these|them|it|celles?-ci|ceux-ci|estos|diese)")
"""What refers to a thing that was spoken of before: `for longer ones`."""


def is_an_outcome(one: Told) -> bool:
    """Whether a sentence says of a key what then is done, not what it is for: `press 3, and we mail the part`."""
    said, topic = one.said.lower(), one.topic.lower()
    at = said.find(topic) if topic else -1
    return at >= 0 and (_THEN.search(said[:at][-_NEAR:]) or _DONE.match(topic))


_THEN: Final = AnyCase(
    r"\d[^\w(]{1,3}(?:(?:and|then|so|und|y|et|dann) )?(?:we|they|it|he|she|somebody|someone"
    r"|(?:and|then|so)(?: the [a-z]+)?|wir|man|nous|on|ils|se)(?:['’]ll)?(?: will| can| just)? $"
)
_DONE: Final = AnyCase(r"(?:and )?(?:we|they|it|he|she|wir|nous|ils|se)(?:['’]ll\b| (?:will|can|lo|les?|la)\b)")


_NEAR: Final = 30
"""Letters before a topic in which the word that makes it a case stands."""
_HAPPENED: Final = AnyCase(
    r"\b(?:if|when|whenever|once|should|in case|falls|sollten?|wenn|sobald|quand|lorsque|si|cuando|en caso de que)\W"
    r"(?!.*\b(?:want|wish|need|like|prefer|would|m[oö]chten|wollen|brauchen|souhaitez|voulez|d[eé]sirez|desea|quiere"
    r"|necesita)\b)(?:[\w'’]+ ){0,2}$"
)
_SHOULD: Final = AnyCase(r"(?:should (?:you|your|the|an?|it|they|this|that)|sollten? (?:sie|ihre?|das|der|die))\b")
