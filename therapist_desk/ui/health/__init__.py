"""Health history, consent and the questions about both, as charts and visits show them."""
