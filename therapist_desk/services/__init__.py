"""Use cases: what a user does, start to end. No Qt here."""
