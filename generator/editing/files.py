"""A plan's files with a proposal in them: read again before anybody sees them, and all of them or none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.diagnostics import Place, Problem
from generator.editing.applying import applied
from generator.editing.dividing import divided
from generator.editing.document import EditedFile
from generator.editing.order import Order
from generator.editing.proposal import Change
from generator.editing.splicing import plain, spliced
from generator.editing.written import Plain, block
from generator.reading.limits import BEYOND_HELP
from generator.reading.nodes import Group, Scalar
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.text import TextFile
from generator.reading.yaml import compose

_MARK = "\ufeff"


class Unspliced(Exception):
    """A file cannot be changed so without losing something; nothing is to be written. `path` is the file's, `limits`
    are those that it would pass."""

    def __init__(self, path: str, wrong: Iterable[Problem] = ()) -> None:
        super().__init__(path)
        self.path = path
        self.limits = tuple(each for each in wrong if each.help == BEYOND_HELP)


@dataclass(frozen=True)
class _Held:
    """A file as it is held in memory: its very text, without a byte order mark, and its nodes."""

    document: EditedFile
    has_mark: bool


def changed(files: PlanFiles, changes: tuple[Change, ...]) -> PlanFiles:
    """The files with the changes in them; those that need none are the same bytes.

    The plan must be a sound one. Raises `NoSuchRow` and `RowIsThere`, and `Unspliced` where the result, read again,
    is not what is wanted or lacks a comment.
    """
    held = {file.path: _held(file) for file in files.files}
    whole: dict[str, Plain] = {}
    for each in held.values():
        for key, value in each.document.root.items():
            known = whole.get(str(key))
            more = plain(value)
            whole[str(key)] = [*known, *more] if isinstance(known, list) and isinstance(more, list) else more
    wanted = divided({path: each.document.root for path, each in held.items()}, applied(whole, changes))
    made = (replace_text(file, held[file.path], wanted[file.path]) for file in files.files)
    return replace(files, files=tuple(made))


def replace_text(file: RawFile, held: _Held, wanted: dict[str, Plain]) -> RawFile:
    """The file with what is wanted in it. Raises `Unspliced`."""
    document = held.document
    if _stripped(plain(document.root)) == _stripped(wanted):
        return file
    text = spliced(document, wanted, Order())
    again, wrong = compose(TextFile(file.path, text))
    if wrong or not isinstance(again, Group) or _stripped(plain(again)) != _stripped(wanted):
        raise Unspliced(file.path, wrong)
    if _lost(document, EditedFile(TextFile(file.path, text), again)):
        raise Unspliced(file.path)
    return RawFile(file.path, ((_MARK if held.has_mark else "") + text).encode("utf-8"))


@lru_cache(maxsize=64)  # the files of a plan or two, for whoever changes one again and again
def _held(file: RawFile) -> _Held:
    text = file.content.decode("utf-8")
    has_mark = text.startswith(_MARK)
    own = TextFile(file.path, text.removeprefix(_MARK))
    node, wrong = compose(own)
    if node is None or (isinstance(node, Scalar) and node.empty):  # comments alone, as a new plan's inventory is
        node = Group((), Place(file.path, 1, 1, 1, 1))
    if wrong or not isinstance(node, Group):
        raise Unspliced(file.path)
    return _Held(EditedFile(own, node), has_mark)


def _lost(before: EditedFile, after: EditedFile) -> bool:
    """Whether a comment is no longer there."""

    def counted(document: EditedFile) -> dict[str, int]:
        counts: dict[str, int] = {}
        for start, end in document.comments:
            comment = document.text[start:end]
            counts[comment] = counts.get(comment, 0) + 1
        return counts

    left = counted(after)
    return any(left.get(comment, 0) < count for comment, count in counted(before).items())


def _stripped(value: Plain) -> Plain:
    """Texts without the white space around them, which no field keeps."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        return {key: _stripped(each) for key, each in value.items()}
    return [_stripped(each) for each in value]


def new_file(path: str, values: Mapping[str, Plain]) -> RawFile:
    """A file of a plan that nobody has written yet. Raises `Unspliced` where it says something else when it is read."""
    order = Order()
    arranged = order.arranged(dict(values))
    assert isinstance(arranged, dict)
    text = block(arranged, "", "\n", order.typed_below) + "\n"
    again, wrong = compose(TextFile(path, text))
    if not wrong and (not isinstance(again, Group) or _stripped(plain(again)) != _stripped(arranged)):
        raise Unspliced(path)
    return RawFile(path, text.encode("utf-8"))
