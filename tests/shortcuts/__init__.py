"""Run the recipes of docs/shortcuts.md as they are written there: ``make test-shortcuts``."""
