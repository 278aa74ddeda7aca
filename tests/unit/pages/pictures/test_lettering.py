from generator.pages.pictures.lettering import shortened, width


def test_narrow_letters_are_narrower() -> None:
    assert width("illi", 13) < width("mmmm", 13)


def test_width_grows_with_the_size() -> None:
    assert width("Portal", 26) == 2 * width("Portal", 13)


def test_a_text_that_fits_is_kept() -> None:
    assert shortened("Portal perizinan", 300, 13) == "Portal perizinan"


def test_a_long_text_is_cut_to_its_room() -> None:
    cut = shortened("Penyelenggaraan Persandian untuk Pengamanan Informasi", 150, 13)
    assert cut.endswith("…")
    assert width(cut, 13) <= 150
    assert "Penyelenggaraan Persandian untuk Pengamanan".startswith(cut[:-1])


def test_a_cut_falls_between_words_where_one_ends_near() -> None:
    assert shortened("Pengelolaan aplikasi informatika daerah", width("Pengelolaan aplikasi i…", 13), 13) == (
        "Pengelolaan aplikasi…"
    )
