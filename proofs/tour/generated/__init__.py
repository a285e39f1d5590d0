"""Randomly generated requests, which are the same each time."""
