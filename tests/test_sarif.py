"""SARIF 2.1.0: the parts of the format that are used, held against a schema of just those, and against the whole one.

The schema here is written from the standard (OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0")
and closed: a property that it does not name is an error. The official schema stands under OASIS' own terms and is not
kept here; where it lies beside the checkout, as `sarif-schema-2.1.0.json` in the folder of sources, or where
IVR_SARIF_SCHEMA names it, the output is held against it, too.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from needs import SHARED
from reported import EMPTY, FILE, FINDINGS, REPORT, RULES, SILENT, at, written

from ivr.checks import catalogue
from ivr.reporter import Report

OFFICIAL = Path(os.environ.get("IVR_SARIF_SCHEMA") or SHARED / "sources" / "sarif-schema-2.1.0.json")

TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
INDEX: dict[str, Any] = {"type": "integer", "minimum": 0}
COUNTED: dict[str, Any] = {"type": "integer", "minimum": 1}
LEVEL: dict[str, Any] = {"enum": ["none", "note", "warning", "error"]}


def closed(needed: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401 -- schemas are any JSON
    return {
        "type": "object",
        "required": list(needed),
        "properties": {**needed, **more},
        "additionalProperties": False,
    }


def listed(items: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401 -- schemas are any JSON
    return {"type": "array", "items": items, **more}


MESSAGE = closed({"text": TEXT})
REGION = closed({"startLine": COUNTED, "startColumn": COUNTED, "endLine": COUNTED, "endColumn": COUNTED})
ARTIFACT = closed({"uri": {"type": "string", "format": "uri-reference", "pattern": r"^[!-~]+$"}}, uriBaseId=TEXT)
PHYSICAL = closed({"artifactLocation": ARTIFACT, "region": REGION})
LOCATION = closed({"physicalLocation": PHYSICAL}, id=INDEX, message=MESSAGE)
THREAD = closed({"locations": listed(closed({"location": LOCATION}), minItems=1)})
FLOW = closed({"threadFlows": listed(THREAD, minItems=1)}, message=MESSAGE)
RESULT = closed(
    {"message": MESSAGE, "ruleId": TEXT, "level": LEVEL, "locations": listed(LOCATION, minItems=1)},
    ruleIndex=INDEX,
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    relatedLocations=listed(LOCATION, uniqueItems=True),
    codeFlows=listed(FLOW, minItems=1),
)
RULE = closed(
    {"id": TEXT},
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=closed({"text": TEXT, "markdown": TEXT}),
    defaultConfiguration=closed({}, level=LEVEL, enabled={"type": "boolean"}),
    properties={"type": "object", "properties": {"tags": listed(TEXT, uniqueItems=True)}},
)
RUN = closed(
    {"tool": closed({"driver": closed({"name": TEXT}, rules=listed(RULE, uniqueItems=True))})},
    results=listed(RESULT),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object", "additionalProperties": closed({}, description=MESSAGE)},
)
LOG = closed({"version": {"const": "2.1.0"}, "runs": listed(RUN)}, **{"$schema": TEXT})


def run(report: Report) -> dict[str, Any]:
    log = json.loads(written("sarif", report))
    Draft202012Validator(LOG, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(log)
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def results() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(REPORT)["results"]
    return found


def test_the_schema_of_the_parts_is_a_schema() -> None:
    Draft202012Validator.check_schema(LOG)


@pytest.mark.skipif(not OFFICIAL.is_file(), reason=f"there is no file '{OFFICIAL}'")
@pytest.mark.parametrize("report", [REPORT, EMPTY, REPORT._replace(rules=catalogue())], ids=["small", "empty", "all"])
def test_the_official_schema_agrees(report: Report) -> None:
    schema = json.loads(OFFICIAL.read_text("utf-8"))
    validator = Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)
    validator.validate(json.loads(written("sarif", report)))


def test_the_catalogue_is_told_as_rules() -> None:
    rules = run(EMPTY._replace(rules=catalogue()))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in catalogue()]
    assert all(rule["shortDescription"]["text"].endswith(".") for rule in rules)
    assert all("```yaml" in rule["help"]["markdown"] for rule in rules)
    # GitHub's code scanning takes no longer ones.
    assert max(len(rule["shortDescription"]["text"]) for rule in rules) <= 1024


def test_a_rule_has_its_page() -> None:
    rule, off = run(EMPTY)["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "Callers who press this key come to the wrong place."
    assert rule["fullDescription"]["text"] == (
        "Callers who press this key come to the wrong place.\n\nNobody can tell which one is meant."
    )
    assert rule["help"]["text"] == RULES[0].page
    assert (
        "Bad:\n\n```yaml\nnodes:\n  main: {menu: Hello.}\n\n  desk: {transfer: nurse}\n```\n"
        in rule["help"]["markdown"]
    )
    assert rule["help"]["markdown"].count("```") == 4
    assert rule["defaultConfiguration"] == {"level": "error", "enabled": True}
    assert off["defaultConfiguration"] == {"level": "warning", "enabled": False}
    assert rule["properties"]["tags"] == ["phone menu", "KY"]


def test_a_result_has_its_rule_its_level_and_its_place() -> None:
    hard, twice, silent, _ = results()
    assert (hard["ruleId"], hard["level"]) == ("PR021", "note")
    assert "ruleIndex" not in hard  # the rule is not among those that were given
    assert (twice["ruleId"], twice["ruleIndex"], twice["level"]) == ("KY001", 0, "error")
    assert (silent["ruleIndex"], silent["level"]) == (1, "warning")
    place = silent["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "flows/desk%20%26%20co.yaml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 4, "startColumn": 3, "endLine": 8, "endColumn": 11}


def test_related_places_have_words_and_numbers_of_their_own() -> None:
    first, second = results()[1]["relatedLocations"]
    assert (first["id"], first["message"]["text"]) == (0, "here first")
    assert (second["id"], second["physicalLocation"]["artifactLocation"]["uri"]) == (1, "flows/hours.yaml")


def test_the_call_is_a_code_flow_that_ends_at_the_finding() -> None:
    silent = results()[2]
    assert silent["codeFlows"][0]["message"]["text"] == SILENT.words()
    steps = [step["location"] for step in silent["codeFlows"][0]["threadFlows"][0]["locations"]]
    assert [step["message"]["text"] for step in steps] == [
        "dial 1-800-555-0100 on Sunday 03:00",
        "press 1",
        "say nothing three times",
        "a caller who says nothing goes round at 'main'",
    ]
    assert steps[-1]["physicalLocation"] == silent["locations"][0]["physicalLocation"]
    assert not any("codeFlows" in result for result in results()[:2])


def test_columns_are_counted_in_characters() -> None:
    # Behind the face, which is two units of UTF-16 and one character: what is counted has to be said.
    assert run(REPORT)["columnKind"] == "unicodeCodePoints"
    assert results()[0]["locations"][0]["physicalLocation"]["region"]["endColumn"] == FINDINGS[0].place.end_column


def test_fingerprints_do_not_depend_on_the_line() -> None:
    prints = [result["partialFingerprints"] for result in results()]
    down = [
        finding._replace(fault=finding.fault._replace(place=finding.place._replace(line=90, end_line=95)))
        for finding in FINDINGS
    ]
    assert [result["partialFingerprints"] for result in run(REPORT._replace(findings=tuple(down)))["results"]] == prints


@pytest.mark.parametrize(
    ("file", "artifact"),
    [
        ("a.yaml", {"uri": "a.yaml", "uriBaseId": "%SRCROOT%"}),
        ("./a/../b.yaml", {"uri": "a/../b.yaml", "uriBaseId": "%SRCROOT%"}),
        ("c:d#é.yaml", {"uri": "c%3Ad%23%C3%A9.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/srv/a b.yaml", {"uri": "file:///srv/a%20b.yaml"}),
        ("<stdin>", {"uri": "%3Cstdin%3E", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_places_are_uris(file: str, artifact: dict[str, str]) -> None:
    finding = FINDINGS[0]._replace(fault=FINDINGS[0].fault._replace(place=at(1, 1, 2, file=file)))
    (result,) = run(REPORT._replace(findings=(finding,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == artifact


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_text_makes_a_log(message: str, file: str) -> None:
    fault = FINDINGS[0].fault._replace(place=at(1, 1, 2, file=f"x{file}"), message=message)
    run(REPORT._replace(findings=(FINDINGS[0]._replace(fault=fault),)))


def test_the_file_of_the_small_report_has_a_name_that_has_to_be_escaped() -> None:
    assert FILE not in written("sarif")
