"""axe-core, which looks for what keeps people out of a page: fetched once with npm, and verified.

It is one script. The tests hand it to the browser themselves, so that no page has to let it in.
"""

from __future__ import annotations

from infra.npm import Script

AXE = Script(
    package="axe-core@4.14.1",
    sha512="FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
    member="package/axe.min.js",
)


def script() -> str:
    """The text of the script; fetches it unless it is there. Raises ``npm.CannotFetch``."""
    return AXE.path().read_text(encoding="utf-8")
