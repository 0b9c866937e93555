"""Rule cards: what a payer wants, as files that the user can add to."""
