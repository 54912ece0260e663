"""Secrets of callers, recording, protected nodes, numbers that cost: what is found and, above all, what is not."""

from __future__ import annotations

import time

import pytest
from found import findings, found
from frame import framed

from ivr.analysis.carried import NOTHING, Fact, arrivals
from ivr.analysis.dear_numbers import country_of, is_premium
from ivr.analysis.sensitive import CARD, CODE, PIN, SOCIAL, secret
from ivr.check import Selection, run_checks
from ivr.checks import catalogue
from ivr.edit import edited
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.node import Exit
from ivr.nodes.ask import Ask
from ivr.witness import Shows, Witness


def flow(*nodes: str) -> str:
    return "nodes:\n" + "".join(f"  {node}\n" for node in nodes)


def read(text: str) -> Flow:
    loaded = load_text(framed(text)).flow
    assert loaded is not None
    return loaded


def shown(text: str, code: str) -> list[Shows | Witness | None]:
    """Give the calls that a rule asks for, before they are looked for."""
    rule = next(rule for rule in catalogue() if rule.code == code)
    return [fault.call for fault in rule.find(read(text))]


# --- what is a secret ---


@pytest.mark.parametrize(
    ("words", "fields", "kind"),
    [
        ("Please enter your sixteen digit credit card number.", {}, CARD),
        ("Enter the number on the front of your card.", {"digits": "13-19"}, CARD),
        ("Enter the number of your debit card, then pound.", {"end": "#"}, CARD),
        ("Introduzca su número de tarjeta de crédito.", {}, CARD),
        ("Entrez le numéro de votre carte bancaire.", {}, CARD),
        ("Bitte geben Sie Ihre Kreditkartennummer ein.", {}, CARD),
        ("Enter the number.", {"into": "card-number", "digits": "16"}, CARD),
        ("Enter the number.", {"into": "cardNumber", "digits": "16"}, CARD),
        ("Enter the last four digits of your credit card.", {"digits": "4"}, ""),
        ("Enter the last four digits of your credit card number.", {}, ""),
        ("Enter the amount to pay with your credit card, then pound.", {"end": "#"}, ""),
        ("Enter the expiration date of your credit card.", {"digits": "4"}, ""),
        ("Enter your sixteen digit gift card number.", {"digits": "16"}, ""),
        ("Enter the number of your library card.", {"digits": "14"}, ""),
        ("Enter the six digits on your patient card.", {"digits": "6"}, ""),
        ("Geben Sie Ihre Kundenkartennummer ein.", {"digits": "16"}, ""),
        ("Enter the three digits on the back of your card.", {"digits": "3"}, CODE),
        ("Enter the security code on your card.", {}, CODE),
        ("Saisissez le cryptogramme.", {}, CODE),
        ("Ingrese el código de seguridad de su tarjeta.", {}, CODE),
        ("Geben Sie die Prüfziffer auf der Rückseite Ihrer Karte ein.", {}, CODE),
        ("Enter the code.", {"into": "cvv"}, CODE),
        ("Enter the number on the back of your card.", {}, ""),
        ("Enter the verification code that we sent you.", {"digits": "6"}, ""),
        ("Enter your four-digit PIN.", {"digits": "4"}, PIN),
        ("Please key in your password, then pound.", {"end": "#"}, PIN),
        ("Marque su clave secreta.", {}, PIN),
        ("Saisissez votre code confidentiel.", {}, PIN),
        ("Bitte geben Sie Ihre Geheimzahl ein.", {}, PIN),
        ("If you have forgotten your PIN, enter your member number.", {"digits": "9"}, ""),
        ("To reset your PIN, press 1.", {"digits": "1"}, ""),
        ("Enter your member number. You do not need your PIN.", {"digits": "9"}, ""),
        ("Enter your PIN code, the six digits of your postal address.", {"digits": "6"}, PIN),
        ("Enter your postal PIN code.", {"digits": "6"}, ""),
        ("Enter your nine digit social security number.", {}, SOCIAL),
        ("Introduzca su número de la seguridad social.", {}, SOCIAL),
        ("Composez votre numéro de sécurité sociale.", {}, SOCIAL),
        ("Geben Sie Ihre Sozialversicherungsnummer ein.", {}, SOCIAL),
        ("If you receive social security benefits, enter your zip code.", {"digits": "5"}, ""),
        ("Give us your opinion, from 1 to 5.", {"digits": "1"}, ""),
        ("Now your date of birth.", {"digits": "8", "check": "date MMDDYYYY"}, ""),
        ("Geben Sie Ihre Postleitzahl ein.", {"digits": "5"}, ""),
        ("", {}, ""),
    ],
)
def test_what_an_ask_collects(words: str, fields: dict[str, str], kind: str) -> None:
    node = Ask.model_validate({"ask": words, "into": "entry", **fields})
    assert secret(node) == kind


