"""An agenda in words: what the mail and the pages show of each record, the same in both.

An entry is something due, whole, with its draft and its one-click answers; a line is something to come, in brief.
"""
