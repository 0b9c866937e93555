"""The settings page, and what it sets."""
