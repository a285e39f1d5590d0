"""Everything out, as one JSON file or as a CSV, and in again: from that JSON, or from anybody's CSV."""
