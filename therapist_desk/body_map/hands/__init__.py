"""Mouse, touch, pen and keyboard on the map: what becomes a request to mark."""
