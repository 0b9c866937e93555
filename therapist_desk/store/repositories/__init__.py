"""Repositories: domain values in, domain values out, over one session of one transaction."""
