"""From text to glyphs on paper: typefaces, scripts, direction, lines."""
