from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from flow_strategies import CHANCES, LINES, flows, happening, moment
from generated import generated_flow
from hypothesis import HealthCheck, given, settings

from ivr.effect import Say
from ivr.engine import begin, step
from ivr.flow import Flow
from ivr.loader import load, load_text
from ivr.recordings import Change, Recordings, Row, Total, compared, recordings_of, to_record

HEAD = """ivr: 1
name: Shop
timezone: UTC
languages: [en, es]
lines: {1-800-555-0100: main}
contacts: {team: {name: Team}}
"""

SHOP = """
keys: {9: {say: {en: hear this again, es: repetir}, go: again}}
defaults: {wrong: {en: Sorry., es: Perdón.}, otherwise: desk}
nodes:
  main:
    menu: {en: Welcome., es: Bienvenido.}
    options:
      1: {say: {en: orders, es: pedidos}, go: order}
      2: {say: {en: go back, es: volver}, go: back}
      8: {say: {es: español}, go: again, language: es}
    silence: [{en: Hello?, es: ¿Hola?}, {en: Are you there?, es: ¿Sigue ahí?}]
  order: {say: {en: "Dear {name}, your order is {state}.", es: "Su pedido: {state}"}, next: desk}
  desk: {transfer: team, failed: sorry}
  sorry: {hangup: {en: Sorry!, es: Adiós.}}
"""


def read(text: str) -> Flow:
    flow = load_text(text).flow
    assert flow is not None
    return flow


def sheet(nodes: str) -> Recordings:
    return recordings_of(read(HEAD + nodes))


def words(nodes: str) -> dict[str, str]:
    return {row.id: row.text for row in sheet(nodes).rows}


def rows(nodes: str) -> dict[str, Row]:
    return {row.id: row for row in sheet(nodes).rows}


def changes(old: str, new: str) -> list[tuple[str, str, str]]:
    return [_told(one) for one in compared(sheet(old), sheet(new))]


def _told(change: Change) -> tuple[str, str, str]:
    return change.kind, change.row.id, change.old.id if change.old else ""


# --- what is on the sheet ---


def test_the_sheet_has_all_that_callers_hear_in_each_language() -> None:
    assert words(SHOP) == {
        "main.menu.en": "Welcome.",
        "main.menu.es": "Bienvenido.",
        "main.1.en": "For orders, press 1.",
        "main.1.es": "Para pedidos, oprima 1.",
        "main.2.en": "To go back, press 2.",
        "main.2.es": "Para volver, oprima 2.",
        "main.8.es": "Para español, oprima 8.",
        "keys.9.en": "To hear this again, press 9.",
        "keys.9.es": "Para repetir, oprima 9.",
        "defaults.wrong.1.en": "Sorry.",
        "defaults.wrong.1.es": "Perdón.",
        "main.silence.1.en": "Hello?",
        "main.silence.1.es": "¿Hola?",
        "main.silence.2.en": "Are you there?",
        "main.silence.2.es": "¿Sigue ahí?",
        "order.say.1.en": "Dear",
        "order.say.2.en": "your order is",
        "order.say.1.es": "Su pedido:",
        "sorry.hangup.en": "Sorry!",
        "sorry.hangup.es": "Adiós.",
    }


def test_the_sheet_is_ordered_by_language_and_then_as_the_flow_is_written() -> None:
    ids = [row.id for row in sheet(SHOP).rows]
    assert [one.rpartition(".")[2] for one in ids] == ["en"] * 10 + ["es"] * 10
    assert ids[10:13] == ["main.menu.es", "main.1.es", "main.2.es"]


def test_pieces_say_what_they_are_pieces_of() -> None:
    row = rows(SHOP)["order.say.2.en"]
    assert (row.piece, row.whole) == ("2 of 2", "Dear {name}, your order is {state}.")


def test_a_prompt_that_is_only_a_variable_is_not_to_be_recorded() -> None:
    assert list(words("nodes: {main: {say: '{x}.', next: again}}")) == []


def test_uses_name_every_node_at_which_it_is_heard() -> None:
    nodes = "nodes: {main: {menu: A, options: {1: more}}, more: {menu: B, tries: 1, options: {9: main}}}"
    found = rows("keys: {9: {say: help, go: again}}\ndefaults: {wrong: Sorry.}\n" + nodes)
    assert [(use.node, use.as_) for use in found["keys.9.en"].uses] == [("main", "key 9")]
    assert [(use.node, use.as_) for use in found["defaults.wrong.1.en"].uses] == [("main", "wrong")]


def test_a_reprompt_after_the_last_try_is_heard_by_nobody() -> None:
    nodes = "nodes: {main: {menu: A, tries: 2, wrong: [One., Two.], options: {1: main}}}"
    assert "main.wrong.2.en" not in words(nodes)


