"""Walks saved as calls: what is written, where, and that it passes when it is run; and replaying one in a walk."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from random import Random
from textwrap import dedent

import pytest
from clean_flows import clean_flow, written
from click.testing import CliRunner, Result
from flow_strategies import CHANCES, flows, happening, moment
from found import TODAY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ivr.calls import performances
from ivr.calls.walked import UnwrittenError, walked_entry
from ivr.calls.writing import AddingError, calls_text, with_call
from ivr.cli import ivr
from ivr.effect import LookUp, Record
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.flow import Flow
from ivr.loader import load, load_text
from ivr.loading.compose import compose
from ivr.scalar import scalar
from ivr.session import Session
from ivr.walk.script import play

AT = "2026-03-02 10:30"


def walk(*arguments: str | Path, standard_input: str | None = None) -> Result:
    result = CliRunner().invoke(ivr, ["walk", *map(str, arguments)], input=standard_input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def clinic(root: Path, tmp_path: Path) -> Path:
    file = tmp_path / "clinic.yaml"
    file.write_bytes((root / "flows" / "clinic.yaml").read_bytes())
    return file


def saved_passes(flow: Flow, session: Session) -> None:
    """A walk that is written down, read and run again passes, and comes to the same end."""
    text = "".join(flow.texts.values())
    whole = text[: text.index("\ncalls:") + 1] if "\ncalls:" in text else text
    again = load_text(whole + calls_text([walked_entry(session, "A walk")]), flow.file).flow
    assert again is not None
    (one,) = performances(again, TODAY)
    assert one.failure is None, (one.failure, calls_text([walked_entry(session, "A walk")]))
    assert one.session is not None
    then, now = one.session.call, session.call
    assert (then.node, then.language, then.values, then.ended) == (now.node, now.language, now.values, now.ended)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(flows(), CHANCES)
def test_any_walk_that_is_saved_passes_when_it_is_run(text: str, chance: Random) -> None:
    flow = load_text(text).flow
    assert flow is not None
    session = Session(flow, next(iter(flow.lines)), moment(chance).replace(microsecond=0))
    for _ in range(12):
        event = at_leisure(happening(chance, flow, session.call, session.now.waits))
        if session.call.ended is None and is_possible(session, event):
            session.feed(event)
    saved_passes(flow, session)


@pytest.mark.parametrize("seed", range(4))
def test_a_walk_through_a_made_flow_passes(seed: int) -> None:
    flow = load_text(written(clean_flow(seed))).flow
    assert flow is not None
    session = Session(flow, next(iter(flow.lines)), datetime(2026, 3, 2, 10, tzinfo=flow.timezone))
    play(session, "9,8")
    saved_passes(flow, session)


def is_possible(session: Session, event: Event) -> bool:
    """Whether a walk lets this happen: answers to what is asked, and the caller's acts where somebody listens."""
    question = session.question
    if isinstance(event, Outcome):
        gives = question.gives if isinstance(question, LookUp) else ()
        answers = question.answers if question else ()
        return event.name in answers and all(name in gives for name, _ in event.values)
    at_tone = isinstance(question, Record) and isinstance(event, Key | Silence)
    return question is None or isinstance(event, HangUp) or at_tone


def at_leisure(event: Event) -> Event:
    """Leave out how soon it happened: a person who walks takes their time."""
    match event:
        case Key(key):
            return Key(key)
        case Spoken(words):
            return Spoken(words)
        case Outcome(name, values):
            return Outcome(name, tuple(dict(values).items()))
        case HangUp():
            return HangUp()
    return event


def test_a_walk_is_written_as_people_write_calls(clinic: Path) -> None:
    result = walk(clinic, "--at", AT, "--keys", "8,2,123456,waiting", "--save", clinic.with_name("clinic.calls.yaml"))
    assert result.exit_code == 0
    assert "Saved as 'presses 8, presses 2, presses 123456, waiting'" in result.stderr
    assert clinic.with_name("clinic.calls.yaml").read_text(encoding="utf-8") == dedent(
        """\
        calls:
          - call: presses 8, presses 2, presses 123456, waiting
            line: 1-312-555-0100
            at: 2026-03-02 10:30
            steps:
              - hear: Harbour clinic.
              - press: 8
              - hear: Sorry, that is not one of the choices.
              - press: 2
              - hear: Enter the six digits on your patient card.
              - press: 123456
              - answer: {test results: waiting}
              - hear: Your results are not ready yet. Please call again tomorrow.
              - end: hangup
        """
    )


