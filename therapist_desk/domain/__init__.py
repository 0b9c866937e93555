"""What a therapist would argue about: values and rules, in the standard library alone."""
