"""The daily digest: tick -> claim -> compose -> send -> mark.

The way in is ``tick``, which does all of it for every owner who is due.

- ``schedule`` says when that is, and ``view_models`` what there is to say.
- ``subject_line`` and ``digest_view`` put it into words, ``fitting`` makes it small; ``digest_templates`` renders it.
- ``letter_attachments``, ``compose`` and ``mime`` make it a mail (``digest_as_page`` a web page).
- ``ses_sender`` sends it; ``bounces`` stops the mail to an address from which it came back.
"""
