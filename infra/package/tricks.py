"""The tricks on libraries that are installed: each is a change of their files, and stands in a module of its own.

``TRICKS=off make package`` uses none of them, and the libraries are as their wheels have them (docs/packaging.md).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from infra.package import authorities, aws_services, botocores_own, http_2, unread_files
from infra.package.package_errors import CannotPackage
from infra.package.package_settings import Trick

# In this order. The others come elsewhere (build.py): templates and days off, which change no library, and sources,
# once there is bytecode.
_CHANGES: Mapping[Trick, Callable[[Path], None]] = {
    Trick.UNREAD_FILES: unread_files.trim,
    Trick.SERVICES: aws_services.trim,
    Trick.BOTOCORE: botocores_own.trim,
    Trick.HTTP_2: http_2.leave_out,
    Trick.AUTHORITIES: authorities.unbundle,
}


def change(libraries: Path, tricks: Collection[Trick]) -> None:
    """Change the installed libraries by those of the tricks that do. Raises CannotPackage where one does not fit them
    (any more): the text names it, and says how to go on without."""
    for trick, changed_by in _CHANGES.items():
        if trick in tricks:
            try:
                changed_by(libraries)
            except (CannotPackage, LookupError, OSError, ValueError) as error:
                raise CannotPackage(
                    f"The trick {trick} does not fit these libraries: {error} TRICKS=off makes the package without."
                ) from error
