"""`datasette-metadata.json` describes what is there, all of it, and nothing else."""

import json
from pathlib import Path

import pytest

from pipeline.register.schema import TABLES

DATABASE = json.loads((Path(__file__).parent.parent.parent / "datasette-metadata.json").read_text())["databases"]["register"]


def test_every_table_is_described_and_no_other():
    assert {name for name, facts in DATABASE["tables"].items() if not facts.get("hidden")} == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_described_in_order_and_no_other(name):
    described = DATABASE["tables"][name]["columns"]
    assert list(described) == list(TABLES[name].columns)
    assert all(words.endswith((".", "…")) for words in described.values())


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_title_description_and_page_size(name):
    table = DATABASE["tables"][name]
    assert table["title"] and table["description"].endswith(".")
    assert table["size"] == 25


@pytest.mark.parametrize("name", TABLES)
def test_facets_and_sorting_use_indexed_columns_only(name):
    table, facts = TABLES[name], DATABASE["tables"][name]
    assert set(facts["sortable_columns"]) == {table.key, *table.sortable}
    assert set(facts.get("facets", [])) <= {table.key, *table.sortable, *table.filters}
    assert {facts.get("sort"), facts.get("sort_desc")} - {None} <= {table.key, *table.sortable}
    assert not table.filters or table.order == facts["sort"]


@pytest.mark.parametrize("name", TABLES)
def test_labels_and_units_are_columns(name):
    facts = DATABASE["tables"][name]
    assert set(facts.get("units", {})) | ({facts["label_column"]} if "label_column" in facts else set()) <= set(TABLES[name].columns)


@pytest.mark.parametrize("query", DATABASE["queries"].values(), ids=DATABASE["queries"].keys())
def test_every_question_has_title_description_and_named_parameters(query):
    assert query["title"].endswith("?") and query["description"].endswith(".")
    assert query["params"] and all(f":{name}" in query["sql"] for name in query["params"])
