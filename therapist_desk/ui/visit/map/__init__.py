"""The left half of the visit screen: the map with its tools, its list and the windows at its marks."""
