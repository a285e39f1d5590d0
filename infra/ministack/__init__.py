"""A local AWS for the deployment tests: it really runs functions, an API and schedules, without Docker."""
