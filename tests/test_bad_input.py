"""Bad input: whatever a file holds, there are findings with a place inside it, and never a traceback."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner, Result
from found import TODAY
from generated import generated_flow
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from ivr.check import CRASHED
from ivr.checks import catalogue
from ivr.cli import ivr
from ivr.cli.check import findings_of
from ivr.contact import Contact
from ivr.documents import Opening, Promise, Script
from ivr.engine import begin, step
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.finding import Finding
from ivr.flow import Flow
from ivr.loader import WordingChanges, load, load_text
from ivr.loading.text import decode
from ivr.nodes import kinds
from ivr.nodes.branch import Case
from ivr.nodes.menu import Option
from ivr.reporter import Report
from ivr.reporters import reporters
from ivr.settings import Defaults, GlobalKey, Line, Source
from ivr.source import Place
from ivr.specification import Printed, markdown_of, specification

FILE = "flow.yaml"
FLOWS = Path(__file__).parent.parent / "flows"
RIGHT = "ivr: 1\nlines: {1-800-555-0100: main}\nnodes:\n  main: {hangup: Goodbye.}\n"
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
PLAIN = False


# --- what must hold for every text ----------------------------------------------------------------------------------


def checked(text: str) -> tuple[Finding, ...]:
    """Do all that the commands do with a text; give what was found."""
    found = load_and_check(text)
    assert [finding.message for finding in found if finding.code == CRASHED] == []
    lines = re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))
    for finding in found:
        for place in (finding.place, *(place for place, _ in finding.fault.related)):
            assert_inside(place, lines)
    report = Report(found, {FILE: text}, (FILE,))
    assert not any(CONTROL.search(reporter.write(report, PLAIN)) for reporter in reporters().values())
    return found


def load_and_check(text: str) -> tuple[Finding, ...]:
    loaded = load_text(text, FILE)
    if loaded.flow is None:
        assert loaded.faults
    else:
        call_every_line(loaded.flow)
        loaded.flow.graph()
    found = findings_of(loaded, today=TODAY)
    if loaded.flow is not None:
        document = specification(loaded.flow, TODAY, found)
        assert not CONTROL.search(markdown_of(Printed(document, {}, document.numbers()), "spec"))
    return found


def assert_inside(place: Place, lines: list[str]) -> None:
    assert place.file == FILE
    assert 1 <= place.line <= place.end_line <= len(lines)
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    assert 1 <= place.end_column <= len(lines[place.end_line - 1]) + 1
    assert (place.line, place.column) <= (place.end_line, place.end_column)


EVENTS: tuple[Event, ...] = (
    Key("1"), Silence(), Key("2"), Spoken("refills"), Key("#"), Outcome("busy"), Key("9"), Key("*"), Silence(),
    Outcome("found"), Key("0"), Silence(), Silence(), HangUp(),
)  # fmt: skip


def call_every_line(flow: Flow) -> None:
    for line in flow.lines:
        call, _ = begin(flow, line, datetime(2026, 3, 2, 10, tzinfo=UTC))
        for event in EVENTS:
            call, _ = step(flow, call, event)
        assert call.ended is not None


# --- every field of every model -------------------------------------------------------------------------------------

FRAME = """\
ivr: 1
lines:
  1-800-555-0100: main{Line}
hours: {Opening}
contacts:
  desk: {name: Desk}{Contact}
keys: {GlobalKey}
defaults: {Defaults}
wording: {WordingChanges}
sources: {Source}
promises: {Promise}
calls: {Script}
nodes:
  main: {menu: Hi., options: {1: bye}, otherwise: bye}
  bye: {hangup: Goodbye.}{Node}
