"""Making the package: the zip that Lambda runs, and the CloudFormation template around it. ``make package`` runs it.

The way through is ``build.py``. The same sources, settings and interpreter make the same bytes
(docs/decisions/0006-packaging.md).
"""
