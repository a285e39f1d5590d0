"""The calendar feed: the next step of every open record, as entries that a calendar program can subscribe to.

The way in is ``feed.Feed``, which does this for every open record of an owner: ``step_history`` finds the next step and
those before it, ``entry_time`` its day and ``calling_hours`` the hour of a call, ``entry_text`` the words;
``calendar_entry`` puts them together, and ``ical`` writes them as iCalendar (RFC 5545).
"""
