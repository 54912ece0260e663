"""What `ivr diff` tells, in the words of callers; and what it does with input that it cannot use."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ivr.cli import ivr
from ivr.diff import compared
from ivr.diff.changes import Change
from ivr.diff.drawn import joined_graph
from ivr.diff.words import told
from ivr.flow import Flow
from ivr.loader import load_text

TODAY = date(2026, 3, 2)
FLOW = """\
ivr: 1
name: Clinic
timezone: America/Chicago
languages: [en, es]
lines: {1-800-555-0100: main, 1-800-555-0199: {start: bills, name: Bills}}
hours: {desk: {open: "Mon-Sat 08:00-20:00", closed: [2026-12-25]}}
contacts:
  pharmacist: {name: Pharmacist}
  billing: {name: Billing, number: 1-800-555-0150}
keys: {9: {say: hear this again, go: again}}
defaults: {silence: Sorry?, wrong: Not a choice., tries: 3, otherwise: pharmacy}
nodes:
  main:
    menu: Hello.
    options:
      1: {say: refills, go: member}
      2: {say: opening hours, go: desk}
      4: {say: a pharmacist, go: pharmacy}
      5: {say: bills, go: bills}
  member: {ask: Enter your number., into: member, digits: 4, next: find}
  find:
    lookup: member record
    gives: [kind]
    outcomes: {found: sort, unknown: pharmacy, failed: pharmacy}
  sort: {branch: [{when: 'kind == "gold"', go: gold}], else: order}
  gold: {say: "Welcome back, {member}.", next: order}
  order: {say: Your order is on its way., next: goodbye}
  desk: {hours: desk, open: pharmacy, closed: shut}
  shut: {hangup: We are closed.}
  pharmacy: {transfer: pharmacist, busy: shut, no-answer: shut, failed: shut}
  bills: {transfer: billing, busy: voicemail, no-answer: voicemail, failed: voicemail}
  voicemail: {record: Leave a message., to: billing, next: goodbye, failed: goodbye}
  goodbye: {hangup: Goodbye.}
calls:
  - {call: A pharmacist, line: 1-800-555-0100, at: Tue 10:00, steps: [{press: 4}, {answer: {pharmacist: connected}}]}
  - {call: Bills, line: 1-800-555-0100, at: Tue 10:00, steps: [{press: 5}, {reach: bills}]}
