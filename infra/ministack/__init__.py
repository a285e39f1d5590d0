"""A local AWS for the tests of a deployment: it really runs functions, an API and schedules, without Docker."""
