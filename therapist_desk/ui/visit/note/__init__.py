"""The right half of the visit screen: the four sections of the note."""
