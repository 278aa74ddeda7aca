"""What a reader of the plan should know about it."""

from dataclasses import dataclass
from datetime import date

from generator.diagnostics.place import Place
from generator.locale import Message


@dataclass(frozen=True, slots=True)
class Answer:
    """What the institution says to a finding in its plan (`tanggapan`)."""

    explanation: str
    given: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation about what the document says or leaves out.

    `kind` is the code (`tanpa-anggaran`); `item` the id of the item it is about, or the key of a
    section, or empty when it is about the plan; `place` the line it leads to. An answered finding
    stays a finding and is counted as answered.
    """

    kind: str
    item: str
    place: Place
    message: Message
    plan: str = ""
    answer: Answer | None = None
