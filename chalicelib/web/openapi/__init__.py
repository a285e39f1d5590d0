"""The API's description: ``/openapi.json`` for programs, ``/docs`` for people, both made from the declared routes.

A route is documented where it is declared: its view's docstring says what it does, the annotations of the view's
arguments what the parameters of the path look like, and the keywords of ``routes.get(…)``, ``routes.post(…)`` … the
rest (``http.routing.RouteSpec``)::

    @routes.post("/interviews/{interview_id}/events", responses={201: InterviewResponse}, body=EventFields)
    def record_event(context: RequestContext, interview_id: RecordIdText) -> Response:
        \"\"\"Record what happened; the answer is the record with its new next step.\"\"\"

Where a page answers beside the API, both are described together. A route that takes a body has at least one example in
``examples``; the tests send every example, and fail for a route that says too little. Nothing of this package is loaded
before the first request to ``endpoint``, or to the page that shows the description.
"""
