"""How a caller and a call flow meet: prompts, keys, tries, and what is typed ahead."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import pytest
from phone import LINE, Phone, flow_of

from ivr.effect import Say
from ivr.engine import begin, step
from ivr.event import Key

# One word a second, so that a prompt's length can be counted in words.
DEFAULTS = "defaults: {otherwise: desk, rate: 60}\n"
DESK = "  desk: {hangup: Goodbye.}\n"

MENUS = f"""
{DEFAULTS}
nodes:
{DESK}
  main: {{say: One two three four., next: first}}
  first:
    menu: Five six.
    options:
      1: {{say: seven, go: second}}
      2: {{say: eight, go: desk}}
  second:
    menu: Nine.
    options: {{3: {{say: ten, go: third}}}}
  third:
    menu: Eleven.
    options: {{1: {{say: x, go: first}}}}
"""


def menu(fields: str, more: str = "", top: str = "") -> str:
    """Give a flow whose first node is a menu with these fields."""
    return f"{DEFAULTS}{top}\nnodes:\n{DESK}\n  a: {{hangup: A.}}\n  b: {{hangup: B.}}\n  main: {fields}\n{more}\n"


def ask(fields: str, more: str = "", top: str = "") -> str:
    """Give a flow whose first node is an ask into `x`, and then a menu."""
    then = (
        "  then: {menu: Then., options: {'1': {say: x, go: then}, '#': {say: y, go: pound}}}\n  pound: {hangup: P.}\n"
    )
    return menu(f"{{ask: Digits please., into: x, next: then, {fields}}}", then + more, top)


# Prompts and keys during them


def test_a_call_begins_with_all_that_is_said_before_it_listens() -> None:
    phone = Phone(MENUS)
    assert phone.way == [("", "start", "main"), ("main", "next", "first")]
    assert phone.heard == ["One two three four.", "Five six.", "For seven, press 1.", "For eight, press 2."]
    assert (phone.seconds, phone.listens.wait, phone.at) == (0, 5, "first")


def test_a_line_that_does_not_exist_is_named_in_the_error() -> None:
    phone = Phone(MENUS)
    with pytest.raises(ValueError, match=f"no line '1'; it has {LINE}"):
        begin(phone.flow, "1", phone.call.at)


@pytest.mark.parametrize(("after", "seconds"), [(1.5, 1.5), (0, 0), (None, 10), (20, 20), (-1, 0)])
def test_a_key_cuts_prompts_off(after: float | None, seconds: float) -> None:
    phone = Phone(MENUS).press("1", after)  # heard of it after 4 + 2 + 4 words
    assert (phone.at, phone.seconds, phone.call.presses) == ("second", seconds, 1)


@pytest.mark.parametrize(("after", "seconds"), [(1, 4), (4, 4), (5, 5), (None, 10)])
def test_a_key_waits_for_the_end_of_a_prompt_that_it_cannot_cut_off(after: float | None, seconds: float) -> None:
    text = MENUS.replace("{say: One two three four.,", "{say: {text: One two three four., interruptible: no},")
    assert Phone(text).press("1", after).seconds == seconds


def test_prompts_that_can_and_that_cannot_be_cut_off_follow_each_other() -> None:
    text = menu(
        "{say: One two three., next: legal}",
        "  legal: {say: {text: Four five., interruptible: no}, next: m}\n"
        "  m: {menu: Six seven eight nine., options: {1: {say: x, go: a, announced: no}}}\n",
    )
    assert Phone(text).press("1", 1).seconds == 1 + 2 + 1  # the legal words are heard, then the one of the ending
    assert Phone(text).press("1", 4).seconds == 4 + 1 + 1
    assert Phone(text).press("1", 6).seconds == 6 + 1


def test_a_silence_begins_at_the_end_of_the_prompts() -> None:
    phone = Phone(MENUS).wait()
    assert (phone.seconds, phone.way) == (4 + 2 + 4 + 4 + 5, [("first", "silence", "first")])
    assert phone.wait().seconds == 19 + 2 + 4 + 4 + 5  # what comes before the menu is not said again


def test_the_clock_of_a_prompt_is_its_recording_when_that_is_stated() -> None:
    phone = Phone(menu("{menu: {audio: m.wav, seconds: 7.5, text: Hello.}, options: {1: a}}"))
    assert [effect.audio for effect in phone.effects if isinstance(effect, Say)] == ["m.wav"]
    assert phone.wait().seconds == 12.5


# Type-ahead


def test_keys_that_come_quickly_are_used_by_one_menu_after_the_other() -> None:
    phone = Phone(MENUS).press("13", 0)
    assert (phone.at, phone.seconds, phone.call.presses) == ("third", 0, 2)


LOOKUP = f"""
{DEFAULTS}
nodes:
{DESK}
  main: {{lookup: record, outcomes: {{found: first, other: told, asks: number, flushed: flushes, quiet: quiet}}}}
  told: {{say: Found it., next: first}}
  quiet: {{say: Found it., flush: yes, next: first}}
  first: {{menu: First., options: {{1: {{say: x, go: second}}}}, wrong: Wrong.}}
  second: {{menu: Second., options: {{2: {{say: x, go: number}}}}}}
  number: {{ask: Number., into: x, digits: 3, next: third}}
  third: {{menu: Third., options: {{9: {{say: x, go: desk}}}}}}
  flushes: {{menu: Sure., flush: yes, options: {{1: {{say: x, go: desk}}}}}}
