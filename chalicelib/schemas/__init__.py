"""What comes in and goes out, as frozen types; there is no HTTP in it.

``field_types`` says what a field may hold, read by ``texts``, ``values``, ``addresses`` and ``locales``. The
modules that are named after what is sent (``interview_fields``, ``event_fields``, ``owner_fields``,
``queries``) say which fields there are, and ``validation`` reads them so that one answer names every fault.
``responses`` are the types of answers, made by ``serializers``.
"""
