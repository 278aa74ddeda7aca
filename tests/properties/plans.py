"""Plans of every shape that can be published: unknown values, odd texts, shared sections, several phases a year.

References always name something and ids differ: all else is left to chance.
"""

import json
from datetime import date
from typing import Any

from hypothesis import strategies as st

from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.model.terms import (
    ActivityStatus,
    Content,
    CostKind,
    Domain,
    FundingSource,
    Hosting,
    Phase,
    Priority,
    RiskKind,
    SectionKey,
    StaffRole,
    Stage,
)
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

MARK = "<zq"
"""What every odd text holds; where it stands on a page as it is, a plan's text has become HTML."""

UNKNOWN = "tidak_diketahui"

ODD = (
    "{mark} onclick=x>",
    '"{mark}>" \' & {{{{ 7*7 }}}} {{% raw %}}',
    "# judul{mark}>",
    "{{#anchor}} {{: .kelas{mark}>}}",
    "[tautan](javascript:alert) ![g](x) {mark}>",
    "| a | b |\n|---|---|\n| {mark}> | d |",
    "```\n{mark}>\n\n# bukan judul\n```",
    "    {mark}> kode\n\n    lagi",
    "<!-- {mark}> --> <script>x</script>",
    "``` {{ .x onclick={mark}> }}",
    "~~~ {mark}>",
    "---\ntitle: {mark}>\n---",
    "</div></section></td> {mark}>",
    "** _ ` ~ \\ {mark}> 🏛 e\u0301 \u05d0",
    "satu {mark}>\n\n\n\ndua\n## tiga\n\n    empat",
)


def paragraphs() -> st.SearchStrategy[str]:
    """A text that is plain, or holds marks of Markdown, HTML and templates, for a field that may hold Markdown."""
    return st.sampled_from(("Layanan daring", "100%", *(odd.format(mark=MARK) for odd in ODD)))


def texts() -> st.SearchStrategy[str]:
    """The same in one line."""
    return paragraphs().map(lambda text: " ".join(text.split()))


def _or_unknown(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, values, values, st.just(UNKNOWN))


def _term(kind: Any) -> st.SearchStrategy[Any]:
    return _or_unknown(st.sampled_from([member.value for member in kind]))


def _some(choices: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(choices), max_size=3) if choices else st.just([])


_YEAR = _or_unknown(st.integers(2025, 2029))
_DAY = _or_unknown(st.dates(date(2025, 1, 1), date(2029, 12, 31)).map(date.isoformat))
_QUARTER = _or_unknown(st.tuples(st.integers(2025, 2029), st.integers(1, 4)).map(lambda of: f"{of[0]}-T{of[1]}"))
_SPAN = st.one_of(_QUARTER, _YEAR.map(str))
_AMOUNT = _or_unknown(st.sampled_from((0, 1, 999_500_000, 4_088_377_400, 10**15)))
_LINK = st.sampled_from(("https://sagara.example/?a=1&b='2'", "mailto:ppid@sagara.example"))

_FIGURES = st.dictionaries(st.integers(2024, 2030), _or_unknown(st.integers(0, 9)), max_size=2)
_CEILINGS = st.dictionaries(st.integers(2025, 2029), _AMOUNT, max_size=2)
_LINE = st.fixed_dictionaries(
    {"tahun": _YEAR, "jumlah": _AMOUNT, "fase": _term(Phase)},
    optional={"sumber": _term(FundingSource), "jenis_biaya": _term(CostKind), "kode": texts()},
)
_COUNT = st.integers(0, 9)


