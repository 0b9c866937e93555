"""The chart of a client: the header band and its tabs."""
