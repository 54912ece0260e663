"""The JSON Schema of flow files, made of the models that read them.

An editor completes and checks by it. Editors read YAML's own types, and keys as text: so a number, `true` or a bare
`no` is allowed wherever the reader takes any text. What only the whole flow can tell (a target that does not exist,
say) is left to `ivr check`.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from ivr.contact import Contact
from ivr.documents import Opening, Promise, Script
from ivr.fields import Names, Target
from ivr.loader import VERSION, WordingChanges
from ivr.node import AGAIN, BACK
from ivr.nodes import kinds
from ivr.prompt import PROMPT_SCHEMA
from ivr.settings import Defaults, GlobalKey, Line, Source
from ivr.steps import STEP_SCHEMA

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WORD = {"type": ["string", "number", "boolean"]}


def schema() -> dict[str, Any]:
    """Give the schema of a flow file, or of a part that one includes: no section is required."""
    definitions: dict[str, Any] = {}
    sections: dict[str, tuple[dict[str, Any], str]] = {
        "ivr": ({"enum": [int(VERSION), VERSION]}, f"The version of this language: {VERSION}. A part has none."),
        "name": (_WORD, "What the flow is called."),
        "note": (_WORD, "Anything a reader should know."),
        "owner": (_WORD, "Who answers for the flow: a person, or better a team."),
        "reviewed": ({"type": "string", "format": "date"}, "The day on which it was last looked through."),
        "timezone": ({"type": "string"}, "The time zone of its hours, as in `America/Chicago`."),
        "languages": (_list_of({"type": "string"}), "The languages it speaks; the first is the default."),
        "include": (_list_of({"type": "string"}), "Other files whose sections belong to this flow."),
        "lines": (_map_of(_short(Line, definitions)), "The numbers that callers dial: each with its first node."),
        "hours": (_map_of(_hours(definitions)), "Named schedules; `always` and `never` are built in."),
        "contacts": (_map_of(_model(Contact, definitions)), "Who or what finally helps."),
        "keys": (_map_of(_short(GlobalKey, definitions)), "Keys that work in every menu."),
        "defaults": (_model(Defaults, definitions), "For every menu and ask that does not say otherwise."),
        "nodes": (_map_of({"$ref": "#/$defs/Node"}), "The steps of a call, by name."),
        "wording": (_map_of(_model(WordingChanges, definitions)), "How options are announced, by language."),
        "sources": (_map_of(_titled(Source, definitions)), "The documents that describe the lines."),
        "promises": ({"type": "array", "items": _model(Promise, definitions)}, "What the documents promise."),
        "calls": ({"type": "array", "items": _model(Script, definitions)}, "Calls written down as tests."),
    }
    definitions |= {"Node": _node(definitions), "Prompt": _prompt(), "Step": STEP_SCHEMA, "Target": _target()}
    return {
        "$schema": DIALECT,
        "title": "Call flow",
        "description": "A call flow for `ivr`: what a caller can hear and do on one or more phone numbers.",
        "type": "object",
        "properties": {name: {**shape, "description": words} for name, (shape, words) in sections.items()},
        "additionalProperties": False,
        "$defs": {name: _referring(shape) for name, shape in sorted(definitions.items())},
    }


def _node(definitions: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of a node: one verb, which says what else may stand there.

    Were it a choice between the kinds, a misspelt field would fit none of them, and an editor would mark all of a node.
    """
    models = {verb: _model(kind, definitions) for verb, kind in kinds().items()}
    described = {verb: definitions[kind.__name__]["description"] for verb, kind in kinds().items()}
    return {
        "description": "One step of a call; its verb says the kind.",
        "type": "object",
        "properties": {verb: {"description": words} for verb, words in described.items()},
        "oneOf": [{"required": [verb]} for verb in models],
        "allOf": [{"if": {"required": [verb]}, "then": model} for verb, model in models.items()],
    }


def _model(model: type[BaseModel], definitions: dict[str, Any]) -> dict[str, Any]:
    """Put a model's schema, and those of its parts, among the definitions; give the reference to it."""
    made = model.model_json_schema(ref_template="#/$defs/{model}", schema_generator=_ForEditors)
    definitions.update(made.pop("$defs", {}))
    definitions[model.__name__] = made
    return {"$ref": f"#/$defs/{model.__name__}"}


def _short(model: type[BaseModel], definitions: dict[str, Any]) -> dict[str, Any]:
    """Give a part of which the short form is where it leads."""
    return {"anyOf": [{"$ref": "#/$defs/Target"}, _model(model, definitions)]}


def _titled(model: type[BaseModel], definitions: dict[str, Any]) -> dict[str, Any]:
    """Give a part of which the short form is its title."""
    return {"anyOf": [{"type": "string"}, _model(model, definitions)]}


def _hours(definitions: dict[str, Any]) -> dict[str, Any]:
    texts = [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    return {"anyOf": [*texts, _model(Opening, definitions)]}


def _map_of(shape: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": shape}


def _list_of(shape: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [shape, {"type": "array", "items": shape}]}


def _target() -> dict[str, Any]:
    """Give the schema of a target; the reserved words stand apart, so that editors offer them."""
    reserved = [
        {"const": AGAIN, "description": "Hear this node again."},
        {"const": BACK, "description": "Go to the menu before this one."},
    ]
    return {"description": "The name of a node, or `again`, or `back`.", "anyOf": [*reserved, _WORD]}


def _prompt() -> dict[str, Any]:
    """Give the schema of a prompt: words, or its parts, or either of them by language."""
    _, parts, _ = PROMPT_SCHEMA["anyOf"]
    parts = {**parts, "minProperties": 1}
    languages = {
        "type": "object",
        "description": "The words of each language, by language tag.",
        "patternProperties": {"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": {"anyOf": [_WORD, parts]}},
        "additionalProperties": False,
        "minProperties": 1,
    }
    # A menu may say nothing but its options: `menu:` with nothing behind it.
    words = {"type": [*_WORD["type"], "null"], "description": "The words, in the flow's first language."}
    return {"description": "What callers hear.", "anyOf": [words, parts, languages]}


def _referring(shape: Any) -> Any:  # noqa: ANN401 -- a JSON Schema holds anything
    """Put references where a model has a field of a kind that is defined once for all."""
    if isinstance(shape, list):
        return [_referring(part) for part in shape]
    if not isinstance(shape, dict):
        return shape
    return {
        ("$ref" if key == _KIND else key): f"#/$defs/{part}" if key == _KIND else _referring(part)
        for key, part in shape.items()
    }


_KIND = "x-kind"
_NAMES = TypeAdapter(Names).json_schema()
# As the models write them; the fields of a model add their descriptions later.
_SHARED = (
    ("Target", TypeAdapter(Target).json_schema()),
    ("Target", {"type": "string"}),  # the short form of an option; nothing else that a model has is a bare string
    ("Prompt", PROMPT_SCHEMA),
    ("Step", STEP_SCHEMA),
)


class _ForEditors(GenerateJsonSchema):
    """Writes what may stand in a file: no defaults, no titles, no null, and what many fields share only once."""

    def generate_inner(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 -- pydantic's own type is private
        made = super().generate_inner(schema)
        if made == _NAMES:
            return _list_of(_WORD)
        kind = next((name for name, shape in _SHARED if made == shape), None)
        if kind:
            return {_KIND: kind}
        return _list_of({_KIND: "Prompt"}) if made == {"type": "array", "items": {_KIND: "Prompt"}} else made

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 -- as above
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ANN401 -- as above
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 -- as above
        return False
