"""The JSON API, one module per resource: its handlers read a request, call a use case, and write the response."""
