"""Turns a step into words: a call script with its branches, or a letter that can be sent as it is.

The way in is ``writer.Writer``. The words are in ``templates/drafts/<language>/``; this package chooses whom they are
for, fills in the facts, and makes ``tel:`` and ``mailto:`` links and ``.eml`` files. It sends nothing.
"""
