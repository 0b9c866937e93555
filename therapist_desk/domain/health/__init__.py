"""What a client tells of their health, what it forbids, and what they agreed to."""
