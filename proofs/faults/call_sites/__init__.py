"""Every call of AWS, and every way in which it can go wrong: what is answered, what is mailed, and what is stored.

``flows_*.py``, ``ticking.py`` and ``returning.py`` say what is asked of the product; ``front.py`` stands between it and
AWS; ``outcomes.py`` is the table of what must come of it.
"""