PIN_ASKED = "main: {ask: Enter your PIN., into: pin, digits: 4, next: look}"
LOOK = "look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: sorry, failed: sorry}}"


def test_a_secret_is_marked_once_and_the_mark_can_be_put_there() -> None:
    text = flow(PIN_ASKED, LOOK)
    (finding,) = findings(text, ("SE001",))
    assert finding.place.line == 4
    assert "'main' asks for a PIN or password" in finding.message
    assert finding.fault.fix is not None
    mended = edited(framed(text), finding.fault.fix.edits)
    assert "digits: 4, next: look, sensitive: yes}" in mended
    assert findings(mended, ("SE001",), bare=True) == ()


@pytest.mark.parametrize("word", ["yes", "no"])
def test_who_says_whether_it_is_confidential_has_decided(word: str) -> None:
    assert found(flow(PIN_ASKED.replace("next:", f"sensitive: {word}, next:"), LOOK), "SE001") == []


def test_an_ask_that_nobody_comes_to_is_left_alone() -> None:
    text = flow("main: {say: Hello., next: desk}", PIN_ASKED.replace("main", "other"), LOOK)
    assert found(text, "SE001") == []


# --- where secrets go ---

ENTERED = "main: {ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, next: then}"


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        (["then: {say: 'It is {pin}.', next: desk}"], ["5:15 SE002 'pin' is confidential, but 'then' speaks it aloud"]),
        (
            ["then: {transfer: representative, pass: [member, pin], busy: sorry, no-answer: sorry}"],
            ["5:51 SE002 'pin' is confidential, but 'then' shows it to people"],
        ),
        (
            ["then: {set: {copy: pin}, next: told}", "told: {say: 'It is {copy}.', next: desk}"],
            ["6:15 SE002 'copy' holds what callers enter at 'main', which is confidential, but 'told' speaks it aloud"],
        ),
        (["then: {lookup: account, pass: [pin], outcomes: {right: desk, failed: desk}}"], []),
        (["then: {branch: [{when: pin == 1234, go: desk}], else: sorry}"], []),
        (["then: {set: {pin: 0}, next: told}", "told: {say: 'It is {pin}.', next: desk}"], []),
        (
            ["then: {ask: Number?, into: pin, digits: 2, next: told}", "told: {say: 'It is {pin}.', next: desk}"],
            [],
        ),
        (["then: {say: 'Thank you.', next: desk}", "told: {say: 'It is {pin}.', next: desk}"], []),
        (
            ["then: {run: sub, then: told}", "sub: {return: done}", "told: {say: 'It is {pin}.', next: desk}"],
            ["7:15 SE002 'pin' is confidential, but 'told' speaks it aloud"],
        ),
        (
            [
                "then: {run: sub, then: told}",
                "sub: {set: {pin: 0}, next: back-there}",
                "back-there: {return: done}",
                "told: {say: 'It is {pin}.', next: desk}",
            ],
            [],
        ),
    ],
)
def test_where_a_secret_goes(nodes: list[str], expected: list[str]) -> None:
    assert [line.partition(", and")[0] for line in found(flow(ENTERED, *nodes), "SE002")] == expected


def test_a_text_of_the_whole_flow_leaks_where_it_is_heard_afterwards() -> None:
    text = "defaults: {wrong: 'Not {pin}.', otherwise: desk}\n"
    asked = flow(ENTERED, "then: {ask: Number?, into: other, digits: 2, next: desk}")
    assert [line[:10] for line in found(text + asked, "SE002")] == ["1:19 SE002"]
    assert found(text + flow(ENTERED, "then: {say: Thank you., next: desk}"), "SE002") == []


def test_a_sub_flow_comes_back_only_to_where_it_was_run_from() -> None:
    """What one caller of a sub-flow holds does not come back to another, who holds nothing."""
    text = flow(
        "main: {menu: Hello., options: {1: {say: sales, go: first}, 2: {say: jobs, go: second}}}",
        "first: {ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, next: one}",
        "one: {run: sub, then: desk}",
        "second: {run: sub, then: told}",
        "sub: {say: One moment., next: back-there}",
        "back-there: {return: done}",
        "told: {say: 'It is {pin}.', next: desk}",
    )
    assert found(text, "SE002") == []
    assert len(found(text.replace("one: {run: sub, then: desk}", "one: {run: sub, then: told}"), "SE002")) == 1


def test_the_call_that_shows_a_leak_passes_the_entry() -> None:
    text = flow(ENTERED, "then: {say: 'It is {pin}.', next: desk}")
    assert shown(text, "SE002") == [Shows("then", through=("main",))]


