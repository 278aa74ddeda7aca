"""What the system refuses is told in the user's language."""

import errno
import os
from pathlib import Path

import pytest

from generator.locale import language
from generator.store.refusals import raise_refusal, where_and_why, why

ID, EN = language("id"), language("en")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOENT, errno.ENOSPC, errno.EDQUOT, errno.EISDIR])
def test_the_systems_own_words_are_not_repeated(number: int) -> None:
    error = OSError(number, os.strerror(number), "/x/y")
    assert os.strerror(number) not in ID.word(where_and_why(error))
    assert ID.word(where_and_why(error)).startswith("/x/y: ")
    assert ID.word(why(error)) != EN.word(why(error))


def test_what_was_raised_with_words_of_its_own_keeps_them() -> None:
    assert ID.word(why(FileExistsError(errno.EEXIST, "tautan menempati kunci", "a"))) == "tautan menempati kunci"
    assert ID.word(why(ValueError("embedded null byte"))) == "embedded null byte"
    assert ID.word(why(OSError())) == "OSError"


def test_as_the_system_raises_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as told:
        (tmp_path / "tidak" / "ada").read_bytes()
    assert ID.word(where_and_why(told.value)) == f"{tmp_path}/tidak/ada: berkas atau foldernya tidak ada"


@pytest.mark.parametrize(
    ("told", "number", "named"),
    [
        ("INFO: x\nOSError: [Errno 28] No space left on device: '/a/b'", 28, "/a/b"),
        ("Traceback\nPermissionError: [Errno 13] Permission denied: '/a' -> '/b'", 13, "/b"),
        ("OS can't spawn worker thread: Resource temporarily unavailable (os error 11)", 11, None),
        ('thread panicked\ninvariant: Error("No space left on device (os error 28)", line: 0)', 28, None),
    ],
)
def test_what_the_system_refused_another_program_is_raised_as_such(told: str, number: int, named: str | None) -> None:
    with pytest.raises(OSError, match=r".") as refused:
        raise_refusal(told)
    assert (refused.value.errno, refused.value.filename) == (number, named)


def test_what_another_program_tells_of_itself_is_no_refusal_of_the_system() -> None:
    raise_refusal("ERROR: No such file or directory (os error 2)\nTypeError: x")


def test_a_number_alone_has_words_and_a_rare_one_those_of_the_system() -> None:
    assert ID.word(why(IsADirectoryError(errno.EISDIR, ""))) == "itu folder, bukan berkas"
    assert ID.word(why(OSError(errno.EPROTO, os.strerror(errno.EPROTO)))) == "sistem berkata `Protocol error`"
