"""The embedded English model: one encoder with a head for each task."""
