"""How the digest is sent: by SES in a domain's name, or by the owner's own mail provider (docs/decisions/0019).

- ``way`` is what was chosen, ``providers`` and ``dmarc`` say what becomes of it.
- ``ses_state``, ``identity_plan``, ``dns_records`` and ``zone``: a domain at SES, and what its DNS must say.
- ``smtp_account``, ``smtp_login`` and ``smtp_password``: a mailbox at its provider.
- ``checks`` and ``report`` are what ``make deploy`` and ``make status`` ask and say.
"""
