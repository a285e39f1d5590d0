"""HTTP in four rooms: ``http`` carries a request to its handler and an answer back, ``api`` answers in JSON,
``pages`` answers a browser, ``openapi`` describes them.

``urls`` is the table of all addresses, with the module that answers at each. A request goes one way:
``http.application`` (Chalice, guarded) -> ``http.lazy_blueprint`` (for a program or a browser?) ->
``http.routing`` (who is it?) -> a handler -> ``schemas`` (what was sent, as frozen types) -> a use case ->
``http.response``. Whatever is refused on the way is raised, and becomes an answer in one place,
``http.problems``.
"""
