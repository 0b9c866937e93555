"""Charts as plain tables: one row a thing, one column a fact, every column explained."""
