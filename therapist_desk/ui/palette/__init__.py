"""Ctrl+K: any client and any action by a few letters."""
