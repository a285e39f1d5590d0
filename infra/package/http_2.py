"""A trick on urllib3: its HTTP/2 is left out, which botocore never switches on.

Its first line loads all that can find the version of a library, and looks for one that is not there. Without it a cold
start runs 19 million instructions less, and loads 13 modules less; the zip is 0.01 MB smaller.

If urllib3 puts its HTTP/2 elsewhere, the package cannot be made, and the error names this trick. If a cold start loads
what finds versions after all, ``tests/package/test_cold_start.py`` fails. ``TRICKS`` without ``http2`` switches it off.
"""

from __future__ import annotations

from pathlib import Path

_NO_HTTP_2 = '"""Written when this package was made: HTTP/2 cannot be switched on."""\n'


def leave_out(libraries: Path) -> None:
    """Leave it out of the installed urllib3. Only ``probe.py`` stays: each connection asks it, and it remembers
    nothing."""
    http_2 = libraries / "urllib3" / "http2"
    (http_2 / "connection.py").unlink()
    (http_2 / "__init__.py").write_text(_NO_HTTP_2, encoding="utf-8")
