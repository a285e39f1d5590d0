"""What the product knows about following up: pure functions of a record, its events and now.

The way in is ``rules.plan``: it turns a record into a plan, which ``agenda``, ``search``, ``silence`` and the other
modules read. Rule ids (``W2``, ``S4`` …) are those of ``docs/playbook.md``. Nothing here reads a clock, a file or the
environment, and nothing here imports from the other rooms.
"""