CODE_ASKED = "main: {ask: 'Enter the card verification code.', into: code, digits: 3, sensitive: yes, next: pay}"
PAY = "pay: {lookup: payment, pass: [code], outcomes: {paid: then, refused: main, failed: desk}}"


@pytest.mark.parametrize(
    ("then", "codes"),
    [
        ("{lookup: wallet, pass: [code], outcomes: {saved: desk, failed: desk}}", ["SE003"]),
        ("{transfer: representative, pass: [code], busy: sorry, no-answer: sorry}", ["SE003"]),
        ("{say: 'It was {code}.', next: desk}", ["SE003"]),
        ("{set: {kept: code}, next: desk}", ["SE003"]),
        ("{lookup: payment, pass: [code], outcomes: {paid: desk, failed: desk}}", []),
        ("{set: {code: 0}, next: desk}", []),
        ("{say: Thank you., next: desk}", []),
    ],
)
def test_a_verification_code_is_for_the_payment_alone(then: str, codes: list[str]) -> None:
    text = flow(CODE_ASKED, PAY, f"then: {then}")
    assert [line.split()[1] for line in found(text, "SE002", "SE003")] == codes


def test_before_the_payment_a_verification_code_leaks_like_any_secret() -> None:
    text = flow(CODE_ASKED.replace("next: pay", "next: told"), "told: {say: 'It is {code}.', next: pay}", PAY,
                "then: {say: Thank you., next: desk}")  # fmt: skip
    assert [line.split()[1] for line in found(text, "SE002", "SE003")] == ["SE002"]


def test_a_card_number_may_be_sent_on_after_the_payment() -> None:
    text = flow(CODE_ASKED.replace("card verification code", "date on the card"), PAY,
                "then: {lookup: wallet, pass: [code], outcomes: {saved: desk, failed: desk}}")  # fmt: skip
    assert found(text, "SE002", "SE003") == []


# --- recording ---

NOTICE = "main: {say: {text: Hello., notice: recording}, next: pin}"
ENTRY = "pin: {ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, next: look}"


@pytest.mark.parametrize(
    ("nodes", "fires"),
    [
        ([NOTICE, ENTRY], True),
        (["main: {say: This call may be recorded or monitored., next: pin}", ENTRY], True),
        (["main: {say: Hello., recording: yes, next: pin}", ENTRY], True),
        ([NOTICE, ENTRY.replace("next:", "recording: no, next:")], False),
        ([NOTICE.replace("pin}", "off}"), "off: {say: One moment., recording: no, next: pin}", ENTRY], False),
        ([NOTICE, ENTRY.replace("sensitive: yes", "sensitive: no")], False),
        (["main: {say: Hello., next: pin}", ENTRY], False),
        (["main: {say: We recorded your payment., next: pin}", ENTRY], False),
        (["main: {say: Hello., next: pin}", ENTRY.replace("next:", "recording: yes, next:")], True),
    ],
)
def test_a_secret_on_tape(nodes: list[str], fires: object) -> None:
    assert bool(found(flow(*nodes, LOOK), "SE004")) is fires


def test_all_entries_under_one_recording_are_one_finding() -> None:
    text = flow(
        NOTICE,
        ENTRY.replace("next: look", "next: word"),
        "word: {ask: Enter your password., into: word, digits: 4, sensitive: yes, next: code}",
        "code: {ask: Enter your code., into: code, digits: 4, sensitive: yes, next: desk}",
    )
    (line,) = found(text, "SE004")
    assert line.endswith("while the call is recorded from 'main' on (and so it is with 2 other questions)")


def test_a_sub_flow_may_turn_recording_off_and_on() -> None:
    text = flow(
        NOTICE.replace("next: pin", "next: quiet"),
        "quiet: {run: sub, then: after}",
        "sub: {say: One moment., recording: no, next: pin}",
        ENTRY.replace("next: look", "next: on-again"),
        "on-again: {say: Thank you., recording: yes, next: back-there}",
        "back-there: {return: done}",
        "after: {ask: Enter your password., into: word, digits: 4, sensitive: yes, next: desk}",
    )
    assert [line.split()[1:9] for line in found(text, "SE004")] == [
        ["SE004", "callers", "enter", "something", "confidential", "at", "'after'", "while"]
    ]


MENU = "main: {menu: Hello., options: {1: {say: sales, go: sales}, 2: {say: jobs, go: jobs}}}"
TOLD = "sales: {say: {text: Calls are recorded., notice: recording}, next: desk}"
JOBS = "jobs: {transfer: representative, busy: sorry, no-answer: sorry}"
TO_SALES = "keys: {0: {say: a representative, go: sales}}\ndefaults: {otherwise: sales}\n"


