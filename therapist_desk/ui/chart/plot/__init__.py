"""Charts of what was measured over visits, painted here."""
