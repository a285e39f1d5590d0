"""What one click says: signed links, so that the digest can be answered from the mail itself.

A link is good for one action on one record at one version, for a while. The digest makes them, the web takes them.
"""
