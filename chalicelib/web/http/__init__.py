"""HTTP: what a request is, who sends it, which handler answers it, and how an error becomes a response."""
