"""The clients: their list, and the form that takes one in."""
