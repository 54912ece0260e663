"""Where a call goes: back, sub-flows, languages, hours, answers from outside, variables, and how calls end."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from phone import HEAD, LINE, NOON, Phone, flow_of

from ivr.effect import Choose, LookUp, Record, Transfer
from ivr.engine import begin, step
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken

# Back and again

TRAIL = """
keys: {'*': back, '#': again}
defaults: {otherwise: bye}
nodes:
  bye: {hangup: Goodbye.}
  main: {menu: Main., options: {1: one, 2: say, 5: number}}
  say: {say: On the way., next: one}
  one: {menu: One., options: {1: two, 2: main, 5: number}}
  two: {menu: Two., options: {1: one, 2: main, 5: number}}
  number: {ask: Number., into: x, digits: 1, next: two}
"""


@pytest.mark.parametrize(
    ("keys", "at", "trail"),
    [
        ("", "main", "main"),
        ("*", "main", "main"),
        ("**", "main", "main"),
        ("1", "one", "main one"),
        ("1*", "main", "main"),
        ("2*", "main", "main"),
        ("11*", "one", "main one"),
        ("11**", "main", "main"),
        ("111", "one", "main one"),
        ("1111*", "one", "main one"),
        ("112", "main", "main"),
        ("112*", "main", "main"),
        ("15*", "one", "main one"),
        ("155", "two", "main one two"),
        ("155*", "one", "main one"),
        ("1##", "one", "main one"),
    ],
)
def test_back_follows_a_trail_that_never_holds_a_menu_twice(keys: str, at: str, trail: str) -> None:
    phone = Phone(TRAIL).press(keys)
    assert (phone.at, " ".join(phone.call.trail)) == (at, trail)


def test_back_before_any_menu_hears_the_same_node_again() -> None:
    phone = Phone(TRAIL.replace("main: {menu", "first: {menu").replace("number: {ask", "main: {ask")).press("*")
    assert (phone.way, phone.heard) == ([("main", "*", "main")], ["Number."])


def test_back_and_again_in_the_first_menu_keep_the_count_of_failures() -> None:
    for key in "*#":
        assert Phone(TRAIL).wait(2).press(key).wait().at == "end: hangup"


# Sub-flows

SUB = """
keys: {'*': back}
defaults: {otherwise: bye}
nodes:
  bye: {hangup: Goodbye.}
  main: {menu: Main., options: {1: check, 2: plain, 3: partly, 4: outer, 5: stray, 6: loop, 7: strict}}
  check: {run: inner, returns: {good: yes-desk, bad: no-desk}, else: other}
  plain: {run: inner, then: other}
  partly: {run: inner, returns: {good: yes-desk}, then: other}
  strict: {run: inner, returns: {good: yes-desk}}
  outer: {run: middle, then: other}
  middle: {run: inner, returns: {good: back-good}, else: back-bad}
  back-good: {return: fine}
  back-bad: {return: poor}
  inner: {menu: Inner., options: {1: good, 2: bad, 3: odd, 4: deeper, 5: bye}}
  deeper: {menu: Deeper., options: {1: good}}
  good: {return: good}
  bad: {return: bad}
  odd: {return: odd}
  yes-desk: {menu: Yes., options: {1: bye}}
  no-desk: {menu: No., options: {1: bye}}
  other: {menu: Other., options: {1: bye}}
  stray: {return: lost}
  loop: {run: loop, then: other}
