"""axe-core, which checks a page for accessibility: fetched once with npm, and verified.

It is one script. The tests hand it to the browser themselves, so that no page's policy has to allow it.
"""

from __future__ import annotations

from infra.npm import Script

AXE = Script(
    package="axe-core@4.14.1",
    sha512="FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
    member="package/axe.min.js",
)


def script() -> str:
    """The text of the script, which is fetched if it is not there yet. Raises ``npm.CannotFetch``."""
    return AXE.path().read_text(encoding="utf-8")
