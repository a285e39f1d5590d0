"""The JSON API: a module for each resource, whose handlers read a request, call a use case, and write the response."""
