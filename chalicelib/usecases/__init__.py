"""What an owner can do: one module for each thing, without HTTP, HTML or Chalice.

The API, the pages, the one-click links, the deploy commands and the local server call these modules. What is done for
an owner takes an ``OwnerContext`` (for whom, when, with which services) and values, and returns values or raises an
``AfterwordError``. What is read, changed and written back goes through ``retry_on_conflict``, which tries again if
another write was quicker.

Some values come as functions (``make``, ``check``, ``inputs``). They read the request only once the record is found,
so that a missing record is reported before any fault in the request.
"""
