"""The JSON API: a module per resource, whose handlers read a request, call a use case, and write the response."""
