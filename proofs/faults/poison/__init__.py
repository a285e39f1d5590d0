"""Point 6: nothing that one stored item holds takes anything from the other records, or from other owners."""
