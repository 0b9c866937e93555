"""The encrypted chart store: rows, mapping, keys, migrations."""
