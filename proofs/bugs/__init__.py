"""Seeded bugs: each patch here is a mistake that somebody could make, and names the test that must catch it.

A patch begins with ``Bug:`` (one sentence) and ``Caught by:`` (``pytest <paths>`` or ``faults <claim>``); the diff
follows, as ``git diff`` writes it. ``make test-bugs`` shows that each is caught.
"""
