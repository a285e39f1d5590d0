"""Tests of taking mails apart."""
