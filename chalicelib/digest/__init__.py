"""The daily digest: tick -> claim -> compose -> send -> mark.

``tick`` does it all for whoever is due. ``schedule`` and ``week`` say when that is, ``view_models`` what there
is to say; ``words`` and ``view`` say it, ``pages`` sets it as text and as HTML, ``letters``, ``compose`` and
``mime`` make it a mail (``page`` a web page), and ``post`` sends it.
"""
