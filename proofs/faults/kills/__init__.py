"""Ticking processes are killed at an AWS call: no digest is lost, and only a kill within the window doubles one."""
