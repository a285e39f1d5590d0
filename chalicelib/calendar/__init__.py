"""The calendar feed: the next step of every open record as an event that a calendar program can subscribe to.

``history`` finds the step that is next and those that were, ``hours`` the time of a call and ``slot`` the day,
``words`` says it all, ``entry`` puts it together, ``ical`` writes it down (RFC 5545), and ``feed`` does this for
every open record of an owner.
"""
