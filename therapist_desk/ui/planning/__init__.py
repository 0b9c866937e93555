"""Planning visits, and moving or removing planned ones."""
