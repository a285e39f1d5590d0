"""The calls that the tick makes, each with its effect on the world and its answer.

An error is an answer too. ``test_calls`` shows that the repositories of ``chalicelib/records`` answer the same.
"""
