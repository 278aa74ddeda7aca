"""One rendering for the screen and for paper."""

import pytest

from generator.model.address import PlanAddress
from generator.pages import addresses
from generator.pages.rendering import binding

PLAN = PlanAddress("sagara", "2025-2029")
PRINTED = (addresses.SUMMARY, addresses.BLUEPRINT, addresses.FINDINGS)


def paper(written: str, part: str = addresses.BLUEPRINT) -> str:
    return binding.on_paper(written, PLAN, part, PRINTED)


def test_a_heading_is_a_level_deeper_on_paper() -> None:
    written = (
        f'{binding.heading(2)} 1&#46; Integrasi {{#satu}}\n\n<h3 id="dua">Sasaran</h3>\n<p>## bukan judul\n# juga</p>'
    )
    assert binding.on_screen(written) == written.replace("<heading>", "")
    assert paper(written) == (
        '<h3 id="satu">1&#46; Integrasi</h3>\n\n<h4 id="dua">Sasaran</h4>\n<p>## bukan judul\n# juga</p>'
    )


def test_a_heading_without_an_anchor_is_one_too() -> None:
    assert paper(f"{binding.heading(3)} Sasaran\n<p>Ada.</p>") == "<h4>Sasaran</h4>\n<p>Ada.</p>"


def test_each_shows_what_is_meant_for_it_and_no_mark() -> None:
    written = "<p>a <screen>layar</screen><paper>kertas</paper> b</p>\n<details<paper> open</paper>></details>"
    assert binding.on_screen(written) == "<p>a layar b</p>\n<details></details>"
    assert paper(written) == "<p>a kertas b</p>\n<details open></details>"


@pytest.mark.parametrize(
    "written", ["<tr>\n<screen><td>1</td></screen>\n</tr>", "<tr>\n<screen>\n<td>1</td>\n</screen>\n</tr>"]
)
def test_a_mark_leaves_no_empty_line(written: str) -> None:
    assert binding.on_screen(written) == "<tr>\n<td>1</td>\n</tr>"
    assert paper(written) == "<tr>\n</tr>"


def test_what_is_printed_too_is_linked_on_the_page_itself() -> None:
    written = '<a href="../temuan/#temuan-x">x</a> <a href="../#isi">isi</a> <a href="#k-001">K-001</a>'
    assert paper(written) == '<a href="#temuan-x">x</a> <a href="#isi">isi</a> <a href="#k-001">K-001</a>'
    assert paper('<a href="temuan/#temuan-x">x</a>', addresses.SUMMARY) == '<a href="#temuan-x">x</a>'


def test_other_links_lead_where_they_did() -> None:
    written = (
        '<a href="../riwayat/#semula">r</a> <a href="../../../metode/#m">m</a> <a href="https://a.example/#b">a</a>'
        ' <a href="../temuan/">t</a> <a href="mailto:a@b.go.id">s</a>'
    )
    assert paper(written) == written
    from_above = '<a href="riwayat/#semula">r</a> <a href="../../metode/#m">m</a> <a href="temuan/">t</a>'
    assert paper(from_above, addresses.SUMMARY) == (
        '<a href="../riwayat/#semula">r</a> <a href="../../../metode/#m">m</a> <a href="../temuan/">t</a>'
    )


def test_the_source_of_a_value_is_named_without_a_link() -> None:
    written = '<a class="source" href="https://forge.example/blob/main/plans/a.yaml#L9">a.yaml:9</a>'
    assert paper(written) == '<span class="source">a.yaml:9</span>'


def test_an_explained_word_is_only_the_word() -> None:
    written = (
        '<p>Angka <span class="term"><a href="../../../metode/#istilah-dpa" aria-describedby="ket">DPA</a>'
        '<span class="term__note" role="tooltip" id="ket" lang="id">Dokumen.</span></span>.</p>'
    )
    assert paper(written) == "<p>Angka DPA.</p>"


def test_a_link_to_what_was_left_out_is_its_words() -> None:
    printed = (
        '### Satu {#satu}\n\n<p id="k-001"><a href="#k-001">K</a> <a href="#satu">1</a> <a href="#unit">Unit</a></p>'
    )
    assert binding.without_dead_links(printed) == printed.replace('<a href="#unit">Unit</a>', "Unit")


def test_the_plans_own_words_stay_as_they_are() -> None:
    told = '<div class="prose"><p>&lt;a href="../temuan/#x"&gt; &lt;screen&gt;</p></div>'
    assert paper(told) == paper(told, addresses.SUMMARY) == binding.on_screen(told) == told