def test_a_transfer_that_some_calls_come_to_untold() -> None:
    (finding,) = findings(TO_SALES + flow(MENU, TOLD, JOBS), ("SE005",))
    assert finding.message == "a call can come to 'jobs' and be recorded although nobody has told the caller that it is"
    assert "at 'main', which every such call passes" in finding.fault.hint
    assert shown(TO_SALES + flow(MENU, TOLD, JOBS), "SE005") == [Shows("jobs", avoiding=("sales",))]


@pytest.mark.parametrize(
    "jobs",
    [
        "jobs: {say: {text: Hello., notice: recording}, next: desk}",
        "jobs: {transfer: representative, recording: no, busy: sorry, no-answer: sorry}",
        "jobs: {say: Hello., recording: no, next: desk-2}\n  desk-2: {transfer: representative, failed: sorry}",
        "jobs: {say: Your call may be monitored., next: desk}",
        "jobs: {hangup: Good bye.}",
    ],
)
def test_every_way_passes_a_notice(jobs: str) -> None:
    assert found(TO_SALES + flow(MENU, TOLD, jobs), "SE005") == []


def test_several_that_are_untold_are_told_of_at_once() -> None:
    more = "jobs: {transfer: representative, busy: other, no-answer: sorry}"
    other = "other: {transfer: 1-312-555-0100, busy: sorry, no-answer: sorry}"
    (finding,) = findings(TO_SALES + flow(MENU, TOLD, more, other), ("SE005",))
    assert finding.message.endswith("(and so it is with 1 other node)")


@pytest.mark.parametrize(
    ("main", "fires"),
    [
        ("main: {record: 'After the tone, leave your name.', next: desk}", False),
        ("main: {record: Leave a message., next: desk}", False),
        ("main: {record: {audio: hello.wav}, next: desk}", False),
        ("main: {record: Say your name now., next: desk}", True),
        ("main: {record: {text: Say your name., notice: recording}, next: desk}", False),
        ("main: {say: Hello., next: desk}", False),
        ("main: {say: Hello., recording: yes, next: desk}", True),
        ("main: {say: This call is recorded., recording: yes, next: desk}", False),
    ],
)
def test_what_takes_callers_down_says_so(main: str, fires: object) -> None:
    assert bool(found(flow(main), "SE005")) is fires


def test_a_notice_in_a_sub_flow_is_one() -> None:
    text = flow(
        "main: {run: hello, then: desk}",
        "hello: {say: {text: Hello., notice: recording}, next: back-there}",
        "back-there: {return: done}",
    ) + "defaults: {otherwise: desk}\n"  # fmt: skip
    assert found(text, "SE005") == []
    around = text.replace("hello: {say", "hello: {menu: Hello., options: {1: {say: yes, go: told}, 2: back-there}}\n"
                          "  told: {say").replace("keys", "kyes")  # fmt: skip
    assert len(found("keys: {}\n" + around, "SE005")) == 1


# --- protected nodes ---

BALANCE = "balance: {say: You owe nothing., needs: [checked], next: desk}"


@pytest.mark.parametrize(
    ("nodes", "fires"),
    [
        (["main: {say: Hello., next: balance}", "known: {set: {checked: 1}, next: balance}"], True),
        (["main: {set: {checked: 1}, next: balance}"], False),
        (["main: {set: {checked: 0}, next: balance}"], True),
        (["main: {set: {checked: 'no'}, next: balance}"], True),
        (["main: {ask: Number?, into: checked, digits: 4, next: balance, otherwise: desk}"], False),
        (["main: {ask: Number?, into: checked, digits: 4, next: balance, otherwise: balance}"], True),
        (["main: {lookup: it, gives: [checked], outcomes: {found: balance, failed: desk}}"], False),
        (["main: {lookup: it, gives: [checked], outcomes: {found: balance, failed: balance}}"], True),
        (["main: {lookup: it, gives: [checked], outcomes: {found: balance, not-found: balance}}"], True),
        (["main: {unknown: Check it, exits: {done: balance}}", "x: {set: {checked: 1}, next: balance}"], False),
        (
            [
                "main: {set: {checked: 0}, next: ask}",
                "ask: {branch: [{when: checked == 1, go: balance}], else: desk}",
            ],
            False,
        ),
        (
            [
                "main: {set: {checked: 0}, next: ask}",
                "ask: {branch: [{when: checked == 0, go: desk}], else: balance}",
            ],
            False,  # it is 0, so that no call comes there
        ),
        (
            [
                "main: {set: {checked: 0}, next: ask}",
                "ask: {branch: [{when: not checked or checked == 0, go: desk}], else: balance}",
            ],
            False,
        ),
        (
            [
                "main: {set: {checked: 0}, next: ask}",
                "ask: {branch: [{when: checked == 0, go: desk}, {when: checked > 0, go: balance}], else: desk}",
            ],
            False,
        ),
        (
            [
                "main: {set: {checked: 0}, next: ask}",
                "ask: {menu: Hello., options: {1: {say: money, go: balance, when: checked == 1}, 2: desk}}",
            ],
            False,
        ),
        (
            [
                "main: {set: {checked: 1}, next: out}",
                "out: {set: {checked: 0}, next: balance}",
            ],
            True,
        ),
        (
            ["main: {run: sub, returns: {yes: balance}, else: desk}", "sub: {set: {checked: 1}, next: fine}",
             "fine: {return: yes}"],
            False,
        ),
        (
            ["main: {run: sub, returns: {yes: balance}, else: desk}", "sub: {say: Hello., next: fine}",
             "fine: {return: yes}", "other: {set: {checked: 1}, next: balance}"],
            True,
        ),
    ],
)  # fmt: skip
def test_a_node_is_come_to_without_what_it_needs(nodes: list[str], fires: object) -> None:
    assert bool(found(flow(*nodes, BALANCE), "SE006")) is fires


