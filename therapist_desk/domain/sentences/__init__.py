"""The sentences that a note is written with for the therapist."""
