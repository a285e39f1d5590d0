"""HTTP in four rooms: ``http`` carries a request to its handler and a response back, ``api`` answers in JSON,
``pages`` answers a browser, ``openapi`` describes both.

``urls`` is the table of all addresses, with the modules that answer at each. A request goes one way:
``http.application`` (Chalice, guarded) -> ``http.lazy_blueprint`` (for the API or a page?) -> ``http.routing``
(who sent it?) -> a handler -> ``schemas`` (its fields as frozen types) -> a use case -> ``http.response``.
Errors on the way are raised, and become a response in one place, ``http.problems``.
"""
