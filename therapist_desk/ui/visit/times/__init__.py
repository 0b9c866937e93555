"""The times of a session, entered afterwards or corrected with a reason."""
