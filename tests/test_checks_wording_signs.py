"""How prompts name keys and write what is spoken: usual words, one name a key, and nothing that a voice cannot say."""

from __future__ import annotations

import pytest
from found import findings, found
from said import quoted, said

# --- PR014: the usual words ---


@pytest.mark.parametrize(
    ("language", "text", "words", "verb"),
    [
        ("en", "For sales, hit 1. For billing, hit 2.", "hit 1", "menu"),
        ("en", "For sales, dial 1.", "dial 1", "menu"),
        ("en", "For sales, push the 1 key.", "push the 1", "menu"),
        ("en", "Punch in your account number.", "Punch in your account number", "ask"),
        ("en", "Type your zip code.", "Type your zip code", "ask"),
        ("en", "Your call will be disconnected.", "Your call will be disconnected", "say"),
        ("en", "To terminate this call, press 9.", "terminate this call", "menu"),
        ("es", "Su llamada será desconectada.", "Su llamada será desconectada", "say"),
        ("fr", "Vous allez être déconnecté.", "Vous allez être déconnecté", "say"),
        ("de", "Für den Verkauf tippen Sie die 1.", "tippen Sie die 1", "menu"),
    ],
)
def test_unusual_words_are_found(language: str, text: str, words: str, verb: str) -> None:
    assert quoted(said("PR014", text, language, verb=verb)) == [words]


@pytest.mark.parametrize(
    ("language", "text", "verb"),
    [
        ("en", "For sales, press 1. For billing, select 2. To repeat, choose 9.", "menu"),
        ("en", "If you know your party's extension, you may dial it at any time.", "menu"),
        ("en", "If this is an emergency, hang up and dial 911.", "menu"),
        ("en", "To disconnect your service, press 4.", "menu"),
        ("en", "Your service was disconnected on Monday.", "say"),
        ("en", "To push back your delivery, press 2.", "menu"),
        ("en", "If your car was hit, press 3.", "menu"),
        ("en", "For key 24 tickets, press 1.", "menu"),
        ("en", "What type of account do you have? For savings, press 1.", "menu"),
        ("en", "Enter your account number, then press pound.", "ask"),
        ("en", "To terminate a contract, press 3.", "menu"),
        ("en", "Dial 9 for an outside line.", "menu"),
        ("en", "You dialed the right number.", "say"),
        ("en", "Enter the date on the type label.", "ask"),
        ("es", "Para ventas, marque 1. Para soporte, oprima 2.", "menu"),
        ("es", "Para hablar con un agente, presione 0.", "menu"),
        ("fr", "Pour les ventes, tapez 1. En cas d'urgence, composez le 15.", "menu"),
        ("de", "Für den Verkauf wählen Sie die 1. Die Verbindung wird getrennt.", "menu"),
        ("it", "Hit 1.", "menu"),
    ],
)
def test_usual_words_stay(language: str, text: str, verb: str) -> None:
    assert said("PR014", text, language, verb=verb) == []


# --- PR015: one key, one name ---


def named(language: str, *prompts: str) -> list[str]:
    """Give what PR015 finds where these are the prompts of asks, one after the other."""
    names = ["main", *[f"n{number}" for number in range(1, len(prompts))], "desk"]
    nodes = [
        f'  {names[number]}: {{ask: "{text}", into: x{number}, digits: 4, next: {names[number + 1]}}}'
        for number, text in enumerate(prompts)
    ]
    text = "\n".join([f"languages: [{language}]", "keys: {}", "nodes:", *nodes, ""])
    return [line.partition(" PR015 ")[2] for line in found(text, "PR015")]


@pytest.mark.parametrize(
    ("language", "prompts", "names"),
    [
        ("en", ("Your code, then press pound.", "Your number, then press hash."), ("hash", "pound")),
        ("en", ("To go back, press star.", "To go back, press asterisk."), ("asterisk", "star")),
        ("es", ("Su número, luego oprima numeral.", "Su clave, luego oprima gato."), ("gato", "numeral")),
        ("fr", ("Votre code, puis appuyez sur dièse.", "Votre code, puis appuyez sur carré."), ("carré", "dièse")),
        ("de", ("Danach drücken Sie Raute.", "Danach drücken Sie Doppelkreuz."), ("Doppelkreuz", "Raute")),
    ],
)
def test_a_key_with_two_names_is_found_once(language: str, prompts: tuple[str, str], names: tuple[str, str]) -> None:
    key = "*" if "star" in names else "#"
    assert named(language, *prompts) == [
        f"callers hear the key {key} called '{names[0]}' here, and '{names[1]}' elsewhere"
    ]


