"""Afterword on one machine: the same app, with DynamoDB and SES played by moto, and the mails to be read in a browser.

``__main__`` tells the story; ``stand_in`` and ``table`` are the cloud, ``state`` what survives, ``server`` and
``gateway`` bring a request to the app, ``front`` serves one at a time, ``outbox`` and ``pages`` show the mails.
Nothing here is part of the package that is deployed.
"""