"""
FORMS: dict[type[BaseModel], str] = {
    Line: "\n  1-800-555-0199: {%s}",
    Opening: "\n  desk: {%s}",
    Contact: "\n  other: {%s}",
    GlobalKey: "\n  9: {%s}",
    Defaults: "\n  {%s}",
    WordingChanges: "\n  en: {%s}",
    Source: "\n  page: {%s}",
    Promise: "\n  - {%s}",
    Script: "\n  - {%s}",
}
"""How a part stands in its section; nodes, options and cases stand below `nodes`."""
NODE_FORMS: dict[type[BaseModel], str] = {
    Option: "\n  here: {menu: Hi., options: {1: bye, 2: {%s}}, otherwise: bye}",
    Case: "\n  here: {branch: [{%s}], else: bye}",
    **dict.fromkeys(kinds().values(), "\n  here: {%s}"),
}
SAMPLES = {
    "branch": "[{when: x == 1, go: bye}]", "call": "A call", "closed": "bye", "digits": "3", "go": "bye",
    "hours": "always", "into": "card", "next": "bye", "open": "bye", "outcomes": "{found: bye}", "promise": "A promise",
    "reach": "[desk]", "run": "bye", "set": "{x: 1}", "split": "{50%: bye, 50%: main}", "start": "main",
    "transfer": "desk", "when": "x == 1",
}  # fmt: skip
MAP, LIST = '{"?!": [{x: y}]}', '[{"?!": [x]}]'
ODD = ('""', "9" * 40, "-1", "1e999", "{}", "[]", '[""]', "~", "12:99", "{en: {}}", '{"": ""}', "é漢😀")
ESCAPES = '"\\e[31m\\x9b\\0"'


class Spot(NamedTuple):
    """One field of one model."""

    model: type[BaseModel]
    field: str

    def __str__(self) -> str:
        return f"{self.model.__name__}-{self.field}"

    def written(self, value: str) -> str:
        """Give a flow in which this field has this value, and all else is right."""
        required = [_name(name, field) for name, field in self.model.model_fields.items() if field.is_required()]
        fields = {name: SAMPLES.get(name, "text") for name in required} | {self.field: value}
        entries = ", ".join(f"{name}: {text}" for name, text in fields.items())
        section = "Node" if self.model in NODE_FORMS else self.model.__name__
        form = NODE_FORMS.get(self.model) or FORMS[self.model]
        marks = dict.fromkeys(["Node", *(model.__name__ for model in FORMS)], "") | {section: form % entries}
        return re.sub(r"\{([A-Z]\w+)\}", lambda found: marks[found[1]], FRAME)


def _name(name: str, field: Any) -> str:  # noqa: ANN401 -- pydantic's own type
    return field.alias or name


MODELS: tuple[type[BaseModel], ...] = (*FORMS, *NODE_FORMS)
SPOTS = [Spot(model, _name(name, field)) for model in MODELS for name, field in model.model_fields.items()]


def test_the_frame_itself_is_right() -> None:
    assert load_text(Spot(Line, "start").written("main"), FILE).faults == ()


@pytest.mark.parametrize("spot", SPOTS, ids=str)
@pytest.mark.parametrize("value", [MAP, LIST], ids=["map", "list"])
def test_a_wrong_type_is_a_finding_there_and_the_rest_is_read(spot: Spot, value: str) -> None:
    text = spot.written(value)
    loaded = load_text(text, FILE)
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "?!" in line)
    assert [fault for _, fault in loaded.faults if fault.place.line == line]
    assert not [fault.message for _, fault in loaded.faults if "{'" in fault.message or "['" in fault.message]
    assert loaded.flow is not None
    assert {"main", "bye"} <= set(loaded.flow.nodes) - loaded.flow.broken
    checked(text)


@pytest.mark.parametrize("spot", SPOTS, ids=str)
def test_odd_values_do_no_harm(spot: Spot) -> None:
    for value in ODD:
        text = spot.written(value)
        flow = load_text(text, FILE).flow
        assert flow is not None
        assert {"main", "bye"} <= set(flow.nodes)
        checked(text)


@pytest.mark.parametrize("spot", SPOTS, ids=str)
def test_an_escape_that_writes_a_control_character_is_a_finding(spot: Spot) -> None:
    assert "RD006" in {finding.code for finding in checked(spot.written(ESCAPES))}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_an_unknown_field_is_a_finding(model: type[BaseModel]) -> None:
    spot = Spot(model, "documentd")
    fault = next(fault for code, fault in load_text(spot.written("[a]"), FILE).faults if code == "RD005")
    line = spot.written("[a]").splitlines()[fault.place.line - 1]
    assert line[fault.place.column - 1 : fault.place.end_column - 1] == "documentd"
    assert fault.hint or "did you mean 'documented'?" in fault.message


@pytest.mark.parametrize(
    ("section", "value"),
    [(section, value) for section in ("lines", "hours", "contacts", "keys", "defaults", "nodes", "wording", "sources",
     "promises", "calls", "languages", "name", "timezone", "include", "ivr") for value in (MAP, LIST, "text", *ODD)],
)  # fmt: skip
def test_a_section_may_hold_anything(section: str, value: str) -> None:
    text = re.sub(rf"^{section}:.*\n(  .*\n)*", "", RIGHT, flags=re.MULTILINE) + f"{section}: {value}\n"
    checked(text)


TIMES = """\
ivr: 1
lines: {1-800-555-0100: main}
hours: {desk: Mon-Fri 08:00-12:00}
defaults: {%s}
nodes:
  main: {menu: Hi., options: {1: gate, 12: gate}, otherwise: gate}
  gate: {hours: desk, open: bye, closed: bye}
  bye: {hangup: Goodbye.}
