"""Records to SQLite: the only importer of sqlite-utils."""
