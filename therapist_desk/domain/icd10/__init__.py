"""ICD-10-CM: codes, the table of a release, finding in it, and what may not stand together."""
