"""What one would use instead: small, honest equivalents that do the same job in the usual way."""
