"""Every call of AWS with every way in which it can fail: what is answered, what is mailed, and what is stored.

``flows_*.py``, ``tick_run.py`` and ``bounce_run.py`` have what the product is asked to do; ``faulty_aws.py`` stands
between it and AWS; ``outcomes.py`` is the table of the outcomes that are documented.
"""
