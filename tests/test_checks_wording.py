"""What prompts say that helps nobody, in four languages; and how real lines speak, which the rules leave alone."""

from __future__ import annotations

from datetime import date

import pytest
from found import findings
from said import quoted, said

# --- PR011: the menu has changed ---


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Please listen carefully as our menu options have changed.", "our menu options have changed"),
        ("en", "Our menu has recently changed.", "Our menu has recently changed"),
        ("en", "Please note that some of our options have been updated.", "some of our options have been updated"),
        ("en-GB", "Listen to the following options have changed.", "following options have changed"),
        ("es", "Nuestro menú ha cambiado.", "menú ha cambiado"),
        ("es-MX", "Escuche con atención, nuestras opciones han cambiado.", "nuestras opciones han cambiado"),
        ("fr", "Attention, notre menu a changé.", "menu a changé"),
        ("fr-CA", "Nos options ont été modifiées.", "Nos options ont été modifiées"),
        ("de", "Bitte beachten Sie: Unser Menü hat sich geändert.", "Menü hat sich geändert"),
        ("de", "Hören Sie gut zu, denn die Auswahl wurde geändert.", "Auswahl wurde geändert"),
    ],
)
def test_a_menu_that_has_changed_is_found(language: str, text: str, words: str) -> None:
    assert quoted(said("PR011", text, language)) == [words]
    assert said("PR012", text, language) == []  # one sentence, one finding


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our hours have changed. We are now open until six."),
        ("en", "Our fax number has changed."),
        ("en", "If your address has changed, press 1. If your phone number has changed, press 2."),
        ("en", "Your plan options have changed for the coming year."),
        ("en", "Your appointment has been changed to Tuesday."),
        ("en", "Our lunch menu has changed for the season."),
        ("en", "The payment options have been updated on your account."),
        ("en", "To hear what has changed in our menu options, press 3."),
        ("en", "Your password has been changed."),
        ("en", "For the main menu, press star."),
        ("es", "Nuestro horario ha cambiado."),
        ("es", "Si su dirección ha cambiado, oprima 1."),
        ("es", "El menú del día ha cambiado."),
        ("fr", "Nos horaires ont changé."),
        ("fr", "Si votre adresse a changé, tapez 1."),
        ("de", "Unsere Öffnungszeiten haben sich geändert."),
        ("de", "Wenn sich Ihre Adresse geändert hat, drücken Sie die 1."),
        ("nl", "Ons menu is veranderd. Our menu has changed."),
    ],
)
def test_other_things_may_have_changed(language: str, text: str) -> None:
    assert said("PR011", text, language) == []


def test_a_menu_may_be_new_until_a_day_that_is_near() -> None:
    def found_with(until: str, rule: str) -> list[str]:
        prompt = f"{{text: Our menu has changed., until: {until}}}"
        text = f"nodes:\n  main: {{say: {prompt}, next: m}}\n  m: {{menu: , options: {{1: desk}}}}\n"
        return [f"{finding.place.column} {finding.message}" for finding in findings(text, (rule,))]

    assert found_with("2026-03-16", "PR011") == []
    assert found_with("2026-03-02", "PR025") == []
    assert found_with("2026-03-17", "PR011") == [
        "15 callers are told 'Our menu has changed', until 2026-03-17, which is long after it is news"
    ]
    assert found_with("2026-03-01", "PR011") == []  # PR025 tells of it
    assert found_with("2026-03-01", "PR025") == ["52 callers hear this still, though it held until 2026-03-01"]


# --- PR012: filler ---


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Welcome. Please listen carefully.", "listen carefully"),
        ("en", "Please listen closely to the following options.", "listen closely to the following options"),
        ("en", "Your call is very important to us.", "Your call is very important to us"),
        ("en", "Please listen to the entire menu before making a selection.", "listen to the entire menu before"),
        ("es", "Su llamada es muy importante para nosotros.", "Su llamada es muy importante"),
        ("es", "Escuche atentamente las siguientes opciones.", "Escuche atentamente las siguientes opciones"),
        ("fr", "Votre appel est important pour nous.", "Votre appel est important"),
        ("fr", "Écoutez attentivement les options suivantes.", "Écoutez attentivement les options"),
        ("de", "Ihr Anruf ist uns sehr wichtig.", "Ihr Anruf ist uns sehr wichtig"),
        ("de", "Bitte hören Sie aufmerksam zu.", "hören Sie aufmerksam zu"),
    ],
)
def test_filler_is_found(language: str, text: str, words: str) -> None:
    assert quoted(said("PR012", text, language)) == [words]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thank you for calling the harbour clinic."),
        ("en", "Please listen carefully, as the code is given only once."),
        ("en", "To listen to your messages, press 1."),
        ("en", "If your call is important to your treatment today, press 2."),
        ("en", "Please hold while we connect you."),
        ("en", "We are sorry to keep you waiting. Somebody will be with you in about four minutes."),
        ("en", "This call may be monitored or recorded for quality assurance."),
        ("en", "It is important that you take the whole dose."),
        ("en", "Please have your account number ready. It is important for finding your order."),
        ("en", "You are number three in line."),
        ("es", "Para escuchar sus mensajes, oprima 1."),
        ("es", "Es importante que tenga a mano su número de socio."),
        ("fr", "Pour écouter vos messages, tapez 1."),
        ("fr", "Merci de votre appel."),
        ("de", "Um Ihre Nachrichten anzuhören, drücken Sie die 1."),
        ("de", "Wichtig: Nehmen Sie das Mittel nach dem Essen."),
        ("it", "Your call is important to us."),
    ],
)
def test_what_helps_callers_is_no_filler(language: str, text: str) -> None:
    assert said("PR012", text, language) == []


