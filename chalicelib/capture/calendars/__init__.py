"""Calendar files read: which event they tell of, when it is, who is invited, and what of that is certain.

The ways in are ``components.calendars_in`` and ``invitation.invitations_in``. Lines and components are read here and not
by ``icalendar``, which writes the feed: it keeps the zones that one file declares for the files of others, takes an hour
in an undeclared zone for one without a zone, and raises on what real senders write (docs/decisions/0020).
"""
