"""The calls that the tick makes, each with what it does to the world and what it answers.

An error is an answer as well. ``test_calls`` shows that the repositories of ``chalicelib/records`` answer the same.
"""
