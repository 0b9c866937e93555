"""Care over time: orders with their codes and papers, progress, reports due, and the end of care."""
