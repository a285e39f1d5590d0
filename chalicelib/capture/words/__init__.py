"""What the words of an invitation or a reply say: the kind of message, days and hours, people, firm, place and link.

The way in is ``reading.read_words``. Everything is a table of words and a small grammar over it, in English, Russian
and German: no model, no network, no clock, and the same text always gives the same reading. A value comes with the
piece of text it was read from, and what can be meant in two ways is asked about instead of chosen.

The grammar of days is our own, since reading them is what this product exists for. Of the libraries for it, dateparser
brings 7 MB with its regex engine where the whole package may have 8, takes "25.08. um 15.00 Uhr" for the 15th and
«в половине третьего» for no hour at all, and does not say that "next Tuesday" has two meanings; dateutil knows no words
but English ones. What is not ours is left to who keeps it: phones to phonenumbers, time zones to the zone database.
"""
