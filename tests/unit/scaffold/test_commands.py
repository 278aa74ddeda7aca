"""The commands `rencana new` and `rencana schema` as a person runs them."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model.schema import plan_schema
from generator.publishing.configuration import configuration
from generator.reading.nodes import find
from generator.scaffold import schema_file

from .plans import read_back, waiting


@pytest.fixture(autouse=True)
def somebody_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.authoring.at_a_terminal", lambda: True)


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=typed)


def test_new_asks_in_indonesian_and_writes_a_plan(tmp_path: Path) -> None:
    result = run(
        "new", "--plans", str(tmp_path / "plans"), "--period", "2025-2029", typed="Kabupaten Sleman" + "\n" * 12
    )
    assert result.exit_code == 0, result.output
    assert "Kode Kemendagri (yang mirip: 34.04 Kabupaten Sleman) [34.04]" in result.output
    assert waiting(read_back(tmp_path / "plans"))


def test_new_asks_again_after_a_wrong_answer(tmp_path: Path) -> None:
    typed = "Kabupaten Sleman\n\n34.99\n34.04\n2025\n2025-2029" + "\n" * 10
    result = run("new", "--plans", str(tmp_path / "plans"), typed=typed)
    assert result.exit_code == 0, result.output
    assert "kode `34.99` tidak ada" in result.output
    assert "`2025` bukan masa rencana" in result.output


def test_new_says_why_nothing_is_no_answer(tmp_path: Path) -> None:
    typed = "\nKabupaten Sukamaju\n\n\n34.04\n2025-2029" + "\n" * 10
    result = run("new", "--plans", str(tmp_path / "plans"), typed=typed)
    assert result.exit_code == 0, result.output
    assert result.output.count("jawaban tidak boleh kosong") == 2
    assert "rencana new --example" in result.output, "how an invented institution is made"


def test_new_needs_no_question_when_all_is_given(tmp_path: Path) -> None:
    arguments = ["--name", "Kota: #1", "--kind", "kota", "--code", "99.01", "--period", "2025-2029", "--example"]
    result = run(
        "new",
        "--plans",
        str(tmp_path / "plans"),
        *arguments,
        "--title",
        "a: b #c",
        "--institution",
        "kota-1",
        typed="\n" * 4,
    )
    assert result.exit_code == 0, result.output
    root = read_back(tmp_path / "plans").source.root
    assert [find(root, path) for path in (("lembaga", "nama"), ("rencana", "judul"))] == ["Kota: #1", "a: b #c"]


@pytest.mark.parametrize(("language", "word"), [("id", "jawaban belum lengkap"), ("en", "answers are incomplete")])
def test_new_ends_as_wrong_use_when_answers_stop(tmp_path: Path, language: str, word: str) -> None:
    result = run("new", "--plans", str(tmp_path), "--lang", language)
    assert result.exit_code == 2
    assert word in result.output
    assert list(tmp_path.iterdir()) == []


def test_nobody_is_asked_without_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.authoring.at_a_terminal", lambda: False)
    plans = str(tmp_path / "plans")
    refused = run("new", "--plans", plans, "--name", "Kementerian Samudra", typed="x\n" * 20)
    assert refused.exit_code == 2
    assert "`--code` belum disebut" in refused.output
    assert list(tmp_path.iterdir()) == []
    assert run("new", "--plans", plans, "--name", "Kota Depok").exit_code == 0
    assert (tmp_path / ".github/workflows/rencana.yml").is_file()


def test_the_repository_around_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text("milik orang", encoding="utf-8")
    given = ["--name", "Kota Depok", "--period", "2025-2029", "--title", "R", "--institution", "kota-depok"]
    where = ["--site-url", "https://rencana.depok.example/", "--repo-url", "https://gitlab.example/depok/rencana"]
    result = run("new", *given, *where, "--install", f"https://forge.example/r.git@{'a' * 40}", typed="\n" * 9)
    assert result.exit_code == 0, result.output
    assert "sudah ada atau di balik tautan, dibiarkan: README.md" in result.output
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "milik orang"
    found = configuration(tmp_path)
    assert (found.name, found.url, found.forge) == ("Rencana Induk Kota Depok", where[1], "gitlab")
    assert found.repository == where[3]
    assert "id_situs: " in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert (tmp_path / ".vscode/rencana.schema.json").read_bytes() == schema_file()
    plan = tmp_path / "plans/kota-depok/2025-2029"
    for file in plan.iterdir():
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        schema = first.removeprefix("# yaml-language-server: $schema=")
        assert (plan / schema).resolve() == tmp_path / ".vscode/rencana.schema.json"
    assert "/plans/ @depok" in (tmp_path / ".gitlab/CODEOWNERS").read_text(encoding="utf-8")
    assert f"@{'a' * 40}" in (tmp_path / "alat/rencana.txt").read_text(encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    again = run("new", "--name", "Kota Depok", "--period", "2030-2034", typed="\n" * 9)
    assert again.exit_code == 0, again.output
    assert {path: path.read_bytes() for path in before} == before
    assert "mkdocs.yml" not in again.output


def test_new_beside_a_hand_made_list_of_what_to_install_asks_for_none(tmp_path: Path) -> None:
    asked = "jalankan `rencana pin SUMBER`"
    arguments = ["new", "--name", "Kota Depok", "--period", "2025-2029", "--forge", "gitlab", "--plans"]
    assert asked in run(*arguments, str(tmp_path / "satu/plans"), typed="\n" * 9).output
    (tmp_path / "dua/alat").mkdir(parents=True)
    (tmp_path / "dua/alat/rencana.txt").write_text("rencana-induk\n")
    result = run(*arguments, str(tmp_path / "dua/plans"), typed="\n" * 9)
    assert result.exit_code == 0, result.output
    assert asked not in result.output


def test_pin_names_what_machines_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plans").mkdir()
    wheel = tmp_path / "rencana_induk-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"roda")
    monkeypatch.chdir(tmp_path)
    for wrong, word in (
        ("rencana-induk", "bukan sumber"),
        ("https://forge.example/r.git@main", "bukan sumber"),
        ("https://indeks.example/simple/", "bukan sumber"),
        ("x-1.0-py3-none-any.whl", "bukan roda"),
        ("rencana_induk-9.9-py3-none-any.whl", "versi 9.9"),
        ("lain/rencana_induk-0.1.0-py3-none-any.whl", "tidak dapat dibuka"),
    ):
        refused = run("pin", wrong)
        assert (refused.exit_code, (tmp_path / "alat").exists()) == (2, False), refused.output
        assert word in " ".join(refused.output.split())
    assert run("pin", wheel.name).exit_code == 0
    digest = sha256(b"roda").hexdigest()
    assert f"./alat/{wheel.name} --hash=sha256:{digest}\n" in (tmp_path / "alat/rencana.txt").read_text(
        encoding="utf-8"
    )
    assert (tmp_path / "alat" / wheel.name).read_bytes() == b"roda"
    assert run("pin", f"https://indeks.example/simple/#sha256={digest}").exit_code == 0
    told = (tmp_path / "alat/rencana.txt").read_text(encoding="utf-8").splitlines()[2:]
    assert told == ["--index-url https://indeks.example/simple/", f"rencana-induk==0.1.0 --hash=sha256:{digest}"]


def test_a_wheel_that_is_none_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    wheel = Path("rencana_induk-0.1.0-py3-none-any.whl")
    os.mkfifo(wheel)
    refused = run("pin", str(wheel))
    assert (refused.exit_code, "bukan berkas biasa" in refused.output) == (2, True)
    wheel.unlink()
    wheel.touch()
    os.truncate(wheel, 1 << 30)
    refused = run("pin", str(wheel))
    assert (refused.exit_code, "lebih besar dari 100 MiB" in refused.output) == (2, True)


def test_pin_replaces_what_it_wrote_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "alat").mkdir()
    wheel = tmp_path / "rencana_induk-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"roda")
    monkeypatch.chdir(tmp_path)
    for name in ("rencana.txt", "pustaka.txt", wheel.name):
        own = tmp_path / "alat" / name
        for put in (lambda: own.write_text("catatan saya"), lambda: own.symlink_to("tidak-ada"), own.mkdir):  # noqa: B023
            put()
            refused = run("pin", wheel.name)
            assert (refused.exit_code, list((tmp_path / "alat").iterdir())) == (2, [own]), refused.output
            assert f"alat/{name}" in refused.output
            assert not own.is_file() or own.read_text() == "catatan saya"
            own.rmdir() if own.is_dir() else own.unlink()
    (tmp_path / "alat" / wheel.name).write_bytes(b"roda")
    assert run("pin", f"alat/{wheel.name}").exit_code == 0, "it stands there already"
    for file in (tmp_path / "alat/rencana.txt", tmp_path / "alat/pustaka.txt"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    wheel.write_bytes(b"roda baru")
    assert run("pin", wheel.name).exit_code == 0, "a wheel that was pinned is replaced"
    assert (tmp_path / "alat" / wheel.name).read_bytes() == b"roda baru"
    assert b"\r" not in (tmp_path / "alat/pustaka.txt").read_bytes()
    (tmp_path / "alat" / wheel.name).write_bytes(b"milik saya")
    assert run("pin", wheel.name).exit_code == 2
    assert (tmp_path / "alat" / wheel.name).read_bytes() == b"milik saya"


@pytest.mark.parametrize("name", ["rencana.txt", "pustaka.txt"])
def test_pin_replaces_nothing_that_was_changed_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("pin", f"https://forge.example/r.git@{'a' * 40}").exit_code == 0
    own = tmp_path / "alat" / name
    own.write_text(own.read_text() + "pustaka-kami==1.0\n")
    before = {path: path.read_bytes() for path in (tmp_path / "alat").iterdir()}
    refused = run("pin", f"https://forge.example/r.git@{'b' * 40}")
    assert (refused.exit_code, f"alat/{name}" in refused.output) == (2, True)
    assert {path: path.read_bytes() for path in (tmp_path / "alat").iterdir()} == before


def test_pin_waits_for_no_text_in_what_says_that_it_is_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "alat").mkdir()
    monkeypatch.chdir(tmp_path)
    unsigned = b"\xff " + b"0" * 64 + b"\n"
    signature = sha256(unsigned).hexdigest().encode()
    (tmp_path / "alat/rencana.txt").write_bytes(unsigned.replace(b"0" * 64, signature))
    assert run("pin", f"https://forge.example/r.git@{'a' * 40}").exit_code == 0


def test_schema_prints_and_saves_the_same(tmp_path: Path) -> None:
    printed = run("schema")
    found = json.loads(printed.output)
    assert (printed.exit_code, found.pop("$comment", "")[:12], found) == (0, "Ditulis oleh", plan_schema())
    saved = tmp_path / ".vscode/rencana.schema.json"
    assert run("schema", "--output", str(saved)).exit_code == 0
    assert saved.read_text(encoding="utf-8") == printed.output
    assert run("schema", "--whole", "--output", str(saved)).exit_code == 0
    assert saved.read_bytes() == schema_file(whole=True)
    changed = saved.read_bytes().replace(b'"title"', b'"x-catatan": "kami", "title"', 1)
    saved.write_bytes(changed)
    assert run("schema", "--output", str(saved)).exit_code == 2
    assert saved.read_bytes() == changed


def test_schema_replaces_nothing_that_is_nested_beyond_reading(tmp_path: Path) -> None:
    deep = tmp_path / "deep.json"
    deep.write_text("[" * 100_000, encoding="utf-8")
    done = run("schema", "--output", str(deep))
    assert (done.exit_code, "tidak ditimpa" in done.output) == (2, True)


def test_check_wants_the_examples_of_a_new_plan_replaced_and_has_then_findings_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "--period", "2025-2029", typed="Kabupaten Sleman" + "\n" * 12).exit_code == 0
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
