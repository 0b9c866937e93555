"""Outcome measures: what they are, how they are scored, and when a change means something."""
