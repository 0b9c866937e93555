"""Sample clients: clearly fictional people whose visits are made through the same use cases as real ones."""