"""


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ("11", "yes-desk"),
        ("12", "no-desk"),
        ("13", "other"),
        ("21", "other"),
        ("22", "other"),
        ("31", "yes-desk"),
        ("32", "other"),
        ("41", "other"),
        ("71", "yes-desk"),
        ("15", "end: hangup"),
        ("1*", "inner"),
        ("14*", "inner"),
        ("14**", "inner"),
        ("141*", "main"),
    ],
)
def test_a_sub_flow_comes_back_by_what_it_returns(keys: str, at: str) -> None:
    assert Phone(SUB).press(keys).at == at


def test_a_sub_flow_has_a_trail_of_its_own_and_gives_the_old_one_back() -> None:
    phone = Phone(SUB).press("44")
    assert (phone.call.trail, [frame.node for frame in phone.call.stack]) == (("inner", "deeper"), ["outer", "middle"])
    phone.press("1")
    assert (phone.call.trail, phone.call.stack) == (("main", "other"), ())
    assert phone.way == [
        ("deeper", "1", "good"), ("middle", "good", "back-good"), ("outer", "then", "other"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ("5", "'stray' returns, but no node ran it as a sub-flow"),
        ("6", "the sub-flow 'loop' runs itself, and never comes back"),
        ("72", "the flow does not say where the call goes when 'inner' returns 'bad'"),
    ],
)
def test_a_sub_flow_that_goes_nowhere_ends_the_call_and_says_why(keys: str, why: str) -> None:
    phone = Phone(SUB).press(keys)
    assert (phone.at, phone.why) == ("end: fault", why)


# Languages

LANGUAGES = """
languages: [en, es, fr]
keys: {8: {say: {en: French, fr: français}, go: again, language: fr}}
defaults: {otherwise: bye, wrong: {en: Wrong., es: Mal.}}
nodes:
  bye: {hangup: {en: Goodbye., es: Adiós.}}
  main:
    menu: {en: Hello., es: Hola.}
    options:
      1: {say: plain, go: plain}
      2: {say: {en: Spanish, es: español}, go: plain, language: es}
      3: {say: forced, go: forced, language: fr}
      4: {say: ask, go: number}
  plain: {menu: Plain., options: {1: bye, 2: main}}
  forced: {say: {en: One., es: Uno.}, language: es, next: plain}
  number: {ask: {en: Number., fr: Numéro.}, into: x, digits: 1, next: plain}
"""
LINES = HEAD.replace("main}", "main, '2': {start: main, language: es}}")


def test_a_line_an_option_a_key_and_a_node_change_the_language() -> None:
    flow = flow_of(LANGUAGES, LINES)
    assert Phone(flow, line="2").heard[0] == "Hola."
    assert Phone(flow).press("2").call.language == "es"
    assert Phone(flow).press("2").press("2").heard[0] == "Hola."
    assert Phone(flow).press("8").call.language == "fr"
    forced = Phone(flow).press("3")
    assert (forced.heard[0], forced.call.language) == ("Uno.", "es")


def test_what_is_said_falls_back_to_the_first_language() -> None:
    flow = flow_of(LANGUAGES, LINES)
    assert Phone(flow).press("8").heard[0] == "Hello."
    assert Phone(flow, line="2").press("1").heard[0] == "Plain."
    assert Phone(flow, line="2").press("9").heard[0] == "Mal."
    assert Phone(flow).press("8").press("4").heard == ["Numéro."]


def test_an_option_in_another_language_is_announced_in_it() -> None:
    assert "Para español, oprima 2." in Phone(LANGUAGES).heard
    assert "Para plain, oprima 1." in Phone(flow_of(LANGUAGES, LINES), line="2").heard


def test_the_language_can_be_chosen_for_a_call() -> None:
    call, _ = begin(flow_of(LANGUAGES), LINE, NOON, language="es")
    assert call.language == "es"


# Hours

HOURS = """
hours: {desk: Mon-Fri 08:00-20:00, night: "22:00-06:00", days: {open: Mon-Fri 08:00-20:00, closed: 2026-03-03}}
contacts: {team: {name: Team, hours: desk}}
defaults: {rate: 60, otherwise: no}
nodes:
  main: {menu: M., options: {1: door, 2: gate, 3: shop, 4: slowly, 5: ring, 6: slow-ring, 7: missing}, tries: 9}
  door: {hours: desk, open: yes, closed: no}
  gate: {hours: night, open: yes, closed: no}
  shop: {hours: days, open: yes, closed: no}
  slowly: {say: One two three four five six seven eight nine ten., next: door}
  slow-ring: {say: One two three four five six seven eight nine ten., next: ring}
  ring: {transfer: team, closed: no, failed: yes}
  missing: {hours: never, open: yes}
  yes: {hangup: Open.}
  no: {hangup: Closed.}
