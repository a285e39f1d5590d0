"""The calendar feed: next steps and interviews of all open records, as entries that a calendar can subscribe to.

The way in is ``feed.Feed``, which does this for every open record of an owner: ``step_history`` finds the next step and
those before it, ``entry_time`` its day and ``calling_hours`` the hour of a call, ``entry_text`` the words;
``calendar_entry`` puts them together. ``interview_entry`` does all this for the interview itself, in the words of
``interview_text``, and ``ical`` writes both as iCalendar (RFC 5545).
"""
