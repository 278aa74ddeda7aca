"""A mistake in a template of the repository's own: its author's, and neither a planner's nor the program's."""

from generator.locale import Message


class TemplateMistake(ValueError):
    """Why a template cannot be used, and where, for people."""

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.told = told
