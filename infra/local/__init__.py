"""Afterword on one machine: the same app, with DynamoDB and SES played by moto, and the mails to be read in a browser.

The way in is ``__main__``. Nothing here is part of the package that is deployed.

- ``stand_in`` and ``lasting_table`` are the cloud, ``state`` is what survives.
- ``http_server`` and ``gateway`` bring a request to the app; ``http_handler`` serves one at a time.
- ``outbox`` and ``mailbox_pages`` show the mails.
"""
