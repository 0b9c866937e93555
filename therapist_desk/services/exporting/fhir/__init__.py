"""Charts as FHIR R4B resources: plain dictionaries, made of domain values alone.

Which resource carries what: the table in docs/fhir.md. Each resource has an id that the same thing has in every
export, and refers to others by it, as `urn:uuid:`.
"""
