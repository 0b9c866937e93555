"""What SQLite alone has: the encrypted file, pragmas, triggers, result codes. `database.py` is its interface."""
