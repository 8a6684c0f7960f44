"""The tables and indexes of the register that nobody is shown, as statements: they keep what would be found anew from all papers."""

from pipeline.register import facets

HIDDEN = (
    "CREATE TABLE histories_due (slug TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE folder_read (device INTEGER, inode INTEGER)",
    "CREATE TABLE wordings (commitment TEXT PRIMARY KEY, paper TEXT NOT NULL, wording INTEGER NOT NULL, words TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX wordings_by_wording ON wordings (wording)",
    "CREATE INDEX wordings_by_paper ON wordings (paper)",
    "CREATE TABLE wording_keys (key INTEGER, wording INTEGER, PRIMARY KEY (key, wording)) WITHOUT ROWID",
    "CREATE TABLE wording_pairs (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID",
    "CREATE TABLE wordings_touched (wording INTEGER PRIMARY KEY)",
    "CREATE TABLE body_nodes (printing TEXT PRIMARY KEY, paper TEXT NOT NULL, text TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, "
    "node TEXT NOT NULL, short TEXT, home TEXT) WITHOUT ROWID",
    "CREATE INDEX body_nodes_by_paper ON body_nodes (paper)",
    "CREATE INDEX body_nodes_by_node ON body_nodes (node, home, short)",
    "CREATE INDEX body_nodes_by_short ON body_nodes (short, node)",
    # Some bodies stand in nearly every paper: their printings are counted as they come and go.
    "CREATE TABLE body_printings (home TEXT, name TEXT, text TEXT, kind TEXT, publisher TEXT, papers INTEGER NOT NULL, "
    "PRIMARY KEY (home, name, text, kind, publisher)) WITHOUT ROWID",
    "CREATE INDEX owners_by_body ON owners (body, paper, commitment, role)",
    # Lists that people open stand in an index in their order, with all that is asked of them.
    "CREATE INDEX owners_by_place ON owners (body, place, commitment, role)",
    "CREATE INDEX owners_by_due ON owners (body, due, commitment, status)",
    "CREATE INDEX commitments_open_by_due ON commitments (due, place, id, status) WHERE status IS NOT 'done'",
    "CREATE INDEX commitments_due_by_kind ON commitments (kind, due, place, id, status)",
    "CREATE INDEX commitments_due_by_status ON commitments (status, due, place, id)",
    "CREATE INDEX commitments_due_by_publisher ON commitments (publisher, due, place, id, status)",
    "CREATE INDEX commitments_due_by_paper ON commitments (paper, due, place, id, status)",
    "CREATE INDEX due_next_by_due ON due_next (due, commitment)",
    "CREATE INDEX due_next_by_commitment ON due_next (commitment, due)",
    "CREATE INDEX numeric_targets_by_position ON numeric_targets (position, commitment)",
    "CREATE INDEX flag_members_by_kind ON flag_members (kind, place, commitment)",
    "CREATE INDEX flag_members_by_place ON flag_members (place, commitment)",
    "CREATE INDEX flags_by_turn ON flags (kind, turn, id)",
    "CREATE INDEX histories_by_event ON histories (event, days, commitment)",
    "CREATE INDEX papers_by_publisher ON papers (publisher, published, slug)",
    "CREATE INDEX papers_offered ON papers (publisher, name, slug, commitments) WHERE commitments > 0",
    "CREATE INDEX due_counts_by_status ON due_counts (status, due, commitments)",
    "CREATE INDEX publisher_due_counts_by_month ON publisher_due_counts (publisher, month, status, commitments)",
    "CREATE TABLE body_nodes_touched (node TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE papers_touched (paper TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE ready_for (today TEXT)",
    *facets.STATEMENTS,
)
"""How `alike` keeps what each promise says (a wording, by a number, and its words, dates cut out), the keys by which a wording is
found, which two are nearly equal (both ways), and which came or went since groups were made last. How `bodies` keeps the node that each
printing stands for, another that it leads there from (an abbreviation), and the one that this leads to itself, with the number of
papers in which each is printed so, and their publisher where the body is its own. Which papers came or changed
since the last run was finished, and the day that it was for. Whose `versions` are not kept as a
file yet, and which folder the papers were in last. What a search asks of each commitment: see `facets`."""
