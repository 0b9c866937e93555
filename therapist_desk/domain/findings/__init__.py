"""What is found on a body: marks, measurements and observations, and how they are looked at again."""
