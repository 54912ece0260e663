"""PR021: words that many callers do not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ivr.analysis.heard import plain, primary, texts
from ivr.analysis.listing import once_a_prompt
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

# By language: hard words, without accents, each with a plainer one; words of several lines are apart by `/`.
_PLAINER: Final = MappingProxyType(
    {
        "en": "utilize=use/utilise=use/utilizing=using/commence=begin/commences=begins/remittance=payment"
        "/adjudicated=decided/adjudication=decision/pursuant=under/aforementioned=this/heretofore=so far"
        "/hereinafter=from now on/herewith=with this/ascertain=find out/endeavor=try/endeavour=try/facilitate=help"
        "/expedite=speed up/expedited=faster/subsequently=later/disbursement=payment/disbursements=payments"
        "/subrogation=claims against others/delinquent=overdue/procure=get/remuneration=pay/ancillary=other"
        "/erroneous=wrong/stipulate=say/stipulated=said/per annum=a year/formulary=list of drugs"
        "/alphanumeric=with letters and digits/authenticate=check who you are/authentication=a check of who you are"
        "/ivr=telephone menu/dtmf=keys/interactive voice response=telephone menu/auto attendant=telephone menu"
        "/automated attendant=telephone menu",
        "es": "sirvase=por favor/susodicho=este/susodicha=esta/antedicho=este/antedicha=esta/coadyuvar=ayudar"
        "/erogacion=pago/erogaciones=pagos/subrogacion=reclamo a terceros/alfanumerico=con letras y números"
        "/alfanumerica=con letras y números/autenticarse=decir quién es/autenticacion=comprobar quién es"
        "/ivr=menú telefónico/dtmf=teclas/a la mayor brevedad=pronto/finiquitar=terminar",
        "fr": "susmentionne=ce/susmentionnee=cette/nonobstant=malgré/subrogation=recours/afferent=lié/afferente=liée"
        "/alphanumerique=avec des lettres et des chiffres/authentification=vérification/authentifier=vérifier"
        "/serveur vocal interactif=menu/svi=menu/dtmf=touches/obtemperer=obéir/diligenter=lancer/susdit=ce",
        "de": "vorgenannte=diese/vorgenannten=diese/diesbezuglich=dazu/hinsichtlich=zu/zwecks=für/obige=diese"
        "/inanspruchnahme=Nutzung/alphanumerisch=mit Buchstaben und Ziffern/alphanumerische=mit Buchstaben und Ziffern"
        "/authentifizieren=ausweisen/authentifizierung=Prüfung/sprachdialogsystem=Telefonmenü/dtmf=Tasten/mfv=Tasten"
        "/unverzuglich=sofort/nichtsdestotrotz=trotzdem",
    }
)


@check("PR021", "hard-words", Severity.INFO)
@once_a_prompt
def hard_words(flow: Flow) -> Iterator[Fault]:
    """Callers hear words that many do not know, and cannot ask what they mean: "remittance", "alphanumeric".

    Looked for are words of offices and of telephone engineers, in English, Spanish, French and German. The grade that
    a readability formula gives is not used: prompts are too short for it, and it is only made for English.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: remittance, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: payments, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: W3C, Making Content Usable, on clear words; the list is a choice of this project.
    """
    lists = {language: dict(pair.split("=") for pair in words.split("/")) for language, words in _PLAINER.items()}
    for text in texts(flow):
        plainer = lists.get(primary(text.language))
        if plainer:
            words = plain(flow, text.text)
            hard = _first(words.words, plainer)
            found = re.search(f" {re.escape(hard)}(?= )", words.words) if hard else None
            if found:
                message = f"callers hear '{words.original(found)}', which many of them do not know"
                yield Fault(flow.place(*text.path), message, f"Say it in plain words: '{plainer[hard]}'.")


def _first(words: str, plainer: dict[str, str]) -> str:
    """Give the first hard word of a text in plain words, or nothing."""
    single = next((word for word in words.split() if word in plainer), "")
    return single or next((several for several in plainer if " " in several and f" {several} " in words), "")
