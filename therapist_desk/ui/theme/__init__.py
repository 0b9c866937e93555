"""The visual language: colours, type, icons, and the style that applies them to an application."""
