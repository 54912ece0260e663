"""Keys that choose a language: `English`, `service en français`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.tokens import folded
from ivr.prose.words import set_of

_NAMES: Final = {
    "en": frozenset(["english", "ingles", "anglais", "anglaise", "englisch", "englischen"]),
    "es": frozenset(["spanish", "espanol", "castellano", "espagnol", "espagnole", "spanisch", "spanischen"]),
    "fr": frozenset(["french", "francais", "francaise", "frances", "franzosisch", "franzosischen"]),
    "de": frozenset(["german", "deutsch", "deutsche", "deutschen", "aleman", "allemand", "allemande"]),
}
_EVERY_NAME: Final = frozenset().union(*_NAMES.values())
_OTHERS: Final = set_of(
    """portuguese portugues italian italiano italien italienisch rumantsch romansh romanche
    ratoromanisch chinese mandarin cantonese vietnamese korean russian polish arabic
    tagalog welsh cymraeg irish gaeilge maori hindi urdu punjabi somali catala catalan catalan euskera galego
    nederlands dutch turkce turkish afrikaans isizulu zulu isixhosa xhosa ngesixhosa ngesizulu sesotho setswana
    gaidhlig gaelic inuktitut inuktitutut cree ojibwe mikmaq yolngu kriol niuean fijian marathi telugu kannada
    malayalam sinhala nepali pashto dari kurdish yoruba igbo hausa shona sepedi
    valencia valencian galician gallego basque euskara romanian ukrainian tigrinya amharic swahili kiswahili
    samoan tongan hmong creole kreyol ayisyen cambodian khmer lao farsi persian bengali gujarati tamil greek
    konkani odia oriya assamese maithili cebuano ilocano burmese karen oromo wolof lingala romani melayu malay
    tieng tiếng viet việt vietnamita vietnamien vietnamienne vietnamesisch neerlandais neerlandaise neerlandes holandes
    niederlandisch flamand flamenco vlaams portugais portugaise portugiesisch italienne chino chinois chinoise
    chinesisch arabe arabisch polonais polaco polnisch russe ruso russisch turc turco turkisch rumano roumain
    rumanisch ucraniano ukrainisch occitan corse breton український українська
    中文 普通话 粤语 русский 한국어 العربية polski"""
)
_AROUND: Final = set_of(
    """service services continue in for the speak speaking language languages menu options press hear continuar en
    para el la servicio hablar menu opciones idioma atencion le pour continuer service auf fur weiter sprache
    auswahl a options information habla hablas prefiere prefiera desea representative agent our vir voor ber per em pou
    i siarad gael gwasanaeth ser ates te reo scots o you prefer as before again first
    be served this etre servi servie ser atendido atendida recibir que le te atiendan atienda
    instead na dla po для языка русского l d"""
)


_WORD: Final = re.compile(r"[^\W\d_]+")
_CODES: Final = {
    code: language
    for language, codes in {
        "en": "EN ENG",
        "es": "ES ESP SPA",
        "fr": "FR FRA",
        "de": "DE GER",
        "other": "NL IT PT PL VI ZH KO RU AR",
    }.items()
    for code in codes.split()
}
"""Codes that stand for languages, where a key has nothing else beside it."""


@lru_cache(maxsize=4096)
def language_chosen(topic: str) -> str:
    """Give the language that a key chooses, by what it is for; nothing where it is for anything else."""
    if topic in _CODES:
        return _CODES[topic]
    words = set(map(folded, _WORD.findall(topic)))
    if words.isdisjoint(_EVERY_NAME) and words.isdisjoint(_OTHERS):
        return ""
    found = [tag for tag, names in _NAMES.items() if words & names]
    rest = words - _AROUND - _EVERY_NAME
    if words & _OTHERS and not rest - _OTHERS:
        return "other"
    return found[0] if len(found) == 1 and not rest else ""


def language_named(text: str) -> str:
    """Give the one language that a text names, whatever else it says; nothing where it names none, or several."""
    words = set(map(folded, _WORD.findall(text)))
    found = [tag for tag, names in _NAMES.items() if words & names]
    return found[0] if len(found) == 1 else ""


_SIGNS: Final = {"de": "äöüß", "es": "ñ¿¡áíóú", "fr": "èêàâçîôûœë"}
"""Letters that hardly any of the other languages has."""
_MENU_WORDS: Final = {
    "de": set_of(
        """telefon telefonnummer rufnummer telefonmenu hauptmenu taste tasten ziffer zentrale abteilung anliegen
        rechnung termine bestellung notfall anmeldung vertrag storung kundendienst dann danach uhr"""
    ),
    "es": set_of(
        """telefono tecla teclas opcion opciones central centralita operadora pedidos citas recetas entregas averias
        facturacion reclamaciones siniestros urgencias devoluciones consultas ventas departamento horario"""
    ),
    "fr": set_of(
        """touche touches standard accueil facturation rendez-vous urgences commandes livraisons reclamations sinistres
        abonnements comptabilite resultats remboursement remboursements puis ensuite horaires choix"""
    ),
}
"""What menus in a language are about, and how its pages tell of telephones."""


def language_hinted(text: str) -> str:
    """Give the language that the letters and the nouns of a short text hint at; nothing where they do not."""
    small = text[:600].lower()
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", folded(small))
    counts = {
        tag: sum(map(known.__contains__, words)) + sum(map(small.count, _SIGNS[tag]))
        for tag, known in _MENU_WORDS.items()
    }
    first = max(counts, key=lambda tag: counts[tag])
    return first if list(counts.values()).count(counts[first]) == 1 else ""
