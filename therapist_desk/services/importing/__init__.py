"""Clients from another product's CSV: look at the file, read its rows, weigh them, and take them in at once."""
