"""Tests of reading what arrives: mails, calendar files and texts."""
