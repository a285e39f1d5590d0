"""Concurrent callers and lost answers: each request takes effect once, and none undoes another's."""
