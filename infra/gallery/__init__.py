"""The gallery: one page to read every draft and digest of many situations, in every language and tone.

``python -m infra.gallery`` writes the page; with ``--golden`` it writes the golden files that the tests compare.
``python -m infra.gallery.draw`` prints drafts, mails and sequences that are drawn by a seed.
"""
