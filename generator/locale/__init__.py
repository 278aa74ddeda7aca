"""Words and forms of the languages the frame of the site speaks.

A sentence for a person is written once, in Indonesian, as the msgid of a catalogue entry. Code that
makes one does not yet know its reader's language: it keeps a `Message`, and the stage that prints
asks a `Language` for its words.
"""

from generator.locale.catalogues import Language, language
from generator.locale.message import Message, say

__all__ = ["Language", "Message", "language", "say"]
