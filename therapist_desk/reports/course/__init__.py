"""What the documents of a whole case show: its measures, goals, findings, visits and plan."""