"""


def clock(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("key", "at", "after", "heard"),
    [
        ("1", "2026-03-03 07:59:59", 0, "Closed."),
        ("1", "2026-03-03 07:59:59", 1, "Open."),
        ("1", "2026-03-03 19:59:50", 9.9, "Open."),
        ("1", "2026-03-03 19:59:50", 10, "Closed."),
        ("1", "2026-03-07 12:00", 0, "Closed."),
        ("2", "2026-03-03 23:00", 0, "Open."),
        ("2", "2026-03-03 05:59:59", 0, "Open."),
        ("2", "2026-03-03 06:00", 0, "Closed."),
        ("3", "2026-03-03 12:00", 0, "Closed."),
        ("3", "2026-03-04 12:00", 0, "Open."),
        ("4", "2026-03-03 19:59:45", 0, "Open."),
        ("4", "2026-03-03 19:59:45", 4.9, "Open."),
        ("4", "2026-03-03 19:59:45", 5, "Closed."),  # the ten words before the door are over at closing time
        ("6", "2026-03-03 19:59:50", 0, "Closed."),
    ],
)
def test_hours_are_those_of_the_moment_at_which_the_call_passes(key: str, at: str, after: float, heard: str) -> None:
    assert Phone(HOURS, at=clock(at)).press(key, after).heard[-1] == heard


def test_prompts_that_are_cut_off_take_no_time_before_hours() -> None:
    text = HOURS.replace("7: missing", "7: look") + "  look: {lookup: r, outcomes: {a: slow-menu}}\n"
    text += "  slow-menu: {say: One two three four five., next: check}\n"
    text += "  check: {hours: desk, open: open-menu, closed: no}\n  open-menu: {menu: O., options: {1: yes}}\n"
    at = clock("2026-03-03 19:59:56")
    assert Phone(text, at=at).press("7", 0).answer("a").heard[-1] == "Closed."
    assert Phone(text, at=at).press("71", 0).answer("a").heard == ["Open."]


def test_hours_without_a_way_on_end_the_call_and_say_why() -> None:
    phone = Phone(HOURS).press("7")
    assert (phone.at, phone.why) == ("end: fault", "the flow does not say where the call goes when 'never' is closed")


def test_a_contact_that_is_closed_is_not_rung() -> None:
    assert isinstance(Phone(HOURS).press("5").last, Transfer)
    phone = Phone(HOURS, at=clock("2026-03-03 21:00")).press("5")
    assert (phone.at, phone.way) == ("end: hangup", [("main", "5", "ring"), ("ring", "closed", "no")])


# Transfers


def transfer(fields: str) -> str:
    ways = "".join(f"  {name}: {{hangup: To {name}.}}\n" for name in ("b", "n", "c", "f"))
    contacts = "contacts: {team: {name: Team, number: 1-800-555-0123}, shut: {name: Shut, hours: never}}\n"
    return f"{contacts}nodes:\n  main: {{{fields}}}\n{ways}"


ALL_WAYS = "transfer: team, busy: b, no-answer: n, closed: c, failed: f"


@pytest.mark.parametrize(
    ("fields", "outcome", "heard"),
    [
        (ALL_WAYS, "busy", "To b."),
        (ALL_WAYS, "no-answer", "To n."),
        (ALL_WAYS, "closed", "To c."),
        (ALL_WAYS, "failed", "To f."),
        (ALL_WAYS, "on fire", "To f."),
        ("transfer: team, failed: f", "busy", "To f."),
        ("transfer: team, failed: f", "no-answer", "To f."),
        ("transfer: team, failed: f", "closed", "To f."),
    ],
)
def test_every_failure_of_a_transfer_has_a_way(fields: str, outcome: str, heard: str) -> None:
    assert Phone(transfer(fields)).answer(outcome).heard == [heard]


@pytest.mark.parametrize("outcome", ["busy", "no-answer", "closed", "failed"])
def test_a_caller_whom_nobody_takes_and_nothing_catches_is_dropped(outcome: str) -> None:
    phone = Phone(transfer("transfer: team")).answer(outcome)
    assert (phone.at, phone.why) == ("end: dropped", f"'team': {outcome.replace('-', ' ')}")


def test_a_closed_contact_uses_failed_or_drops_the_caller() -> None:
    assert Phone(transfer("transfer: shut, failed: f")).heard == ["To f."]
    assert Phone(transfer("transfer: shut")).at == "end: dropped"


def test_a_transfer_that_is_taken_ends_the_call_with_what_goes_along() -> None:
    flow = flow_of(transfer("transfer: team, pass: [x]"))
    phone = Phone(flow, x="1", y="2")
    assert phone.last == Transfer("team", "1-800-555-0123", (("x", "1"),))
    assert phone.answer("connected", 12).call.ended is not None
    assert (phone.at, phone.why, phone.seconds) == ("end: transfer", "team", 12)


def test_a_transfer_to_a_number_rings_it() -> None:
    assert Phone(transfer("transfer: 1-800-555-0177")).last == Transfer("1-800-555-0177", "1-800-555-0177")


# Other answers from outside


def test_a_lookup_fills_only_what_it_gives() -> None:
    phone = Phone(
        "nodes:\n  main: {lookup: r, pass: [a], gives: [balance], outcomes: {found: m}}\n"
        "  m: {say: 'It is {balance}, {other}.', next: main}",
        a="7",
        b="8",
    )
    assert phone.last == LookUp("r", ("found",), ("balance",), (("a", "7"),))
    phone.answer("found", balance="12.50", other="x", a="9")
    assert (phone.heard, phone.value("balance"), phone.value("a")) == (["It is 12.50, {other}."], "12.50", "7")


def test_an_answer_that_the_flow_does_not_name_ends_the_call_and_says_why() -> None:
    text = "nodes:\n  main: {%s}\n  m: {hangup: M.}"
    for fields, named in [
        ("lookup: r, outcomes: {found: m}", "'r' leads when it is 'odd'"),
        ("split: {50%: m, '50.0%': m}", "'odd' is not a share"),
        ("unknown: Step, exits: {a: m}", "'Step' has no exit 'odd'"),
    ]:
        phone = Phone(text % fields).answer("odd")
        assert (phone.at, named in phone.why) == ("end: fault", True)


def test_a_split_is_chosen_by_whoever_runs_the_call() -> None:
    phone = Phone("nodes:\n  main: {split: {70%: a, 30%: b}}\n  a: {hangup: A.}\n  b: {hangup: B.}")
    assert phone.last == Choose("main", ("70%", "30%"), (70, 30))
    assert phone.press("1").wait().at == "main"
    assert phone.answer("30%").heard == ["B."]


def test_a_step_that_is_unknown_leads_where_somebody_says() -> None:
    phone = Phone("nodes:\n  main: {unknown: Queue, exits: {done: a, full: b}}\n  a: {hangup: A.}\n  b: {hangup: B.}")
    assert phone.last == Choose("Queue", ("done", "full"))
    assert phone.answer("full").heard == ["B."]


RECORD = """
defaults: {rate: 60}
nodes:
  main: {record: After the tone., into: note, longest: 30, next: m, failed: f}
  m: {menu: M., options: {1: f}, otherwise: f}
  f: {hangup: F.}
