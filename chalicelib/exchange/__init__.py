"""Files: an owner's records out, as one JSON file or as CSV, and in again, from that JSON or from anybody's CSV.

Pure: the stored records are passed in. For an import, ``uploads`` finds out what was sent, ``csv_reader`` and
``row_parser`` make records of it, ``dry_run`` says what would become of each, and ``import_report`` puts that into
words. For an export, ``json_records`` and ``csv_writer`` write.
"""
