"""The claim that the time to read what somebody sent grows as its size does, and is short at its limit."""
