"""The benchmark: what the owner waits for and pays for, measured beside its peers. ``make bench`` runs it."""
