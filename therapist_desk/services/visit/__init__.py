"""A visit from its planning to its note: its day, times, marks, findings and words."""