def test_a_flow_keeps_all_that_it_had(clinic: Path) -> None:
    before = clinic.read_text(encoding="utf-8")
    for name in ("One", "One", "Two"):
        assert walk(clinic, "--at", AT, "--keys", "3", "--save", clinic, "--name", name).exit_code == 0
    after = clinic.read_text(encoding="utf-8")
    assert after.startswith(before)
    flow = load(clinic).flow
    assert flow is not None
    assert [script.call for script in flow.calls] == ["One", "One (2)", "Two"]
    assert all(one.passed for one in performances(flow, TODAY))


def test_a_call_goes_behind_the_last_one_and_nothing_else_changes() -> None:
    head = "# ours\r\ncalls:\r\n- call: One # first\r\n  steps: [wait]\r\n"
    text = f"{head}\r\n# about nodes\r\nnodes:\r\n  a: {{hangup: Hi}}\r\n"
    new = with_call(text, "a.yaml", {"call": "Two", "steps": ["wait"]})
    added = "- call: Two\r\n  steps:\r\n    - wait\r\n"
    assert new == text.replace(head, head + added)


@pytest.mark.parametrize(
    "text",
    [
        "calls: &all\n  - call: One\nnote: *all\n",  # what is added would be added there, too
        "calls: [{call: One}]\n",
        "calls: none\n",
        "a: &x [1]\ncalls: *x\n",
        "calls:\n  - [\n",
        "- 1\n",
    ],
)
def test_a_file_to_which_nothing_can_be_added_is_refused(text: str) -> None:
    with pytest.raises(AddingError):
        with_call(text, "a.yaml", {"call": "Two", "steps": ["wait"]})


@settings(max_examples=300)
@given(st.text(max_size=20))
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    for inside in (False, True):
        written_ = scalar(text, inside=inside)
        tree, faults = compose(f"a: {{b: {written_}}}\n" if inside else f"a:\n  b: {written_}\n", "a.yaml")
        assert isinstance(tree, dict)
        if not faults:  # a control character is refused by the reader, however it is written
            assert tree["a"] == {"b": text}


def test_a_walk_of_several_clocks_is_not_written(clinic: Path) -> None:
    flow = load(clinic).flow
    assert flow is not None
    session = Session(flow, "1-312-555-0100", datetime(2026, 3, 2, 10, tzinfo=flow.timezone))
    session.set_clock(datetime(2026, 3, 8, 11, tzinfo=flow.timezone))
    session.feed(Key("0"))
    assert walked_entry(session, "x")["at"] == "2026-03-08 11:00"
    session.set_clock(datetime(2026, 3, 9, 11, tzinfo=flow.timezone))
    with pytest.raises(UnwrittenError, match="only one"):
        walked_entry(session, "x")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("other.yaml", "calls are saved in the flow, or in a file whose name ends with .calls.yaml"),
        ("nowhere/late.calls.yaml", "cannot be written"),
        ("taken.calls.yaml", "has calls of another flow"),
    ],
)
def test_a_walk_is_saved_only_where_calls_belong(clinic: Path, target: str, said: str) -> None:
    clinic.with_name("taken.calls.yaml").write_text("flow: taken.yaml\ncalls: []\n", encoding="utf-8")
    result = walk(clinic, "--keys", "3", "--save", clinic.parent / target)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not clinic.with_name("other.yaml").exists()


def test_a_file_elsewhere_names_its_flow(clinic: Path) -> None:
    clinic.with_name("night").mkdir()
    target = clinic.with_name("night") / "late.calls.yaml"
    assert walk(clinic, "--at", AT, "--keys", "3", "--save", target).exit_code == 0
    assert target.read_text(encoding="utf-8").startswith('flow: "../clinic.yaml"\n\ncalls:\n')
    assert CliRunner().invoke(ivr, ["test", str(target)]).exit_code == 0


