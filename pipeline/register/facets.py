"""What a search asks of a commitment beside its words, in narrow rows of its own: kept by triggers, as the text search is.

Words that many papers use are found in tens of thousands of commitments. To look each up among the whole rows would take most of the time.
"""

TABLE = """CREATE TABLE facets (
    number INTEGER PRIMARY KEY, paper INTEGER NOT NULL, due TEXT, status TEXT, kind TEXT,
    undated INTEGER NOT NULL DEFAULT 0, unowned INTEGER NOT NULL DEFAULT 0, figures INTEGER NOT NULL DEFAULT 0
)"""
"""`number` and `paper` are the row numbers of the commitment and of its paper, `figures` counts its targets with a figure; `undated` and
`unowned` tell that it stands in the ready table of that kind."""
FLAGGED = "flagged"
NAMES = "CREATE TABLE facet_names (name TEXT, number INTEGER, PRIMARY KEY (name, number)) WITHOUT ROWID"
"""The commitments by what few have in common: the id of a body that owns them, a day of `due_next`, the kind of a flag, and `FLAGGED` for
any flag."""

_NUMBER = "(SELECT rowid FROM commitments WHERE id = {}.commitment)"


def _trigger(event: str, table: str, *statements: str, which: str = "") -> str:
    """What happens to the facets of the commitment that a row of a table belongs to."""
    name = f"facets_{event.split()[0].lower()}_{table}"
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} {which} BEGIN {'; '.join(statements)}; END"


def _change(row: str, change: str) -> str:
    return f"UPDATE facets SET {change} WHERE number = {_NUMBER.format(row)}"


def _name(name: str) -> str:
    """Notes a name of the new row, if it has one."""
    return f"INSERT OR IGNORE INTO facet_names SELECT {name}, {_NUMBER.format('new')} WHERE {name} NOT NULL"


def _unname(name: str, others: str) -> str:
    """Takes a name of the old row out, unless one of the others of its commitment has it too."""
    other = f"SELECT 1 FROM {others} AND commitment = old.commitment"
    return f"DELETE FROM facet_names WHERE name = {name} AND number = {_NUMBER.format('old')} AND NOT EXISTS ({other})"


# With a plus, SQLite looks at what else the commitment has, and not at all that have the name.
_UNFLAGGED = (_unname("old.kind", "flag_members WHERE +kind = old.kind"), _unname(f"'{FLAGGED}'", "flag_members WHERE true"))
_DISOWNED = _unname("old.body", "owners WHERE +body = old.body")


STATEMENTS = (
    TABLE,
    NAMES,
    "CREATE TRIGGER facets_insert AFTER INSERT ON commitments BEGIN INSERT INTO facets (number, paper, due, status, kind) "
    "VALUES (new.rowid, (SELECT rowid FROM papers WHERE slug = new.paper), new.due, new.status, new.kind); END",
    "CREATE TRIGGER facets_delete AFTER DELETE ON commitments BEGIN DELETE FROM facets WHERE number = old.rowid; END",
    _trigger("INSERT", "without_date", _change("new", "undated = 1")),
    _trigger("DELETE", "without_date", _change("old", "undated = 0")),
    _trigger("INSERT", "without_owner", _change("new", "unowned = 1")),
    _trigger("DELETE", "without_owner", _change("old", "unowned = 0")),
    _trigger("INSERT", "numeric_targets", _change("new", "figures = figures + 1")),
    _trigger("DELETE", "numeric_targets", _change("old", "figures = figures - 1")),
    _trigger("INSERT", "due_next", _name("new.due")),
    _trigger("DELETE", "due_next", _unname("old.due", "due_next WHERE +due = old.due")),
    _trigger("INSERT", "flag_members", _name("new.kind"), _name(f"'{FLAGGED}'")),
    _trigger("DELETE", "flag_members", *_UNFLAGGED),
    _trigger("UPDATE OF body", "owners", _DISOWNED, _name("new.body"), which="WHEN new.body IS NOT old.body"),
    _trigger("DELETE", "owners", _DISOWNED, which="WHEN old.body NOT NULL"),
)
"""The tables and their triggers."""

REBUILD = (
    """
INSERT INTO facets (number, paper, due, status, kind, undated, unowned, figures)
SELECT each.rowid, papers.rowid, each.due, each.status, each.kind,
    EXISTS (SELECT 1 FROM without_date WHERE commitment = each.id), EXISTS (SELECT 1 FROM without_owner WHERE commitment = each.id),
    (SELECT count(*) FROM numeric_targets WHERE commitment = each.id)
FROM commitments AS each JOIN papers ON papers.slug = each.paper""",
    f"""
INSERT INTO facet_names SELECT name, commitments.rowid AS number FROM (
    SELECT body AS name, commitment FROM owners WHERE body NOT NULL UNION SELECT due, commitment FROM due_next
    UNION SELECT kind, commitment FROM flag_members UNION SELECT '{FLAGGED}', commitment FROM flag_members
) AS each JOIN commitments ON commitments.id = each.commitment ORDER BY name, number""",
)
"""Fills the tables from the others, where these were filled without the triggers."""
