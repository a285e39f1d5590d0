"""Why no package could be made; the text says what to do."""


class CannotPackage(Exception):
    """Something that the package needs is missing or broken."""


class BadPackageSetting(CannotPackage):
    """A setting makes no sense; the text names it and its value."""


class TooBig(CannotPackage):
    """The zip is larger than it may be."""
