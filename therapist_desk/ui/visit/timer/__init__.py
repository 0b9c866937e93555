"""The strip under the header: the session's clock, its techniques and its units."""
