"""What one would use instead: each peer does the same job, as it would be written with its libraries."""
