"""What the owner waits for and pays for, measured on this machine and beside its peers. ``make bench`` runs it."""
