"""The schema must never mark a sound plan wrong, must catch planted mistakes, and must speak Indonesian."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from generator.model import terms
from generator.model.address import PlanAddress
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.model.schema import plan_schema
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

ROOT = Path(__file__).parents[3]
PLAN_FILES = sorted((ROOT / "plans").rglob("*.yaml"))
WHOLE = Draft202012Validator(plan_schema(whole=True))
PART = Draft202012Validator(plan_schema())
SMALL = """
versi_format: 1
lembaga: {kode: 99.01, skema_kode: contoh, nama: Kabupaten Sagara, jenis: kabupaten, provinsi: null}
rencana:
  judul: 2025
  jenis_dokumen: rencana_induk_egov
  periode: {mulai: 2025, selesai: "2029"}
  status: berlaku
  penetapan: {bentuk: perbup, nomor: 12, tahun: 2025, tanggal: tidak_diketahui}
  lisensi: CC-BY-4.0
  contoh: Ya
  diperbarui: 2026-09-30
unit:
  - {id: diskominfo, nama: true, peran: [pengelola_tik]}
kerangka_pemikiran:
  konsep: tidak_diketahui
  indikator: {sop: {keadaan: tidak_diketahui}}
  pentahapan: {layanan_prioritas: 1, infrastruktur_informasi: a, kegiatan_layanan: b, anggaran_sdm: tidak_diketahui}
cetak_biru:
  pendanaan: {pagu: {2025: 3_000_000_000, 2026: tidak_diketahui, 2027: "4000000000"}}
  peta_pendukung: {tidak_berlaku: 12.50}
tahap_pengembangan: {tahapan: [{tahap: persiapan, mulai: 2025-T1}]}
aplikasi: [{id: 1, nama: 11.10, tahun: tidak_diketahui, data_pribadi: true}]
program: [{id: P-1, nama: Aplikasi, kode: 2.16}]
kegiatan:
  - id: K-001
    nama: Portal
    program: P-1
    bagian: [integrasi]
    tahap: pemantapan
    muatan: tidak_diketahui
    domain: aplikasi
    penanggung_jawab: tidak_diketahui
    pendukung:
    mulai: 2026-T2
    selesai: tidak_diketahui
    keluaran: [{uraian: izin, jumlah: 1_200}]
    anggaran: [{tahun: 2026, jumlah: 750_000_000, sumber: apbd, fase: dpa, kode: 2.16}]
    klirens:
    status: berjalan
    kemajuan: [{tanggal: 2026-09-30, persen: 35}]
