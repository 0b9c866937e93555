"""The first run: who you are, a passphrase, and the recovery code."""