# --- PR013: advertising before the first choice ---


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Did you know you can pay online? For sales, press 1.", "Did you know you"),
        ("en", "Visit us at www.example.com. For sales, press 1.", "Visit us at"),
        ("en", "Download our mobile app today. For sales, press 1.", "Download our mobile app"),
        ("en", "Save up to 20 percent this week. For sales, press 1.", "Save up to 20"),
        ("es", "Visite nuestra página. Para ventas, oprima 1.", "Visite nuestra página"),
        ("es", "¿Sabía que puede pagar en línea? Para ventas, oprima 1.", "Sabía que"),
        ("fr", "Rendez-vous sur notre site. Pour les ventes, tapez 1.", "Rendez-vous sur notre site"),
        ("fr", "Téléchargez notre application. Pour les ventes, tapez 1.", "Téléchargez notre application"),
        ("de", "Besuchen Sie uns im Internet. Für den Verkauf drücken Sie die 1.", "Besuchen Sie uns im"),
        ("de", "Folgen Sie uns auf Facebook. Für den Verkauf drücken Sie die 1.", "Folgen Sie uns auf"),
    ],
)
def test_advertising_before_the_first_choice_is_found(language: str, text: str, words: str) -> None:
    assert quoted(said("PR013", text, language)) == [words]
    before = text.partition("1.")[0].rpartition(". ")[0].rpartition("? ")[0] or text.partition(". ")[0]
    assert quoted(said("PR013", f"{before}.", language, verb="say")) == [words]
    assert said("PR013", text, language, verb="last") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thank you for calling Harbour Savings. For help with our website, press 1."),
        ("en", "For our special offers, press 1. For billing, press 2."),
        ("en", "For sales, press 1. You can also visit us online."),
        ("en", "If this is an emergency, hang up and dial 911 or go to the nearest emergency room."),
        ("en", "Our website is down at the moment. For sales, press 1."),
        ("en", "Our privacy policy is at www.example.com. This call is recorded."),
        ("en", "We are closed today because of the snow."),
        ("en", "Did you know the number of your order, you could press 1."),
        ("en", "Visiting hours are from two to six."),
        ("en", "Wait times are long today: about twenty minutes."),
        ("en", "You have reached the sales office of Miller and Sons."),
        ("es", "Si es una emergencia, cuelgue y marque 911."),
        ("es", "Para ofertas especiales, oprima 2."),
        ("fr", "Pour nos offres spéciales, tapez 2."),
        ("fr", "En cas d'urgence, composez le 15."),
        ("de", "Für Sonderangebote drücken Sie die 2."),
        ("de", "Bei einer Störung drücken Sie die 1."),
        ("pt", "Visit our website."),
    ],
)
def test_options_and_notices_are_no_advertising(language: str, text: str) -> None:
    assert said("PR013", text, language) == []


def test_callers_who_find_nobody_may_be_sent_to_a_website() -> None:
    text = (
        "hours: {desk: 'Mon-Fri 08:00-17:00'}\nnodes:\n  main: {hours: desk, open: desk, closed: shut}\n"
        "  shut: {say: 'We are closed. Visit our website.', next: m}\n  m: {menu: , options: {1: desk}}\n"
    )
    assert findings(text, ("PR013",)) == ()


# --- PR016: blame ---


