"""What an owner can do: one module a thing, without HTTP, HTML or Chalice.

The API, the pages, the one-click links, the deploy commands and the local server call it. What is done for an owner
takes an ``OwnerContext`` (whose, when, with what) and values, and gives values or raises one of the error family. To
write what was read, again if somebody else was quicker, is a way of its own: ``retry_on_conflict``. Some values come as
functions (``make``, ``check``, ``inputs``): they read what was sent once the record is known to be there, so that one
that is not there is missed before anybody finds fault with the request.
"""
