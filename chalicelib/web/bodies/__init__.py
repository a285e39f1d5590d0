"""Bodies of requests: JSON and the two kinds of forms, each turned into names and values."""
