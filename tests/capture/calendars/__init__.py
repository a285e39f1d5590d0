"""Tests of reading calendar files."""
