"""What a form for a plan is told of the format."""

import json

from generator.data.form import form_fields
from generator.model.description import Role, tables


def test_every_field_but_names_of_rows_can_be_proposed() -> None:
    told = json.loads(form_fields())
    fields = {(table["nama"], field["kunci"]) for table in told["tabel"] for field in table["isian"]}
    columns = {(table.name, column.key) for table in tables() for column in table.columns if column.role is Role.VALUE}
    assert {key for _, key in columns - fields} == {"id", "versi_format"}
    assert fields < columns


def test_a_field_tells_what_a_control_for_it_needs() -> None:
    told = {table["nama"]: table for table in json.loads(form_fields())["tabel"]}
    fields = {field["kunci"]: field for field in told["kegiatan"]["isian"]}
    assert fields["status"]["pilihan"][0] == ["direncanakan", "Direncanakan"]
    assert (fields["program"]["rujukan"], fields["program"]["wajib"]) == ("program", True)
    assert fields["mulai"]["boleh_tidak_diketahui"]
    assert fields["klirens.tanggal"]["jalur"] == ["klirens", "tanggal"]
    budget = told["kegiatan.anggaran"]
    assert (budget["induk"], budget["langkah"], "ber_id" in budget and budget["ber_id"]) == (
        "kegiatan",
        ["anggaran"],
        False,
    )
    assert told["pagu"]["per_tahun"]