def test_two_ways_into_a_sub_flow_are_kept_apart() -> None:
    text = flow(
        "main: {menu: Hello., options: {1: {say: money, go: known}, 2: {say: jobs, go: other}}}",
        "known: {set: {checked: 1}, next: first}",
        "first: {run: sub, then: balance}",
        "other: {run: sub, then: desk}",
        "sub: {say: One moment., next: back-there}",
        "back-there: {return: done}",
        BALANCE,
    )
    assert found(text, "SE006") == []


def test_what_takes_a_proof_back_is_shown() -> None:
    text = flow("main: {set: {checked: 1}, next: out}", "out: {set: {checked: 0}, next: balance}", BALANCE)
    (finding,) = findings(text, ("SE006",))
    assert [word for _, word in finding.fault.related] == ["'checked' is taken back here"]
    assert shown(text, "SE006") == [Shows("balance", through=("out",))]
    plain = flow("main: {say: Hello., next: balance}", "known: {set: {checked: 1}, next: balance}", BALANCE)
    assert shown(plain, "SE006") == [Shows("balance", avoiding=("known",))]


def test_what_nothing_sets_is_told_of_once() -> None:
    text = flow("main: {say: Hello., next: balance}", BALANCE)
    assert [line.split()[1] for line in found(text, "DA001", "DA002", "SE006", "SE013")] == ["DA001"]


@pytest.mark.parametrize(
    ("nodes", "fires"),
    [
        (["main: {lookup: it, gives: [checked], outcomes: {found: balance, failed: desk}}"], True),
        (["main: {set: {checked: 1}, next: balance}"], True),
        (
            ["main: {ask: Number?, into: x, digits: 4, next: look}",
             "look: {lookup: it, pass: [x], gives: [checked], outcomes: {found: balance, failed: desk}}"],
            False,
        ),
        (
            ["main: {ask: Number?, into: x, digits: 4, next: look, otherwise: look}",
             "look: {lookup: it, pass: [x], gives: [checked], outcomes: {found: balance, failed: desk}}"],
            True,
        ),
        (["main: {say: Hello., next: balance}", "known: {set: {checked: 1}, next: balance}"], False),
    ],
)  # fmt: skip
def test_only_the_number_stands_for_the_caller(nodes: list[str], fires: object) -> None:
    assert bool(found(flow(*nodes, BALANCE), "SE013")) is fires


# --- PINs that are guessed, and what cannot be undone ---

ASKED = "main: {ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, next: look}"


@pytest.mark.parametrize(
    ("nodes", "fires"),
    [
        (["look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: main, failed: desk}}"], True),
        (["look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: desk, failed: main}}"], False),
        (["look: {lookup: account, pass: [pin], outcomes: {ok: desk, failed: main}}"], True),
        (["look: {lookup: account, pass: [pin], outcomes: {right: main, wrong: desk, failed: desk}}"], False),
        (["look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: main, locked: desk}}"], False),
        (["look: {branch: [{when: pin == 4711, go: desk}], else: main}"], True),
        (
            ["look: {lookup: account, pass: [pin], gives: [ok], outcomes: {answered: test, failed: desk}}",
             "test: {branch: [{when: ok == 1, go: desk}], else: main}"],
            True,
        ),
        (
            ["look: {lookup: account, pass: [pin], gives: [due], outcomes: {right: owed, wrong: desk, failed: desk}}",
             "owed: {branch: [{when: due > 100, go: desk}], else: main}"],
            False,
        ),
        (
            ["look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: again-menu, failed: desk}}",
             "again-menu: {menu: Hello., options: {1: {say: try again, go: main}, 2: {say: sales, go: desk}}}"],
            True,
        ),
        (
            ["look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: count, failed: desk}}",
             "count: {branch: [{when: second == 1, go: desk}], else: mark}",
             "mark: {set: {second: 1}, next: main}"],
            False,
        ),
        (
            ["look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: count, failed: desk}}",
             "count: {branch: [{when: language == 1, go: desk}], else: main}"],
            True,
        ),
    ],
)  # fmt: skip
def test_a_pin_may_be_guessed(nodes: list[str], fires: object) -> None:
    assert bool(found(flow(ASKED, *nodes), "SE007")) is fires


