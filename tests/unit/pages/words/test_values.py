"""Values as a page shows them: what is not known is said in words, never left blank and never zero."""

from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup, escape

from generator.locale import language, say
from generator.model.money import Total
from generator.model.terms import Stage
from generator.model.values import UNKNOWN, Quarter
from generator.pages.words.values import Wording

ID = Wording(language("id"))
EN = Wording(language("en"))


def test_unknown_and_not_recorded_are_two_things() -> None:
    assert ID.show(UNKNOWN) == '<span class="unknown">tidak diketahui</span>'
    assert ID.show(None) == '<span class="unknown">belum tercatat</span>'


def test_they_are_two_things_in_english() -> None:
    shown = {EN.plain(UNKNOWN), EN.plain(None)}
    assert len(shown) == 2
    assert not shown & {"tidak diketahui", "belum tercatat"}


@pytest.mark.parametrize("filter_", ["show", "own", "year", "rupiah", "quarter"])
def test_every_filter_words_what_is_not_known(filter_: str) -> None:
    for value in (UNKNOWN, None):
        assert getattr(ID, filter_)(value) == ID.show(value)


def test_a_name_that_is_not_known_is_no_word_of_the_plan() -> None:
    assert ID.own("tidak_diketahui") == ID.show(UNKNOWN)


def test_every_kind_of_value_has_its_form() -> None:
    assert ID.show(Stage.PREPARATION) == "Persiapan"
    assert ID.show(1234) == "1.234"
    assert ID.show(Decimal("3.50")) == "3,5"
    assert ID.show(date(2026, 6, 5)) == "5 Juni 2026"
    assert ID.show(Quarter(2026, 2)) == "T2 2026"
    assert ID.show(True) == "ya"
    assert ID.show(False) == "tidak"
    assert ID.show(say("belum tercatat")) == "belum tercatat"


def test_a_year_is_not_grouped_as_a_number_is() -> None:
    assert ID.year(2026) == "2026"
    assert ID.plain_year(2026) == "2026"
    assert ID.plain_year(None) == "belum tercatat"


def test_the_text_of_a_plan_is_marked_as_indonesian_only_where_the_frame_is_not() -> None:
    assert ID.own("Portal <b>") == "Portal <b>"
    assert not isinstance(ID.own("Portal <b>"), Markup), "so that the template escapes it"
    assert EN.own("Portal <b>") == '<span lang="id">Portal &lt;b&gt;</span>'


def test_plain_has_no_markup_and_keeps_a_plans_own_signs() -> None:
    assert ID.plain(UNKNOWN) == "tidak diketahui"
    assert ID.plain("a < b & c") == "a < b & c"
    assert escape(ID.plain("<b>")) == "&lt;b&gt;"


def test_a_sum_says_what_it_lacks() -> None:
    assert ID.total(Total(4_088_377_400, 3)) == "Rp4.088.377.400"
    shown = ID.total(Total(500, 1, 2))
    assert shown == 'Rp500 <span class="incomplete">belum lengkap: 2 angka tidak diketahui</span>'


def test_a_sum_of_unknown_amounts_shows_no_zero() -> None:
    shown = ID.total(Total(0, 0, 2))
    assert "Rp" not in shown
    assert "belum lengkap" in shown
    assert ID.total_short(Total(0, 0, 2)) == "tidak diketahui"


def test_a_sum_of_nothing_is_not_recorded() -> None:
    assert ID.total(Total()) == ID.show(None)
    assert ID.total_short(Total()) == "belum tercatat"
    assert ID.millions(Total()) == '<span class="none">tidak tercatat</span>'


def test_zero_rupiah_is_an_amount() -> None:
    assert ID.total(Total(0, 1)) == ID.total_short(Total(0, 1)) == ID.rupiah(0) == "Rp0"


def test_a_sum_in_short_has_three_figures() -> None:
    assert ID.total_short(Total(4_088_377_400, 3, 1)) == "Rp4,09 miliar"


def test_a_name_written_from_right_to_left_is_kept_apart_from_its_neighbours() -> None:
    assert ID.own("Kabupaten Sagara") == "Kabupaten Sagara"
    assert ID.own("<b> مخطط") == "<bdi>&lt;b&gt; مخطط</bdi>"
    assert EN.own("עברית") == '<span lang="id" dir="auto">עברית</span>'


def test_what_a_message_quotes_is_code_and_no_backtick_is_seen() -> None:
    told = ID.said(say("`{id}` menunjuk `{lain}`", id="K-001", lain="<b>"))
    assert told == "<code>K-001</code> menunjuk <code>&lt;b&gt;</code>"


def test_millions_tell_what_they_lack() -> None:
    assert ID.millions(Total(72_350_000, 1)) == "72,4"
    assert ID.millions(Total(72_350_000, 1, 1)) == '72,4 <span class="incomplete">belum lengkap</span>'
    assert ID.millions(Total(0, 0, 1)) == ID.show(UNKNOWN)
    assert ID.millions(Total(0, 1)) == "0,0"


def test_a_text_of_ours_has_code_for_backticks() -> None:
    assert ID.with_code("`ya` bila <lengkap>") == "<code>ya</code> bila &lt;lengkap&gt;"


def test_a_median_may_be_a_half_and_none_is_nothing() -> None:
    assert (ID.measured(42), ID.measured(2.5), ID.measured(40.0), ID.measured(None)) == ("42", "2,5", "40", "")
