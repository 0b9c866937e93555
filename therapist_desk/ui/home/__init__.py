"""Home: what today holds, what waits, and the way to every client."""