"""


def test_keys_pressed_while_a_lookup_is_pending_wait_for_whatever_listens_next() -> None:
    phone = Phone(LOOKUP).press("12345", 0)
    assert (phone.at, phone.call.ahead, phone.effects) == ("main", "12345", ())
    phone.answer("found")
    assert (phone.at, phone.value("x"), phone.heard) == ("third", "345", ["Third.", "For x, press 9."])
    assert (phone.call.presses, phone.call.ahead) == (5, "")


def test_an_entry_takes_what_it_can_use_of_the_keys_pressed_ahead() -> None:
    phone = Phone(LOOKUP).press("12", 0).answer("asks")
    assert (phone.at, phone.call.typed, phone.listens.typed, phone.listens.wait) == ("number", "12", "12", 3)
    assert phone.press("3").value("x") == "123"


def test_a_key_pressed_ahead_cuts_off_what_it_can() -> None:
    assert Phone(LOOKUP).press("1", 0).answer("other").heard == ["Second.", "For x, press 2."]
    legal = LOOKUP.replace("{say: Found it.,", "{say: {text: Found it., interruptible: no},")
    phone = Phone(legal).press("1", 0).answer("other")
    assert phone.heard == ["Found it.", "Second.", "For x, press 2."]
    assert phone.wait().seconds == 2 + 1 + 4 + 5


def test_the_clock_counts_what_no_key_cuts_off_before_a_code_is_complete() -> None:
    text = LOOKUP.replace("outcomes: {found: first,", "outcomes: {found: legal,")
    text += "  legal: {say: {text: One two three four., interruptible: no}, next: number}\n"
    phone = Phone(text).press("12", 0).answer("found")
    assert (phone.heard, phone.call.typed) == (["One two three four."], "12")
    assert phone.press("3", 1).seconds == 4


def test_a_menu_may_throw_away_what_was_pressed_ahead() -> None:
    phone = Phone(LOOKUP).press("1", 0).answer("flushed")
    assert (phone.at, phone.call.ahead, phone.heard) == ("flushes", "", ["Sure.", "For x, press 1."])
    assert phone.press("1").at == "end: hangup"


def test_any_node_may_throw_away_what_was_pressed_ahead() -> None:
    phone = Phone(LOOKUP).press("1", 0).answer("quiet")
    assert (phone.at, phone.heard) == ("first", ["Found it.", "First.", "For x, press 1."])


def test_a_flushing_menu_does_not_hear_keys_during_what_comes_before_it() -> None:
    text = menu("{say: One two three., next: m}", "  m: {menu: Sure., flush: yes, options: {1: {say: x, go: a}}}\n")
    phone = Phone(text).press("1", 1)
    assert (phone.at, phone.effects, phone.call.presses) == ("m", (), 1)
    assert phone.press("1", 3.5).at == "end: hangup"
    assert phone.seconds == 4.5
    assert Phone(text).press("1").at == "end: hangup"  # a caller who listens is never too early


def test_a_mistake_made_ahead_forgets_the_keys_after_it() -> None:
    phone = Phone(LOOKUP).press("71", 0).answer("found")
    assert (phone.at, phone.call.failures, phone.call.ahead) == ("first", 1, "")
    assert phone.heard == ["Wrong.", "First.", "For x, press 1."]


def test_a_key_during_a_prompt_before_a_lookup_cuts_that_prompt_off() -> None:
    text = menu("{say: One two three four., next: l}", "  l: {lookup: r, outcomes: {found: m}}\n  m: {menu: M.}\n")
    assert Phone(text).answer("found", 2).seconds == 6
    assert Phone(text).press("1", 1.5).answer("found", 2).seconds == 3.5
    legal = text.replace("{say: One two three four.,", "{say: {text: One two three four., interruptible: no},")
    assert Phone(legal).press("1", 1.5).answer("found", 2).seconds == 6


# Codes of several keys

CODES = "{menu: M., options: {1: {say: x, go: a}, 12: {say: y, go: b}, 345: {say: z, go: b}}, end: '#'}"


@pytest.mark.parametrize(
    ("keys", "at", "seconds"),
    [("12", "end: hangup", 1.0), ("1#", "end: hangup", 1.0), ("345", "end: hangup", 1.0), ("1", "main", 0.0)],
)
def test_a_code_is_taken_as_soon_as_it_is_sure(keys: str, at: str, seconds: float) -> None:
    phone = Phone(menu(CODES)).press(keys, 0)
    assert (phone.at, phone.seconds) == (at, seconds)


def test_the_shorter_of_two_codes_is_taken_after_the_wait_between_keys() -> None:
    phone = Phone(menu(CODES)).press("1", 0)
    assert (phone.listens.wait, phone.listens.typed) == (3, "1")
    phone.wait()
    assert (phone.heard, phone.seconds) == (["A."], 3 + 1)


def test_the_wait_between_keys_can_be_set() -> None:
    phone = Phone(menu(CODES[:-1] + ", between: 1.5}")).press("1", 0)
    assert phone.listens.wait == 1.5
    assert phone.wait().seconds == 2.5


@pytest.mark.parametrize("keys", ["13", "34#", "346", "#", "9"])
def test_a_code_that_there_is_not_is_a_wrong_key(keys: str) -> None:
    phone = Phone(menu(CODES)).press(keys, 0)
    assert (phone.at, phone.call.failures, phone.call.typed) == ("main", 1, "")


def test_the_beginning_of_a_code_is_a_wrong_key_when_nothing_follows() -> None:
    phone = Phone(menu(CODES)).press("34", 0).wait()
    assert (phone.way, phone.call.failures) == ([("main", "wrong", "main")], 1)


# Silence and wrong keys


@pytest.mark.parametrize("mistakes", list(product("w7", repeat=3)))
def test_silence_and_wrong_keys_count_towards_one_limit(mistakes: tuple[str, ...]) -> None:
    phone = Phone(menu("{menu: M., options: {1: a}}"))
    for mistake in mistakes:
        assert phone.at == "main"
        phone = phone.wait() if mistake == "w" else phone.press(mistake)
    assert (phone.at, phone.way) == ("end: hangup", [("main", "otherwise", "desk")])


@pytest.mark.parametrize("tries", [1, 2, 5])
def test_tries_are_failures_in_all(tries: int) -> None:
    phone = Phone(menu(f"{{menu: M., options: {{1: a}}, tries: {tries}}}")).wait(tries - 1)
    assert phone.at == "main"
    assert phone.wait().at == "end: hangup"


def test_failures_are_counted_for_each_visit() -> None:
    phone = Phone(menu("{menu: M., options: {1: n, 2: main, 3: again}}", "  n: {menu: N., options: {1: main}}\n"))
    assert phone.wait(2).press("1").press("1").wait(2).at == "main"
    assert phone.press("2").wait(2).at == "main"  # an option that leads here is a new visit
    assert phone.press("3").wait().at == "end: hangup"  # `again` is the same visit, heard once more


def test_reprompts_may_be_lists_of_which_the_last_repeats() -> None:
    phone = Phone(menu("{menu: M., tries: 5, wrong: [W1, W2], silence: [S1, S2, S3], options: {1: a}}"))
    said = [phone.wait().heard[0], phone.press("9").heard[0], phone.wait().heard[0], phone.press("9").heard[0]]
    assert said == ["S1", "W2", "S3", "W2"]
    assert phone.wait().heard == ["Goodbye."]


def test_without_reprompts_the_menu_is_heard_again_without_comment() -> None:
    assert Phone(menu("{menu: M., options: {1: {say: x, go: a}}}")).wait().heard == ["M.", "For x, press 1."]


def test_a_menu_without_otherwise_ends_the_call_and_says_why() -> None:
    flow = flow_of("nodes: {main: {menu: M., options: {1: main}, tries: 1}}")
    phone = Phone(flow).wait()
    assert (phone.at, phone.why) == ("end: fault", "the flow does not say where the call goes after the last try")


# Keys of the whole flow

KEYS = "keys: {0: {say: a person, go: desk}, '*': {say: go back, go: back}, '#': {say: hear it, go: again}}\n"


def test_keys_of_the_flow_work_in_every_menu_and_are_announced_last() -> None:
    phone = Phone(menu("{menu: M., options: {1: {say: x, go: a}}}", top=KEYS))
    announced = ["For x, press 1.", "For a person, press 0.", "To go back, press star.", "To hear it, press pound."]
    assert phone.heard == ["M.", *announced]
    assert phone.press("#").way == [("main", "#", "main")]
    assert phone.press("0").heard == ["Goodbye."]


def test_a_menu_gives_a_key_of_the_flow_another_meaning_or_none() -> None:
    phone = Phone(menu("{menu: M., options: {0: {say: x, go: a}, '*': none}}", top=KEYS))
    assert phone.heard == ["M.", "For x, press 0.", "To hear it, press pound."]
    assert phone.press("*").call.failures == 1
    assert phone.press("0").heard == ["A."]


def test_in_an_ask_the_digits_of_the_flow_are_digits() -> None:
    phone = Phone(ask("digits: 3, end: '#'", top=KEYS)).press("000", 0)
    assert (phone.at, phone.value("x")) == ("then", "000")


def test_in_an_ask_the_other_keys_work_unless_one_ends_the_entry() -> None:
    assert Phone(ask("digits: 1-3", top=KEYS)).press("1#", 0).way == [("main", "#", "main")]
    assert Phone(ask("digits: 1-3", top=KEYS)).press("1*", 0).way == [("main", "*", "main")]
    phone = Phone(ask("digits: 1-3, end: '#'", top=KEYS)).press("1#", 0)
    assert (phone.at, phone.value("x")) == ("then", "1")


# Entries


@pytest.mark.parametrize("late", [False, True])
def test_an_end_key_too_many_after_a_full_entry_is_swallowed_once(late: bool) -> None:  # noqa: FBT001 -- a parameter
    phone = Phone(ask("digits: 3")).press("123", 0)
    phone.press("#", 2 if late else 0)
    assert (phone.at, phone.effects, phone.call.failures, phone.call.presses) == ("then", (), 0, 4)
    assert phone.press("#").at == "end: hangup"


def test_an_end_key_that_comes_later_means_what_the_menu_says() -> None:
    assert Phone(ask("digits: 3")).press("123", 0).press("#", 4).heard == ["P."]
    assert Phone(ask("digits: 3")).press("123", 0).press("#").heard == ["P."]
    assert Phone(ask("digits: 3")).press("123", 0).wait().press("#").heard == ["P."]


def test_an_end_key_too_many_is_swallowed_wherever_it_means_nothing() -> None:
    flow = flow_of(ask("digits: 3").replace("'#': {say: y, go: pound}", "2: a"))
    phone = Phone(flow).press("123", 0).press("#")
    assert (phone.at, phone.call.failures) == ("then", 0)
    assert phone.press("#").call.failures == 1


def test_the_end_key_too_many_is_the_one_that_the_ask_names() -> None:
    phone = Phone(ask("digits: 3, end: '*'")).press("123*", 0)
    assert (phone.at, phone.call.failures) == ("then", 0)


def test_no_end_key_is_forgiven_after_an_entry_that_was_ended() -> None:
    assert Phone(ask("digits: 2-3, end: '#'")).press("12##", 0).heard == ["P."]


def test_an_end_key_too_many_is_swallowed_around_a_lookup() -> None:
    text = ask("digits: 3").replace("next: then", "next: find")
    text += "  find: {lookup: r, outcomes: {found: then, told: told}}\n  told: {say: Thanks., next: then}\n"
    phone = Phone(text).press("123#", 0)
    assert (phone.at, phone.call.ahead) == ("find", "")
    assert phone.answer("told").heard[0] == "Thanks."
    phone = Phone(text).press("123", 0).answer("found").press("#", 0)
    assert (phone.at, phone.call.failures) == ("then", 0)


def test_an_end_key_too_many_after_a_wrong_entry_is_no_second_mistake() -> None:
    phone = Phone(ask("digits: 3, check: luhn")).press("123#", 0)
    assert (phone.at, phone.call.failures) == ("main", 1)
    assert phone.press("#").call.failures == 2


def test_an_end_key_too_many_pressed_ahead_is_swallowed() -> None:
    phone = Phone(LOOKUP).press("345#9", 0).answer("asks")
    assert (phone.at, phone.value("x")) == ("end: hangup", "345")


@pytest.mark.parametrize(
    ("fields", "keys", "value"),
    [
        ("digits: 8-10, end: '#'", "12345678#", "12345678"),
        ("digits: 8-10, end: '#'", "1234567890", "1234567890"),
        ("digits: 8-10", "123456789w", "123456789"),
        ("digits: 8-10", "1234567890", "1234567890"),
        ("end: '#'", "0#", "0"),
        ("end: '*#'", "12*", "12"),
        ("digits: 4, check: luhn", "0018", "0018"),
        ("digits: 6, check: date MMDDYY", "022924", "022924"),
        ("digits: 8, check: date", "02292024", "02292024"),
        ("digits: 1, check: {one-of: [1, 2]}", "2", "2"),
    ],
)
def test_an_entry_that_is_right(fields: str, keys: str, value: str) -> None:
    phone = Phone(ask(fields))
    for key in keys:
        phone = phone.wait() if key == "w" else phone.press(key, 0)
    assert (phone.at, phone.value("x"), phone.way[0]) == ("then", value, ("main", "next", "then"))


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ("digits: 8-10, end: '#'", "1234567#"),
        ("digits: 8-10", "1234567w"),
        ("digits: 8-10", "12345678#"),
        ("digits: 3", "12w"),
        ("end: '#'", "#"),
        ("digits: 3", "1*"),
        ("digits: 4, check: luhn", "0019"),
        ("digits: 6, check: date MMDDYY", "022923"),
        ("digits: 8, check: date DDMMYYYY", "12312026"),
        ("digits: 1-2, check: {one-of: [1, 2]}, end: '#'", "12"),
    ],
)
def test_an_entry_that_is_wrong(fields: str, keys: str) -> None:
    phone = Phone(ask(fields))
    for key in keys:
        phone = phone.wait() if key == "w" else phone.press(key, 0)
    assert (phone.at, phone.call.failures, phone.call.typed, phone.value("x")) == ("main", 1, "", None)
    assert phone.way == [("main", "wrong", "main")]


def test_an_ask_is_silent_as_a_menu_is() -> None:
    phone = Phone(ask("digits: 3, silence: Hello?")).wait()
    assert (phone.way, phone.heard) == ([("main", "silence", "main")], ["Hello?", "Digits please."])
    assert phone.wait(2).heard == ["Goodbye."]


def test_without_a_time_a_key_comes_when_its_option_has_been_told() -> None:
    flow = flow_of(
        "defaults: {rate: 60, otherwise: bye}\nnodes:\n"
        "  main: {menu: One two., options: {1: {say: cars, go: bye}, 2: {say: boats, go: bye}, 3: {go: bye, say: a}}}\n"
        "  bye: {hangup: ''}\n"
    )
    call, effects = begin(flow, next(iter(flow.lines)), datetime(2026, 3, 2, 10, 30, tzinfo=UTC))
    told, at = 0.0, {}
    for effect in effects:
        if isinstance(effect, Say):
            told += effect.seconds
            at[effect.key] = told
    assert (at["1"], at["2"]) == (6.0, 10.0)  # two words, then four for each option, at one word a second
    for key in "123":
        after, _ = step(flow, call, Key(key))
        assert after.seconds == at[key]
    unknown, _ = step(flow, call, Key("8"))
    assert unknown.seconds == told
