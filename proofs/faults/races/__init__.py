"""Several at once, and answers that are lost: each request has its effect once, and none undoes another's."""
