"""Calendar files read: which event they tell of, when it is, who is invited, and what of that is certain.

The ways in are ``components.calendars_in`` and ``invitation.invitations_in``. Lines and components are read here and
not by ``icalendar``, which writes the feed: docs/decisions/0020 says why.
"""
