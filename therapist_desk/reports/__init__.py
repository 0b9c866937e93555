"""Documents on paper: from domain values to PDF bytes."""
