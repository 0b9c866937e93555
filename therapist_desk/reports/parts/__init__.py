"""Sections that several documents are set from."""
