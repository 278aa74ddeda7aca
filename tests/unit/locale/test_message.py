"""A message is a sentence without a language; its arguments are data, never a format."""

from generator.locale import language, say

ID = language("id")
EN = language("en")


def test_braces_in_an_argument_are_kept_as_they_are() -> None:
    hostile = "{0.__class__} {x} %(y)s {{"
    assert ID.word(say("item `{id}`", id=hostile)) == f"item `{hostile}`"


def test_a_message_without_arguments_is_no_format_at_all() -> None:
    assert ID.word(say("tulis {kurung} begini")) == "tulis {kurung} begini"


def test_an_argument_that_is_a_message_is_worded_in_the_same_language() -> None:
    inner = say("jawaban belum lengkap; tidak ada yang dibuat")
    message = say("rencana: {sebab}", sebab=inner)
    assert ID.word(message) == "rencana: jawaban belum lengkap; tidak ada yang dibuat"
    assert EN.word(message) == "rencana: the answers are incomplete; nothing was made"


def test_the_order_in_which_arguments_are_given_does_not_matter() -> None:
    assert say("{a} {b}", a=1, b=2) == say("{a} {b}", b=2, a=1)