"""


def read(text: str) -> Flow:
    flow = load_text(text).flow
    assert flow is not None
    return flow


def changes(*replaced: tuple[str, str], old: str = FLOW) -> tuple[Change, ...]:
    new = old
    for before, after in replaced:
        assert before in new
        new = new.replace(before, after)
    return compared(read(old), read(new), TODAY).changes


def sentences(*replaced: tuple[str, str], old: str = FLOW) -> list[str]:
    return [told(change).sentence for change in changes(*replaced, old=old)]


def test_a_key_that_reaches_somebody_else_is_told_in_words() -> None:
    assert sentences(("4: {say: a pharmacist, go: pharmacy}", "4: {say: a pharmacist, go: bills}")) == [
        "4 reached Pharmacist and now reaches Billing."
    ]


def test_hours_are_told_where_they_decide() -> None:
    (change,) = changes(("Mon-Sat 08:00-20:00", "Mon-Sat 09:00-20:00"))
    assert told(change).sentence == (
        'On Mon-Sat 08:00-09:00, 2 reached Pharmacist and now ends in a goodbye, "We are closed."'
    )
    assert change.shown is not None
    assert f"{change.shown.old.at:%a %H}" == "Mon 08"


def test_a_date_on_which_hours_differ_is_found() -> None:
    (change,) = changes(("closed: [2026-12-25]", "closed: [2026-12-25, 2026-07-03]"))
    assert told(change).sentence.startswith("On 2026-07-03, 2 reached Pharmacist and now ends in a goodbye")


def test_other_words_are_told_as_what_was_and_is_heard() -> None:
    (change,) = changes(("silence: Sorry?", "silence: Pardon?"))
    assert told(change) == ("After silence, other words are heard:", ("Sorry?",), ("Pardon?",))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("tries: 3", "tries: 2", "A wrong key (8) twice had the caller asked again and now reaches Pharmacist."),
        ("{hangup: Goodbye.}", "{hangup: Goodbye., next: x}", ""),
        ("tries: 3", "tries: 3, wait: 9 s", "At the beginning, the line waits 9 s for the caller instead of 5 s."),
        ("number: 1-800-555-0150", "number: 1-800-555-0151", "Billing is rung on 1-800-555-0151"),
        (
            "outcomes: {found: sort, unknown: pharmacy,",
            "outcomes: {found: sort, blocked: pharmacy,",
            "can now turn out",
        ),
        ("go: again", "go: pharmacy", "9 had the caller asked again and now reaches Pharmacist."),
        ('kind == "gold"', 'kind != "gold"', "more is heard:"),
        ("into: member, digits: 4", "into: member, digits: 5", "had 'member record' looked up and now has"),
        ("menu: Hello.", "menu: {text: Hello., interruptible: no}", 'a key no longer cuts "Hello." off.'),
        ("menu: Hello.", "menu: {text: Hello., seconds: 4}", '"Hello." takes 4 s instead of 0.38 s.'),
        ("menu: Hello.", "menu: {text: Hello., audio: h.wav}", '"Hello." is played from h.wav instead of spoken'),
        ("languages: [en, es]", "languages: [es, en]", "is spoken in es instead of en."),
        ("record: Leave a message.,", "record: Leave a message., longest: 30,", "may take 30 s instead of 120 s."),
        ("5: {say: bills, go: bills}", "5: {say: bills, go: bills, words: [bill]}", "spoken words are understood now."),
        ("5: {say: bills,", "41: {say: bills,", "the caller has to wait 3 s, as more keys could follow."),
        (", 1-800-555-0199: {start: bills, name: Bills}", "", "1-800-555-0199 is answered no more."),
        ("1-800-555-0199: {", "1-800-555-0198: {", "1-800-555-0199 is now 1-800-555-0198."),
    ],
)
def test_each_kind_of_change_has_its_sentence(before: str, after: str, expected: str) -> None:
    found = sentences((before, after))
    assert any(expected in sentence for sentence in found) if expected else not found


def test_options_in_another_order_are_told_once() -> None:
    one, two = "      1: {say: refills, go: member}\n", "      2: {say: opening hours, go: desk}\n"
    found = changes((one + two, two + one))
    assert [told(change).sentence for change in found] == ["At the beginning, the same is heard in another order:"]


def test_a_key_pressed_early_that_is_thrown_away_now() -> None:
    old = FLOW.replace("outcomes: {found: sort, unknown: pharmacy,", "outcomes: {found: sort, unknown: main,")
    found = changes(("  main:\n    menu:", "  main:\n    flush: yes\n    menu:"), old=old)
    assert [change.difference.kind for change in found] == ["leads"]
    assert found[0].shown is not None
    assert found[0].shown.old.keys() == "1,11111,unknown"


def test_what_is_come_to_on_another_way_is_compared_there() -> None:
    found = sentences(
        ("2: {say: opening hours, go: desk}", "2: {say: opening hours, go: member}"),
        ("1: {say: refills, go: member}", "1: {say: refills, go: desk}"),
        ("Your order is on its way.", "Your order left."),
    )
    way = "After 2, then 1111 (formerly 1, then 1111), then member record: found, kind no, "
    assert f"{way}other words are heard:" in found


ASKS = FLOW.replace("digits: 4", "digits: 4-6, end: '#'")


@pytest.mark.parametrize(
    ("before", "after", "keys"),
    [
        ("digits: 4-6", "digits: 4-7", "1,1111111,found kind=gold"),
        ("digits: 4-6", "digits: 3-6", "1,111#"),
        ("end: '#'", "end: '#*'", "1,1111*"),
        ("digits: 4-6", "digits: 4-6, check: {one-of: [1234, 1235]}", "1,1111#"),
    ],
)
def test_an_entry_that_only_one_version_takes_is_found(before: str, after: str, keys: str) -> None:
    shown = [change.shown for change in changes((before, after), old=ASKS) if change.shown is not None]
    assert keys in {one.new.keys().replace(",wait", "") for one in shown}


def test_one_more_entry_of_a_list_is_found() -> None:
    old = ASKS.replace("digits: 4-6", "digits: 4, check: {one-of: [1234, 1235]}")
    assert sentences(("1234, 1235]", "1234, 1235, 1236]"), old=old) == [
        "1, then 1236 had the caller asked again and now has 'member record' looked up."
    ]


def test_one_more_phrase_for_an_option_is_found() -> None:
    old = FLOW.replace("5: {say: bills,", "5: {say: bills, words: [bill],")
    assert sentences(("words: [bill]", "words: [bill, money]"), old=old) == [
        "'money' said had the caller asked again and now reaches Billing."
    ]


def test_a_key_that_ends_a_code_at_once_is_found() -> None:
    old = FLOW.replace("5: {say: bills,", "41: {say: bills,")
    found = changes(("menu: Hello.", "end: '#'\n    menu: Hello."), old=old)
    assert [change.shown.new.keys() for change in found if change.shown][:1] == ["4#"]


def test_a_line_is_the_same_however_its_number_is_written() -> None:
    assert changes(("1-800-555-0199: {", "+1 (800) 555 0199: {")) == ()


def test_lines_that_differ_in_words_alone_are_not_mixed_up() -> None:
    old = FLOW.replace("1-800-555-0100: main, 1-800-555-0199: {", "'555 day': main, '555 night': {").split("calls:")[0]
    assert compared(read(old), read(old), TODAY).changes == ()


def test_calls_are_counted_once_each() -> None:
    found = compared(read(FLOW), read(FLOW.replace("silence: Sorry?", "silence: Pardon?")), TODAY)
    assert found.calls == 4
    assert found.tried > found.calls


# ---- the command ----


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.yaml").write_text(FLOW)
    (tmp_path / "new.yaml").write_text(FLOW.replace("go: pharmacy}\n      5", "go: bills}\n      5"))
    return lambda *words: CliRunner().invoke(ivr, ["diff", *words, "--today", "2026-03-02"])


def test_text_tells_the_change_the_call_and_the_tests_that_will_fail(run: Callable[..., Result]) -> None:
    result = run("old.yaml", "new.yaml")
    assert result.exit_code == 0
    assert "4 reached Pharmacist and now reaches Billing." in result.output
    assert "Test 'A pharmacist' passed before and will fail." in result.output
    assert "    ivr walk old.yaml --line 1-800-555-0100 --at 'Mon 01:00' --keys 4\n" in result.output
    assert all(len(line) <= 80 for line in result.output.splitlines() if not line.startswith("    ivr walk"))


def test_prompts_that_need_recording_are_named(run: Callable[..., Result]) -> None:
    Path("new.yaml").write_text(FLOW.replace("menu: Hello.", "menu: Good day."))
    assert "Prompt 'main.menu.en' needs recording." in run("old.yaml", "new.yaml").output


def test_the_exit_code_says_whether_something_changes_where_it_is_asked_to(run: Callable[..., Result]) -> None:
    assert run("old.yaml", "new.yaml").exit_code == 0
    assert run("old.yaml", "new.yaml", "--exit-code").exit_code == 1
    assert run("old.yaml", "old.yaml", "--exit-code").exit_code == 0


def test_markdown_is_empty_where_nothing_changes(run: Callable[..., Result]) -> None:
    assert run("old.yaml", "old.yaml", "--format", "markdown").output == ""


def test_markdown_obeys_nothing_that_a_flow_holds(run: Callable[..., Result]) -> None:
    Path("new.yaml").write_text(FLOW.replace("Hello.", '"| <b>@team</b> `x` |"'))
    written = run("old.yaml", "new.yaml", "--format", "markdown").output
    assert r"\| \<b\>@<!-- -->team\</b\> \`x\` \|" in written
    assert "<details>" in written


def test_json_has_everything(run: Callable[..., Result]) -> None:
    entry = json.loads(run("old.yaml", "new.yaml", "--format", "json").output)
    assert entry["version"] == 1
    (change,) = entry["changes"]
    assert change["kind"] == "leads"
    assert change["lines"] == ["1-800-555-0100"]
    assert change["shown"]["old"]["keys"] == "4"
    assert entry["failing"] == ["A pharmacist"]
    assert entry["changed"] == len({*change["same"], "4"}) == change["calls"]


def test_a_file_gets_the_result_and_never_takes_the_place_of_a_flow(run: Callable[..., Result]) -> None:
    assert run("old.yaml", "new.yaml", "-o", "told.md", "--format", "markdown").output == ""
    assert "reaches Billing" in Path("told.md").read_text()
    assert run("old.yaml", "new.yaml", "-o", "new.yaml").exit_code == 2
    assert Path("new.yaml").read_text().startswith("ivr: 1")


def test_one_line_may_be_asked_for(run: Callable[..., Result]) -> None:
    assert run("old.yaml", "new.yaml", "--line", "800 555 0199", "--exit-code").exit_code == 0
    assert run("old.yaml", "new.yaml", "--line", "1-800-555-0100", "--exit-code").exit_code == 1
    result = run("old.yaml", "new.yaml", "--line", "5")
    assert result.exit_code == 2
    assert result.output.startswith("neither version has a line '5'; they have 1-800-555-0100")


UNUSABLE = (
    (("old.yaml", "none.yaml"), "none.yaml"),
    (("old.yaml", "broken.yaml"), "broken.yaml"),
    (("old.yaml", "no-lines.yaml"), "has no lines"),
    (("HEAD:old.yaml", "new.yaml"), "git"),
    (("-", "-"), "only one of both versions"),
)


@pytest.mark.parametrize(("names", "message"), UNUSABLE)
def test_what_cannot_be_compared_is_said_in_a_sentence(
    names: tuple[str, str], message: str, run: Callable[..., Result]
) -> None:
    Path("broken.yaml").write_text("nodes: [")
    Path("no-lines.yaml").write_text("ivr: 1\nnodes: {a: {hangup: Bye.}}\n")
    result = run(*names)
    assert result.exit_code == 2
    assert message in result.output
    assert "Traceback" not in result.output


def test_flows_without_a_common_line_are_no_small_change(run: Callable[..., Result]) -> None:
    lines = "{1-800-555-0100: main, 1-800-555-0199: {start: bills, name: Bills}}"
    Path("new.yaml").write_text(FLOW.replace(lines, "{1-800-555-0111: main, 1-800-555-0112: bills}"))
    result = run("old.yaml", "new.yaml", "--exit-code")
    assert result.exit_code == 1
    assert "the flows have no line in common" in " ".join(result.output.split())


def test_an_endless_flow_comes_to_an_end(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ivr.diff.walk.MOST_WITH_TRAILS", 3)
    monkeypatch.setattr("ivr.diff.walk.MOST_PAIRS", 3)
    result = run("old.yaml", "old.yaml", "--exit-code")
    assert result.exit_code == 1
    assert "No call changes" not in result.output
    assert "there are more than 3 places to compare" in result.output


def test_a_version_in_git_is_read_with_what_it_includes(run: Callable[..., Result]) -> None:
    Path("main.yaml").write_text(
        FLOW.replace("nodes:\n", "include: [more.yaml]\nnodes:\n").replace("  goodbye:", "  x:")
    )
    Path("more.yaml").write_text("nodes:\n  goodbye: {hangup: Goodbye.}\n")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "first"], check=True)
    Path("more.yaml").write_text("nodes:\n  goodbye: {hangup: So long.}\n")
    result = run("HEAD:main.yaml", "main.yaml", "--exit-code")
    assert result.exit_code == 1
    assert "    - Goodbye.\n    + So long.\n" in result.output
    walked = CliRunner().invoke(ivr, ["walk", "HEAD:main.yaml", "--keys", "1,1111,found"])
    assert '"Goodbye."' in walked.output


# ---- the drawing ----


def test_a_drawing_says_what_is_new_gone_and_changed() -> None:
    new = FLOW.replace("go: pharmacy}\n      5", "go: nurse}\n      5").replace("Enter your number.", "Your number?")
    new = new.replace("nodes:\n", "nodes:\n  nurse: {transfer: billing, busy: shut}\n", 1).replace(
        "shut: {", "closed: {"
    )
    new = new.replace("closed: shut", "closed: closed").replace(": shut", ": closed")
    joined = joined_graph(read(FLOW), read(new))
    assert {name: marks[0].severity for name, marks in joined.marks.items()} == {"nurse": "new", "member": "changed"}
    assert joined.changes == {("main", "4", "nurse"): "new", ("main", "4", "pharmacy"): "gone"}


def test_a_node_that_is_gone_is_still_drawn(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(FLOW)
    new = FLOW.replace("busy: voicemail, no-answer: voicemail, failed: voicemail", "failed: goodbye")
    (tmp_path / "new.yaml").write_text(
        new.replace("  voicemail: {record: Leave a message., to: billing, next: goodbye, failed: goodbye}\n", "")
    )
    for ending in ("svg", "dot", "mmd", "json"):
        file = tmp_path / f"drawn.{ending}"
        words = ["draw", str(tmp_path / "new.yaml"), "--against", str(tmp_path / "old.yaml"), "-o", str(file)]
        assert CliRunner().invoke(ivr, words).exit_code == 0
        assert "voicemail" in file.read_text()
        assert ("GONE" if ending != "json" else '"change": "gone"') in file.read_text()


EMERGENCY = """
ivr: 1
timezone: Europe/London
lines: {1-312-555-0100: main, 1-312-555-0111: {start: front, name: Front}}
hours: {office: Mon-Fri 09:00-17:00, night: daily 17:00-09:00}
contacts:
  desk: {name: Desk, hours: office}
  duty: {name: Duty, hours: night}
  post: {name: Post, channel: voicemail}
