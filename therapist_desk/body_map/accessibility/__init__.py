"""The map for screen readers."""
