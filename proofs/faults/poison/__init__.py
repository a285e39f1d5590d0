"""Point 6 of the promise: no content of one stored item affects the other records, or other owners."""
