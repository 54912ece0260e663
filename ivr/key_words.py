"""The words by which prompts name keys in four languages, and how a text is cut into words to look for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


def _set_of(words: str) -> frozenset[str]:
    """Give the words of a text, each once."""
    return frozenset(words.split())


ENDS: Final = frozenset(".!?…")
MARKS: Final = frozenset(",;:()[]-\N{EN DASH}\N{EM DASH}")

EVERYWHERE: Final = _set_of("press oprima presione pulse marque tapez appuyez drucken druecken wahlen")
REQUESTS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "en": _set_of("push hit touch punch tap dial select choose enter type use key"),
        "es": _set_of("oprime presiona pulsa marca digite teclee toque ingrese elija elige seleccione escoja"),
        "fr": _set_of("tape taper appuie appuyer pressez composez faites choisissez selectionnez entrez saisissez"),
        "de": _set_of("drucke druck druecke drueck wahle waehlen waehle tippen tippe betatigen betaetigen geben"),
    }
)
WEAK: Final = _set_of(
    "select choose enter type use key touch tap toque ingrese elija seleccione choisissez entrez faites geben"
)
"""Requests that are made of other things too, so that nothing but the end of a clause may follow the key."""
DIALS: Final = _set_of("dial marque marca marcar composez wahlen wahle waehlen waehle")
OPTIONS: Final = _set_of("option opcion auswahl")
ENTRIES: Final = _set_of("enter re-enter type input dial ingrese introduzca marque entrez saisissez composez geben")
OWNERS: Final = _set_of("your the a an it each all in su el la los votre vos le les ihre sie bitte die den das")
FILL: Final = _set_of(
    """the key keys number numbers option options button digit symbol sign a either or say on by with el la de del con
    tecla teclas numero opcion boton digito signo o diga sur le les l du par touche chiffre bouton
    sie bitte die den der das auf von mit taste tasten ziffer zahl nummer jetzt sofort gleich einfach direkt nun"""
)
AFTER: Final = _set_of(
    """key keys sign button symbol now at any time anytime again please on your the keypad phone telephone ahora a en
    su teclado cualquier momento tasten taste jetzt jederzeit auf tastatur maintenant tout moment sur votre clavier"""
)
SAID: Final = """0 zero oh cero null
1 one uno un eins
2 two dos deux zwei
3 three tres trois drei
4 four cuatro quatre vier
5 five cinco cinq funf fuenf
6 six seis sechs
7 seven siete sept sieben
8 eight ocho huit acht
9 nine nueve neuf neun
* star asterisk asterisco estrella etoile asterisque stern sterntaste stern-taste sternchen
# pound hash hashtag numeral almohadilla gato diese carre raute rautetaste raute-taste doppelkreuz"""
NAMES: Final = MappingProxyType({name: line[0] for line in SAID.splitlines() for name in line.split()})
AIMS: Final = _set_of("for to if para si pour afin fur fuer um wenn falls bei zum zur")
TIMES: Final = _set_of("when once after cuando al quand lorsque apres sobald nachdem")
LEADS: Final = AIMS | TIMES
JOINS: Final = _set_of("or and o u y e ou et oder und")
THROUGH: Final = _set_of("through thru to - \N{EN DASH} a hasta bis")
THENS: Final = _set_of("then followed plus luego despues seguido seguida puis suivi suivie dann gefolgt")
CLOSES: Final = _set_of("end ending finish finishing termine terminando terminez beenden")
UNTILS: Final = _set_of("until till at from by before after since than bis ab um seit hasta desde")
"""What stands before a number that is a time or an amount, and before no bare key."""
TWICE: Final = _set_of("twice zweimal")
ARTICLES: Final = _set_of("the el la le die number option")
COUNTED: Final = _set_of(
    """% of more time times digit digits hour hours day days week weeks month months year years minute minutes second
    seconds business percent dollars cents am pm a.m. p.m. button buttons digitos cifras horas hora dias semanas meses
    minutos segundos veces por chiffres heures jours semaines mois minutes secondes fois stellen stellige ziffern
    stunden tage wochen minuten sekunden mal uhr"""
)
DONE: Final = _set_of("finished done complete completed through ready terminar termine terminado fini fertig")
TRAILING: Final = _set_of("please just simply now you may can then por favor simplemente veuillez bitte dann einfach")
BREAKS: Final = ENDS | MARKS | JOINS | TRAILING | ARTICLES
"""Where one clause ends and another begins; none of these is the last word of what a key does."""
CLOSED: Final = BREAKS | LEADS | THENS | {""}
BESIDE: Final = MARKS | JOINS
STOPS: Final = _set_of("otherwise say dites diga sagen stay hold remain sinon andernfalls")

_TOKEN: Final = re.compile(
    r"\{[^{}]*\}"  # a variable is no word of the prompt
    r"|\b(?:Dr|Mrs|Mr|Ms|St|Sra|Sr|Inc)\."
    r"|\b(?:[^\W\d_]\.){2,}"  # a.m.
    r"|\#\d+|(?<![\w-])\d(?=-\d(?![\w-]))"  # "#1" is number one; "1-4" is from one to four
    r"|\w+(?:(?<=\d)[-.:/]\d+|(?<=[^\W\d_])-[^\W\d_]+)*"
    r"|[][*#%$€£.,;:!?…()\u2013\u2014-]"
)
_LONGEST_WORD: Final = 24


class Token(NamedTuple):
    """A word or mark: where it stands, and how it reads in small letters without accents."""

    start: int
    end: int
    word: str


def cut(text: str) -> tuple[Token, ...]:
    """Cut a text into words and marks."""
    return tuple(Token(match.start(), match.end(), folded(match[0])) for match in _TOKEN.finditer(text))


def folded(word: str) -> str:
    """Give a word in small letters without accents, so that "Numero" is "número"; a very long one is none of ours."""
    if len(word) > _LONGEST_WORD:
        return ""
    if word.isascii():
        return word.lower()
    return "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))


def is_digits(word: str) -> bool:
    """Say whether a word is written in the digits of a keypad."""
    return word.isascii() and word.isdigit()


def named(word: str) -> str:
    """Give the key, or the keys, that a word names, or nothing."""
    digits = word.removeprefix("#")
    return NAMES.get(word) or (digits if is_digits(digits) else "")