@st.composite
def activities(draw: st.DrawFn, number: int, names: dict[str, list[str]]) -> dict[str, Any]:
    """One activity; its references are among `names`."""
    optional = {
        "bagian": _or_unknown(st.lists(st.sampled_from([section.value for section in SectionKey]), max_size=3)),
        "tahap": _term(Stage),
        "muatan": _term(Content),
        "domain": _term(Domain),
        "uraian": texts(),
        "pendukung": _some(names["unit"]),
        "prioritas": _term(Priority),
        "lokasi": st.one_of(texts(), st.lists(texts(), max_size=2)),
        "kelompok_sasaran": texts(),
        "induk": _or_unknown(st.just("KI-1")),
        "indikator_nasional": st.lists(st.sampled_from(("pemdi-8-2026/13", "spbe-59-2020/1")), max_size=2),
        "keluaran": st.lists(
            st.fixed_dictionaries(
                {"uraian": texts(), "jumlah": _or_unknown(_COUNT)}, optional={"tahunan": _FIGURES, "capaian": _FIGURES}
            ),
            max_size=1,
        ),
        "tonggak": st.lists(
            st.fixed_dictionaries(
                {"tanggal": st.one_of(_DAY, _SPAN)}, optional={"uraian": texts(), "tercapai": _DAY, "bukti": _LINK}
            ),
            max_size=2,
        ),
        "anggaran": st.lists(_LINE, max_size=4),
        "sdm": st.lists(
            st.fixed_dictionaries({"peran": _term(StaffRole), "tahun": _YEAR, "orang_bulan": _or_unknown(_COUNT)}),
            max_size=2,
        ),
        "kemajuan": st.lists(
            st.fixed_dictionaries(
                {"tanggal": _DAY, "persen": _or_unknown(st.integers(0, 100))}, optional={"catatan": texts()}
            ),
            max_size=2,
        ),
        "bergantung_pada": _some(names["kegiatan"][: number - 1]),
        "memerlukan_peraturan": _some(names["peraturan"]),
        "mendukung_strategi": _some(names["strategi"]),
        "layanan": _some(names["layanan"]),
    }
    needed = {
        "id": st.just(f"K-{number}"),
        "nama": texts(),
        "program": _or_unknown(st.sampled_from(names["program"])),
        "menutup": _some(names["kesenjangan"]),
        "penanggung_jawab": _or_unknown(
            st.one_of(st.sampled_from(names["unit"]), st.lists(st.sampled_from(names["unit"]), min_size=1, max_size=3))
        ),
        "mulai": _SPAN,
        "selesai": st.one_of(_SPAN, _SPAN, st.sampled_from(("2030", "2031-T2"))),
        "status": _term(ActivityStatus),
    }
    return draw(st.fixed_dictionaries(needed, optional=optional))


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """The values of a whole plan by its keys."""
    prefixes = {"kegiatan": "K", "kesenjangan": "G", "strategi": "S", "layanan": "L", "peraturan": "R", "program": "P"}
    names = {
        name: [f"{prefix}-{number}" for number in range(1, draw(st.integers(1, 3)) + 1)]
        for name, prefix in prefixes.items()
    }
    names["unit"] = ["kominfo", "ptsp"]
    section = st.one_of(
        st.fixed_dictionaries(
            {}, optional={"kondisi": _or_unknown(paragraphs()), "sasaran": _or_unknown(paragraphs())}
        ),
        st.fixed_dictionaries({"tidak_berlaku": texts()}),
    )
    blueprint = draw(st.dictionaries(st.sampled_from([key.value for key in SectionKey]), section, max_size=6))
    if draw(st.booleans()):
        blueprint["pendanaan"] = {"pagu": {2026: draw(_AMOUNT), 2027: draw(_AMOUNT)}}
    text = texts().map(str)
    return {
        "versi_format": 1,
        "lembaga": {"kode": "99.01", "skema_kode": "contoh", "nama": draw(text), "jenis": "kabupaten"},
        "rencana": {
            "judul": draw(text),
            "jenis_dokumen": "rencana_induk_egov",
            "periode": {"mulai": 2025, "selesai": 2029},
            "status": draw(st.sampled_from(("rancangan", "berlaku", "berakhir"))),
            "lisensi": draw(text),
            "contoh": draw(st.booleans()),
            "diperbarui": "2026-09-30",
        },
        "unit": [{"id": name, "nama": draw(text)} for name in names["unit"]],
        "kerangka_pemikiran": {
            "konsep": draw(paragraphs()),
            "indikator": {},
            "layanan_utama": draw(_some(names["layanan"])),
            "visi": draw(_or_unknown(text)),
            "misi": [{"id": "M-1", "uraian": draw(text)}],
            "tujuan": [{"id": "TJ-1", "uraian": draw(text)}],
            "sasaran_strategis": [{"id": "SS-1", "uraian": draw(text)}],
            "strategi": [{"id": name, "uraian": draw(text), "misi": ["M-1"]} for name in names["strategi"]],
            "pentahapan": dict.fromkeys(
                ("layanan_prioritas", "infrastruktur_informasi", "kegiatan_layanan", "anggaran_sdm"),
                draw(_or_unknown(text)),
            ),
        },
        "cetak_biru": blueprint,
        "layanan": [
            {"id": name, "nama": draw(text), "tahap_sekarang": draw(_term(Stage)), "tahun_sasaran": draw(_YEAR)}
            for name in names["layanan"]
        ],
        "aplikasi": [
            {
                "id": "A-1",
                "nama": draw(text),
                "layanan": draw(_some(names["layanan"])),
                "alamat": draw(_or_unknown(_LINK)),
                "platform": draw(_or_unknown(text)),
                "penempatan": draw(_term(Hosting)),
                "kode_arsitektur": draw(_or_unknown(text)),
                "proses_bisnis": draw(text),
            }
        ],
        "sdm": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"peran": _term(StaffRole), "unit": st.sampled_from(names["unit"]), "tahun": _YEAR},
                    optional={"ada": _or_unknown(_COUNT), "butuh": _or_unknown(_COUNT)},
                ),
                max_size=3,
            )
        ),
        "peraturan": [
            {"id": name, "judul": draw(text), "tautan": draw(_or_unknown(_LINK))} for name in names["peraturan"]
        ],
        "kesenjangan": [
            {"id": name, "uraian": draw(paragraphs()), "bagian": draw(_term(SectionKey))}
            for name in names["kesenjangan"]
        ],
        "tahap_pengembangan": {
            "kondisi_awal": draw(text),
            "tahapan": [{"tahap": "persiapan", "mulai": "2025-T1", "selesai": "2029-T4", "uraian": draw(paragraphs())}],
        },
        "program": [{"id": name, "nama": draw(text)} for name in names["program"]],
        "kegiatan_induk": [
            {
                "id": "KI-1",
                "nama": draw(text),
                "kode": draw(_or_unknown(text)),
                "pagu": draw(_CEILINGS),
                "sasaran": draw(text),
            }
        ],
        "kegiatan": [draw(activities(number, names)) for number in range(1, len(names["kegiatan"]) + 1)],
        "indikator_kinerja": [
            {"id": "IK-1", "nama": draw(text), "sasaran": {2026: draw(_or_unknown(_COUNT))}, "kegiatan": ["K-1"]}
        ],
        "risiko": [
            {
                "id": "RS-1",
                "uraian": draw(text),
                "kegiatan": draw(_some(names["kegiatan"])),
                "kategori": draw(_or_unknown(text)),
                "jenis": draw(_term(RiskKind)),
                "pemilik": draw(_or_unknown(st.sampled_from(names["unit"]))),
                "tenggat": draw(_DAY),
            }
        ],
        "bukti": [
            {
                "id": "B-1",
                "judul": draw(text),
                "tautan": draw(_or_unknown(_LINK)),
                "kegiatan": draw(_some(names["kegiatan"])),
            }
        ],
        "perubahan": [{"id": "PU-1", "uraian": draw(text), "unit": draw(st.sampled_from(names["unit"]))}],
    }


def edition(values: dict[str, Any]) -> Edition:
    """The plan as its file would be read."""
    content = json.dumps(values, ensure_ascii=False, indent=1).encode()
    reading = read_plan(
        PlanFiles(PlanAddress("sagara", "2025-2029"), (RawFile("plans/sagara/2025-2029.yaml", content),))
    )
    assert reading.edition is not None, reading.problems
    return reading.edition
