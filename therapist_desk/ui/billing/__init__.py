"""Payments of a visit, what is settled about its bill, and what its claims ask beside the chart."""