"""


@pytest.mark.parametrize("field", [f"wait: {'9' * 400}", f"between: {'9' * 400}", "wait: 999999999999999", "rate: 0"])
def test_a_time_that_no_call_can_last_is_a_finding(field: str) -> None:
    assert "RD006" in {finding.code for finding in checked(TIMES % field)}


def test_every_fault_of_the_reader_has_a_rule() -> None:
    codes = {rule.code for rule in catalogue()}
    written = "".join(
        path.read_text(encoding="utf-8") for path in Path(load_text.__code__.co_filename).parent.rglob("*.py")
    )
    named = set(re.findall(r'^[A-Z_]+ = "([A-Z]{2}\d{3})"$', written, re.MULTILINE))
    assert named - codes == {CRASHED}


# --- any text at all ------------------------------------------------------------------------------------------------

SIGNS = st.sampled_from([*"{}[]:,#*&!|>'\"%@`-?~\\", "\n", "\n  ", "\n    ", "\t", " ", ": ", "- ", "\r\n", "\x85"])
WORDS = st.sampled_from(
    ["ivr: 1", "lines:", "nodes:", "main", "menu: ", "say: ", "options:", "go: ", "1", "*", "#", "<<", "&a ", "*a",
     "again", "back", "hours:", "keys:", "include:", "defaults:", "languages: [en, es]", "next: main", "when: ",
     "x == 1", '"\\e"']
)  # fmt: skip
YAMLISH = st.lists(SIGNS | WORDS | st.text(max_size=3), max_size=40).map("".join)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    text, faults = decode(data, FILE)
    assert (text is None) == bool(faults)
    if text is not None:
        checked(text)


@given(YAMLISH)
def test_any_text_that_looks_like_a_flow(text: str) -> None:
    if not decode(text.encode("utf-8", "replace"), FILE)[1]:
        checked(text)


@given(YAMLISH)
def test_any_text_in_a_node(text: str) -> None:
    if not decode(text.encode("utf-8", "replace"), FILE)[1]:
        checked(f"{RIGHT}  other: {text}\n")


@cache
def originals() -> tuple[str, ...]:
    flows = tuple(path.read_text(encoding="utf-8") for path in sorted(FLOWS.glob("*.yaml")))
    return (*flows, generated_flow(12), generated_flow(40, seed=2))


@given(st.integers(0, 2**32), st.integers(1, 8))
def test_a_flow_with_lines_and_values_changed(seed: int, changes: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- it only picks what is changed
    text = chance.choice(originals())
    for _ in range(changes):
        text = changed(text, chance)
    assert checked(text) == load_and_check(text)


def changed(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[at]
    match chance.randrange(8):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[other])
        case 2:
            lines[at], lines[other] = lines[other], line
        case 3:
            lines[at] = "  " * chance.randrange(4) + line.lstrip()
        case 4:
            lines[at] = line[: chance.randrange(len(line) + 1)]
        case 5:
            cut = chance.randrange(len(line) + 1)
            lines[at] = line[:cut] + chance.choice("{}[]:,#*&!|>'\"%@`\t -?~0é漢") + line[cut:]
        case _:
            words = list(re.finditer(r"[\w-]+", line))
            if words:
                word = chance.choice(words)
                value = chance.choice([MAP, LIST, *ODD, *re.findall(r"[\w-]+", lines[other])])
                lines[at] = line[: word.start()] + value + line[word.end() :]
    return "\n".join(lines)


# --- files ----------------------------------------------------------------------------------------------------------


def check(*arguments: str | Path, standard_input: bytes = b"") -> Result:
    result = CliRunner().invoke(ivr, ["check", *map(str, arguments)], input=standard_input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
UNUSABLE = {
    "empty": (b"", "1:1: RD004", "is empty"),
    "only comments": (b"# nothing\n\n# here\n", "RD004", "is empty"),
    "a list": (b"- ivr: 1\n- nodes\n", "1:1: RD004", "is a list"),
    "a text": (b"just words\n", "1:1: RD004", "is a single text"),
    "NUL": (b"ivr: 1\nname: a\0b\n", "2:8: RD001", "NUL"),
    "a control character": (b"ivr: 1\nname: a\x1bb\n", "2:8: RD001", "U+001B"),
    "Latin-1": ("ivr: 1\nname: café\n".encode("latin-1"), "2:10: RD001", "is not UTF-8 text"),
    "half of UTF-16": (RIGHT.encode("utf-16")[:-1], "RD001", "is not UTF-16 text"),
    "broken YAML": (b"ivr: 1\nnodes: {main: {say: Hi.\n", "RD002", "not closed"),
    "a tab": (b"ivr: 1\nnodes:\n\tmain: {}\n", "3:1: RD002", "tab"),
    "an unknown alias": (b"ivr: 1\nnodes: *here\n", "2:8: RD002", "*here"),
    "two documents": (b"ivr: 1\n---\nivr: 1\n", "2:1: RD002", "second document"),
    "an alias bomb": (LAUGHS.encode(), "RD010", "aliases"),
    "deep lists": (b"ivr: " + b"[" * 100_000, "RD00", ""),
    "deep maps": (b"ivr: " + b"{a: " * 100_000, "RD00", ""),
    "deep blocks": (b"".join(b" " * n + b"a:\n" for n in range(1000)), "RD004", "nested"),
    "ten megabytes of brackets": (b"[" * 10_000_000, "RD00", ""),
    "ten megabytes of noise": (b"\xff" * 10_000_000, "1:1: RD001", "is not UTF-8 text"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_is_no_flow_is_one_finding_and_exit_2(name: str, tmp_path: Path) -> None:
    data, start, words = UNUSABLE[name]
    file = tmp_path / FILE
    file.write_bytes(data)
    result = check(file)
    assert result.exit_code == 2
    first = result.output.splitlines()[0]
    assert start in first
    assert words in first
    assert result.output.splitlines()[-1] == f"1 error in {file}."
    assert check("-", standard_input=data).exit_code == 2
    assert os.listdir(tmp_path) == [FILE]  # noqa: PTH208 -- nothing was written


USABLE = {
    "CRLF": RIGHT.replace("\n", "\r\n").encode(),
    "CR": RIGHT.replace("\n", "\r").encode(),
    "a byte order mark": b"\xef\xbb\xbf" + RIGHT.encode(),
    "UTF-16, little end first": b"\xff\xfe" + RIGHT.encode("utf-16-le"),
    "UTF-16, big end first": b"\xfe\xff" + RIGHT.encode("utf-16-be"),
    "JSON": b'{"ivr": 1, "lines": {"1-800-555-0100": "main"}, "nodes": {"main": {"hangup": "Goodbye."}}}',
    "a document mark": b"---\n" + RIGHT.encode(),
    "ten megabytes of comments": RIGHT.encode() + b"# a comment\n" * 850_000,
    "a note of ten megabytes": RIGHT.encode() + b"note: " + b"word " * 2_000_000 + b"\n",
}


@pytest.mark.parametrize("name", USABLE)
def test_what_is_a_flow_is_read_whatever_it_is_written_in(name: str, tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_bytes(USABLE[name])
    assert load(file).faults == ()
    assert check(file, "--select", "RD").output == f"Nothing to report in {file}.\n"
    assert check("-", "--select", "RD", standard_input=USABLE[name]).output == "Nothing to report in <stdin>.\n"


def test_ten_megabytes_as_a_name_are_not_said_in_full(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(RIGHT + f"  other: {{say: Hi., next: {'x' * 10_000_000}}}\n", encoding="utf-8")
    result = check(tmp_path / FILE)
    assert "ST001" in result.output
    assert len(result.output) < 5000


@pytest.mark.parametrize(("key", "line"), [("*", "      *: bye"), ("#", "      #: bye")])
def test_star_and_pound_without_quotes_say_so(key: str, line: str, tmp_path: Path) -> None:
    text = f"{RIGHT}  menu:\n    menu: Hi.\n    options:\n      1: main\n{line}\n"
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    result = check(tmp_path / FILE, "--select", "RD003")
    assert result.exit_code == 1
    assert f":9:7: RD003 error: the key {key} is not in quotes" in result.output


def test_a_folder_is_searched_and_other_things_are_no_files(tmp_path: Path) -> None:
    assert check(tmp_path).output == f"There is no flow in {tmp_path}: no YAML file there begins with `ivr: 1`.\n"
    assert check(tmp_path).exit_code == 2
    assert "does not exist" in check(tmp_path / "nothing.yaml").output
    assert check(tmp_path / "nothing.yaml").exit_code == 2
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "is not an ordinary file" in check(tmp_path / "pipe.yaml").output


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(RIGHT, encoding="utf-8")
    (tmp_path / FILE).chmod(0)
    for name in (tmp_path, tmp_path / FILE):
        assert check(name).exit_code == 2
        assert "may not be read by you" in check(name).output


def test_a_file_that_may_not_be_read_is_a_finding_for_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FILE).write_text(RIGHT, encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    for name in (tmp_path, tmp_path / FILE):
        assert check(name).exit_code == 2
        assert "may not be read by you" in check(name).output


def test_one_file_that_cannot_be_used_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("ivr: [\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(RIGHT.replace("hangup: Goodbye.", "say: Hi., next: nowhere"), encoding="utf-8")
    result = check(tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert result.exit_code == 2
    assert "a.yaml:" in result.output
    assert "'nowhere'" in result.output
    assert result.output == check(tmp_path).output


# --- includes -------------------------------------------------------------------------------------------------------


def including(tmp_path: Path, name: str) -> tuple[list[str], Path]:
    """Give what is said of an include, with `code line:column message`, and the folder of the flow."""
    folder = tmp_path / "flows"
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_text(f"{RIGHT}include: [{name}]\n", encoding="utf-8")
    loaded = load(folder / FILE)
    assert loaded.flow is not None
    assert "main" in loaded.flow.nodes
    check(folder / FILE)
    return [f"{code} {fault.place.line}:{fault.place.column} {fault.message}" for code, fault in loaded.faults], folder


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../secret.yaml", "is outside the folder"),
        ("a/../../secret.yaml", "is outside the folder"),
        ("/etc/passwd", "is outside the folder"),
        ("~/secret.yaml", "does not exist"),
        ("missing.yaml", "does not exist"),
        (".", "is a folder"),
        ("''", "missing here"),
        ("flow.yaml", "includes itself"),
        ("./flow.yaml", "includes itself"),
        ("{a: b}", "this is a map"),
        ("[a]", "this is a list"),
        ("'" + "x" * 5000 + "'", ""),
        ('"a\\0b"', ""),
    ],
)
def test_an_include_that_cannot_be_taken_in_is_a_finding(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("nodes: {secret: {hangup: x}}\n", encoding="utf-8")
    said, _ = including(tmp_path, name)
    assert any(fault.startswith("RD009 5:11 ") and words in fault for fault in said), said


def test_an_include_does_not_follow_a_link_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("nodes: {secret: {hangup: x}}\n", encoding="utf-8")
    (tmp_path / "flows").mkdir()
    (tmp_path / "flows" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "flows" / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "flows" / "up").symlink_to(tmp_path)
    for name in ("link.yaml", "up/secret.yaml"):
        said, folder = including(tmp_path, name)
        assert len(said) == 1
        assert "is outside the folder" in said[0]
        flow = load(folder / FILE).flow
        assert flow is not None
        assert "secret" not in flow.nodes
    assert len(including(tmp_path, "loop.yaml")[0]) == 1


def test_includes_that_go_round_end(tmp_path: Path) -> None:
    (tmp_path / "flows").mkdir()
    (tmp_path / "flows" / "a.yaml").write_text("include: b.yaml\nnodes: {a: {hangup: x}}\n", encoding="utf-8")
    (tmp_path / "flows" / "b.yaml").write_text(
        "include: [a.yaml, flow.yaml]\nnodes: {b: {hangup: x}}\n", encoding="utf-8"
    )
    said, folder = including(tmp_path, "a.yaml")
    assert len(said) == 2
    assert all("includes itself" in fault for fault in said)
    flow = load(folder / FILE).flow
    assert flow is not None
    assert {"main", "a", "b"} == set(flow.nodes)


@pytest.mark.parametrize(
    "part", [b"", b"- a\n", b"nodes: [", b"\xff", b"nodes: {main: {}, other: {nxt: 1}}", b"ivr: 2\n"]
)
def test_a_part_that_is_wrong_is_told_in_its_own_file(part: bytes, tmp_path: Path) -> None:
    (tmp_path / "flows").mkdir()
    (tmp_path / "flows" / "part.yaml").write_bytes(part)
    _, folder = including(tmp_path, "part.yaml")
    assert any("part.yaml" in line for line in check(folder / FILE).output.splitlines())


def nested(depth: int) -> Iterator[tuple[str, str]]:
    for number in range(depth):
        yield f"part-{number}.yaml", f"include: part-{number + 1}.yaml\nnodes: {{n{number}: {{hangup: x}}}}\n"
    yield f"part-{depth}.yaml", "nodes: {last: {hangup: x}}\n"


def test_a_long_chain_of_includes_is_read_or_refused(tmp_path: Path) -> None:
    (tmp_path / "flows").mkdir()
    for name, text in nested(1200):
        (tmp_path / "flows" / name).write_text(text, encoding="utf-8")
    said, _ = including(tmp_path, "part-0.yaml")
    assert len(said) == 1
