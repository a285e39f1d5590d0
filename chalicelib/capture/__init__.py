"""What arrives, read: an invitation, a reply or a calendar entry becomes a proposal of what to record.

Pure and offline: no table, no network, no model. ``message`` takes a mail apart, ``events`` reads calendars, ``words``
reads sentences, and ``proposal`` joins the two. docs/decisions/0020 says why it is built like this.
"""
