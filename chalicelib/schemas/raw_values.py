"""What a reader raises, and what tells a form's value from JSON's."""

from __future__ import annotations

from chalicelib.playbook.step import Fact


class Unfit(Exception):
    """This value does not fit; the sentence completes "the field …", with ``{named}`` facts. It is said later."""

    def __init__(self, sentence: str, **facts: Fact) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts


class FormText(str):
    """A value from a form: text, whatever it stands for. JSON's numbers and booleans come as what they are."""

    __slots__ = ()
