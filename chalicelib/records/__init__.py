"""Storage in one DynamoDB table: owners, interviews, digests, answered requests, processes, proposals.

The way in are the repositories: ``interviews``, ``owners`` and ``digests``. ``table`` holds the client and the indexes,
``table_items`` the items; ``interview_mapping`` and ``owner_mapping`` turn items into the playbook's types and back.
Nothing here scans the table.
"""
