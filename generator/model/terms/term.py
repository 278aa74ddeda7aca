"""A word of a plan that stands for itself, with the label that readers see."""

from enum import StrEnum
from typing import Self

from generator.locale import Message

UNLABELLED = Message("")
"""Only so that a member can be looked up by its value alone."""


class Term(StrEnum):
    """An enumeration whose members carry the label a page shows; members keep the guideline's order."""

    label: Message

    def __new__(cls, value: str, label: Message = UNLABELLED) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
