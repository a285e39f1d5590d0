"""Fault tests of the promise: each package here is one claim of docs/reliability.md, and tries to refute it.

``make test-faults`` runs a short form of every claim; ``SCALE=long`` runs as many cases as docs/reliability.md says.
"""