def test_a_pin_is_asked_for_again_by_what_runs_the_question() -> None:
    text = flow(
        "main: {run: ask-it, returns: {right: desk}, else: main}",
        ASKED.replace("main:", "ask-it:"),
        "look: {lookup: account, pass: [pin], outcomes: {right: fine, wrong: not-fine, failed: not-fine}}",
        "fine: {return: right}",
        "not-fine: {return: wrong}",
    )
    assert [line[:9] for line in found(text, "SE007")] == ["5:3 SE007"]


def test_a_known_pin_may_be_tried_a_few_times_only() -> None:
    text = flow("main: {ask: Enter your PIN., into: pin, digits: 4, check: {one-of: [4711]}, tries: 5, next: desk}")
    assert len(found(text, "SE007")) == 1
    assert found(text.replace("tries: 5", "tries: 3"), "SE007") == []
    limited = Selection(("SE007",), limits={"SE007": {"most": 2}})
    loose = load_text(framed(text.replace("tries: 5", "tries: 3"))).flow
    assert loose is not None
    assert len(run_checks(loose, catalogue(), limited, today=None)) == 1  # type: ignore[arg-type]  # no date matters


SUM = "main: {ask: How much?, into: x, digits: 2, next: much}"
DEED = "deed: {say: Your contract is cancelled., irreversible: yes, next: desk}"


@pytest.mark.parametrize(
    ("nodes", "fires"),
    [
        (["main: {menu: Hello., options: {1: {say: sales, go: desk}, 2: {say: cancel, go: deed}, 3: sorry}}"], True),
        (["main: {say: Hello., next: deed}"], True),
        (["main: {ask: Number?, into: x, digits: 4, next: deed}"], True),
        (["main: {menu: Are you sure?, options: {1: {say: cancel it, go: deed}, 2: desk, 3: sorry}}"], False),
        (["main: {menu: Cancel?, options: {1: {say: 'yes', go: deed}, 2: {say: 'no', go: desk}}}"], False),
        (["main: {menu: Cancel?, options: {1: {say: do so, go: deed}, '*': {say: go back, go: back}}}"], False),
        (["main: {menu: Kündigen?, options: {1: {say: ja, go: deed}, 2: {say: nein, go: desk}}}"], False),
        (["main: {ask: 'Press 1 to do it, 2 to leave it.', into: x, check: {one-of: [1, 2]}, next: deed}"], False),
        (["main: {unknown: Ask them, exits: {done: deed}}"], False),
        (
            [SUM, "much: {menu: 'You give {x} pounds.', options: {1: {say: give now, go: deed}, 2: main, 3: desk}}"],
            False,
        ),
        (
            [SUM, "much: {menu: 'You have {y} pounds.', options: {1: {say: give now, go: deed}, 2: main, 3: desk}}"],
            True,
        ),
        (["main: {menu: Are you sure?, options: {1: desk}, otherwise: deed}"], False),  # TM018 tells of it
    ],
)
def test_what_cannot_be_undone_is_confirmed(nodes: list[str], fires: object) -> None:
    assert bool(found(flow(*nodes, DEED), "SE010")) is fires


# --- numbers ---


@pytest.mark.parametrize(
    ("number", "country", "premium"),
    [
        ("1-900-555-0100", "1", True),
        ("1-800-FLOWERS", "1", False),
        ("312-555-0100", "1", False),
        ("1-876-555-0100", "1 876", False),
        ("+44 20 7946 0018", "44", False),
        ("+44 909 879 0018", "44", True),
        ("+44 118 496 0018", "44", False),
        ("011 44 20 7946 0018", "44", False),
        ("+353 1 555 0100", "353", False),
        ("+49 900 1234567", "49", True),
        ("0900 1234567", "", True),
        ("089 123456", "", False),
        ("020 7946 0018", "", False),
        ("911", "", False),
        ("*86", "", False),
    ],
)
def test_what_a_number_costs(number: str, country: str, premium: object) -> None:
    assert country_of(number) == country
    assert is_premium(number) is premium


