import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.diagnostics import Place, Problem
from generator.locale import language, say
from generator.report import FORMATS, Report

ID = language("id")

# From the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01":
# https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))


def test_concise(report: Report) -> None:
    assert FORMATS["concise"](report, ID).splitlines() == [
        "plans/sagara/2025-2029/inventaris.yaml:1:1: peringatan[nama-lembaga]: 100% beda: a,b",
        "plans/sagara/2025-2029/rencana-implementasi.yaml:4:23: kesalahan[rujukan-tidak-dikenal] K-014:"
        " kegiatan `K-014` bergantung pada `K-099`, yang tidak ada dalam rencana ini"
        " (bantuan: gunakan `K-009`, baris 212 (inventaris.yaml))",
        "plans/sagara/2025-2029/rencana-implementasi.yaml:2:9: temuan[tanpa-anggaran] K-014:"
        " Belum ada anggaran tercatat (bantuan: dijawab lembaga: Dibiayai provinsi)",
        "4 rencana dibaca: 1 kesalahan di 1 berkas, 1 peringatan, 1 temuan. Jelaskan: rencana explain nama-lembaga",
    ]


def test_json_is_one_object_a_line_with_the_same_keys(report: Report) -> None:
    entries = [json.loads(line) for line in FORMATS["json"](report, ID).splitlines()]
    assert [entry["severity"] for entry in entries] == ["warning", "error", "finding"]
    assert entries[1] == {
        "code": "rujukan-tidak-dikenal",
        "severity": "error",
        "message": "kegiatan `K-014` bergantung pada `K-099`, yang tidak ada dalam rencana ini",
        "help": "gunakan `K-009`, baris 212 (inventaris.yaml)",
        "path": "plans/sagara/2025-2029/rencana-implementasi.yaml",
        "line": 4,
        "column": 23,
        "end_line": 4,
        "end_column": 28,
        "plan": "sagara/2025-2029",
        "item": "K-014",
    }
    assert all(list(entry) == list(entries[1]) for entry in entries)


def test_github_escapes_what_the_command_would_read(report: Report) -> None:
    lines = FORMATS["github"](report, ID).splitlines()
    assert lines[0] == (
        "::warning file=plans/sagara/2025-2029/inventaris.yaml,line=1,endLine=1,col=1,endColumn=4,"
        "title=nama-lembaga::100%25 beda: a,b"
    )
    assert lines[1].endswith("dalam rencana ini%0Abantuan: gunakan `K-009`, baris 212 (inventaris.yaml)")
    assert lines[2].startswith("::notice file=")


def test_github_escapes_properties() -> None:
    problem = Problem("letak-berkas", Place("plans/a,b:c%\r\n.yaml", 1, 1, 2, 1), say("pesan"))
    (line,) = FORMATS["github"](Report.of([problem], [], [], 0), ID).splitlines()
    assert line == "::error file=plans/a%2Cb%3Ac%25%0D%0A.yaml,line=1,endLine=2,title=letak-berkas::pesan"


def sarif(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(FORMATS["sarif"](report, ID))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    return log


def test_sarif_validates_and_its_rules_are_the_pages(report: Report) -> None:
    (run,) = sarif(report)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in rules] == ["nama-lembaga", "rujukan-tidak-dikenal", "tanpa-anggaran"]
    assert "## Cara memperbaiki" in rules[1]["help"]["markdown"]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["results"][1]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 4,
        "startColumn": 23,
        "endLine": 4,
        "endColumn": 28,
    }
    assert run["results"][1]["relatedLocations"][0]["message"]["text"] == "dalam kegiatan ini"


def test_sarif_of_nothing_and_of_an_odd_path_validate() -> None:
    assert sarif(Report.of([], [], [], 0))["runs"][0]["results"] == []
    problem = Problem("letak-berkas", Place("plans/Kota X/é%.yaml", 1, 1, 1, 1), say("pesan"))
    (result,) = sarif(Report.of([problem], [], [], 0))["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "plans/Kota%20X/%C3%A9%25.yaml"


@pytest.mark.parametrize("form", ["json", "github"])
def test_nothing_wrong_says_nothing_to_a_program(form: str) -> None:
    assert FORMATS[form](Report.of([], [], [], 3), ID) == ""


def test_code_quality_is_what_gitlab_reads(report: Report) -> None:
    told = json.loads(FORMATS["gitlab"](replace(report, prefix="situs/"), ID))
    assert [each["severity"] for each in told] == ["minor", "critical", "info"]
    assert told[1]["check_name"] == "rujukan-tidak-dikenal"
    assert told[1]["location"] == {
        "path": "situs/plans/sagara/2025-2029/rencana-implementasi.yaml",
        "lines": {"begin": 4},
    }
    assert "K-009" in told[1]["description"]
    assert len({each["fingerprint"] for each in told}) == 3
    assert FORMATS["gitlab"](Report((), 0), ID) == "[]"


def test_what_was_there_before_is_left_out_wherever_it_stood(report: Report) -> None:
    moved = [replace(each, place=each.place._replace(line=each.place.line + 7)) for each in report.entries[:2]]
    assert report.new_since(moved).entries == report.entries[2:]
    twice = replace(report, entries=report.entries[:1] * 2)
    assert twice.new_since(report.entries).entries == report.entries[:1]
