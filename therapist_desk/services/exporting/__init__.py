"""The charts taken elsewhere: a FHIR bundle for other programs, tables for people, PDFs of what was signed."""
