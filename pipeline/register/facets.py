"""What a search asks of a commitment beside its words, in a narrow row of its own: kept by triggers, as the text search is.

Words that many papers use are found in tens of thousands of commitments. To look each up among the whole rows would take most of the time.
"""

TABLE = """CREATE TABLE facets (
    number INTEGER PRIMARY KEY, paper INTEGER NOT NULL, due TEXT, dates INTEGER NOT NULL DEFAULT 0, status TEXT, kind TEXT,
    undated INTEGER NOT NULL DEFAULT 0, unowned INTEGER NOT NULL DEFAULT 0, figures INTEGER NOT NULL DEFAULT 0, flags TEXT, bodies TEXT
)"""
"""`number` and `paper` are the row numbers of the commitment and of its paper, `dates` and `figures` count its deadlines and its targets
with a figure; `undated` and `unowned` tell that it stands in the ready table of that kind. `flags` are the kinds of its flags and `bodies`
the ids of its owners, each between commas; None where there are none."""


def _trigger(event: str, table: str, change: str, which: str = "") -> str:
    """Changes the row of the commitment that a row of a table belongs to."""
    row = "old" if event == "DELETE" else "new"
    number = f"(SELECT rowid FROM commitments WHERE id = {row}.commitment)"
    name = f"facets_{event.split()[0].lower()}_{table}"
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} {which} BEGIN UPDATE facets SET {change} WHERE number = {number}; END"


def _each(column: str, table: str, row: str, key: str = "commitment") -> str:
    return f"(SELECT ',' || group_concat(DISTINCT {column}) || ',' FROM {table} WHERE commitment = {row}.{key})"


STATEMENTS = (
    TABLE,
    "CREATE TRIGGER facets_insert AFTER INSERT ON commitments BEGIN INSERT INTO facets (number, paper, due, status, kind) "
    "VALUES (new.rowid, (SELECT rowid FROM papers WHERE slug = new.paper), new.due, new.status, new.kind); END",
    "CREATE TRIGGER facets_delete AFTER DELETE ON commitments BEGIN DELETE FROM facets WHERE number = old.rowid; END",
    _trigger("INSERT", "deadlines", "dates = dates + 1", "WHEN new.\"end\" IS NOT NULL AND new.relation <> 'from'"),
    _trigger("INSERT", "without_date", "undated = 1"),
    _trigger("DELETE", "without_date", "undated = 0"),
    _trigger("INSERT", "without_owner", "unowned = 1"),
    _trigger("DELETE", "without_owner", "unowned = 0"),
    _trigger("INSERT", "numeric_targets", "figures = figures + 1"),
    _trigger("DELETE", "numeric_targets", "figures = figures - 1"),
    _trigger("INSERT", "flag_members", f"flags = {_each('kind', 'flag_members', 'new')}"),
    _trigger("DELETE", "flag_members", f"flags = {_each('kind', 'flag_members', 'old')}"),
    _trigger("UPDATE OF body", "owners", f"bodies = {_each('body', 'owners', 'new')}"),
)
"""The table and its triggers."""

REBUILD = f"""
INSERT INTO facets (number, paper, due, dates, status, kind, undated, unowned, figures, flags, bodies)
SELECT each.rowid, papers.rowid, each.due,
    (SELECT count(*) FROM deadlines WHERE commitment = each.id AND "end" IS NOT NULL AND relation <> 'from'), each.status, each.kind,
    EXISTS (SELECT 1 FROM without_date WHERE commitment = each.id), EXISTS (SELECT 1 FROM without_owner WHERE commitment = each.id),
    (SELECT count(*) FROM numeric_targets WHERE commitment = each.id), {_each("kind", "flag_members", "each", "id")},
    {_each("body", "owners", "each", "id")}
FROM commitments AS each JOIN papers ON papers.slug = each.paper"""
"""Fills the table from the others, where these were filled without its triggers."""
