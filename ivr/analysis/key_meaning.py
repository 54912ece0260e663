"""What the words of an option say that its key does in any menu at all: a person, back, once more, a language, ...

A label means one of these only if nothing in it is about anything else: "an agent" is the operator, "a travel agent"
is not; "go back" goes back, "get your money back" does not. So every word of a label must be known, as a word that
tells the meaning or as one that says nothing by itself. Words of all four languages are known everywhere, since a menu
in one language offers another one in that other one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

OPERATOR: Final = "operator"
BACK: Final = "back"
REPEAT: Final = "repeat"
START: Final = "start"
LANGUAGE: Final = "language"
HELP: Final = "help"
CANCEL: Final = "cancel"
END: Final = "end"
NEXT: Final = "next"
OTHER: Final = "other"
YES: Final = "yes"
NO: Final = "no"
EXPECTED: Final = MappingProxyType({YES: "1", NO: "2"})
"""The keys on which callers are used to give these answers."""

EVERYWHERE: Final = frozenset({OPERATOR, BACK, REPEAT, START, LANGUAGE})
"""What callers expect on the same key in every menu."""
NEVER_IN_ORDER: Final = EVERYWHERE | {HELP, CANCEL, END, NEXT, OTHER}
"""What stands outside the order of a menu's own choices: 9 may repeat a menu that has four of them."""


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PHRASES: Final = MappingProxyType(
    {
        START: r"main menu|back to (?:the )?(?:start|main)|first menu|opening menu|(?:start|starting) (?:over|again)"
        r"|begin again|(?:from )?the (?:very )?(?:beginning|start)|menu (?:principal|inicial)"
        r"|(?:empezar|comenzar) (?:de nuevo|otra vez)|al inicio"
        r"|von (?:vorn|vorne)(?: (?:zu )?(?:beginnen|anfangen|anzufangen))?|neu (?:zu )?beginnen",
        BACK: r"(?:go|goes|move|moves) up|(?:return|returns) to (?:the |this )?menu",
        REPEAT: r"volver a (?:escuchar|oir)|de nuevo|otra vez|a nouveau|encore une fois|noch einmal|noch ein mal"
        r"|noch mal|once more|one more time",
        END: r"(?:hang|hangs) up|(?:end|ends|terminate|terminates) (?:the|this|your|my) call|end|ends|say goodbye"
        r"|(?:leave|exit|quit|log off) (?:the |this )?(?:(?:phone |automated )?(?:system|menu)|call|line)"
        r"|(?:terminar|finalizar|colgar|cortar|acabar) (?:la |esta )?llamada|mettre fin|terminer (?:l |cet )?appel"
        r"|fin (?:de |a )?(?:l )?appel|(?:anruf|gesprach|telefonat) (?:zu )?beenden|auflegen|aufzulegen",
        OPERATOR: r"customer (?:service|care|support) (?:representative|agent)|menschen|quelqu un"
        r"|(?:front|reception) desk",
        NEXT: r"hear more|more (?:options|choices)|mas opciones|plus d options|weitere (?:optionen|moglichkeiten)",
    }
)
_KEYS: Final = MappingProxyType(
    {
        OPERATOR: """operator operators representative representatives rep agent agents attendant receptionist reception
            person human someone somebody operador operadora representante agente asesor asesora recepcionista recepcion
            persona alguien operateur operatrice representant representante conseiller conseillere receptionniste
            mitarbeiter mitarbeiterin berater beraterin kundenberater person vermittlung zentrale jemandem empfang""",
        START: "restart hauptmenu recommencer accueil startmenu",
        BACK: """back previous prior backwards atras anterior regresar volver retroceder precedent retour revenir
            retourner zuruck zuruckzukehren zuruckkehren zuruckzugehen zuruckgehen vorige vorigen vorherige vorherigen
            vorheriges""",
        REPEAT: """repeat repeated repeats replay replays again repetir repita nuevamente repeter reecouter wiederholen
            wiederholung nochmals nochmal erneut""",
        CANCEL: """cancel clear exit quit erase cancelar borrar salir annuler effacer quitter abbrechen abzubrechen
            loschen""",
        END: """finish finished done disconnect disconnects goodbye enter confirm submit terminar finalizar confirmar
            enviar colgar terminer valider confirmer raccrocher beenden fertig bestatigen""",
        NEXT: """next skip continue proceed more continuar seguir siguiente omitir saltar mas continuer suivant suivante
            passer ignorer weiter fortfahren uberspringen nachste""",
        HELP: "help assistance instructions ayuda asistencia aide hilfe",
        OTHER: "other else otro otros otra otras demas autre autres andere anderes sonstiges",
    }
)
_FILLING: Final = _set_of(
    """to for if you d would like want wish need please just press a an the this that these those our your my all any of
    and or with at in from go get return take be connected transferred put through speak talk speaking reach hear
    hearing listen play live real next available step one level menu menus goes gets takes returns brings
    plays hears them up greeting announcement phone system list option options choice choices message messages prompt
    information item page selection selections call everything something anything questions question inquiries matters
    reasons departments service team member ahead on it now time any entry
    para si desea quiere un una uno el la los las este esta estas ese esto en de del con a al y o u por favor hablar
    comunicarse escuchar oir ir mensaje opcion opciones todas todos cualquier preguntas consultas nuestro nuestra
    pour vous souhaitez voulez le les ce cet cette ces des au aux du d en avec et ou parler joindre ecouter entendre
    aller choix votre nos notre toutes tout question demande
    fur um wenn sie mochten der die das den dem ein eine einen einem einer unser unserem unseren dieses diese mit im
    in zu zum zur ins und oder sprechen horen anhoren anzuhoren verbunden werden gehen auswahl ansage nachricht
    alle fragen"""
)
_LANGUAGES: Final = MappingProxyType(
    {
        "en": "english ingles anglais englisch",
        "es": "spanish espanol castellano espagnol spanisch",
        "fr": "french francais frances franzosisch",
        "de": "german deutsch aleman allemand",
        "pt": "portuguese portugues portugais portugiesisch",
        "it": "italian italiano italien italienisch",
        "zh": "chinese mandarin cantonese chino chinois chinesisch",
        "vi": "vietnamese vietnamita vietnamien",
        "ko": "korean coreano coreen koreanisch",
        "ru": "russian ruso russe russisch",
        "pl": "polish polaco polonais polnisch",
        "ar": "arabic arabe arabisch",
    }
)
_SETTLED_FIRST: Final = (OPERATOR, START, BACK, REPEAT, CANCEL, END, NEXT, HELP, OTHER)
"""Where a label has words of two meanings, the first counts: "go back to the main menu", "the next available agent"."""

