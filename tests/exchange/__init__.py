"""Tests of reading files, without HTTP and without a table."""