defaults: {otherwise: desk, tries: 3}
nodes:
  front: {menu: Front., options: {1: {say: all else, go: main}}}
  main:
    menu: Hello.
    options:
      1: {say: the desk, go: desk}
  desk: {transfer: desk, failed: message, closed: message}
  emergency: {transfer: duty, failed: message, closed: desk}
  message: {record: Leave a message., to: post, next: bye}
  bye: {hangup: Bye.}
"""
MORE = "      1: {say: the desk, go: desk}\n"


def test_the_hours_of_a_change_are_those_of_the_call_that_is_told() -> None:
    added = (MORE, f"{MORE}      2: {{say: an emergency, go: emergency}}\n")
    told_of = [one for one in sentences(added, ("tries: 3", "tries: 2"), old=EMERGENCY) if " 2 had" in one]
    assert [one.partition(", 2 ")[0] for one in told_of] == [
        "On Mon-Sun 17:00-09:00",
        "On Mon-Fri 09:00-17:00",
        "On Sat 09:00 to 17:00 and Sun 09:00 to 17:00",
    ]
    assert [one.rpartition(" now ")[2] for one in told_of] == [
        "reaches Duty.",
        "reaches Desk.",
        "lets the caller leave a message (Post).",
    ]


def test_a_change_names_the_lines_on_which_its_keys_hold() -> None:
    found = changes((MORE, f"{MORE}      2: {{say: an emergency, go: emergency}}\n"), old=EMERGENCY)
    lines = {(one.lines, one.elsewhere) for one in found if one.shown and one.shown.new.keys() == "2"}
    assert lines == {(("1-312-555-0100",), ("1-312-555-0111",))}
