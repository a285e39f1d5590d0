"""What an owner can do: one module a thing. Called by the API, the pages, the links and the deploy commands alike."""
