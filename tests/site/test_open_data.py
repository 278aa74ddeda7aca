"""What can be taken from the published site, read by the programs of others."""

import csv
import hashlib
import json
import zipfile
from collections import defaultdict
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import icalendar
import jsonschema
import pytest
import rdflib
from frictionless import Package
from openpyxl import load_workbook

from .conftest import REPOSITORY
from .test_money import PLANS, amounts, load

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def valid(descriptor: Path) -> None:
    report = Package(str(descriptor)).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])


def test_the_national_package_is_valid(example_site: Path) -> None:
    valid(example_site / "data/datapackage.json")


@pytest.mark.parametrize("plan", PLANS)
def test_the_package_of_a_plan_is_valid(example_site: Path, plan: str, tmp_path: Path) -> None:
    zipfile.ZipFile(example_site / plan / "data/paket.zip").extractall(tmp_path)
    valid(tmp_path / "datapackage.json")


@pytest.mark.parametrize("plan", PLANS)
def test_the_json_of_a_plan_fits_the_published_schema_and_holds_what_was_written(example_site: Path, plan: str) -> None:
    schema = json.loads((example_site / "data/rencana.schema.json").read_bytes())
    told = json.loads((example_site / plan / "data/rencana.json").read_bytes())
    jsonschema.Draft202012Validator(schema).validate(told)
    assert (example_site / plan / "data" / told["$schema"]).resolve() == (example_site / "data/rencana.schema.json")
    written = load(plan)
    assert [each["id"] for each in told["kegiatan"]] == [each["id"] for each in written["kegiatan"]]
    lines = [line for each in told["kegiatan"] for line in each.get("anggaran", ())]
    assert all(isinstance(line["jumlah"], int) or line["jumlah"] == "tidak_diketahui" for line in lines)


@pytest.mark.parametrize("plan", PLANS)
def test_what_is_used_of_the_budget_adds_up_to_the_figures_of_the_pages(example_site: Path, plan: str) -> None:
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows(example_site / plan / "data/anggaran.csv"):
        if row["dipakai"] and row["jumlah"].isdigit():
            year = row["tahun"] if row["tahun"].isdigit() else "Belum dibagi per tahun"
            sums[row["dipakai"], year] += int(row["jumlah"])
    counted: dict[tuple[str, str], int] = defaultdict(int)
    kinds = {"planned": "rencana", "actual": "realisasi"}
    for amount in amounts(plan):
        if amount["amount"].isdigit():
            counted[kinds[amount["kind"]], amount["year"]] += int(amount["amount"])
    assert dict(sums) == dict(counted)


def test_amounts_are_numbers_and_days_are_days_in_every_package(example_site: Path) -> None:
    described = json.loads((example_site / "data/datapackage.json").read_bytes())
    (budget,) = (each for each in described["resources"] if each["name"] == "anggaran")
    schema = budget["schema"]
    fields = schema if isinstance(schema, dict) else json.loads((example_site / "data" / schema).read_bytes())
    types = {each["name"]: each["type"] for each in fields["fields"]}
    assert (types["jumlah"], types["diperbarui"], types["contoh"]) == ("integer", "date", "boolean")
    assert types["tahun"] == "string", "a range of years is no number"


def test_the_national_tables_are_the_tables_of_the_plans_with_whose_they_are(example_site: Path) -> None:
    for name in ("kegiatan", "anggaran", "temuan", "perubahan"):
        joined = []
        for plan in sorted(PLANS):
            whose = json.loads((example_site / plan / "data/rencana.json").read_bytes())["lembaga"]
            for row in rows(example_site / plan / f"data/{name}.csv"):
                joined.append(row | {"alamat": f"{plan}/{row['alamat']}"})
                assert row["lembaga"] + "/" + row["periode"] == plan
                assert "kode_lembaga" not in row
                joined[-1] |= {"kode_lembaga": whose["kode"], "provinsi": whose.get("provinsi", "")}
        found = rows(example_site / f"data/{name}.csv")
        assert len(found) == len(joined)
        for row, own in zip(found, joined, strict=True):
            if "baris" in row:
                file, _, line = row.pop("baris").rpartition(":")
                assert own.pop("baris") == f"{Path(file).name}:{line}"
                assert (REPOSITORY / file).is_file()
            assert row.items() >= own.items()
            assert row["diperbarui"]
            assert row["nama_lembaga"]


@pytest.mark.parametrize("plan", PLANS)
def test_the_workbook_holds_every_list(example_site: Path, plan: str) -> None:
    book = load_workbook(example_site / plan / "data/rencana.xlsx", read_only=True)
    for title, key in (("Kegiatan", "kegiatan"), ("Kesenjangan", "kesenjangan"), ("Layanan", "layanan")):
        found: list[Any] = [row[0] for row in book[title].iter_rows(min_row=2, values_only=True)]
        assert found == [each["id"] for each in load(plan).get(key, [])]