@pytest.mark.parametrize(
    ("line", "number", "fires"),
    [
        ("1-800-555-0100", "+44 20 7946 0018", True),
        ("1-800-555-0100", "1-876-555-0100", True),
        ("1-800-555-0100", "1-900-555-0100", True),
        ("1-800-555-0100", "1-312-555-0100", False),
        ("+44 20 7946 0018", "+44 20 7946 0042", False),
        ("020 7946 0018", "+33 1 99 00 12 34", False),
        ("1-800-555-0100", "4711", False),
    ],
)
def test_dear_numbers(line: str, number: str, fires: object) -> None:
    head = f"lines: {{'{line}': main}}\n"
    direct = head + flow(f"main: {{transfer: '{number}', busy: sorry, no-answer: sorry}}")
    contact = f"contacts:\n  abroad: {{name: Abroad, number: '{number}'}}\n"
    by_contact = contact + head + flow("main: {transfer: abroad, busy: sorry, no-answer: sorry}")
    assert bool(found(direct, "SE008")) is fires
    assert bool(found(by_contact, "SE008")) is fires


def test_allowed_numbers_may_be_rung() -> None:
    text = framed(flow("main: {transfer: '+44 20 7946 0018', busy: sorry, no-answer: sorry}"))
    loaded = load_text(text).flow
    assert loaded is not None
    allowed = Selection(("SE008",), limits={"SE008": {"allow": ("+44",)}})
    assert run_checks(loaded, catalogue(), allowed, today=None) == ()  # type: ignore[arg-type]  # no date matters


OUT = "call: {transfer: '{number}', busy: sorry, no-answer: sorry}"


@pytest.mark.parametrize(
    ("nodes", "codes"),
    [
        (["main: {ask: Number?, into: number, digits: 10, next: call}", OUT], ["SE008"]),
        (["main: {ask: Number?, into: number, digits: 3, next: call}", OUT], ["SE009"]),
        (["main: {ask: Number?, into: x, digits: 10, next: copy}", "copy: {set: {number: x}, next: call}", OUT],
         ["SE008"]),
        (["main: {ask: Number?, into: number, digits: 10, next: look}",
          "look: {lookup: ours, pass: [number], outcomes: {ours: call, failed: desk}}", OUT], ["DA007"]),
        (["main: {ask: Extension?, into: x, digits: 3, next: dial}", "dial: {unknown: Dial, exits: {done: desk}}"],
         ["SE009"]),
        (["main: {ask: Your grade?, into: x, digits: 1, next: dial}", "dial: {unknown: Dial, exits: {done: desk}}"],
         []),
        (["main: {ask: Extension?, into: x, digits: 3, next: look}",
          "look: {lookup: directory, pass: [x], outcomes: {found: dial, failed: desk}}",
          "dial: {unknown: Dial, exits: {done: desk}}"], []),
    ],
)  # fmt: skip
def test_numbers_that_callers_choose(nodes: list[str], codes: list[str]) -> None:
    assert [line.split()[1] for line in found(flow(*nodes), "SE008", "SE009", "DA007", "DA008")] == codes


def test_a_contact_whose_number_callers_choose_is_told_of_once() -> None:
    contact = "contacts:\n  anybody: {name: Anybody, number: '{number}'}\n"
    text = contact + flow(
        "main: {ask: Number?, into: number, digits: 10, next: call}",
        "call: {transfer: anybody, busy: sorry, no-answer: sorry}",
    )
    assert [line.split()[1] for line in found(text, "SE008", "DA007", "DA008")] == ["SE008"]


# --- secrets and people in the file ---

NOTED = "nodes:\n  main:\n    say: Hello.\n    next: desk\n    note: '%s'\n"


@pytest.mark.parametrize(
    ("note", "fires"),
    [
        ("key AKIAABCDEFGHIJKLMNOP", True),
        ("ghp_0123456789abcdefghijABCDEFGHIJ0123456789", True),
        ("sk_live_" + "0123456789abcdefABCDEF", True),
        ("https://me:harbour7@example.com/records", True),
        ("the password: harbour-7-north", True),
        ("token=abcdef0123456789", True),
        ("-----BEGIN RSA PRIVATE KEY-----", True),
        ("https://example.com:8080/records?at=me@example.com", False),
        ("https://{user}:{password}@example.com", False),
        ("Forgot your password? Press 2.", False),
        ("password: see the vault", False),
        ("the token: {token}", False),
        ("www.example.com", False),
    ],
)
def test_secrets_in_the_file(note: str, fires: object) -> None:
    lines = found(NOTED % note, "SE011")
    assert bool(lines) is fires
    assert all(line.startswith("7:") and "AKIAABCDEFGHIJKLMNOP" not in line for line in lines)


