"""The commands `rencana new` and `rencana schema` as a person runs them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model.schema import plan_schema
from generator.reading.nodes import find

from .plans import read_back, waiting


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=typed)


def test_new_asks_in_indonesian_and_writes_a_plan(tmp_path: Path) -> None:
    result = run("new", "--plans", str(tmp_path / "plans"), "--period", "2025-2029", typed="Kabupaten Sleman\n\n\n\n\n")
    assert result.exit_code == 0, result.output
    assert "Kode Kemendagri (yang mirip: 34.04 Kabupaten Sleman) [34.04]" in result.output
    assert waiting(read_back(tmp_path / "plans"))


def test_new_asks_again_after_a_wrong_answer(tmp_path: Path) -> None:
    typed = "Kabupaten Sleman\n\n34.99\n34.04\n2025\n2025-2029\n\n\n"
    result = run("new", "--plans", str(tmp_path / "plans"), typed=typed)
    assert result.exit_code == 0, result.output
    assert "kode `34.99` tidak ada" in result.output
    assert "`2025` bukan masa rencana" in result.output


def test_new_needs_no_question_when_all_is_given(tmp_path: Path) -> None:
    arguments = ["--name", "Kota: #1", "--kind", "kota", "--code", "99.01", "--period", "2025-2029", "--example"]
    result = run("new", "--plans", str(tmp_path / "plans"), *arguments, "--title", "a: b #c", "--institution", "kota-1")
    assert result.exit_code == 0, result.output
    root = read_back(tmp_path / "plans").source.root
    assert [find(root, path) for path in (("lembaga", "nama"), ("rencana", "judul"))] == ["Kota: #1", "a: b #c"]


@pytest.mark.parametrize(("language", "word"), [("id", "jawaban belum lengkap"), ("en", "answers are incomplete")])
def test_new_ends_as_wrong_use_when_answers_stop(tmp_path: Path, language: str, word: str) -> None:
    result = run("new", "--plans", str(tmp_path), "--lang", language)
    assert result.exit_code == 2
    assert word in result.output
    assert list(tmp_path.iterdir()) == []


def test_schema_prints_and_saves_the_same(tmp_path: Path) -> None:
    printed = run("schema")
    assert (printed.exit_code, json.loads(printed.output)) == (0, plan_schema())
    saved = tmp_path / ".vscode/rencana.schema.json"
    assert run("schema", "--whole", "--output", str(saved)).exit_code == 0
    assert json.loads(saved.read_text(encoding="utf-8")) == plan_schema(whole=True)


def test_check_wants_the_examples_of_a_new_plan_replaced_and_has_then_findings_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "--period", "2025-2029", typed="Kabupaten Sleman\n\n\n\n\n").exit_code == 0
    checked = run("check", "--format", "json", "--as-of", "2026-11-24")
    assert checked.exit_code == 1
    assert {json.loads(line)["code"] for line in checked.stdout.splitlines()} == {"isian-contoh"}
    file = tmp_path / "plans/kabupaten-sleman/2025-2029/rencana-implementasi.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("(tulis nama", "Nama").replace("pertama)", "pertama"))
    checked = run("check", "--format", "json", "--as-of", "2026-11-24")
    told = [json.loads(line) for line in checked.stdout.splitlines()]
    assert checked.exit_code == 0
    assert {each["severity"] for each in told} == {"finding"}
    assert {each["plan"] for each in told} == {"kabupaten-sleman/2025-2029"}
