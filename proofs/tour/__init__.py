"""The tour: it asks everything of the product at told times, and records what it answers byte by byte.

Made to compare the product before and after a change that should change nothing: ``make tour``.
"""
