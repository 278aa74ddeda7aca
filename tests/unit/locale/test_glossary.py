import re

from generator.locale.glossary import by_name, glossary


def test_every_term_explains_itself_in_a_short_sentence_with_a_source() -> None:
    assert len(glossary()) > 80
    for term in glossary():
        assert term.explanation.endswith("."), term
        assert 15 <= len(term.explanation) <= 140, term
        assert len(term.source) > 10, term


def test_terms_are_unique_and_in_order() -> None:
    names = [term.term.casefold() for term in glossary()]
    assert names == sorted(set(names))


def test_an_abbreviation_has_its_long_form() -> None:
    for term in glossary():
        if re.fullmatch(r"[A-Z]{2,}[A-Z0-9-]*", term.term) and term.term != "YAML":
            assert term.long_form, term


def test_a_term_is_found_by_its_word_long_form_and_synonym() -> None:
    names = by_name()
    assert names["ppid"].long_form == "Pejabat Pengelola Informasi dan Dokumentasi"
    assert names["organisasi perangkat daerah"].term == "OPD"
    assert names["skpd"].term == "OPD"


def test_a_word_of_its_own_is_never_taken_by_a_synonym() -> None:
    for term in glossary():
        assert by_name()[term.term.casefold()] is term


def test_the_words_a_reader_will_stumble_over_are_there() -> None:
    names = by_name()
    for word in ("SPBE", "Pemdi", "OPD", "TIK", "PPID", "DPA", "pagu", "walidata", "klirens", "tupoksi", "JDIH"):
        assert word.casefold() in names
