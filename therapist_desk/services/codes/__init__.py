"""The ICD-10-CM codes: the table in use, and newer ones read from files."""