_AGREED: Final = _set_of("yes si oui ja yeah")
_REFUSED: Final = _set_of("no non nein nope")
_ANSWERS: Final = _AGREED | _REFUSED
_POLITE: Final = _set_of("please thanks thank you por favor gracias merci s il vous plait bitte danke")
_ABOUT_PLACES: Final = re.compile(r"\b(?:in|en) person(?:a|ne)?\b")
_WORD: Final = re.compile(r"[^\W_]+")
_CLAUSE: Final = re.compile(r"[,;:.!\u2013\u2014]|\s-\s")
_PERSON_WORDS: Final = re.compile(
    r"\b(?:operat(?:or|eur|rice)|represent|agent|attendant|recep|persona?s?\b|people|human|some(?:one|body)|help|assist|support|service|other|else"
    r"|desk|staff|associate|specialist|speak|talk|advis|team|customer|live|operador|asesor|alguien|ayuda|hablar"
    r"|asist|otr[oa]s|atencion|conseill|quelqu|aide|autre|parler|accueil|mitarbeit|berat|vermittlung|zentrale|hilfe"
    r"|sprechen|andere|kundendienst|empfang|emergenc|urgen|notfall)"
)


def _by_word() -> Mapping[str, frozenset[str]]:
    meanings: dict[str, frozenset[str]] = {}
    for meaning, words in _KEYS.items():
        for word in words.split():
            meanings[word] = meanings.get(word, frozenset()) | {meaning}
    return MappingProxyType(meanings)


_WORDS: Final = _by_word()
_SPOKEN: Final = MappingProxyType({name: tag for tag, names in _LANGUAGES.items() for name in names.split()})
_KNOWN: Final = frozenset(
    (*_WORDS, *_SPOKEN, *_FILLING, *(word for phrase in _PHRASES.values() for word in re.findall(r"[a-z]+", phrase)))
)
_PATTERNS: Final = tuple((meaning, re.compile(rf"\b(?:{phrase})\b")) for meaning, phrase in _PHRASES.items())


def meaning_of(label: str) -> str:
    """Give what a label means in any menu, or nothing: one of the words above, or "language es" for a language."""
    text = _plain(label)
    words = text.split()
    if words and words[0] in _ANSWERS and (answer := _answer(label)):
        return answer
    if not _KNOWN.issuperset(words) or _ABOUT_PLACES.search(text):
        return ""
    found: set[str] = set()
    for meaning, pattern in _PATTERNS:
        shorter = pattern.sub(" ", text)
        if shorter != text:
            found.add(meaning)
            text = shorter
    return _settled(found, text.split())


def _settled(found: set[str], words: Iterable[str]) -> str:
    spoken: set[str] = set()
    for word in words:
        if word in _WORDS:
            found |= _WORDS[word]
        elif word in _SPOKEN:
            spoken.add(_SPOKEN[word])
        elif word not in _FILLING:
            return ""
    if spoken:
        return f"{LANGUAGE} {spoken.pop()}" if len(spoken) == 1 and not found - {NEXT} else ""
    return next((meaning for meaning in _SETTLED_FIRST if meaning in found), "")


def may_mean_a_person(label: str) -> bool:
    """Whether a label speaks of people or of help in any way: "customer service", "all other questions"."""
    return bool(_PERSON_WORDS.search(_plain(label)))


def _answer(label: str) -> str:
    """Tell a label that is an answer: "yes", "yes, please", "no, go back"; but not "no longer at this address"."""
    words = _plain(_CLAUSE.split(label.strip(), maxsplit=1)[0]).split()
    if not words or any(word not in _POLITE for word in words[1:]):
        return ""
    return YES if words[0] in _AGREED else NO if words[0] in _REFUSED else ""


def _plain(text: str) -> str:
    """Give a text in small letters without accents and marks."""
    if text.isascii():
        return " ".join(_WORD.findall(text.lower()))
    folded = "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(folded))
