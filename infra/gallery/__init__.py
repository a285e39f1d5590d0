"""The gallery: every draft and every digest, in every language and tone, for many situations, on one page to read.

``python -m infra.gallery`` writes the page, with ``--golden`` the golden files that the tests compare.
"""
