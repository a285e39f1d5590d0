"""What a reader raises, and what tells a form's value from JSON's."""

from __future__ import annotations


class Unfit(Exception):
    """This value does not fit; the message completes the sentence "the field …"."""


class FormText(str):
    """A value from a form: text, whatever it stands for. JSON's numbers and booleans come as what they are."""

    __slots__ = ()