def test_a_walk_in_which_nothing_happened_is_not_saved(clinic: Path) -> None:
    result = walk(clinic, "--keys", "", "--save", clinic.with_name("clinic.calls.yaml"))
    assert "Nothing happened in the call, so it is not saved." in result.stderr
    assert not clinic.with_name("clinic.calls.yaml").exists()


def test_a_call_is_replayed_and_gone_on_with(clinic: Path) -> None:
    walk(clinic, "--at", AT, "--keys", "1,2,recorded", "--save", clinic, "--name", "A cancelled visit")
    whole = walk(clinic, "--replay", "cancelled", "--keys", "")
    assert "ends: the line hangs up" in whole.stdout
    part = walk(clinic, "--replay", "A cancelled visit", "--until", "3", "--keys", "1,recorded")
    assert "presses 2" not in part.stdout
    assert "Reception" in part.stdout
    missing = walk(clinic, "--replay", "A canceled visit", "--keys", "")
    assert missing.exit_code == 2
    assert "the flow has no call 'A canceled visit'; did you mean 'A cancelled visit'?" in missing.stderr


def test_a_replay_stops_before_what_does_not_hold(clinic: Path) -> None:
    clinic.with_name("clinic.calls.yaml").write_text(
        "calls: [{call: Odd, steps: [{press: 1}, {hear: nonsense}, {press: 2}]}]\n", encoding="utf-8"
    )
    result = walk(clinic, "--replay", "Odd", standard_input="quit\n")
    assert "Step 2 does not hold, so the call stops before it: 'nonsense' is not heard." in result.stderr
    assert "presses 2" not in result.stdout


@pytest.mark.parametrize("odd", [["--until", "1"], ["--name", "x"], ["--replay", "x", "--at", AT]])
def test_options_of_which_nothing_would_come_are_refused(clinic: Path, odd: list[str]) -> None:
    assert walk(clinic, *odd).exit_code == 2


def test_plain_lines_save_and_replay(clinic: Path) -> None:
    result = walk(clinic, "--plain", "--at", AT, standard_input="3\nsave A nurse, by day\nreplay\nreplay nurse\nq\n")
    assert "Saved as 'A nurse, by day' in" in result.stdout
    assert "A nurse, by day" in clinic.with_name("clinic.calls.yaml").read_text(encoding="utf-8")
    again = walk(clinic, "--plain", standard_input="c\nc nurse\nq\n")
    assert "  replay A nurse, by day" in again.stdout
    assert again.stdout.count("rings Nurse") == 1


@pytest.mark.parametrize("text", ["calls:\n", "# ours\ncalls:  # none yet\n", "# only a remark\n", "", "\n"])
def test_a_file_without_calls_gets_its_first(text: str) -> None:
    new = with_call(text, "a.calls.yaml", {"call": "One", "steps": ["wait"]})
    assert new.startswith(text.rstrip("\n"))
    assert new.endswith("  - call: One\n    steps:\n      - wait\n")


@pytest.mark.parametrize("name", ["new\nline\ttab \x01 bell", "   ", "\udcff"])
def test_odd_names_are_written_as_well_as_can_be(name: str, clinic: Path) -> None:
    target = clinic.with_name("clinic.calls.yaml")
    assert walk(clinic, "--at", AT, "--keys", "3", "--save", target, "--name", name).exit_code == 0
    assert CliRunner().invoke(ivr, ["test", str(target)]).exit_code == 0


def test_keys_that_are_pasted_stay_together(clinic: Path) -> None:
    flow = load(clinic).flow
    assert flow is not None
    session = Session(flow, "1-312-555-0100", datetime(2026, 3, 2, 10, tzinfo=flow.timezone))
    for event in (Key("1"), Key("2", after=0)):
        session.feed(event)
    assert {"press": "12"} in walked_entry(session, "x")["steps"]
