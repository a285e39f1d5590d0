"""The owner's pages: what the API can do, with a thumb. HTML from ``templates/pages``; nothing here needs a script.

A module that ends in ``_page`` answers at addresses of ``urls``, and so do ``assets`` and ``home_screen``. The others
are what pages have in common: ``rendering``, forms (``form_values``, ``form_etag``, ``redisplay``, ``pending_form``),
and parts that several pages show.
"""
