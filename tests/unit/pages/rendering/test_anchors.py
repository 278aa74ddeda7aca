"""An item's id is its anchor whatever word it is; one of ours that it takes gives way."""

from generator.pages.rendering.anchors import apart, own_anchor

PAGE = (
    '<h2 id="selesai">Selesai</h2><table aria-labelledby="tabel selesai"></table><a href="#selesai">a</a>'
    '<article id="item:selesai" aria-labelledby="selesai-judul"></article><a href="#item:selesai">b</a>'
    '<searched id="selesai">c</searched><path fill="url(#selesai)"/>'
)


def test_nothing_changes_where_no_item_takes_an_anchor() -> None:
    assert apart(PAGE, {"k-001"}) == PAGE.replace("item:", "")


def test_ours_gives_way_with_all_that_names_it() -> None:
    assert apart(PAGE, {"selesai"}) == (
        '<h2 id="_selesai">Selesai</h2><table aria-labelledby="tabel _selesai"></table><a href="#_selesai">a</a>'
        '<article id="selesai" aria-labelledby="selesai-judul"></article><a href="#selesai">b</a>'
        '<searched id="selesai">c</searched><path fill="url(#_selesai)"/>'
    )


def test_an_anchor_of_ours_begins_as_no_id_does() -> None:
    assert (own_anchor("temuan", {"temuan"}), own_anchor("temuan", set())) == ("_temuan", "temuan")
