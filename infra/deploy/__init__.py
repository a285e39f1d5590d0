"""Afterword in an AWS account: put there, looked after, and taken away again. ``make help`` lists the commands."""
