"""In which country a document's numbers are dialled, where they have no country's code."""

from __future__ import annotations

import pytest
from heard import read

from ivr.prose.extracted import extract
from ivr.prose.opened import read_document

MENU = "\n\nPress 1 for bills, press 2 for repairs.\n"


@pytest.mark.parametrize(
    ("page", "number"),
    [
        ("Roscommon Credit Union, Ireland. Ring 090 555 0182.", "+353905550182"),
        ("Our office is on 01 555 0147 (from abroad dial 353 and drop the 0).", "+35315550147"),
        ("Free from anywhere in New Zealand: ring 0800 496 730.", "+64800496730"),
        ("Wattle Ridge School, 14 Cutting Lane, NSW 2620. Ring (02) 5550 6120.", "+61255506120"),
        ("Ring 1300 975 709, 8am to 8pm Sydney time.", "+611300975709"),
        ("Call 1300 GO LAWN, from Cairns to Hobart.", "+611300465296"),
        ("Phone 031 555 0164, KwaZulu-Natal, South Africa.", "+27315550164"),
        ("Toll free 1800 496 0188 within India. Charges Rs. 50.", "+9118004960188"),
        ("Call 1800 496 0188, a dollar a minute.", "+18004960188"),
        ("Ring 020 7946 0188. Calls cost £1.", "+442079460188"),
        ("Ring 0800 496 0188; our shop in Wellington Road is open.", "+448004960188"),
    ],
)
def test_a_number_is_read_as_its_country_has_it(page: str, number: str) -> None:
    assert {one.number for one in read(page + MENU, "page.txt").options} == {number}


def test_a_row_names_the_country_of_its_number() -> None:
    rows = "| Where you are | Number |\n|---|---|\n| Germany | 069 90009 218 |\n| Ireland | 01 920 0146 |\n"
    page = f"{rows}\nYou hear the same menu whichever number you ring: press 1 for bills, press 2 for repairs.\n"
    assert read(page, "page.md").numbers == ("+496990009218", "+35319200146")


def test_a_page_may_name_its_country_in_its_language() -> None:
    page = f'<html lang="en-NZ"><p>Our phone is 06 555 0148.</p><p>{MENU}</p></html>'
    assert {one.number for one in read(page, "page.html").options} == {"+6465550148"}


MENUS = {
    "de": "\n\nDrücken Sie 1 für Rechnungen und 2 für Störungen.\n",
    "es": "\n\nOprima 1 para pagos y 2 para averías.\n",
    "fr": "\n\nPour une facture, tapez 1. Pour une panne, tapez 2.\n",
}


@pytest.mark.parametrize(
    ("language", "page", "number"),
    [
        ("de", "Auskunft im Jänner unter 02852 / 555 40, Klappe 3.", "+43285255540"),
        ("fr", "Accueil du lundi au vendredi, 027 555 61 70, taxe CHF 2.-.", "+41275556170"),
        ("fr", "Formez le 085 55 31 70 (Les Cars de la Meuse, ASBL).", "+3285553170"),
        ("es", "Si no tenés turno, llamá al (0351) 455-0170 y apretá una opción.", "+543514550170"),
        ("es", "Cooperativa del Sur, Carrera 12 # 40-11, NIT 800.555. Línea 604 555 0170.", "+576045550170"),
        ("de", "Sie erreichen uns unter 05151 / 5550-0.", "+49515155500"),
    ],
)
def test_words_and_groups_of_digits_tell_of_a_country(language: str, page: str, number: str) -> None:
    assert {one.number for one in read(page + MENUS[language], "page.txt").options} == {number}


@pytest.mark.parametrize("region", ["GB", "DE", "AU", "IN"])
def test_a_number_with_the_code_of_america_is_none_of_another_country(region: str) -> None:
    page = read_document(b"Call 1-888-555-0142 and press 1 for sales.", "page.txt")
    assert extract([page], region).numbers == ("+18885550142",)


@pytest.mark.parametrize(("region", "said"), [("GB", "0113 496 0100 9-5"), ("US", "802-555-0100 2-1-4")])
def test_digits_behind_a_number_are_left_out_and_none_of_it(region: str, said: str) -> None:
    assert [
        number[-10:] for number in extract([read_document(f"Call {said}".encode(), "page.txt")], region).numbers
    ] in (
        ["1134960100"],
        ["8025550100"],
    )
