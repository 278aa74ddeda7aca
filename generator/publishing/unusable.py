"""A setting or a file of a repository that pages cannot be made with."""

from generator.locale import Message, language


class Unusable(ValueError):
    """Why it is of no use, for people; as text it is Indonesian."""

    def __init__(self, message: Message) -> None:
        super().__init__(language("id").word(message))
        self.message = message
