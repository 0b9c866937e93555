"""Finding clients and visits by one text, on Home and in the palette."""
