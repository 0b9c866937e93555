"""What is missing, said under the visit, and the ways to where it is mended."""
