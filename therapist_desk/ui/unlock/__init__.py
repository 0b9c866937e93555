"""The first window: who you are, your passphrase, and the ways around a lost one."""
