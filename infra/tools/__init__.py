"""Looks at the template with tools that live in a place of their own (.venv-tools): their libraries collide with ours.

Run by ``make lint-template``; nothing here is imported by anything else.
"""
