"""Point 8: what a record says is words wherever it is shown, and never mark-up, a header, a formula or notation."""
