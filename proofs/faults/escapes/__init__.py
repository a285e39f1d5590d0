"""Point 8 of the promise: a record's texts stay text wherever they are shown, never mark-up, headers or formulas."""
