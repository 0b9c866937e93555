"""Between rows and domain values: plain functions, one pair for each kind of thing."""