@pytest.mark.parametrize(
    ("language", "prompts"),
    [
        ("en", ("Your code, then press pound.", "Your number, then press the pound key.", "Press Pound.")),
        ("en", ("Your code, then press hash.", "Your number, then the hash key.")),
        ("en-GB", ("Your code, then press hash.",)),
        ("en", ("Your code, then press #.", "Your number, then press pound.")),
        ("en", ("To go back, press star. Then press pound.",)),
        ("en", ("Meat is 4 dollars a pound. Hash is for breakfast.", "Press pound.")),
        ("en", ("For a person, press 0.", "For a person, press zero.")),
        ("en", ("Para español, oprima asterisco.", "To go back, press star.")),
        ("en", ("Star Travel, welcome.", "Ask for Mister Asterisk.")),
        ("en", ("When you are finished, press the pound or hash key.", "Your code, then press pound.")),
        ("es", ("Su número, luego oprima numeral.", "Su clave, seguida de la tecla numeral.")),
        ("de", ("Danach drücken Sie die Raute-Taste.", "Danach drücken Sie Rautetaste.", "Dann drücken Sie Raute.")),
        ("de", ("Zurück mit Stern: drücken Sie Stern.", "Zurück: drücken Sie die Sterntaste.")),
        ("fr", ("Votre code, puis appuyez sur dièse.", "Pour finir, appuyez sur la touche dièse.")),
    ],
)
def test_one_name_is_enough(language: str, prompts: tuple[str, ...]) -> None:
    assert named(language, *prompts) == []


def test_what_the_announcement_calls_a_key_counts() -> None:
    text = (
        "nodes:\n  main: {menu: Hello., options: {1: {say: a card, go: card}}}\n"
        "  card: {ask: 'Your card number. To go back, press asterisk.', into: x, digits: 4, next: desk}\n"
    )
    assert found(text, "PR015") == ["5:15 PR015 callers hear the key * called 'asterisk' here, and 'star' elsewhere"]
    own = f"wording: {{en: {{keys: {{'*': asterisk}}}}}}\n{text}"
    assert found(own, "PR015") == []


# --- PR017: options in one wording ---


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "For sales, press 1. For billing, select 2.", ("press", "select")),
        ("en", "For sales, press 1. For billing, option 2.", ("press", "option")),
        ("es", "Para ventas, oprima 1. Para soporte, marque 2.", ("oprima", "marque")),
        ("es", "Para ventas, pulse 1. Para soporte, pulsa 2.", ("pulse", "pulsa")),
        ("fr", "Pour les ventes, tapez 1. Pour les factures, faites le 2.", ("tapez", "faites")),
        ("de", "Für Verkauf drücken Sie die 1. Für Rechnungen wählen Sie die 2.", ("drücken", "wählen")),
    ],
)
def test_two_wordings_in_one_prompt_are_found(language: str, text: str, words: tuple[str, str]) -> None:
    assert said("PR017", text, language) == [
        f"callers hear '{words[0]}' for one key and '{words[1]}' for the next, and listen for a difference"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "For sales, press 1. If you want billing, press 2. To hear this again, press 9."),
        ("en", "For sales, press 1, for billing, 2, or for help, 3."),
        ("en", "Press 1 for sales, or select 2 for billing."),  # PR005
        ("en", "For sales, press 1. For billing, hit 2."),  # PR014
        ("en", "To select a seat, press 1. To choose a meal, press 2."),
        ("en", "Select one of these options. For sales, press 1. For billing, press 2."),
        ("en", "For sales, press or say 1. For billing, press or say 2."),
        ("en", "Para español, oprima 8. For English, press 9."),
        ("en", "If this is an emergency, hang up and dial 911. For sales, press 1."),
        ("en", "Enter your four digit code, then press pound. For sales, press 1."),
        ("es", "Para ventas, oprima 1. Para soporte, oprima 2."),
        ("fr", "Pour les ventes, tapez 1. Pour revenir, appuyez sur étoile."),
        ("de", "Für Verkauf drücken Sie die 1, für Rechnungen die 2."),
        ("it", "Sales: press 1. Billing: select 2."),
    ],
)
def test_one_wording_stays(language: str, text: str) -> None:
    assert said("PR017", text, language) == []


# --- PR018: pauses ---


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("For sales press 1 for billing press 2 for help press 3 for jobs press 4", "1, 2 and 3"),
        ("For sales, press 1. For billing, press 2 for help press 3 for jobs press 4.", "2, 3 and 4"),
    ],
)
def test_options_in_one_breath_are_found(text: str, keys: str) -> None:
    assert said("PR018", text) == [f"callers hear what the keys {keys} do in one breath"]


