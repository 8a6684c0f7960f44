from pipeline.register import schema
from pipeline.register.table import LINKS


def test_every_link_is_declared_and_none_is_broken(register, rows):
    for name, table in schema.TABLES.items():
        declared = {row["from"]: (row["table"], row["to"]) for row in rows(f"PRAGMA foreign_key_list({name})")}
        assert declared == {column: LINKS[column] for column in table.columns if column in LINKS}, name
    assert rows("PRAGMA foreign_key_check") == []


def test_every_link_and_every_column_named_for_it_has_an_index_that_ends_in_the_key(register, rows):
    for name, table in schema.TABLES.items():
        indexed = [
            tuple(row["name"] for row in rows(f"PRAGMA index_info({index['name']})")) for index in rows(f"PRAGMA index_list({name})")
        ]
        assert {columns[0] for columns in table.indexed} == {*table.links, *table.indexes, *table.filters}
        for columns in table.indexed:
            assert columns[-1] == table.key
            assert columns in indexed, (name, columns)


def test_every_table_has_the_columns_that_the_schema_says(register, rows):
    for name, table in schema.TABLES.items():
        assert [row["name"] for row in rows(f"PRAGMA table_info({name})")] == list(table.columns)


def test_readers_and_the_writer_do_not_block_each_other(register, rows):
    assert rows("PRAGMA journal_mode") == [{"journal_mode": "wal"}]
