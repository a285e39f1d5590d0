"""Signed one-click links, so that the digest can be answered from the mail itself.

A link is good for one action on one record at one version, for ``action_links.LIFETIME``. ``action`` declares the
actions; the digest and the pages make links, and the web acts on them. ``read_links`` only open a step to be read;
``settle_links`` keep or close several records together.
"""
