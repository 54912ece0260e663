"""`ivr schema`: the JSON Schema of flow files."""

from __future__ import annotations

import json

import click

from ivr.schema import schema as flow_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of flow files: an editor completes and checks by it."""
    click.echo(json.dumps(flow_schema(), indent=2, ensure_ascii=False))
