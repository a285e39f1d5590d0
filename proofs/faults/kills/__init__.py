"""Processes that tick are killed at an AWS call: no digest is lost, and none doubled but by a kill in the window."""
