"""The JSON Schema of flow files: right by its own metaschema, and of one mind with the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from frame import framed
from generated import generated_flow
from jsonschema.validators import Draft202012Validator

from ivr.check import Check
from ivr.checks import catalogue
from ivr.cli import ivr
from ivr.nodes import kinds
from ivr.schema import DIALECT, schema

SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)
MODELS = {name: shape for name, shape in SCHEMA["$defs"].items() if "additionalProperties" in shape}

_CORE = (
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("null", r"~|null|Null|NULL|"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
)


class EditorsLoader(yaml.SafeLoader):
    """Reads as editors do, by the core schema of YAML 1.2; in 1.1 `08:00` is a number and `no` is false."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 -- PyYAML's own way


for tag, pattern in _CORE:
    EditorsLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), None)
EditorsLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value, 10))


def as_editor_reads(text: str) -> Any:  # noqa: ANN401 -- a file may hold anything
    return keyed_by_text(yaml.load(text, EditorsLoader))  # noqa: S506 -- a safe loader


def keyed_by_text(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {str(key): keyed_by_text(inner) for key, inner in value.items()}
    return [keyed_by_text(item) for item in value] if isinstance(value, list) else value


def errors(text: str) -> list[str]:
    return [
        f"{'/'.join(map(str, error.path))}: {error.message}" for error in VALIDATOR.iter_errors(as_editor_reads(text))
    ]


def node(written: str) -> str:
    return f"nodes:\n  here: {written}\n"


def test_the_command_prints_the_schema() -> None:
    result = CliRunner().invoke(ivr, ["schema"])
    assert result.exit_code == 0
    assert json.loads(result.output) == SCHEMA
    assert result.output == CliRunner().invoke(ivr, ["schema"]).output


def test_the_schema_keeps_to_its_metaschema() -> None:
    assert SCHEMA["$schema"] == DIALECT
    Draft202012Validator.check_schema(SCHEMA)


def test_every_reference_leads_somewhere_and_every_definition_is_used() -> None:
    written = json.dumps(SCHEMA)
    used = set(re.findall(r'"#/\$defs/(\w+)"', written))
    assert used == set(SCHEMA["$defs"])
    assert "x-kind" not in written


@pytest.mark.parametrize("name", ["caremark-austin", "clinic"])
def test_the_flows_that_come_along_keep_to_it(root: Path, name: str) -> None:
    assert errors((root / "flows" / f"{name}.yaml").read_text(encoding="utf-8")) == []


def test_a_generated_flow_keeps_to_it() -> None:
    assert errors(generated_flow(60)) == []


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_the_good_example_of_every_rule_keeps_to_it(rule: Check) -> None:
    assert errors(framed(rule.example("Good"))) == []


@pytest.mark.parametrize("name", MODELS)
def test_every_field_has_a_description_and_no_other_field_is_allowed(name: str) -> None:
    assert MODELS[name]["additionalProperties"] is False
    assert MODELS[name]["description"]
    assert [field for field, shape in MODELS[name]["properties"].items() if not shape.get("description")] == []


def test_every_section_has_a_description() -> None:
    assert all(section["description"] for section in SCHEMA["properties"].values())


@pytest.mark.parametrize("verb", kinds())
def test_every_kind_needs_its_verb(verb: str) -> None:
    assert verb in MODELS[kinds()[verb].__name__]["required"]


@pytest.mark.parametrize(
    ("written", "path", "named"),
    [
        ("{menu: Hi., optoins: {1: desk}, otherwise: bye}", "nodes/here", "'optoins' was unexpected"),
        ("{say: Hi., nxet: main}", "nodes/here", "'nxet' was unexpected"),
        ("{menu: Hi., tries: often, options: {1: desk}}", "nodes/here/tries", "'often' is not"),
        ("{ask: Enter it., into: card, digits: [1]}", "nodes/here/digits", "[1] is not"),
    ],
)
def test_an_error_names_the_field_and_not_the_whole_node(written: str, path: str, named: str) -> None:
    (error,) = errors(node(written))
    assert error.startswith(f"{path}: ")
    assert named in error


@pytest.mark.parametrize("verb", kinds())
def test_an_editor_offers_every_verb_with_what_it_does(verb: str) -> None:
    shape = SCHEMA["$defs"]["Node"]
    assert shape["properties"][verb]["description"] == MODELS[kinds()[verb].__name__]["description"]
    assert {"required": [verb]} in shape["oneOf"]


def offered(shape: Any) -> Iterator[str]:  # noqa: ANN401 -- a JSON Schema holds anything
    """Give the words that an editor offers for a value."""
    if "$ref" in shape:
        yield from offered(SCHEMA["$defs"][shape["$ref"].rpartition("/")[2]])
    if "const" in shape:
        yield shape["const"]
    yield from (word for word in shape.get("enum", ()) if isinstance(word, str))
    for part in shape.get("anyOf", ()):
        yield from offered(part)


@pytest.mark.parametrize(
    ("model", "field", "words"),
    [
        ("Option", "go", {"again", "back"}),
        ("Listening", "otherwise", {"again", "back"}),
        ("Menu", "announce", {"options", "as-is"}),
        ("Option", "announced", {"yes", "no"}),
        ("Promise", "caller", {"willing", "silent", "mistaken"}),
    ],
)
def test_an_editor_offers_the_words_that_are_reserved(model: str, field: str, words: set[str]) -> None:
    assert words <= set(offered(MODELS.get(model, MODELS["Menu"])["properties"][field]))


@pytest.mark.parametrize(
    "text",
    [
        "ivr: 1\nlines: {1-800-555-0100: main}\n",
        "lines: {1-800-555-0100: {start: main, name: Main, language: no}}\n",
        "hours: {a: Mon-Fri 08:00-20:00, b: [Mon 08:00-12:00], c: {open: [Mon 08:00-24:00], closed: 2026-12-25}}\n",
        "keys: {0: desk, '*': {say: go back, go: back}}\n",
        "sources: {page: Support page, other: {title: Other, date: 2026-03-01}}\n",
        "calls: [{call: a, steps: [wait, press: 1, hear: hi, answer: {a: {b: {c: 1}}}, reach: main]}]\n",
        node("{menu: Hi., options: {1: desk, 2: {go: desk, announced: no}, 3: none, 4: again}}"),
        node("{menu: {en: Hi., es: {audio: hola.wav, seconds: 2.5}}, wrong: Sorry., silence: [A., {en: B.}]}"),
        node("{menu: , wait: 2.5, between: 2 s, tries: 2}"),
        node("{say: 42, next: back, done: yes, flush: true}"),
        node("{hangup: no}"),
        node("{ask: Enter it., into: card, digits: 8-10, check: {one-of: [1, 2]}, end: '#', next: 100}"),
        node("{split: {70%: one, 30%: two}}"),
        node("{branch: [{when: x == 1, go: one}], else: back}"),
    ],
)
def test_what_is_right_is_let_pass(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "ivr: 2\n",
        "lines: main\n",
        "lines: {1-800-555-0100: {begin: main}}\n",
        "node: {}\n",
        "nodes: [1]\n",
        "hours: {desk: {opened: Mon 08:00-12:00}}\n",
        "hours: {desk: 8}\n",
        "contacts: {desk: Desk}\n",
        "keys: {0: {say: a person}}\n",
        "promises: {promise: x}\n",
        "promises: [{promise: x, reach: [person], caller: patient}]\n",
        "calls: [{call: a, steps: [shout]}]\n",
        "calls: [{call: a, steps: [{press: 1, hear: x}]}]\n",
        node("{}"),
        node("text"),
        node("{next: main}"),
        node("{say: Hi., menu: Hi., next: main}"),
        node("{say: Hi., nxt: main}"),
        node("{say: [Hi.], next: main}"),
        node("{say: {en: [Hi.]}, next: main}"),
        node("{say: {text: Hi., sound: a.wav}, next: main}"),
        node("{say: {English: Hi.}, next: main}"),
        node("{say: Hi., next: {to: main}}"),
        node("{say: Hi., next: main, done: perhaps}"),
        node("{menu: Hi., options: [desk]}"),
        node("{menu: Hi., options: {1: [desk]}}"),
        node("{menu: Hi., options: {1: {say: desk}}}"),
        node("{menu: Hi., tries: 0}"),
        node("{menu: Hi., tries: often}"),
        node("{menu: Hi., wait: soon}"),
        node("{menu: Hi., announce: never}"),
        node("{branch: {when: x, go: one}}"),
        node("{branch: [{when: x}]}"),
        node("{transfer: desk, busy: [one]}"),
    ],
)
def test_what_is_wrong_is_refused(text: str) -> None:
    assert errors(text) != []
