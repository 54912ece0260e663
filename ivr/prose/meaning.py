"""Whether two topics mean the same: `billing questions` and `pay a bill` do, `billing` and `pharmacist` do not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.tokens import folded
from ivr.prose.words import set_of

_CONCEPTS: Final = {
    "person": (
        "operator representative rep agent attendant receptionist reception person human someone somebody live "
        "operador operadora representante agente asesor asesora persona conseiller conseillere operateur "
        "mitarbeiter berater kundenberater switchboard frontdesk staff adviser advisor associate colleague anyone "
        "specialist technician recepcion zentrale vermittlung service help assistance support customer care desk "
        "team"
    ),
    "money-back": "refund refunds reimbursement refunded money-back",
    "money": (
        "money bill billing bills invoice invoices payment payments pay paying paid balance charge charges refund "
        "fee fees account accounts factura facturas facturacion pagar pago pagos facture factures paiement payer "
        "reglement rechnung rechnungen zahlung zahlen bezahlen kontostand saldo solde autopay statement statements"
    ),
    "refill": (
        "refill refills prescription prescriptions medication medications renew renewal recetas receta ordonnance "
        "rezept medicine medicines pharmacy farmacia pharmacie apotheke"
    ),
    "order": (
        "order orders delivery deliveries shipment shipping package parcel parcels tracking track delivered pedido "
        "pedidos entrega commande commandes livraison colis bestellung bestellungen lieferung paket"
    ),
    "pharmacist": "pharmacist pharmacists pharmacy farmaceutico farmacia pharmacien pharmacie apotheker apotheke",
    "sales": "sales sale buy purchase new ventas comprar vente ventes acheter verkauf kaufen quote quotes",
    "technical": (
        "technical tech technician troubleshooting internet broadband outage repair repairs fault faults soporte "
        "tecnico averia averias technique panne depannage technik technischer storung storungen breakdown broken"
    ),
    "appointment": (
        "appointment appointments schedule scheduling booking book bookings reschedule visit visits cita citas "
        "reservar rendez-vous rdv termin termine terminvereinbarung reservation reservations"
    ),
    "cancel": (
        "cancel cancellation cancellations end terminate anular cancelar resilier annuler kundigen kundigung stornieren"
    ),
    "claim": "claim claims accident siniestro siniestros sinistre sinistres schaden schadensmeldung schadenmeldung",
    "card": "card cards tarjeta tarjetas carte cartes karte karten",
    "lost": "lost stolen missing robada perdida perdue volee verlust verloren gestohlen sperren block",
    "hours": "hours opening open times horario horarios horaires offnungszeiten directions location locations address",
    "repeat": "repeat again hear replay repetir repeter reecouter wiederholen relisten listen",
    "back": "back previous return main menu start over principal anterior volver retour zuruck hauptmenu beginning",
    "language-es": "spanish espanol castellano",
    "language-en": "english ingles anglais englisch",
    "language-fr": "french francais frances franzosisch",
    "language-de": "german deutsch aleman allemand",
    "emergency": "emergency emergencies urgent urgence urgences urgencia urgencias notfall notfalle leak",
    "results": "results result test resultados resultats ergebnisse befunde lab",
    "medicare": "medicare seniors senior",
    "abroad": "international abroad overseas foreign internacional extranjero etranger ausland",
    "returns": "return returns exchange devolucion devoluciones retours retouren",
    "message": "message messages voicemail mensaje mensajes messagerie nachricht",
    "jobs": "careers jobs employment recruitment hr personnel empleo emploi karriere human-resources",
    "media": "press-office media journalists",
    "password": "password passwords login account-access unlock reset pin contrasena passwort",
    "vision": "vision glasses eye eyes optical optician lenses",
    "dental": "dental dentist teeth tooth",
    "insurance": "insurance coverage insured seguro assurance versicherung",
    "mortgage": "mortgage mortgages loan loans lending prestamo prestamos hipoteca pret prets kredit kredite",
    "address": "address move moving mudanza mudarse demenagement umzug",
    "report": "report reporting",
}
_LITTLE: Final = set_of(
    """a an the of for to and or in on at by with from about regarding your our my their his her its this that
    these those all any other others more some you we i they it be been is are was were will would can could may
    do does did have has had get gets got need want like make made speak talk reach question questions inquiry
    inquiries enquiry enquiries issue issues problem problems concern concerns request requests related general
    info information matters matter queries query status here there who which what when if so as not directly
    connected connect put through transferred transfer into then also next available department departments
    member members customer customers caller callers line lines option options menu press calling ask asking
    check one ones dedicated trained access el la los las de del un una y o en con por para su sus si al que se
    le lo hablar comunicarse consulta consultas informacion quiere desea necesita le la les des du de un une et
    ou en avec par pour votre vos si au aux que vous parler joindre question demande demandes informations der
    die das den dem des ein eine einen einem einer und oder in mit von zu zum zur fur bei sie ihr ihre ihren
    wenn sprechen fragen frage anliegen informationen existing current"""
)
_WEAK: Final = frozenset(("person", "report", "back"))
_WORD: Final = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_BY_WORD: Final = {
    word: frozenset(name for name, words in _CONCEPTS.items() if word in words.split())
    for words in _CONCEPTS.values()
    for word in words.split()
}
_STEM: Final = 5
_SHORTEST_STEM: Final = 3
"""Letters of a stem at the most, and those that an ending leaves of a word at the least."""


@lru_cache(maxsize=8192)
def _meanings(topic: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give what a topic is about, as far as its words are known, and the stems of all words that tell something."""
    words = [folded(word).removesuffix("'s") for word in _WORD.findall(topic)]
    concepts = frozenset(concept for word in words for concept in _BY_WORD.get(word, ()))
    stems = frozenset(_stem(word) for word in words if word not in _LITTLE)
    return concepts, stems


def _stem(word: str) -> str:
    for ending in ("ies", "ing", "es", "s", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word[:_STEM]


@lru_cache(maxsize=8192)
def same_meaning(one: str, other: str) -> bool:
    """Whether two topics may mean the same; a topic that says nothing agrees with any."""
    if one == other or not one or not other:
        return True
    concepts, stems = _meanings(one)
    others, other_stems = _meanings(other)
    if stems & other_stems:
        return True
    shared = concepts & others
    if shared - _WEAK:
        return True
    if shared & {"person"}:
        return not (concepts - {"person"}) or not (others - {"person"}) or not stems or not other_stems
    if not stems or not other_stems:
        return True
    return bool(shared & {"back"})


def says_something(topic: str) -> bool:
    """Whether a topic has any word that tells what it is about."""
    return bool(_meanings(topic)[1])


def is_general(topic: str) -> bool:
    """Whether a topic is people who help with anything: a representative, customer service."""
    concepts, _ = _meanings(topic)
    return bool(concepts) and concepts <= {"person"}