indikator_kinerja: [{id: IK-1, nama: Izin, sasaran: {2026: 3.5, 2027: tidak_diketahui}}]
risiko: [{id: RS-1, uraian: Mutasi, kemungkinan: 4, dampak: "4"}]
"""


def loaded(text: str) -> Any:
    """YAML 1.2 core as an editor hands it to a schema: JSON types, every key a text, a date its text."""

    def told(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): told(each) for key, each in value.items()}
        if isinstance(value, list):
            return [told(each) for each in value]
        return value.isoformat() if isinstance(value, date) else value

    return told(YAML(typ="safe", pure=True).load(text))


def complaints(validator: Draft202012Validator, text: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(loaded(text))]


def test_the_small_plan_is_sound_for_the_reader() -> None:
    files = PlanFiles(PlanAddress("sagara", "2025-2029"), (RawFile("plan.yaml", SMALL.encode()),))
    assert read_plan(files).problems == ()


def test_the_schemas_are_valid_json_schema() -> None:
    for schema in (WHOLE.schema, PART.schema):
        Draft202012Validator.check_schema(schema)
        assert json.loads(json.dumps(schema)) == schema
    assert WHOLE.schema["$id"] != PART.schema["$id"]


def test_every_form_a_right_value_can_take_in_an_editor_is_accepted() -> None:
    assert complaints(WHOLE, SMALL) == []


def test_there_are_plans_to_try() -> None:
    assert len(PLAN_FILES) > 10


@pytest.mark.parametrize("path", PLAN_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_published_plan_is_accepted(path: Path) -> None:
    assert complaints(PART, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("right", "wrong", "where"),
    [
        ("status: berjalan", "status: jalan", "$.kegiatan[0].status"),
        ("muatan: tidak_diketahui", "muatan: aplikasih", "$.kegiatan[0].muatan"),
        ("mulai: 2026-T2", "mulai: 2026-T5", "$.kegiatan[0].mulai"),
        ("persen: 35", "persen: 135", "$.kegiatan[0].kemajuan[0].persen"),
        ("tanggal: 2026-09-30", "tanggal: 30 September 2026", "$.kegiatan[0].kemajuan[0].tanggal"),
        ("jumlah: 750_000_000", "jumlah: 750.5", "$.kegiatan[0].anggaran[0].jumlah"),
        ("jumlah: 750_000_000", "jumlah: Rp750.000.000", "$.kegiatan[0].anggaran[0].jumlah"),
        ("3_000_000_000", "-1", "$.cetak_biru.pendanaan"),
        ("    penanggung_jawab: tidak_diketahui\n", "", "$.kegiatan[0]"),
        ("    program: P-1\n", "    progam: P-1\n    program: P-1\n", "$.kegiatan[0]"),
        ("contoh: Ya", "contoh: mungkin", "$.rencana.contoh"),
        ("versi_format: 1", "versi_format: 2", "$.versi_format"),
        ("kemungkinan: 4", "kemungkinan: 6", "$.risiko[0].kemungkinan"),
        ("{2026: 3.5,", "{dua: 3.5,", "$.indikator_kinerja[0].sasaran"),
        ("nama: Portal", "nama: [Portal]", "$.kegiatan[0].nama"),
        ("nama: Portal", "nama: ''", "$.kegiatan[0].nama"),
        ("program: [{id: P-1, nama: Aplikasi, kode: 2.16}]\n", "", "$"),
    ],
)
def test_a_planted_mistake_is_marked(right: str, wrong: str, where: str) -> None:
    assert SMALL.count(right) >= 1
    found = complaints(WHOLE, SMALL.replace(right, wrong, 1))
    assert len(found) >= 1
    assert all(complaint.startswith(where) for complaint in found), found


def test_a_file_of_a_folder_need_not_hold_every_part_but_no_unknown_one() -> None:
    assert complaints(PART, "program: [{id: P-1, nama: Aplikasi}]") == []
    assert complaints(WHOLE, "program: [{id: P-1, nama: Aplikasi}]") != []
    assert complaints(PART, "progam: []") != []
    assert complaints(PART, "program: [{id: P-1}]") != []


def entities() -> dict[str, type[Entity]]:
    found: dict[str, type[Entity]] = {"": Plan}
    pending: list[type[Entity]] = [*Entity.__subclasses__()]
    while pending:
        kind = pending.pop()
        found[kind.__name__] = kind
        pending += kind.__subclasses__()
    return found


def fields() -> list[tuple[str, str, dict[str, Any]]]:
    schema = plan_schema()
    groups = {"": schema, **schema["$defs"]}
    return [
        (group, name, field)
        for group, definition in groups.items()
        for name, field in definition.get("properties", {}).items()
    ]


def test_every_field_of_the_model_is_in_the_schema_in_its_order() -> None:
    schema = plan_schema()
    for name, definition in {"": schema, **schema["$defs"]}.items():
        if "properties" in definition:
            model = entities()[name].model_fields
            assert list(definition["properties"]) == [field.alias for field in model.values()]


def test_every_field_has_a_title_and_a_sentence() -> None:
    for group, name, field in fields():
        assert field["title"], (group, name)
        assert field["description"].endswith("."), (group, name)


def test_every_single_value_has_an_example_that_its_own_schema_accepts() -> None:
    schema = plan_schema()
    tried = 0
    for group, name, field in fields():
        if "$ref" not in json.dumps(field) or "enum" in json.dumps(field):
            tried += 1
            assert field.get("examples"), (group, name)
        for example in field.get("examples", []):
            alone = Draft202012Validator({**field, "$defs": schema["$defs"]})
            value = json.loads(json.dumps(example))
            assert list(alone.iter_errors(value)) == [], (group, name, example)
    assert tried > 100


def test_every_word_of_an_enumeration_carries_its_label() -> None:
    found = 0
    for name, definition in plan_schema()["$defs"].items():
        if "enum" in definition:
            found += 1
            members = list(getattr(terms, name))
            assert definition["enum"] == [member.value for member in members]
            assert definition["markdownEnumDescriptions"] == [member.label.msgid for member in members]
    assert found > 20


def test_nothing_english_is_left_for_an_editor_to_show() -> None:
    titles = {field["title"] for _, _, field in fields()}
    for definition in plan_schema()["$defs"].values():
        assert "description" not in definition
        assert definition.get("title", "Kegiatan") in titles
