"""The figure on the screen: its curves, which part of it is shown, and what stays where it is."""
