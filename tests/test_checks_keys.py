"""The rules about keys: what must be found, at which place and in which words, and above all what must not be."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import NamedTuple

import pytest
from found import TODAY
from frame import framed
from hypothesis import given
from hypothesis import strategies as st

from ivr.analysis.key_meaning import meaning_of
from ivr.analysis.listing import listed
from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.finding import Finding
from ivr.loader import load, load_text

KEYS = (
    "KY001 KY002 KY003 KY004 KY005 KY006 KY007 KY008 KY010 KY011 KY012 KY013 KY014 KY015 KY016 KY018".split()  # noqa: SIM905
)
RULES = tuple(rule for rule in catalogue() if rule.code in KEYS)


def found(flow: str) -> list[Finding]:
    """Give what the rules about keys find in a flow that is written without its usual frame."""
    loaded = load_text(framed(textwrap.dedent(flow).lstrip("\n")))
    assert loaded.flow is not None
    return list(run_checks(loaded.flow, RULES, today=TODAY))


def codes(flow: str) -> list[str]:
    return [finding.code for finding in found(flow)]


def menu(options: str, more: str = "", keys: str = "") -> str:
    """Write a flow of one menu `main` with a line for each option, more nodes behind it, and its own `keys`."""
    lines = "\n".join(f"      {line.strip()}" for line in options.strip().splitlines())
    extra = "\n".join(f"  {line}" for line in textwrap.dedent(more).strip("\n").splitlines())
    own = f"keys:\n{textwrap.indent(textwrap.dedent(keys).strip(), '  ')}\n" if keys else ""
    info = "  info: {say: Ten to six., next: main}"
    return f"{own}nodes:\n  main:\n    menu: Hello.\n    options:\n{lines}\n{info}\n{extra}\n"


def at_night(options: str, more: str = "", keys: str = "") -> str:
    """Write the same flow behind hours, so that callers come to the menu only while nobody is there."""
    hours = 'hours: {office: "Mon-Fri 08:00-18:00"}\n'
    flow = menu(options, f"{more}\nday: {{hours: office, open: desk, closed: main}}", keys or "9: again")
    defaults = "defaults: {wrong: Sorry., silence: Sorry., otherwise: sorry}\n"
    return f"lines: {{1-800-555-0100: day}}\n{hours}{defaults}{flow}"


def teams(first: int) -> str:
    """Write fourteen options on codes of two digits, more than there are single keys."""
    return "\n".join(f"{key}: {{say: team {key}, go: info}}" for key in range(first, first + 14))


def with_field(field: str, flow: str) -> str:
    """Give the menu of a flow one field more."""
    return flow.replace("menu: Hello.", f"menu: Hello.\n    {field}")


def test_every_rule_about_keys_is_in_the_catalogue() -> None:
    assert [rule.code for rule in RULES] == KEYS


class Case(NamedTuple):
    """A flow, and the codes that the rules about keys find in it."""

    flow: str
    codes: list[str]


# --- KY001, KY002: keys that are there twice, or nowhere -------------------------------------------------------------

DOUBLE = menu("1: {say: sales, go: desk}\n2: {say: parking, go: info}\n1: {say: returns, go: info}")
APART = {
    "a key of the flow twice": Case(
        menu("1: desk", keys="0: {say: an operator, go: desk}\n0: {say: help, go: info}"), ["KY001"]
    ),
    "quoted and not quoted": Case(menu("1: {say: sales, go: desk}\n'1': {say: hours, go: info}"), ["KY001"]),
    "apart by a blank": Case(menu("1: {say: sales, go: desk}\n' 1': {say: hours, go: info}"), ["KY001"]),
    "apart by a blank, in the flow's keys": Case(
        menu("1: desk", keys="0: desk\n' 0': {say: hours, go: info}"), ["KY001"]
    ),
    "three times": Case(
        menu("1: {say: a, go: desk}\n1: {say: b, go: info}\n1: {say: c, go: info}"), ["KY001", "KY001"]
    ),
    "with conditions that exclude each other": Case(
        menu("1: {say: a, go: desk, when: vip == 1}\n1: {say: b, go: info, when: vip == 2}"), ["KY001"]
    ),
    "a name twice": Case(menu("1: desk\nhelp: {words: [help], go: desk}\nhelp: {words: [aid], go: info}"), ["KY001"]),
    "a name for words": Case(menu("1: desk\nhelp: {words: [help], go: desk}"), []),
    "a flow key for words": Case(menu("1: desk", keys="0: desk\nhelp: {words: [help], go: desk}"), []),
    "a flow key without words": Case(menu("1: desk", keys="0: desk\nhelp: {go: desk}"), ["KY002"]),
    "a letter": Case(menu("1: desk\nA: {say: hours, go: info}"), ["KY002"]),
    "digits of another script": Case(menu("1: desk\n٣: {say: hours, go: info}"), ["KY002"]),
    "star, pound and codes": Case(menu('1: desk\n"*": back\n"#": again\n"*98": {say: staff, go: info}'), ["KY003"]),
}


@pytest.mark.parametrize("case", APART.values(), ids=list(APART))
def test_keys_that_are_there_twice_or_nowhere(case: Case) -> None:
    assert codes(case.flow) == case.codes


def test_a_key_given_twice_is_told_at_the_second_place_with_the_first() -> None:
    (finding,) = found(DOUBLE)
    text = framed(DOUBLE).splitlines()
    assert text[finding.place.line - 1].strip().startswith("1: {say: returns")
    assert finding.place.column == 7
    assert finding.message == (
        "'main' gives key 1 twice, and callers who press it only get the first: 'desk', and never 'info'"
    )
    ((place, why),) = finding.fault.related
    assert text[place.line - 1].strip().startswith("1: {say: sales")
    assert why == "the one that counts"


def test_conditions_do_not_make_room_for_a_second_option_and_the_hint_says_what_does() -> None:
    (finding,) = found(APART["with conditions that exclude each other"].flow)
    assert "put a `branch` before two menus" in finding.fault.hint


def test_options_that_two_menus_share_are_told_of_once() -> None:
    flow = """
        nodes:
          main:
            menu: Hello.
            options: &shared
              1: {say: sales, go: desk}
              1: {say: returns, go: sorry}
          other: {menu: Hello., options: *shared}
        """
    assert codes(flow) == ["KY001"]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("star", '"*"'),
        ("Star key", '"*"'),
        ("asterisk", '"*"'),
        ("pound", '"#"'),
        ("hash", '"#"'),
        ("the pound sign", '"#"'),
        ("almohadilla", '"#"'),
        ("one", "1"),
        ("Neun", "9"),
        ("press 4", "4"),
        ("'7.'", "7"),
        ("(3)", "3"),
        ("' 5'", "5"),
        ("1 2", "12"),
        ("ext. 204", "204"),
        ("key *", '"*"'),
    ],
)
def test_an_invalid_key_says_what_was_probably_meant(key: str, meant: str) -> None:
    (finding,) = found(menu(f"1: desk\n{key}: {{say: hours, go: info}}"))
    assert finding.code == "KY002"
    assert finding.message.endswith(f"; did you mean {meant}?")


@pytest.mark.parametrize("key", ["A", "B", "sales", "q", "press"])
def test_an_invalid_key_that_means_nothing_gets_no_suggestion(key: str) -> None:
    (finding,) = found(menu(f"1: desk\n{key}: {{say: hours, go: info}}"))
    assert (
        finding.message == f"'main' has an option on '{key}', which is no key of a telephone, so no caller can take it"
    )


def test_the_end_of_an_entry_has_to_be_a_key() -> None:
    (finding,) = found("nodes:\n  main: {ask: Your number?, into: n, end: pound, next: desk}\n")
    assert finding.code == "KY002"
    assert finding.message.endswith('which is no key of a telephone, so callers cannot end it; did you mean "#"?')


# --- KY003, KY005, KY018: codes of several keys ----------------------------------------------------------------------

CODES = {
    "one begins another": Case(menu("1: desk\n2: {say: hours, go: info}\n21: {say: jobs, go: desk}"), ["KY003"]),
    "two codes behind one key": Case(menu("1: desk\n11: {say: hours, go: info}\n12: {say: jobs, go: desk}"), ["KY003"]),
    "a key of the flow begins a code": Case(
        menu("1: desk\n2: {say: hours, go: info}\n91: {say: jobs, go: desk, announced: no}"), ["KY003"]
    ),
    "a key of the flow that is taken away": Case(
        menu("1: desk\n2: {say: hours, go: info}\n9: none\n91: {say: jobs, go: desk, announced: no}"), []
    ),
    "keys of the flow, once for many menus": Case(
        menu(
            "1: desk\n2: {say: a menu, go: more}",
            "more: {menu: More., options: {1: desk, 2: info}}",
            '0: desk\n"*": back\n"*9": {say: staff, go: desk, announced: no}',
        ),
        ["KY003"],
    ),
    "never there in one call": Case(
        menu("1: {say: a, go: desk, when: vip == 1}\n11: {say: b, go: info, when: vip == 2}"), ["KY018"]
    ),
    "perhaps there in one call": Case(
        menu("1: {say: a, go: desk, when: vip == 1}\n11: {say: b, go: info, when: old == 2}"), ["KY003"]
    ),
    "an extension": Case(menu("1: desk\n2: {say: hours, go: info}\n215: {say: jobs, go: desk}"), ["KY005"]),
    "extensions that begin with no choice": Case(
        menu("1: desk\n2: {say: hours, go: info}\n715: {say: jobs, go: desk, announced: no}"), []
    ),
    "one extension begins another": Case(
        menu("1: desk\n715: {say: jobs, go: info, announced: no}\n7151: {say: a, go: desk, announced: no}"), ["KY003"]
    ),
    "two keys where one would do": Case(menu("11: desk\n12: {say: hours, go: info}"), ["KY018"]),
    "a code that nobody is told of": Case(menu("1: desk\n77: {say: staff, go: info, announced: no}"), []),
    "too many choices for single keys": Case(menu(teams(11)), []),
    "a person behind two keys": Case(
        menu(teams(11), keys="99: {say: an operator, go: desk}"),
        ["KY018"],
    ),
    "a person behind one key as well": Case(
        menu(
            teams(11),
            keys="0: {say: an operator, go: desk}\n99: {say: a representative, go: desk}",
        ),
        [],
    ),
}


@pytest.mark.parametrize("case", CODES.values(), ids=list(CODES))
def test_codes_of_several_keys(case: Case) -> None:
    assert codes(case.flow) == case.codes


def test_an_ambiguous_prefix_names_both_codes_and_the_wait() -> None:
    flow = menu("1: desk\n5: {say: hours, go: info}\n51: {say: jobs, go: desk}\n52: {say: a map, go: info}")
    finding = next(finding for finding in found(flow) if finding.code == "KY003")
    assert finding.message == (
        "in 'main' callers who press 5 wait 3 seconds in silence before it counts, because 51 and 52 begin with it too"
    )
    text = framed(flow).splitlines()
    assert text[finding.place.line - 1].strip().startswith("5:")
    assert [text[place.line - 1].strip()[:2] for place, _ in finding.fault.related] == ["51", "52"]


@pytest.mark.parametrize(("between", "said"), [("1", "1 second "), ("2.5 s", "2.5 seconds ")])
def test_an_ambiguous_prefix_tells_the_wait_of_its_own_menu(between: str, said: str) -> None:
    (finding,) = found(with_field(f"between: {between}", menu("1: desk\n12: {say: hours, go: info}")))
    assert f"wait {said}in silence" in finding.message


# --- KY004, KY006, KY007, KY008: keys that callers know --------------------------------------------------------------

MORE = "more: {menu: More., options: {1: desk, 2: {say: deep, go: deep}}}"
TO_MAIN = '"*": {say: the main menu, go: main}'
KNOWN = {
    "9 for something else": Case(menu("1: desk\n9: {say: hours, go: info}"), ["KY004", "KY014"]),
    "9 taken away": Case(menu("1: desk\n9: none"), []),
    "9 for the same, in other words": Case(menu("1: desk\n9: {say: repeat this menu, go: again}"), []),
    "9 for the same, by its own name": Case(menu("1: desk\n9: {say: hear this again, go: main}"), []),
    "star to the main menu, which is the menu before": Case(
        menu("1: desk\n2: {say: a menu, go: more}", f"more: {{menu: More., options: {{1: desk, {TO_MAIN}}}}}"),
        [],
    ),
    "star to the main menu, two menus up": Case(
        menu("1: desk\n2: {say: a menu, go: more}", f"{MORE}\ndeep: {{menu: Deep., options: {{1: desk, {TO_MAIN}}}}}"),
        ["KY004"],
    ),
    "star for something else": Case(menu('1: desk\n"*": {say: hours, go: info}'), ["KY004"]),
    "0 for another person": Case(
        menu("1: desk\n0: {say: a nurse, go: nurse}", "nurse: {transfer: representative, failed: sorry}"), []
    ),
    "0 for a person behind hours and words": Case(
        menu(
            "1: info\n0: {say: billing, go: first}",
            "first: {say: Please wait., next: open}\nopen: {hours: always, open: desk, closed: sorry}",
        ),
        [],
    ),
    "0 for a person who first wants a number": Case(
        menu("1: info\n0: {say: billing, go: first}", "first: {ask: Your number?, into: n, digits: 4, next: desk}"), []
    ),
    "0 for a mailbox": Case(menu("1: info\n0: {say: leave word, go: box}", "box: {record: Speak., next: sorry}"), []),
    "0 for everything else": Case(menu("1: info\n0: {say: all other questions, go: info}", keys='"*": back'), []),
    "0 for help": Case(menu("1: desk\n0: {say: help, go: info}", keys='"*": back'), []),
    "0 for help, elsewhere for a person": Case(menu("1: desk\n0: {say: help, go: info}"), ["KY004"]),
    "0 without words": Case(menu("1: desk\n0: info", keys='"*": back'), []),
    "0 without words, elsewhere for a person": Case(menu("1: desk\n0: info"), ["KY004"]),
    "0 for opening hours": Case(at_night("0: {say: opening hours, go: info}"), ["KY006"]),
    "0 for going back": Case(at_night("0: {say: go back, go: back}"), ["KY006"]),
    "0 for going back, without words": Case(at_night("0: back"), ["KY006"]),
    "0 of the flow for going back": Case(at_night("1: info", keys="0: {say: go back, go: back}"), ["KY006"]),
    "0 of the flow behind another menu": Case(
        at_night("1: info", "rates: {menu: Rates., options: {1: info, 2: info}}", "0: {say: our rates, go: rates}"),
        ["KY006"],
    ),
    "0 within a code": Case(menu(teams(10), keys='"*": back'), []),
    "star for hours": Case(menu('1: desk\n"*": {say: hours, go: info}', keys="0: desk"), ["KY007"]),
    "star of the flow for hours": Case(menu("1: desk", keys='0: desk\n"*": {say: hours, go: info}'), ["KY007"]),
    "star for what only the call knows": Case(menu('1: desk\n"*": {say: "{offer}", go: info}', keys="0: desk"), []),
    "star for cancelling": Case(menu('1: desk\n"*": {say: cancel, go: info}', keys="0: desk"), []),
    "star for the previous menu, in Spanish": Case(
        menu('1: desk\n"*": {say: {es: regresar al menú anterior}, go: info}', keys="0: desk"), []
    ),
    "star for starting over": Case(menu('1: desk\n"*": {say: start over, go: info}', keys="0: desk"), []),
    "pound for hours": Case(menu('1: desk\n"#": {say: hours, go: info}'), ["KY008"]),
    "pound of the flow for hours": Case(menu("1: desk", keys='0: desk\n"#": {say: hours, go: info}'), ["KY008"]),
    "pound for more": Case(menu('1: desk\n"#": {say: hear more options, go: info}'), []),
    "pound for hearing it again": Case(menu('1: desk\n"#": {say: repeat this menu, go: again}'), []),
    "pound for ending": Case(menu('1: desk\n"#": {say: end the call, go: sorry}'), []),
}


@pytest.mark.parametrize("case", KNOWN.values(), ids=list(KNOWN))
def test_keys_that_callers_know(case: Case) -> None:
    assert [code for code in codes(case.flow) if code != "KY014"] == [code for code in case.codes if code != "KY014"]


def test_a_shadowed_key_names_both_meanings_and_both_places() -> None:
    flow = menu('1: desk\n"*": {say: hours, go: info}')
    (finding,) = found(flow)
    assert finding.message == "in 'main' key * stands for 'hours', but in the flow's `keys` for 'go back'"
    assert finding.fault.hint.endswith('write `"*": none` where it must not work.')
    text = framed(flow).splitlines()
    assert text[finding.place.line - 1].strip() == '"*": {say: hours, go: info}'
    assert text[finding.fault.related[0][0].line - 1].strip() == '"*": {say: go back, go: back}'


def test_what_a_prompt_says_of_a_key_counts_where_the_menu_leaves_the_words_to_it() -> None:
    flow = """
        hours: {office: "Mon-Fri 08:00-18:00"}
        keys: {9: again}
        defaults: {otherwise: sorry}
        nodes:
          main: {hours: office, open: desk, closed: night}
          night:
            menu: For our address, press 1. For our opening hours, press 0.
            announce: as-is
            options: {1: info, 0: info}
          info: {say: Ten to six., next: night}
        """
    assert [finding.message for finding in found(flow)] == [
        "in 'night' 0 stands for 'our opening hours', but callers press it to reach a person"
    ]


def test_a_prompt_that_asks_for_extensions_announces_none_of_them() -> None:
    flow = """
        nodes:
          main:
            menu: If you know the extension, dial it now. For sales, press 1.
            announce: as-is
            options: {1: desk, 415: {say: the workshop, go: info}, 416: {say: the store, go: desk}}
          info: {say: Ten to six., next: main}
        """
    assert found(flow) == []


@pytest.mark.parametrize("label", ["operating hours", "personal details", "our address", "español", "horario"])
def test_0_for_what_is_plainly_no_person_is_told(label: str) -> None:
    assert codes(at_night(f"0: {{say: {label}, go: info}}")) == ["KY006"]
    assert codes(menu(f"1: desk\n0: {{say: {label}, go: info}}")) == []  # HU004 tells of it while somebody is there


@pytest.mark.parametrize(
    "label", ["customer service", "emergencies", "our staff", "otras consultas", "parler avec nous", "die Zentrale"]
)
def test_0_for_what_may_well_be_a_person_is_not(label: str) -> None:
    assert codes(menu(f"1: desk\n0: {{say: {label}, go: info}}", keys='"*": back')) == []


# --- KY010: yes and no -----------------------------------------------------------------------------------------------

ANSWERS = {
    "yes 1, no 2": ('1: {say: "yes", go: desk}\n2: {say: "no", go: info}', []),
    "yes 2, no 1": ('1: {say: "no", go: desk}\n2: {say: "yes", go: info}', ["KY010"]),
    "sí 2, no 1": ("1: {say: 'No, gracias', go: desk}\n2: {say: 'sí', go: info}", ["KY010"]),
    "oui 1, non 3": ("1: {say: oui, go: desk}\n2: {say: je ne sais pas, go: info}\n3: {say: non, go: info}", ["KY010"]),
    "ja 1, nein 2": ("1: {say: ja, go: desk}\n2: {say: 'nein, danke', go: info}", []),
    "yes alone on 2": ('1: {say: hours, go: info}\n2: {say: "yes, please", go: desk}', ["KY010"]),
    "not an answer": ("1: {say: no longer a member, go: desk}\n2: {say: yesterday, go: info}", []),
    "not sure on 3": ('1: {say: "yes", go: desk}\n2: {say: "no", go: info}\n3: {say: not sure, go: info}', []),
}


@pytest.mark.parametrize("case", ANSWERS.values(), ids=list(ANSWERS))
def test_yes_and_no(case: tuple[str, list[str]]) -> None:
    options, expected = case
    assert codes(menu(options)) == expected


def test_swapped_answers_are_one_finding() -> None:
    (finding,) = found(menu(ANSWERS["yes 2, no 1"][0]))
    assert finding.message == "'main' has no on 1 and yes on 2, but callers are used to yes on 1 and no on 2"
    assert len(finding.fault.related) == 1


# --- KY011, KY012: habits --------------------------------------------------------------------------------------------

ONLY_PERSON = "keys: {0: {say: a representative, go: desk}}\n"


def tree(*menus: str) -> str:
    """Write a flow in which the main menu leads to menus `a`, `b`, `c`, each with these options beside its own two."""
    names = "abc"[: len(menus)]
    lines = [f"      {at}: {{say: part {name}, go: {name}}}" for at, name in enumerate(names, 1)]
    text = ONLY_PERSON + "nodes:\n  main:\n    menu: Hello.\n    options:\n" + "\n".join(lines) + "\n"
    for name, options in zip(names, menus, strict=True):
        text += f"  {name}: {{menu: Part {name}., options: {{1: desk, 2: {{say: hours, go: info}}, {options}}}}}\n"
    return text + "  info: {say: Ten to six., next: desk}\n"


BACK, AGAIN = '"*": {say: go back, go: back}', "9: {say: hear this again, go: again}"
HABITS = {
    "the same everywhere": Case(tree(f"{BACK}, {AGAIN}", f"{BACK}, {AGAIN}"), []),
    "back on two keys": Case(tree(BACK, BACK, "7: {say: go back, go: back}"), ["KY011"]),
    "back on two keys, in two languages": Case(
        tree(BACK, "7: {say: {en: previous menu, es: atrás}, go: main}"), ["KY011"]
    ),
    "back on a second key besides": Case(tree(BACK, f"{BACK}, 7: {{say: previous menu, go: back}}"), []),
    "a person on two keys": Case(tree("0: none, 8: {say: an operator, go: desk}", BACK), ["KY011"]),
    "a key that callers are not told of": Case(
        tree(BACK, BACK, "7: {say: go back, go: back, announced: no, because: It is for those who know it.}"), []
    ),
    "a hidden key that means two things": Case(
        tree(BACK, '"*": {say: hear this again, go: again, announced: no, because: Habit.}'), ["KY012"]
    ),
    "the usual key hidden beside another one": Case(
        tree(BACK, BACK, '"*": {go: back, announced: no, because: Habit.}, 7: {say: previous menu, go: back}'), []
    ),
    "a team is not the operator": Case(tree("8: {say: a billing representative, go: desk}", BACK), []),
    "words alone": Case(tree(BACK, "home: {words: [back], say: go back, go: back}"), []),
    "two keys swapped": Case(
        tree(f"{BACK}, {AGAIN}", '9: {say: go back, go: back}, "*": {say: hear this again, go: again}'),
        ["KY011", "KY011"],
    ),
    "0 swapped, of which HU004 tells": Case(
        f"keys: {{{AGAIN}, 0: {{say: an operator, go: desk}}}}\n"
        + tree("0: {say: hear this again, go: again}, 9: {say: an operator, go: desk}").removeprefix(ONLY_PERSON),
        [],
    ),
    "0 swapped without words, of which HU004 tells": Case(
        tree(f"0: {{say: an operator, go: desk}}, {AGAIN}", "0: again, 9: {say: an operator, go: desk}").removeprefix(
            ONLY_PERSON
        ),
        [],
    ),
    "0 of the flow swapped with star, of which HU004 tells": Case(
        'keys: {"*": {say: an operator, go: desk}, 0: {say: go back, go: back}}\n'
        + tree("3: info", "3: info").removeprefix(ONLY_PERSON),
        [],
    ),
    "star is back here and again there": Case(tree(BACK, '"*": {say: hear this again, go: again}'), ["KY012"]),
    "back is the main menu": Case(tree(BACK, '"*": {say: the main menu, go: main}'), []),
    "languages on one key": Case(
        tree("8: {say: español, go: info, language: es}", "8: {say: English, go: info, language: en}"), []
    ),
    "the key of a language, which one menu offers": Case(
        tree("7: {say: español, go: info, language: es}", "7: {say: the main menu, go: main}", BACK), []
    ),
    "the key of a language, which two menus offer": Case(
        tree(
            "7: {say: español, go: info, language: es}",
            "7: {say: español, go: info, language: es}",
            "7: {say: hear this again, go: again}",
        ),
        ["KY012"],
    ),
    "a language on two keys": Case(
        tree("8: {say: español, go: info, language: es}", "7: {say: Spanish, go: info, language: es}"), ["KY011"]
    ),
}


@pytest.mark.parametrize("case", HABITS.values(), ids=list(HABITS))
def test_habits(case: Case) -> None:
    assert [code for code in codes(case.flow) if code != "KY014"] == case.codes


def test_a_drift_is_one_finding_with_every_place() -> None:
    flow = tree(BACK, "7: {say: go back, go: back}", "8: {say: previous menu, go: back}")
    (finding,) = found(flow)
    assert finding.message == "callers go back with * in 'a', but with 7 in 'b' and with 8 in 'c'"
    assert finding.fault.hint == "Use * for it in every menu."
    text = framed(flow).splitlines()
    assert text[finding.place.line - 1].startswith("  b:")
    assert [text[place.line - 1][:4] for place, _ in finding.fault.related] == ["  c:", "  a:"]


def test_menus_that_no_line_leads_to_teach_nothing() -> None:
    flow = tree(BACK, BACK) + "  lost: {menu: Lost., options: {1: desk, 2: info, 7: {say: go back, go: back}}}\n"
    assert codes(flow) == []


def test_an_overloaded_key_names_both_meanings() -> None:
    (finding,) = found(HABITS["star is back here and again there"].flow)
    assert finding.message == "key * is 'go back' in 'a', but 'hear this again' in 'b'"


# --- KY013, KY014: order and gaps ------------------------------------------------------------------------------------


def spoken(prompt: str, options: str) -> str:
    head = f'nodes:\n  main: {{menu: "{prompt}", announce: as-is, options: {options}}}\n'
    return head + "  info: {say: Ten to six., next: main}\n"


ORDERS = {
    "the documented menu": Case(
        menu(
            "1: {say: a, go: desk}\n2: {say: b, go: info}\n3: {say: c, go: desk}\n4: {say: d, go: info}\n"
            "5: {say: e, go: info, announced: no}\n9: {say: f, go: desk, announced: no}\n"
            "0: {say: an operator, go: desk}",
            keys='"*": back',
        ),
        [],
    ),
    "out of order": Case(menu("2: {say: a, go: desk}\n1: {say: b, go: info}"), ["KY013"]),
    "a hidden one out of order": Case(menu("2: {say: a, go: desk, announced: no}\n1: {say: b, go: info}"), []),
    "the operator first": Case(menu("0: {say: an operator, go: desk}\n1: {say: b, go: info}"), []),
    "a language first": Case(menu("8: {say: español, go: info, language: es}\n1: {say: b, go: info}"), []),
    "star in the middle": Case(menu('1: desk\n"*": back\n2: {say: hours, go: info}'), []),
    "a gap": Case(menu("1: desk\n3: {say: hours, go: info}"), ["KY014"]),
    "a gap at the beginning": Case(menu("2: desk\n3: {say: hours, go: info}"), ["KY014"]),
    "a gap filled by a hidden key": Case(
        menu("1: desk\n2: {say: a, go: info, announced: no}\n3: {say: hours, go: info}"), []
    ),
    "a gap filled by a key of the flow": Case(
        menu("1: desk\n3: {say: hours, go: info}", keys="2: {say: hear this again, go: again}"), []
    ),
    "a gap filled by extensions": Case(
        menu("1: desk\n3: {say: hours, go: info}\n215: {say: a, go: desk, announced: no}"), []
    ),
    "9 for everything else": Case(menu("1: desk\n9: {say: all other questions, go: desk}", keys="0: desk"), []),
    "8 for the main menu": Case(menu("1: desk\n8: {say: the main menu, go: main}"), []),
    "9 for a choice of its own": Case(menu("1: desk\n9: {say: hours, go: info}", keys="0: desk"), ["KY014"]),
    "spoken out of order": Case(spoken("For hours, press 2. For sales, press 1.", "{1: desk, 2: info}"), ["KY013"]),
    "spoken in order, written out of it": Case(
        spoken("For sales, press 1. For hours, press 2.", "{2: info, 1: desk}"), []
    ),
    "spoken with a number that is no choice": Case(
        spoken("For sales, press 1. We answer within 5 days. For hours, press 2.", "{1: desk, 2: info}"), []
    ),
}


@pytest.mark.parametrize("case", ORDERS.values(), ids=list(ORDERS))
def test_order_and_gaps(case: Case) -> None:
    assert codes(case.flow) == case.codes


def test_a_gap_names_the_keys_and_stands_behind_them() -> None:
    (finding,) = found(menu("1: desk\n4: {say: hours, go: info}"))
    assert finding.message == "'main' skips keys 2 and 3, so callers who count along press a key that does nothing"
    assert finding.place.column == 7


# --- KY015, KY016: entries -------------------------------------------------------------------------------------------


def ask(fields: str) -> str:
    return f'nodes:\n  main: {{ask: "Your number, please.", into: n, next: desk, {fields}}}\n'


ENTRIES = {
    "ends with pound": (ask('end: "#"'), []),
    "ends with star or pound": (ask('end: "*#"'), []),
    "ends with a digit": (ask("end: 9"), ["KY015"]),
    "a code with the end within": (
        with_field('end: "#"', menu('1: desk\n2: {say: hours, go: info}\n"3#": {say: jobs, go: desk, announced: no}')),
        ["KY015"],
    ),
    "a code that begins with the end": (
        with_field('end: "#"', menu('1: desk\n2: {say: hours, go: info}\n"#3": {say: jobs, go: desk, announced: no}')),
        [],
    ),
    "the end is an option": (with_field('end: "#"', menu('1: desk\n"#": again')), []),
    "a date too long": (ask("digits: 6, check: date MMDDYYYY"), ["KY016"]),
    "a date too short": (ask("digits: 8, check: date MMDD"), ["KY016"]),
    "a date that fits": (ask("digits: 4, check: date MMDD"), []),
    "a date within a range": (ask("digits: 6-8, check: date MMDDYYYY"), []),
    "a date of any length": (ask("check: date MMDDYYYY"), []),
    "one-of that fits": (ask("digits: 1, check: {one-of: [1, 2]}"), []),
    "one-of too long": (ask("digits: 1, check: {one-of: [10, 20]}"), ["KY016"]),
    "one-of of which one is too long": (ask("digits: 1, check: {one-of: [1, 2, 10]}"), ["KY016"]),
    "one-of of words": (ask('check: {one-of: ["yes", "no"]}'), ["KY016"]),
    "one-of of nothing": (ask("check: {one-of: []}"), ["KY016"]),
    "luhn": (ask("digits: 16, check: luhn"), []),
}


@pytest.mark.parametrize("case", ENTRIES.values(), ids=list(ENTRIES))
def test_entries(case: tuple[str, list[str]]) -> None:
    flow, expected = case
    assert codes(flow) == expected


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            "digits: 6, check: date MMDDYYYY",
            "'main' asks for a date of 8 digits (MMDDYYYY) but takes 6 digits, so no date ever passes",
        ),
        ("digits: 1, check: {one-of: [1, 10]}", "'main' takes 1 digit, so callers can never enter '10'"),
        (
            "digits: 2-3, check: {one-of: [1]}",
            "'main' takes 2 to 3 digits, but none of the entries of its `one-of` is that, so no entry ever passes",
        ),
        (
            "end: 19",
            "'main' ends an entry at 1 and 9, so callers whose number has that digit are cut off in the middle",
        ),
    ],
)
def test_what_is_wrong_with_an_entry(fields: str, message: str) -> None:
    assert [finding.message for finding in found(ask(fields))] == [message]


# --- what the words mean ---------------------------------------------------------------------------------------------

MEANINGS = {
    "operator": "a representative|speak with an operator|the next available agent|un representante|hablar con alguien"
    "|parler à un conseiller|mit einem Mitarbeiter zu sprechen|reception|a customer service representative",
    "back": "go back|back|previous menu|return to the previous menu|regresar al menú anterior|zurück"
    "|revenir au menu précédent",
    "repeat": "hear this again|repeat this menu|repetir el menú|volver a escuchar|réécouter ce menu|noch einmal hören",
    "start": "the main menu|go back to the main menu|start over|volver al menú principal|menu principal|Hauptmenü",
    "language es": "Español|for service in Spanish|para español|Spanisch",
    "cancel": "cancel|cancelar|annuler|abbrechen",
    "next": "more options|continue|más opciones",
    "other": "all other questions|something else|todas las demás consultas",
    "yes": "yes|Yes, please|sí|oui|ja, bitte",
    "no": "no|no, go back|non|nein",
    "": "a travel agent|get your money back|repeat prescriptions|cancel a visit|the main office|call me back|in person"
    "|a Spanish-speaking representative|no longer here|order status|more than one order|customer service||{name}",
}


@pytest.mark.parametrize(
    ("label", "meaning"), [(label, meaning) for meaning, labels in MEANINGS.items() for label in labels.split("|")]
)
def test_what_a_label_means(label: str, meaning: str) -> None:
    assert meaning_of(label) == meaning


@given(st.text(max_size=30))
def test_any_label_has_a_meaning_or_none(label: str) -> None:
    assert meaning_of(label) == meaning_of(f" {label} ")


@pytest.mark.parametrize(("count", "said"), [(0, ""), (1, "0"), (2, "0 and 1"), (6, "0, 1, 2, 3, 4 and 5")])
def test_few_things_are_all_named(count: int, said: str) -> None:
    assert listed(map(str, range(count))) == said


def test_of_many_things_the_rest_is_counted() -> None:
    assert listed(map(str, range(20))) == "0, 1, 2, 3, 4 and 15 more"


# --- flows that are right --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["caremark-austin", "clinic"])
def test_the_flows_that_come_along_keep_every_rule_about_keys(root: Path, name: str) -> None:
    flow = load(root / "flows" / f"{name}.yaml").flow
    assert flow is not None
    assert list(run_checks(flow, RULES, today=TODAY)) == []


def test_a_node_that_could_not_be_read_whole_is_left_alone() -> None:
    flow = menu("1: desk\nA: {say: hours, go: info}\n5: {say: jobs, go: info}\n51: {say: a map, go: info, wen: x}")
    assert codes(flow) == []


@given(st.sets(st.from_regex(r"[0-9*#]{1,3}", fullmatch=True), min_size=1, max_size=6))
def test_a_prefix_is_told_exactly_where_one_code_begins_another(keys: set[str]) -> None:
    options = "\n".join(f'"{key}": {{say: part {number}, go: info}}' for number, key in enumerate(sorted(keys)))
    beginnings = {one for one in keys for other in keys if other != one and other.startswith(one)}
    told = [code for code in codes(menu(options, keys="home: {words: [home], go: desk}")) if code in {"KY003", "KY005"}]
    assert len(told) == len(beginnings)
