"""The peers: small, honest equivalents of our functions that do the same job in the usual way."""
