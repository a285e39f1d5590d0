"""What comes in and goes out, as frozen types, without HTTP.

- ``interview_fields``, ``contact_fields``, ``event_fields``, ``owner_fields`` and ``queries`` declare which fields may
  be sent.
- ``validation`` reads them, so that one response names every fault.
- ``field_types`` says how each type of field is read; the readers are in ``text_values``, ``simple_values``,
  ``addresses``, ``locales`` and ``record_fields``.
- ``responses`` are the types of responses; ``serializers`` makes them.
"""
