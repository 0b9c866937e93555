"""Marks on the figure: their symbols, areas, tags and referrals, where each lies, and what a click hits."""
