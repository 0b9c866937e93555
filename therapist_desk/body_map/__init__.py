"""The body-map widget: geometry, marks and gestures. Knows nothing of storage."""