"""


def test_a_recording_ends_by_its_key_by_silence_or_from_outside() -> None:
    assert Phone(RECORD).last == Record("note", 30, "#")
    for phone in (Phone(RECORD).press("#", 8), Phone(RECORD).answer("recorded", 5), Phone(RECORD).wait()):
        assert (phone.at, phone.value("note")) == ("m", "recording of main")
    assert Phone(RECORD).press("#", 8).seconds == 8
    assert Phone(RECORD).answer("recorded", 5).seconds == 8
    failed = Phone(RECORD).answer("failed")
    assert (failed.at, failed.value("note")) == ("end: hangup", None)


def test_a_key_during_a_recording_is_part_of_it() -> None:
    phone = Phone(RECORD).press("1", 8)
    assert (phone.at, phone.call.ahead, phone.call.presses) == ("main", "", 1)
    assert phone.answer("recorded").at == "m"


# Variables


def test_set_takes_numbers_text_and_variables_as_they_were_before() -> None:
    phone = Phone(
        "nodes:\n  m: {menu: M.}\n"
        "  main: {set: {n: 5, t: 'text', v: a, gone: nothing, a: b, b: a, neg: -1.5}, next: m}",
        a="1",
        b="2",
    )
    expected = {"n": "5", "t": "text", "v": "1", "gone": "", "a": "2", "b": "1", "neg": "-1.5"}
    assert dict(phone.call.values) == expected


def branch(*ways: str, other: str = "else: none-of-them") -> str:
    cases = ", ".join(f"{{when: '{when}', go: d{number}}}" for number, when in enumerate(ways))
    desks = "".join(f"  d{number}: {{hangup: D{number}.}}\n" for number in range(len(ways)))
    return f"nodes:\n  main: {{branch: [{cases}], {other}}}\n  none-of-them: {{hangup: Else.}}\n{desks}"


def test_a_branch_takes_the_first_way_that_holds() -> None:
    text = branch("x == 1", 'x in ["2", "3"]', "x < 10 and not y", "y")
    assert Phone(text, x="01").heard == ["D0."]  # what was entered compares with a number by value
    assert Phone(text, x="3").heard == ["D1."]
    assert Phone(text, x="4").heard == ["D2."]
    assert Phone(text, x="4", y="yes").heard == ["D3."]
    assert Phone(text).heard == ["Else."]


def test_a_branch_without_a_way_ends_the_call_and_says_why() -> None:
    phone = Phone(branch("x == 1", other="name: Which"))
    assert (phone.at, phone.why) == ("end: fault", "no condition holds, and the flow has no `else` for that")


def test_an_option_is_there_only_while_its_condition_holds() -> None:
    text = """
    keys: {9: {say: extra, go: bye, when: vip}}
    nodes:
      main: {menu: M., options: {1: {say: credit, go: bye, when: owes > 0, words: credit}}, otherwise: bye, tries: 2}
      bye: {hangup: Bye.}
    """
    flow = flow_of(text)
    assert Phone(flow).heard == ["M."]
    assert Phone(flow, owes="3").heard == ["M.", "For credit, press 1."]
    assert Phone(flow, vip="yes").heard == ["M.", "For extra, press 9."]
    for phone in (Phone(flow).press("1"), Phone(flow).press("9"), Phone(flow).speak("credit")):
        assert phone.call.failures == 1
    assert Phone(flow, owes="3").press("1").at == Phone(flow, vip="1").press("9").at == "end: hangup"
    assert Phone(flow, owes="3").speak("credit").at == "end: hangup"


# Spoken words

WORDS = """
keys: {0: {say: a person, words: [agent, person], go: o}}
defaults: {otherwise: o}
nodes:
  main:
    menu: M.
    options:
      1: {say: bills, words: [bill, pay my bill], go: a}
      2: {say: phones, words: [phone, my phone bill, plan], go: b}
      3: {say: plans, words: [plan, new plan], go: c}
      again-a: {words: [statement], go: a}
      4: {say: papers, words: [statement], go: a}
  a: {hangup: A.}
  b: {hangup: B.}
  c: {hangup: C.}
  o: {hangup: O.}
