"""A step becomes words: a call script with its branches, or a letter that can be sent as it is.

The words themselves live in ``templates/drafts/<language>/``; this room chooses whom they are for, fills them
with facts, and turns them into ``tel:`` and ``mailto:`` links and ``.eml`` files. It sends nothing.
"""
