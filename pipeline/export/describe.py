"""What is said of the tables: `datapackage.json`, a Frictionless Data Package.

Names, types and keys come from the register's schema, titles and words from the descriptions that the site shows too.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pipeline
from pipeline.errors import PipelineError
from pipeline.export.tables import Written
from pipeline.register.schema import TABLES, VERSION
from pipeline.register.table import LINKS, Table

NAME = "datapackage.json"
TYPES = {str: "string", int: "integer", float: "number"}
MARKED = (
    "A text that a spreadsheet might take for a formula has an apostrophe in front, and so has one that begins with an apostrophe: "
    "take one apostrophe away from the front of a text to have it as it was. An empty cell says that there is no value; an apostrophe "
    "alone is an empty text."
)

Facts = dict[str, Any]


def descriptions(metadata: Path) -> Facts:
    """What the site says of itself and of the register. Raises PipelineError where it cannot be read."""
    try:
        facts: Facts = json.loads(metadata.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PipelineError(f"The descriptions of the tables cannot be read from {metadata}: {error}.") from error
    return facts


def data_package(facts: Facts, written: Mapping[str, Written], created: str | None) -> Facts:
    """The package. `facts` are the site's `descriptions`, `written` tells the size and digest of each table's file."""
    register = facts["databases"]["register"]
    package: Facts = {
        "profile": "tabular-data-package",
        "name": "pledgebook-register",
        "title": facts["title"],
        "description": f"{register['description']} {MARKED}",
    }
    if created:
        package["created"] = created
    package["pledgebook"] = {"version": pipeline.__version__, "schema": VERSION}
    package["resources"] = [_resource(name, TABLES[name], register["tables"].get(name, {}), file) for name, file in written.items()]
    return package


def table_path(name: str) -> str:
    """Where a table's file lies in an export."""
    return f"tables/{name}.csv"


def _resource(name: str, table: Table, said: Facts, file: Written) -> Facts:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": said.get("title", name),
        "description": said.get("description", ""),
        "path": table_path(name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "schema": _schema(name, table, said.get("columns", {})),
    }


def _schema(name: str, table: Table, columns: Mapping[str, str]) -> Facts:
    fields: list[Facts] = [
        {"name": column, "type": TYPES[kind], "description": columns.get(column, "")} for column, kind in table.columns.items()
    ]
    fields[0]["constraints"] = {"required": True}  # the key
    return {"fields": fields, "primaryKey": [table.key], "foreignKeys": [_link(name, column) for column in table.links]}


def _link(name: str, column: str) -> Facts:
    to, field = LINKS[column]
    return {"fields": [column], "reference": {"resource": "" if to == name else to, "fields": [field]}}
