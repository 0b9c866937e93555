"""Windows, panels, theme and jobs."""