def test_a_secret_in_a_comment_is_one() -> None:
    text = "# password: harbour-7-north\n" + flow("main: {say: Hello., next: desk}")
    assert [line[:9] for line in found(text, "SE011")] == ["1:3 SE011"]


@pytest.mark.parametrize(
    ("node", "fires"),
    [
        ("look: {branch: [{when: pin == 4711, go: desk}], else: sorry}", True),
        ('look: {branch: [{when: \'pin in ["4711", "4712"]\', go: desk}], else: sorry}', True),
        ("look: {branch: [{when: 'pin == \"\"', go: desk}], else: sorry}", False),
        ("look: {branch: [{when: other == 4711, go: desk}], else: sorry}", False),
    ],
)
def test_the_right_pin_is_a_secret(node: str, fires: object) -> None:
    assert bool(found(flow(ASKED, node), "SE011")) is fires


@pytest.mark.parametrize(
    ("contact", "fires"),
    [
        ("{name: Doctor, number: +44 7700 900123}", True),
        ("{name: Doctor, number: +49 171 1234567}", True),
        ("{name: Doctor, number: +44 20 7946 0018}", False),
        ("{name: Doctor, number: 1-312-555-0177, note: his own cell phone}", True),
        ("{name: Mobile banking, number: 1-312-555-0177}", True),
        ("{name: Doctor, number: 1-312-555-0177}", False),
        ("{name: Letters, channel: email, address: harbour.clinic@gmail.com}", True),
        ("{name: Letters, channel: email, address: post@example.com}", False),
    ],
)
def test_somebodys_own_telephone(contact: str, fires: object) -> None:
    text = f"contacts:\n  one: {contact}\n" + flow("main: {say: Hello., next: desk}")
    assert bool(found(text, "SE012")) is fires


# --- a way out of sales calls ---


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("{1: {say: be taken off our list, go: out}, 2: {say: hear more, go: desk}}", []),
        ("{1: {say: hear more of it, go: desk}, 2: {say: be taken off our list, go: out}}", ["only after 2.6 seconds"]),
        ("{1: {say: hear more, go: desk}, 2: {say: buy now, go: desk}}", ["no key that takes them off"]),
        ("{1: {say: be taken off our list, go: desk}, 2: {say: buy, go: desk}}", ["does not end the call"]),
    ],
)
def test_a_way_out_of_sales_calls(options: str, words: list[str]) -> None:
    text = flow(f"main: {{menu: '', options: {options}}}", "out: {hangup: You are off our list. Good bye.}")
    lines = found(text, "SE014")
    assert len(lines) == len(words)
    assert all(word in line and "may not meet the law" in line for line, word in zip(lines, words, strict=True))
    assert found(text, "SE") == [line for line in found(text, "SE") if "SE014" not in line]


# --- facts that are carried ---


def test_facts_arise_end_and_come_back_from_sub_flows() -> None:
    text = flow(
        "main: {run: sub, returns: {a: first}, else: second}",
        "sub: {menu: Hello., options: {1: {say: one, go: a}, 2: {say: two, go: marked}}}",
        "a: {return: a}",
        "marked: {set: {x: 1}, next: b}",
        "b: {return: b}",
        "first: {say: One., next: desk}",
        "second: {say: Two., next: desk}",
    )

    def step(name: str, way: Exit | None, fact: Fact) -> tuple[Fact, ...]:
        assert way is None or way.to
        if fact == NOTHING:
            return (("marked",),) if name == "marked" else ()
        return (fact,)

    at = arrivals(read(text), step)
    assert at["first"] == (NOTHING,)
    assert at["second"] == (NOTHING, ("marked",))


@pytest.mark.bench
def test_a_big_flow_does_not_take_long() -> None:
    many = 4000
    nodes = ["main: {say: {text: Hello., notice: recording}, next: n0}"]
    nodes += [
        f"n{at}: {{menu: Hello., options: {{1: {{say: on, go: n{at + 1}}}, 2: {{say: other, go: m{at}}}}}}}\n"
        f"  m{at}: {{ask: Enter your PIN., into: pin{at % 5}, digits: 4, sensitive: yes, needs: [pin0],"
        f" next: n{at + 1}}}"
        for at in range(many)
    ]
    big = read(flow(*nodes, f"n{many}: {{say: Done., irreversible: yes, next: desk}}"))
    begun = time.process_time()
    for rule in catalogue():
        if rule.code.startswith("SE") and not rule.off:
            list(rule.find(big))
    print(f"\n  a big flow does not take long: {time.process_time() - begun:.2f} s")  # noqa: T201 -- a figure is printed, not judged