@pytest.mark.parametrize(
    "text",
    [
        "For sales, press 1. For billing, press 2. For help, press 3. For jobs, press 4.",
        "For sales press 1, for billing press 2, for help press 3, for jobs press 4.",
        "For sales press 1; for billing press 2; for help press 3; for jobs press 4.",
        "For sales press 1\nFor billing press 2\nFor help press 3\nFor jobs press 4",
        "Press 1 for sales, 2 for billing, 3 for help or 4 for jobs.",
        "For sales press 1 for billing press 2 or for help press 3.",
        "For sales press 1... for billing press 2... for help press 3... for jobs press 4.",
        "Press 1, 2, 3 or 4.",
        "Rate us from 1 to 5: press 1, 2, 3, 4 or 5.",
        "To rate us, press 1 through 5 now",
        'For sales press 1 <break time="500ms"/> billing press 2 <break/> for help press 3 <break/> for jobs press 4',
        "Enter your account number then press pound",
    ],
)
def test_options_with_pauses_stay(text: str) -> None:
    assert said("PR018", text) == []


def test_a_recording_has_pauses_of_its_own() -> None:
    text = "For sales press 1 for billing press 2 for help press 3 for jobs press 4"
    prompt = f"{{audio: a.wav, text: {text}}}"
    assert findings(f"nodes:\n  main: {{menu: {prompt}, announce: as-is, options: {{1: desk}}}}\n", ("PR018",)) == ()


# --- PR021: hard words ---


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "Remittance", "Remittance"),
        ("en", "Enter your alphanumeric code.", "alphanumeric"),
        ("es", "Introduzca su código alfanumérico.", "alfanumérico"),
        ("fr", "Saisissez votre code alphanumérique.", "alphanumérique"),
        ("de", "Zwecks Authentifizierung geben Sie Ihre Nummer ein.", "Zwecks"),
    ],
)
def test_hard_words_are_found(language: str, text: str, word: str) -> None:
    assert quoted(said("PR021", text, language, verb="option")) == [word]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thank you for calling the pharmacy. Have your member number ready."),
        ("en", "For prescription refills or deliveries."),
        ("en", "a deductible, a copayment or a claim"),
        ("en", "an appointment with the dermatologist"),
        ("en", "Medicare Part D"),
        ("en", "mortgages and loans"),
        ("en", "a remit of the council, in Use Street"),
        ("en", "technical support for your router"),
        ("en", "prior authorization for a medicine"),
        ("en", "Utilities and water"),
        ("es", "Para utilizar su tarjeta, necesita su clave."),
        ("es", "facturación y pagos"),
        ("fr", "une question sur votre facture"),
        ("fr", "l'assistance technique"),
        ("de", "eine Frage zu Ihrer Rechnung"),
        ("de", "Terminvereinbarung und Rezepte"),
        ("pl", "Remittance"),
    ],
)
def test_plain_words_stay(language: str, text: str) -> None:
    assert said("PR021", text, language, verb="option") == []


# --- PR022: what a voice cannot say ---


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Welcome to <b>Harbour</b> clinic.", "<b>"),
        ("Welcome.<br/>For sales, press 1.", "<br/>"),
        ("Hello, {first name}.", "{first name}"),
        ("Hello, {{name}}.", "{{name}}"),
        ("Hello, {}.", "{}"),
        ("Hello, %s.", "%s"),
        ("Go to https://www.example.com/pay.", "https://www.example.com/pay"),
        ("Go to www.example.com/pay?id=4.", "www.example.com/pay?id=4."),
        ("Welcome \N{WAVING HAND SIGN}", "\N{WAVING HAND SIGN}"),
        ("Sales \N{RIGHTWARDS ARROW} press 1", "\N{RIGHTWARDS ARROW}"),
        ("This is **important**.", "**important**"),
        ("See [our page](https://www.example.com).", "https://www.example.com"),
        ("Smith &amp; Sons", "&amp;"),
        ("One moment <break time=500ms/> please.", "<break time=500ms/>"),
        ("One <emphasis>moment.", "<emphasis>"),
    ],
)
def test_what_a_voice_cannot_say_is_found(text: str, sign: str) -> None:
    assert quoted(said("PR022", text, verb="say")) == [sign]
    assert said("PR027", text, verb="say") == []


