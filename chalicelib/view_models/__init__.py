"""An agenda in words: what the mail and the pages show of each record, the same in both.

An entry is a step that is due, in full, with its draft and its one-click links; a line is a later step, in brief.
"""
