"""The page: paper, canvas, heads, tables, and how blocks flow from page to page."""
