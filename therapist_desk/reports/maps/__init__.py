"""The body map on paper: figure, panels, marks, callouts and key."""
