"""The JSON Schema of flow files, made of the models that read them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from ivr.contact import Contact
from ivr.documents import Opening, Promise, Script
from ivr.load import WordingChanges
from ivr.nodes import kinds
from ivr.settings import Defaults, GlobalKey, Line, Source

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Give the schema of a whole flow file; YAML's own types are allowed wherever the reader takes text."""
    definitions: dict[str, Any] = {}
    text = {"type": ["string", "number"]}
    sections: dict[str, tuple[dict[str, Any], str]] = {
        "ivr": ({"const": 1}, "The version of this language."),
        "name": (text, "What the flow is called."),
        "note": (text, "Anything a reader should know."),
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
        "sources": (_map_of(_short(Source, definitions)), "The documents that describe the lines."),
        "promises": ({"type": "array", "items": _model(Promise, definitions)}, "What the documents promise."),
        "calls": ({"type": "array", "items": _model(Script, definitions)}, "Calls written down as tests."),
    }
    definitions["Node"] = {"oneOf": [_model(kind, definitions) for kind in kinds().values()]}
    return {
        "$schema": DIALECT,
        "title": "Call flow",
        "description": "A call flow for `ivr`: what a caller can hear and do on one or more phone numbers.",
        "type": "object",
        "properties": {name: {**shape, "description": words} for name, (shape, words) in sections.items()},
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _model(model: type[BaseModel], definitions: dict[str, Any]) -> dict[str, Any]:
    """Put a model's schema, and those of its parts, among the definitions; give the reference to it."""
    made = model.model_json_schema(ref_template="#/$defs/{model}", schema_generator=_WithoutDefaults)
    definitions.update(made.pop("$defs", {}))
    definitions[model.__name__] = made
    return {"$ref": f"#/$defs/{model.__name__}"}


def _short(model: type[BaseModel], definitions: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [{"type": "string"}, _model(model, definitions)]}


def _hours(definitions: dict[str, Any]) -> dict[str, Any]:
    texts = [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    return {"anyOf": [*texts, _model(Opening, definitions)]}


def _map_of(shape: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": shape}


def _list_of(shape: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [shape, {"type": "array", "items": shape}]}


class _WithoutDefaults(GenerateJsonSchema):
    """Leaves defaults and titles out: they are values of ours, not what is written in a file."""

    def default_schema(self, schema: Any) -> dict[str, Any]:  # noqa: ANN401 -- pydantic's own type is private
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 -- as above
        return False
