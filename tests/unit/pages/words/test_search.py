import pytest

from generator.locale.glossary import glossary
from generator.pages.words.search import glossary_words, hidden_words


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Perencanaan pembangunan", "rencana"),
        ("Urusan kepegawaian", "pegawai"),
        ("Pengelolaan data", "kelola"),
        ("Layanan perizinan", "izin"),
        ("Penyusunan arsitektur", "susun"),
    ],
)
def test_a_derived_word_brings_its_root(text: str, root: str) -> None:
    assert root in hidden_words(f"<p>{text}.</p>").split()


def test_a_word_on_the_page_is_not_hidden_as_well() -> None:
    assert "rencana" not in hidden_words("<p>Perencanaan dan rencana</p>").split()


def test_an_abbreviation_and_its_long_form_find_each_other() -> None:
    long_form = hidden_words("<p>Penerapan SPBE</p>").split()
    assert {"sistem", "pemerintahan", "berbasis", "elektronik"} <= set(long_form)
    assert "spbe" in hidden_words("<p>Sistem Pemerintahan Berbasis Elektronik</p>").split()
    assert "opd" in hidden_words("<p>setiap perangkat daerah</p>").split()


def test_an_abbreviation_counts_only_as_it_is_written() -> None:
    assert "teknologi" in hidden_words("belanja TIK").split()
    assert "teknologi" not in hidden_words("tik tik bunyi hujan").split()


def test_a_common_word_brings_no_synonyms() -> None:
    assert "proyek" not in hidden_words("<p>Satu kegiatan</p>").split()


def test_what_a_tag_or_a_sign_is_made_of_is_no_word() -> None:
    assert hidden_words('<p class="perencanaan">A &amp; B</p>') == ""


def test_words_are_sorted_and_single() -> None:
    words = hidden_words("<p>Pengelolaan dikelola mengelola perencanaan</p>").split()
    assert words == sorted(set(words))


def test_the_page_of_terms_has_every_name() -> None:
    words = set(glossary_words().split())
    assert {"baseline", "spbe", "milestone"} <= words
    assert len(words) > len(glossary())
