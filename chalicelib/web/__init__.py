"""HTTP: the JSON API and its pages.

A request goes one way: ``application`` (Chalice, guarded) -> ``routes`` (who is it?) -> a route module -> ``reading``
(what was sent, as frozen types) -> the playbook and the records -> ``answers``. Whatever is refused on the way is
raised as a ``refusals.Refusal`` and becomes a response in one place, ``problems``.
"""
