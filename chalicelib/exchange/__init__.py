"""Files: everything out, as one JSON file or as a CSV, and in again, from that JSON or from anybody's CSV.

Pure: what stands in the table is handed in. ``uploads`` finds out what was sent, ``csv_reader`` and ``row_parser`` make
records of it, ``dry_run`` says what would come of each, and ``import_report`` tells it; ``json_records`` and
``csv_writer`` write.
"""
