"""A mail taken apart: who wrote what when, what of it is quoted or forwarded, and the calendars in it.

The way in is ``mail_message.read_mail``. The standard library's parser is used with its older, tolerant policy: the
newer one raises on headers that real senders write.
"""
