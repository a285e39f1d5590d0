"""A trick with Jinja: templates as Python, beside their sources; ``chalicelib/drafts/precompiled.py`` loads them there.

Jinja's own ``compile_templates`` and ``ModuleLoader`` do it. A process compiles no template, which saves the first page
49 million instructions and the first digest 610; it costs 0.5 MB of the zip.

If Jinja changes what it makes, ``tests/package/test_words.py`` compares it with what the sources say, page by page.
``TRICKS`` without ``templates`` switches it off: as in a checkout, the sources are read.
"""

from __future__ import annotations

from pathlib import Path

from chalicelib.drafts.precompiled import FOLDER
from chalicelib.wiring import template_environments

EXTENSIONS = ("html", "txt", "css")  # a page of the digest includes its style sheet


def compile_templates(templates: Path) -> None:
    """Compile every template, with the very environment that it is rendered in."""
    for folder, environment in template_environments(templates):
        environment.compile_templates(folder / FOLDER, extensions=EXTENSIONS, zip=None, ignore_errors=False)
