"""The owner's pages: what the API can do, with a thumb. HTML from ``templates/pages``; nothing here needs a script."""
