"""The API described: ``/openapi.json`` for programs, ``/docs`` for people, both made from the routes as declared.

A route is documented where it is declared. Its view's docstring says what it does, the annotations of the view's
arguments what the parts of the path look like, and the keywords of ``routes.get(…)``, ``routes.post(…)`` … the rest
(``http.routing.Told``)::

    @routes.post("/interviews/{interview_id}/events", answers={201: ShownInterview}, takes=EventFields, refuses=(409,))
    def record_event(call: Call, interview_id: RecordId) -> Answer:
        \"\"\"Write down what happened; the answer is the record with its new next step.\"\"\"

Where a page answers beside the API, what it answers is told with the API's. A route that takes a body has at least one
example in ``examples``; the tests send every one of them, and fail for a route of which too little is said. Nothing of
this package is loaded before the first request of ``endpoint``, or of the page that shows it.
"""