@pytest.mark.parametrize(
    ("language", "text", "words", "verb"),
    [
        ("en", "That is an invalid option.", "invalid", "wrong"),
        ("en", "Sorry, that was the wrong key.", "wrong key", "wrong"),
        ("en", "Incorrect selection.", "Incorrect", "wrong"),
        ("en", "You have made an invalid selection.", "You have made an invalid", "say"),
        ("en", "The code that you entered is incorrect.", "you entered is incorrect", "say"),
        ("es", "Opción no válida.", "no válida", "wrong"),
        ("es", "La opción es incorrecta.", "incorrecta", "wrong"),
        ("fr", "Votre choix est invalide.", "invalide", "wrong"),
        ("fr", "Saisie incorrecte.", "Saisie incorrecte", "say"),
        ("de", "Ungültige Eingabe.", "Ungültige", "wrong"),
        ("de", "Ihre Eingabe war falsch.", "Eingabe war falsch", "say"),
    ],
)
def test_blame_is_found(language: str, text: str, words: str, verb: str) -> None:
    assert quoted(said("PR016", text, language, verb=verb)) == [words]


@pytest.mark.parametrize(
    ("language", "text", "verb"),
    [
        ("en", "Sorry, that is not one of the choices.", "wrong"),
        ("en", "Sorry, nothing is on that key.", "wrong"),
        ("en", "Something went wrong on our side. Please try again.", "wrong"),
        ("en", "If you have the wrong number, please hang up.", "wrong"),
        ("en", "Sorry, I did not get that.", "wrong"),
        ("en", "If the address is incorrect, press 2.", "menu"),
        ("en", "To report a wrong delivery, press 3.", "menu"),
        ("en", "To tell us what is wrong with your order, press 1.", "menu"),
        ("en", "Bad weather keeps us closed today.", "say"),
        ("en", "We could not find that number.", "say"),
        ("en", "Your coupon code may be invalid in some shops.", "say"),
        ("en", "The price on the last bill was incorrect. We have sent a new one.", "say"),
        ("es", "Perdón, esa tecla no tiene función.", "wrong"),
        ("es", "Si la dirección es incorrecta, oprima 2.", "menu"),
        ("fr", "Désolé, cette touche n'est pas utilisée.", "wrong"),
        ("fr", "Si l'adresse est incorrecte, tapez 2.", "menu"),
        ("de", "Diese Taste ist leider nicht belegt.", "wrong"),
        ("de", "Wenn die Adresse falsch ist, drücken Sie die 2.", "menu"),
        ("it", "Invalid.", "wrong"),
    ],
)
def test_other_things_may_be_wrong(language: str, text: str, verb: str) -> None:
    assert said("PR016", text, language, verb=verb) == []


# --- PR025: what is past ---


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Until January 31, 2026, we are at 12 Main Street.", "January 31, 2026"),
        ("en", "We will be closed on 1 March 2026.", "1 March 2026"),
        ("en", "Our offices are closed through February 2026.", "February 2026"),
        ("en", "The deadline is the 15th of January 2026.", "15th of January 2026"),
        ("es", "Hasta el 31 de enero de 2026 estamos en la calle Mayor.", "31 de enero de 2026"),
        ("es", "Estaremos cerrados el 2 de febrero del 2026.", "2 de febrero del 2026"),
        ("fr", "Nous sommes fermés jusqu'au 15 février 2026.", "15 février 2026"),
        ("fr", "Le bureau sera fermé le 1er janvier 2026.", "1er janvier 2026"),
        ("de", "Bis zum 15. Februar 2026 sind wir in der Hafenstraße.", "15. Februar 2026"),
        ("de", "Am 1. März 2026 bleibt unser Büro geschlossen.", "1. März 2026"),
    ],
)
def test_what_was_to_come_and_is_past_is_found(language: str, text: str, words: str) -> None:
    assert quoted(said("PR025", text, language, verb="say")) == [words]
    assert said("PR025", text, language, verb="say", today=date(2025, 12, 31)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Until March 31, 2026, we are at 12 Main Street."),
        ("en", "We will be closed from February 20 to March 5, 2026."),
        ("en", "We were founded on 4 May 2001."),
        ("en", "Since January 5, 2026, we no longer take checks."),
        ("en", "As of February 1, 2026, our office is closed on Mondays."),
        ("en", "If your policy began before January 1, 2020, press 2."),
        ("en", "We will be closed on Thanksgiving and on January 1."),
        ("en", "Cars built until March 2019 are affected by the recall."),
        ("en", "Our menu of February 2026 is on the wall."),
        ("en", "You will hear four options."),
        ("en", "Room 2019 will be open until six."),
        ("es", "Desde el 1 de febrero de 2026 estamos cerrados los lunes."),
        ("es", "Hasta el 31 de marzo de 2026 estamos en la calle Mayor."),
        ("fr", "Depuis le 1er janvier 2026, le bureau est fermé le lundi."),
        ("de", "Seit dem 1. Februar 2026 ist montags geschlossen."),
        ("de", "Bis zum 15. April 2026 sind wir in der Hafenstraße."),
        ("it", "Until January 31, 2026."),
    ],
)
def test_dates_that_are_not_past_or_began_something_stay(language: str, text: str) -> None:
    assert said("PR025", text, language, verb="say") == []
