"""What is remembered, in one DynamoDB table: owners, interviews, digests, answered requests, processes.

``interviews``, ``owners`` and ``digests`` are the repositories; ``table`` holds the items and their indexes,
``mapping`` turns items into the playbook's types and back. No path through this room scans the table.
"""
