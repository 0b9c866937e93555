"""Taking charts elsewhere: what is inside, where it goes, and the warning that it is not encrypted."""