def test_what_no_line_leads_to_is_not_to_be_recorded() -> None:
    assert list(words("nodes: {main: {hangup: Bye.}, lost: {hangup: Nobody.}}")) == ["main.hangup.en"]


def test_a_menu_that_speaks_its_keys_itself_has_no_announcements() -> None:
    nodes = "nodes: {main: {menu: Press 1., announce: as-is, options: {1: {say: x, go: again}}}}"
    assert list(words(nodes)) == ["main.menu.en"]


def test_an_option_in_its_short_form_is_announced_by_where_it_leads() -> None:
    nodes = "nodes: {main: {menu: A, options: {1: desk}}, desk: {transfer: team}}"
    assert words(nodes)["main.1.en"] == "For Team, press 1."


def test_the_same_words_are_recorded_once_and_every_place_keeps_its_id() -> None:
    found = rows(SHOP)
    assert found["sorry.hangup.en"].same == "defaults.wrong.1.en"  # marks do not count
    assert rows(SHOP.replace("Sorry!", "Sorry?"))["sorry.hangup.en"].same == ""  # but a tone of voice does
    assert found["defaults.wrong.1.en"].same == ""
    assert sheet(SHOP).totals()[0] == Total("en", 9, 25, 9.4)


def test_words_are_recorded_as_where_a_file_is_named() -> None:
    nodes = "nodes: {main: {say: Hi., next: more}, more: {say: {audio: hi.wav, text: Hi.}, next: main}}"
    found = rows(nodes)
    assert (found["main.say.en"].same, found["more.say.en"].same) == ("more.say.en", "")


def test_two_files_with_the_same_words_are_two_recordings() -> None:
    more = "more: {say: {audio: b.wav, text: Hi.}, next: main}"
    nodes = f"nodes: {{main: {{say: {{audio: a.wav, text: Hi.}}, next: more}}, {more}}}"
    assert [row.same for row in sheet(nodes).rows] == ["", ""]


def test_a_recording_in_another_language_is_none_of_these_words() -> None:
    nodes = "nodes: {main: {say: {audio: hi.wav, text: {en: Hi., es: Hola.}}, next: more}, more: {menu: A, options: "
    nodes += "{1: {say: {audio: one.wav, text: one}, go: again}, 8: {say: {es: ocho}, go: main, language: es}}}}"
    found = rows(nodes)
    assert (found["main.say.en"].audio, found["main.say.es"].audio) == ("hi.wav", "")
    assert "more.1.es" not in found  # callers hear the English recording


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ("'front desk': {say: Hi., next: main}", "front%20desk.say.en"),
        ("a.b: {say: Hi., next: main}", "a%2Eb.say.en"),
        ("defaults: {say: Hi., next: main}", "nodes.defaults.say.en"),
        ("größe: {say: Hi., next: main}", "größe.say.en"),
    ],
)
def test_an_id_can_be_the_name_of_a_file_and_is_never_that_of_another_place(nodes: str, expected: str) -> None:
    name = nodes.partition(":")[0]
    assert expected in words(f"nodes: {{main: {{say: A, next: {name}}}, {nodes}}}")


some_flows = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def heard(flow: Flow, chance: Random) -> Iterator[Say]:
    for _ in range(4):
        call, told = begin(flow, chance.choice(LINES), moment(chance))
        waits = told[-1]
        for _ in range(15):
            yield from (effect for effect in told if isinstance(effect, Say))
            call, told = step(flow, call, happening(chance, flow, call, waits))
            waits = told[-1] if told else waits


@some_flows
@given(flows(), CHANCES)
def test_whatever_a_call_hears_is_on_the_sheet(text: str, chance: Random) -> None:
    flow = read(text)
    known = {row.whole or row.text for row in recordings_of(flow).rows}
    patterns = [re.compile(re.sub(r"\\{\w+\\}", ".*", re.escape(one)) + "$") for one in known]
    for say in heard(flow, chance):
        assert not say.text or any(pattern.match(say.text) for pattern in patterns), say


# --- ids that stay ---


@some_flows
@given(flows(), CHANCES)
def test_ids_stay_when_nodes_are_put_in_another_order(text: str, chance: Random) -> None:
    head, _, body = text.partition("nodes:\n")
    nodes = body.splitlines()
    chance.shuffle(nodes)
    old, new = (recordings_of(read(one)) for one in (text, f"{head}nodes:\n" + "\n".join(nodes) + "\n"))
    assert {row.id: row.text for row in old.rows} == {row.id: row.text for row in new.rows}
    assert compared(old, new) == ()


def test_ids_stay_when_prompts_are_added_and_words_change() -> None:
    more = SHOP.replace("Welcome.", "Welcome to us.").replace("nodes:\n", "nodes:\n  aaa: {say: Sorry., next: main}\n")
    more = more.replace("      1:", "      3: {say: {en: sizes, es: tallas}, go: aaa}\n      1:")
    assert set(words(SHOP)) < set(words(more))


# --- what changed ---


