"""Check the template with tools that have their own virtual environment, .venv-tools: their libraries clash with ours.

Run by ``make lint-template``; nothing here is imported by anything else.
"""