"""


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("Bill", "A."),
        ("I want to pay, my  BILL!", "A."),
        ("my phone bill", "B."),
        ("a new plan please", "C."),
        ("plan", ""),
        ("bill and phone", ""),
        ("bills", ""),
        ("", ""),
        ("agent", "O."),
        ("statement", "A."),
    ],
)
def test_the_longest_phrase_wins_and_two_as_long_are_no_match(words: str, heard: str) -> None:
    phone = Phone(WORDS).speak(words)
    assert (phone.heard == [heard]) if heard else (phone.at, phone.call.failures) == ("main", 1)


def test_words_are_understood_only_where_some_are_named() -> None:
    assert Phone(WORDS).listens.speech
    text = "nodes: {main: {menu: M., options: {1: main}, otherwise: main}}"
    assert not Phone(text).listens.speech
    assert Phone(text).speak("anything").call.failures == 1


def test_words_come_after_the_prompts_unless_a_time_is_given() -> None:
    phone = Phone(WORDS.replace("otherwise: o}", "otherwise: o, rate: 60}"))
    length = sum(len(text.split()) for text in phone.heard)
    assert phone.speak("nothing of that").seconds == length


# How calls end


@pytest.mark.parametrize(
    "nodes",
    [
        "main: {hours: always, open: other, closed: other}\n  other: {set: {x: 1}, next: main}",
        "main: {say: Round., next: again}",
        "main: {branch: [{when: x == 1, go: main}], else: back}",
        "main: {transfer: shut, closed: main}",
        "main: {say: Round., next: other}\n  other: {say: Round., next: main}",
    ],
)
def test_a_call_that_goes_round_ends_and_says_why(nodes: str) -> None:
    phone = Phone(f"contacts: {{shut: {{hours: never}}}}\nnodes:\n  {nodes}\n")
    assert (phone.at, "goes round" in phone.why) == ("end: fault", True)


def test_a_long_way_without_a_question_is_no_fault() -> None:
    nodes = "".join(f"  n{number}: {{set: {{x: {number}}}, next: n{number + 1}}}\n" for number in range(1500))
    phone = Phone(f"nodes:\n  main: {{say: Go., next: n0}}\n{nodes}  n1500: {{menu: M.}}\n")
    assert (phone.at, phone.value("x")) == ("n1500", "1499")


def test_a_target_that_does_not_exist_ends_the_call_and_says_why() -> None:
    phone = Phone("nodes: {main: {menu: M., options: {1: gone}}}").press("1")
    assert (phone.at, phone.why, phone.way) == ("end: fault", "'gone' does not exist", [("main", "1", "gone")])


@pytest.mark.parametrize("fields", ["say: Hello.", "set: {x: 1}", "unknown: Step", "lookup: r", "record: Speak."])
def test_a_node_that_leads_nowhere_ends_the_call_and_says_why(fields: str) -> None:
    phone = Phone(f"nodes: {{main: {{{fields}}}}}")
    phone = phone if phone.call.ended else phone.answer("recorded")
    assert (phone.at, bool(phone.why)) == ("end: fault", True)


def test_an_ask_that_leads_nowhere_ends_the_call_and_says_why() -> None:
    phone = Phone("nodes: {main: {ask: A., into: x, digits: 1}}").press("1")
    assert (phone.why, phone.way) == ("the flow does not say where the call goes on", [])


def test_a_call_that_was_saved_ends_where_its_node_is_gone() -> None:
    call = Phone(SUB).press("44").call
    flow = flow_of("nodes: {main: {menu: M.}, deeper: {menu: D., options: {1: good}}, good: {return: good}}")
    events: list[tuple[Event, str]] = [
        (Key("1"), "'middle' does not exist"),
        (Silence(), "the flow does not say where"),
    ]
    for event, why in events:
        ended = step(flow, call._replace(failures=2), event)[0].ended
        assert ended is not None
        assert ended.why.startswith(why)
    gone = step(flow, call._replace(node="inner"), Silence())[0].ended
    assert gone is not None
    assert gone.why == "'inner' does not exist"


def test_a_hang_up_ends_the_call_at_any_moment() -> None:
    for phone in (Phone(SUB), Phone(SUB).press("1", 0), Phone(RECORD), Phone(transfer(ALL_WAYS))):
        assert phone.hang_up(2).at == "end: caller"
        assert phone.seconds == 2


def test_a_call_that_has_ended_stays_as_it_is() -> None:
    phone = Phone(SUB).press("15")
    for event in (Key("1"), Silence(), Spoken("x"), Outcome("busy"), HangUp(3)):
        assert step(phone.flow, phone.call, event) == (phone.call, ())
