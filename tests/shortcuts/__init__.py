"""The recipes of docs/shortcuts.md, run as they stand there: ``make test-shortcuts``."""