@pytest.mark.parametrize(
    "text",
    [
        "Smith & Sons, AT&T, R&B.",
        "Write to us at www.example.com or help@example.com.",
        "Your balance is {balance} dollars, {first-name}.",
        "Your balance is ${balance}.",
        "It costs $25, or 20% less on Mondays.",
        "We are at 5 °C today. Harbour™ is a trade mark.",
        "Naïve Café, Zürich: señor Núñez, où est-ce?",
        "Open nine to five \N{EM DASH} except Sundays…",
        "Is 3 < 5? Yes.",
        'One moment <break time="500ms"/> please.',
        '<speak>Your number is <say-as interpret-as="digits">12345</say-as>.</speak>',
        "Say “yes” or “no”.",
        "Room #4 is free; press * to go back.",
        "*** Welcome ***",
        "Ask for 50% sugar.",
        "你好",
    ],
)
def test_what_a_voice_can_say_stays(text: str) -> None:
    assert said("PR022", text, verb="say") == []


# --- PR023: rows of digits ---


@pytest.mark.parametrize(
    ("text", "digits", "apart"),
    [
        ("Call us at 3125550142.", "3125550142", "312-555-0142"),
        ("Call us at 18005550100.", "18005550100", "1-800-555-0100"),
        ("Write to P.O. Box 52058.", "52058", "5 2 0 5 8"),
        ("The code is #48213.", "48213", "4 8 2 1 3"),
    ],
)
def test_a_row_of_digits_is_found(text: str, digits: str, apart: str) -> None:
    rows = findings(f'nodes:\n  main: {{say: "{text}", next: desk}}\n', ("PR023",))
    assert [(row.message.split("'")[1], row.fault.hint) for row in rows] == [
        (digits, f"Write it as it is to be spoken: `{apart}`.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Call us at 1-800-555-0100 or (312) 555-0142.",
        "Call us at 312.555.0142 or 312 555 0142.",
        "We were founded in 1998.",
        "You have 25000 points.",
        "The prize is $12000.",
        "It costs 15000 euros.",
        "More than 20000 people call us every day.",
        "Write to P.O. Box 5 2 0 5 8.",
        "Your balance is 12,500.75.",
        "We are open from 8:00 to 17:30.",
        "For form W2 or 1099, press 1.",
        "Your flight is BA12345.",
        "It is 10000% safe.",
        'The code is <say-as interpret-as="digits">48213</say-as>.',
        "Your order is on its way, {member}.",
    ],
)
def test_amounts_and_written_out_numbers_stay(text: str) -> None:
    assert said("PR023", text, verb="say") == []


# --- PR019 and PR026 run where they are asked for ---


def test_rules_that_are_off_run_only_by_their_name() -> None:
    text = "nodes:\n  main: {say: 'What can we do?', next: m}\n  m: {menu: , options: {1: desk, 2: desk, 3: desk}}\n"
    assert {finding.code for finding in findings(text)}.isdisjoint({"PR019", "PR026"})
    assert {finding.code for finding in findings(text, ("PR019", "PR026"))} == {"PR019", "PR026"}
    assert findings(text, ("PR",)) != findings(text, ("PR", "PR019"))


@pytest.mark.parametrize(
    ("language", "prompt"),
    [
        ("en", "You have three options."),
        ("en", "Choose from these 3 options."),
        ("es", "Tiene tres opciones."),
        ("fr", "Vous avez trois choix."),
        ("de", "Sie haben drei Möglichkeiten."),
        ("it", "Benvenuti."),
    ],
)
def test_a_menu_that_counts_its_options_stays(language: str, prompt: str) -> None:
    options = "{1: {say: a, go: desk}, 2: {say: b, go: desk}, 3: {say: c, go: desk}}"
    menu = f"nodes:\n  main: {{menu: PROMPT, options: {options}}}\n"
    text = f"languages: [{language}]\n{menu}"
    assert findings(text.replace("PROMPT", prompt), ("PR019",)) == ()
    expected = [] if language == "it" else ["PR019"]
    assert [finding.code for finding in findings(text.replace("PROMPT", "Harbour."), ("PR019",))] == expected


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("What can we do for you?", "."),
        ("Would you like a refill or a new order?", "."),
        ("Do you have your number.", "?"),
        ("Is this right.", "?"),
        ("What can we do for you.", ""),
        ("Do you have your number?", ""),
        ("Would you like a refill, or a new order.", ""),
        ("Do you want to go on, or not?", ""),
        ("Whatever you need, we are here.", ""),
        ("When you are done, press pound.", ""),
        ("May is our busiest month.", ""),
        ("Thank you for calling.", ""),
        ("Is: press 1.", ""),
    ],
)
def test_the_tune_of_a_question(text: str, mark: str) -> None:
    hints = [one.fault.hint for one in findings(f"nodes:\n  main: {{say: '{text}', next: desk}}\n", ("PR026",))]
    assert hints == ([f"End it with '{mark}'."] if mark else [])
