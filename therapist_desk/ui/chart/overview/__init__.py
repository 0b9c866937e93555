"""The first tab of a chart: pain over the visits, goals, the last visit, what is due."""
