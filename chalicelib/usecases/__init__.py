"""What an owner can do: one module a thing, without HTTP, HTML or Chalice.

The API, the pages, the one-click links, the deploy commands and the local server call it. Each function takes an
``OwnerContext`` (whose, when, with what) and values, and gives values or raises one of the error family. To have read a
record, and written it changed, is a way of its own: ``retry_on_conflict``.
"""
