import pytest

from generator.locale.glossary import glossary
from generator.locale.pairs import pairs
from generator.pages.rendering.placing import text_of
from generator.pages.words.search import glossary_words, hidden_words, query_words


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
    assert root in hidden_words(f"{text}.").split()


def test_a_word_on_the_page_is_not_hidden_as_well() -> None:
    assert "rencana" not in hidden_words("Perencanaan dan rencana").split()


def test_an_abbreviation_and_its_long_form_find_each_other() -> None:
    long_form = hidden_words("Penerapan SPBE").split()
    assert {"sistem", "pemerintahan", "berbasis", "elektronik"} <= set(long_form)
    assert "spbe" in hidden_words("Sistem Pemerintahan Berbasis Elektronik").split()
    assert "opd" in hidden_words("setiap perangkat daerah").split()


def test_an_abbreviation_counts_only_as_it_is_written() -> None:
    assert "teknologi" in hidden_words("belanja TIK").split()
    assert "teknologi" not in hidden_words("tik tik bunyi hujan").split()


def test_a_common_word_brings_no_synonyms() -> None:
    assert "proyek" not in hidden_words("Satu kegiatan").split()


def test_what_a_tag_or_a_sign_is_made_of_is_no_word() -> None:
    assert hidden_words(text_of('<p class="perencanaan">A &amp; B</p>')) == ""


def test_words_are_sorted_and_single() -> None:
    words = hidden_words("Pengelolaan dikelola mengelola perencanaan").split()
    assert words == sorted(set(words))


def test_the_page_of_terms_has_every_name() -> None:
    words = set(glossary_words().split())
    assert {"baseline", "spbe", "milestone"} <= words
    assert len(words) > len(glossary())


def test_the_words_of_a_pair_find_each_other() -> None:
    assert "online" in hidden_words("pendaftaran daring").split()
    assert {"tanda", "tangan"} <= set(hidden_words("memakai TTE").split())
    assert "tte" in hidden_words("tanda tangan elektronik").split()
    assert "ppdb" in hidden_words("Penerimaan murid baru").split()


def test_every_pair_has_two_names_and_a_source() -> None:
    assert len(pairs()) > 40
    for pair in pairs():
        assert len(set(pair.names)) == len(pair.names) > 1, pair
        assert len(pair.source) > 10, pair


def test_the_browser_is_told_pairs_and_abbreviations_as_words() -> None:
    told = query_words()
    assert [["daring"], ["online"], ["on-line"]] in told["pairs"]
    assert [["spbe"], ["sistem", "pemerintahan", "berbasis", "elektronik"]] in told["pairs"]
    assert {"cara", "untuk"} <= set(told["asking"])
    assert not set(told["asking"]) & {
        word for names in told["pairs"] for name in names if len(name) == 1 for word in name
    }
