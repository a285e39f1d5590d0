"""The promise, proved by breaking it: each room here is one claim of docs/reliability.md and tries to refute it.

``make test-faults`` runs every claim, shortened; with ``SCALE=long`` as often as docs/reliability.md says.
"""
