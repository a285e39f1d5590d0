"""Afterword: after an interview, whom to call or write to, when, and what to say."""
