from generator.pages.elements import without


def test_each_stretch_from_its_begin_to_its_end_is_cut() -> None:
    html = "a<dl>1</dl>b<dl class='x'><dt>2</dt></dl>c"
    assert without(html, "<dl", "</dl>") == "abc"
    assert without(html, "<dl", "</dl>", " ") == "a b c"
    assert without(html, "<table", "</table>") == html


def test_what_never_ends_goes_with_the_rest() -> None:
    assert without("a<dl>1", "<dl", "</dl>") == "a"
