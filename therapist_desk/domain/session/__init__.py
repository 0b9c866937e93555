"""The session: its timer, techniques, minutes, and what these come to in units."""
