"""The tour: send every kind of request to the product, at fixed times, and record its answers byte by byte.

It compares the product before and after a change that should change nothing: ``make tour``.
"""
