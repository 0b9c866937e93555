"""Care for a case: who ordered it, its goals, what is planned, what falls due, and how it ends."""