@pytest.mark.parametrize("plan", PLANS)
def test_the_calendar_holds_every_milestone_with_a_day(example_site: Path, plan: str) -> None:
    read = icalendar.Calendar.from_ical((example_site / plan / "data/tonggak.ics").read_bytes())
    events = read.walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == len(events)
    days = [event.decoded("dtstart").isoformat() for event in events]
    milestones = [each["tanggal"] for activity in load(plan)["kegiatan"] for each in activity.get("tonggak", ())]
    assert set(milestones) <= {*days, "tidak_diketahui"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of rdflib's own reader
def test_the_catalogue_names_every_file_with_its_size_and_checksum(example_site: Path) -> None:
    graph = rdflib.Graph().parse(
        example_site / "data/catalog.jsonld", format="json-ld", publicID="https://rencana.example/"
    )
    assert len(set(graph.subjects(rdflib.RDF.type, DCAT.Dataset))) == len(PLANS) + 1
    seen = 0
    for subject in graph.subjects(rdflib.RDF.type, DCAT.Distribution):
        address = str(graph.value(subject, DCAT.downloadURL)).removeprefix("https://rencana.example/")
        content = (example_site / address).read_bytes()
        assert int(graph.value(subject, DCAT.byteSize)) == len(content)
        checksum = graph.value(subject, rdflib.URIRef("http://spdx.org/rdf/terms#checksum"))
        digest = graph.value(checksum, rdflib.URIRef("http://spdx.org/rdf/terms#checksumValue"))
        assert str(digest).lower() == hashlib.sha256(content).hexdigest()
        seen += 1
    assert seen > 8 * len(PLANS)


def test_provenance_lists_every_file(example_site: Path) -> None:
    told = json.loads((example_site / "data/provenance.json").read_bytes())["unduhan"]
    listed = {each["alamat"]: each["sha256"] for each in told}
    for folder in ("data", *(f"{plan}/data" for plan in PLANS)):
        for path in (example_site / folder).iterdir():
            name = path.relative_to(example_site).as_posix()
            if path.suffix in (".csv", ".xlsx", ".ics", ".zip") or path.name == "rencana.json":
                assert listed[name] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_package_holds_no_file_that_it_does_not_describe(example_site: Path) -> None:
    content = (example_site / PLANS[0] / "data/paket.zip").read_bytes()
    names = set(zipfile.ZipFile(BytesIO(content)).namelist())
    told = json.loads(zipfile.ZipFile(BytesIO(content)).read("datapackage.json"))["resources"]
    assert names == {"datapackage.json", *(each["path"] for each in told)}
    assert all(each["schema"]["fields"] for each in told)


@pytest.mark.parametrize("plan", PLANS)
def test_every_indicator_of_a_named_frame_has_its_row_of_evidence(example_site: Path, plan: str) -> None:
    for path in (example_site / plan / "data").glob("bukti-*.csv"):
        found = rows(path)
        assert len(found) in (20, 47)
        assert {row["keadaan"] for row in found} <= {
            "belum ada kegiatan",
            "ada kegiatan, belum ada bukti",
            "ada bukti",
        }
        assert all(bool(row["bukti"]) == (row["keadaan"] == "ada bukti") for row in found)
        page = (example_site / plan / "bukti/index.html").read_text(encoding="utf-8")
        assert f'id="{path.stem.removeprefix("bukti-")}"' in page


def test_only_what_is_for_others_may_be_framed(example_site: Path) -> None:
    rules: dict[str, dict[str, str]] = {}
    for line in (example_site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            rule = rules.setdefault(line, {})
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            rule[name] = value
    policies = {address: rule.get("Content-Security-Policy", "") for address, rule in rules.items()}
    framed = [address for address, policy in policies.items() if policy and "frame-ancestors" not in policy]
    assert framed == ["/:lembaga/:masa/sematan/*"]
    opened = [address for address, rule in rules.items() if rule.get("Access-Control-Allow-Origin") == "*"]
    assert opened == ["/data/*", "/:lembaga/:masa/data/*"]


@pytest.mark.parametrize("plan", PLANS)
def test_what_is_embedded_has_no_script_and_leads_back(example_site: Path, plan: str) -> None:
    for part in ("ringkasan", "peta-jalan", "anggaran"):
        page = (example_site / plan / "sematan" / part / "index.html").read_text(encoding="utf-8")
        assert "<script" not in page
        assert 'target="_top"' in page
    ElementTree.parse(example_site / plan / "sematan/peta-jalan/peta-jalan.svg")