def test_a_sheet_against_itself_shows_nothing() -> None:
    assert changes(SHOP, SHOP) == []
    assert changes(SHOP, SHOP.replace("Sorry!", "sorry...")) == []


def test_changed_words_are_told_with_the_old_ones() -> None:
    (one,) = compared(sheet(SHOP), sheet(SHOP.replace("Welcome.", "Welcome back.")))
    assert one.old is not None
    assert (one.kind, one.row.text, one.old.text) == ("changed", "Welcome back.", "Welcome.")


def test_only_the_piece_that_changed_is_to_be_recorded() -> None:
    new = SHOP.replace("your order is", "the order is")
    assert changes(SHOP, new) == [("changed", "order.say.2.en", "order.say.2.en")]


def test_an_option_on_another_key_is_announced_anew() -> None:
    new = SHOP.replace("      2:", "      3:")
    assert changes(SHOP, new) == [
        ("new", "main.3.en", ""),
        ("new", "main.3.es", ""),
        ("gone", "main.2.en", ""),
        ("gone", "main.2.es", ""),
    ]


def test_a_renamed_node_keeps_its_recordings() -> None:
    new = SHOP.replace("order:", "orders:").replace("go: order}", "go: orders}")
    found = compared(sheet(SHOP), sheet(new))
    assert [_told(one) for one in found] == [
        ("moved", "orders.say.1.en", "order.say.1.en"),
        ("moved", "orders.say.2.en", "order.say.2.en"),
        ("moved", "orders.say.1.es", "order.say.1.es"),
    ]
    assert to_record(found) == ()


def test_words_that_lose_their_place_to_others_are_gone() -> None:
    old = "nodes: {main: {say: One., next: more}, more: {hangup: Two.}}"
    new = "nodes: {main: {say: Two., next: more}, more: {transfer: team}}"
    assert changes(old, new) == [("moved", "main.say.en", "more.hangup.en"), ("gone", "main.say.en", "")]


def test_new_words_in_two_places_are_recorded_once() -> None:
    old = "nodes: {main: {say: One., next: more}, more: {hangup: Two.}}"
    new = "nodes: {main: {say: Three., next: more}, more: {hangup: Three.}}"
    found = compared(sheet(old), sheet(new))
    assert [one.kind for one in found] == ["changed", "changed"]
    assert [one.row.id for one in to_record(found)] == ["main.say.en"]


def test_a_recording_of_another_language_does_not_do() -> None:
    old = "nodes: {main: {say: {en: Hi., es: Hola.}, next: more}, more: {say: A., next: es, language: es}, "
    old += "es: {say: {es: Bueno.}, next: main}}"
    assert changes(old, old.replace("Hi.", "Hola.")) == [("changed", "main.say.en", "main.say.en")]


# --- the files beside a flow ---


def test_recordings_are_there_missing_or_changed(tmp_path: Path) -> None:
    nodes = """nodes:
  main: {say: {audio: a.wav, text: A.}, next: b}
  b: {say: {audio: b.wav, text: B.}, next: c}
  c: {say: {audio: c.wav, text: C.}, next: d}
  d: {say: {audio: "http://x/d.wav", text: D.}, next: menu}
  menu: {menu: "", options: {1: {say: {audio: one.wav, text: orders}, go: e}}}
  e: {hangup: E.}
"""
    (tmp_path / "flow.yaml").write_text(HEAD + nodes, encoding="utf-8")
    for name, text in (("a.wav", ""), ("c.wav", ""), ("c.txt", "See."), ("one.wav", ""), ("old.wav", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "one.txt").write_text("For orders, press 1!", encoding="utf-8")
    flow = load(tmp_path / "flow.yaml").flow
    assert flow is not None
    found = recordings_of(flow)
    assert [row.state for row in found.rows] == ["there", "missing", "changed", "elsewhere", "there", "no audio named"]
    assert found.unplayed == ("old.wav",)


def test_a_file_with_two_texts_is_told_of() -> None:
    more = "more: {say: {audio: a.wav, text: B.}, next: main}"
    found = sheet(f"nodes: {{main: {{say: {{audio: a.wav, text: A.}}, next: more}}, {more}}}")
    assert "'a.wav' is named for 2 different texts, and one recording cannot say them all" in found.notes


def test_an_announcement_without_words_in_its_language_is_told_of() -> None:
    found = sheet(SHOP.replace("{en: orders, es: pedidos}", "orders"))
    assert found.notes == ("what main.1.es announces has no words in 'es' yet; translate it first",)


@pytest.mark.bench
def test_how_long_a_sheet_takes() -> None:
    import time  # noqa: PLC0415 -- only here

    flow = read(generated_flow(1000))
    start = time.process_time()
    found = recordings_of(flow)
    print(f"\n{len(found.rows)} rows of 1,000 nodes: {time.process_time() - start:.2f} s")  # noqa: T201 -- a measurement
