"""Bringing clients over from another product: the columns, the rows as they would come in, the report."""
