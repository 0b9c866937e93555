"""Documents: what each is drawn from, drawing it, sealing it, and keeping it."""
