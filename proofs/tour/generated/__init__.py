"""Requests that are made up by chance: the same ones each time."""
