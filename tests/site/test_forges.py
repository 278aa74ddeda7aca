"""Every script of every workflow, in order, on a local repository: push, proposal, merge, night."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs

import pytest
from ruamel.yaml import YAML

pytestmark = pytest.mark.slow

COMMIT = "a" * 40
PLAN = "plans/kota-depok/2025-2029/rencana-implementasi.yaml"


class Notes(BaseHTTPRequestHandler):
    """The comments of a proposal, as GitLab and Gitea keep them."""

    kept: ClassVar[dict[int, str]] = {}
    asked: ClassVar[list[tuple[str, str, str]]] = []

    def do_GET(self) -> None:
        if self.path.endswith("/user"):
            self._answer({"id": 7})
            return
        ours = {"author": {"id": 7}, "user": {"login": "gitea-actions"}}
        self._answer([{"id": number, "body": text} | ours for number, text in self.kept.items()])

    def do_POST(self) -> None:
        self.kept[len(self.kept) + 1] = self._body()
        self._answer({})

    def do_PUT(self) -> None:
        self.kept[int(self.path.rpartition("/")[2])] = self._body()
        self._answer({})

    do_PATCH = do_PUT

    def _body(self) -> str:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        return json.loads(sent)["body"] if "json" in self.headers["Content-Type"] else parse_qs(sent)["body"][0]

    def _answer(self, value: Any) -> None:
        token = self.headers.get("PRIVATE-TOKEN") or self.headers.get("Authorization") or ""
        self.asked.append((self.command, self.path, token))
        content = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def api() -> Iterator[str]:
    Notes.kept.clear()
    Notes.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Notes)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/api"
    server.shutdown()
    server.server_close()


class Institution:
    """A bare repository on a forge, a colleague's clone of it, and a runner."""

    def __init__(self, folder: Path, forge: str) -> None:
        self.folder, self.forge = folder, forge
        self.bare, self.clone = folder / "forge.git", folder / "kerja"
        shims = folder / "bin"
        shims.mkdir()
        # The program is installed already; what pip is asked for is written down.
        (shims / "python").write_text(
            f'#!/bin/sh\nif [ "$1 $2" = "-m pip" ]; then echo "$@" >> "{folder}/pip"; exit 0; fi\n'
            f'exec "{sys.executable}" "$@"\n'
        )
        (shims / "python").chmod(0o755)
        settings = folder / "gitconfig"
        settings.write_text("[user]\nname = a\nemail = a@b.example\n[advice]\ndetachedHead = false\n")
        self.environment = os.environ | {
            "PATH": f"{shims}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "XDG_CACHE_HOME": str(folder / "singgahan"),
            "GIT_CONFIG_GLOBAL": str(settings),
            "GITHUB_STEP_SUMMARY": str(folder / "ringkasan.md"),
            "NO_PROXY": "127.0.0.1",
            "no_proxy": "127.0.0.1",
        }
        self.git("init", "--quiet", "--bare", "--initial-branch", "main", str(self.bare), at=folder)
        self.clone.mkdir()
        new = ["new", "--name", "Kota Depok", "--period", "2025-2029", "--forge", forge]
        self.sh(f"rencana {' '.join(repr(each) for each in new)}", self.clone)
        plan = self.clone / PLAN
        text = plan.read_text(encoding="utf-8")
        plan.write_text(re.sub(r"\(tulis nama (\w+) pertama\)", r"Nama \1", text), encoding="utf-8")
        self.git("init", "--quiet", "--initial-branch", "main")
        for module in ("json", "pip", "pathlib", "selectors", "logging"):
            (self.clone / f"{module}.py").write_text(f'open("{folder}/dijalankan", "a").write(__name__)\n')
        for site in ("build/site", "build/situs", "public", "situs"):
            (self.clone / site).mkdir(parents=True)
            (self.clone / site / "index.html").write_text("bukan buatan di sini")
        self.git("add", "--all", "--force")
        self.git("remote", "add", "origin", str(self.bare))

    def git(self, *arguments: str, at: Path | None = None) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=at or self.clone, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    @property
    def ran_a_file_of_the_repository(self) -> bool:
        return (self.folder / "dijalankan").exists()

    def push(self, branch: str, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        self.git("push", "--quiet", "origin", branch)

    def checkout(self, commit: str = "origin/main") -> Path:
        """What a runner has, always at the same place: a whole clone, at a commit and on no branch."""
        folder = self.folder / "pelari"
        shutil.rmtree(folder, ignore_errors=True)
        self.git("clone", "--quiet", str(self.bare), str(folder), at=self.folder)
        self.git("checkout", "--quiet", commit, at=folder)
        return folder

    def sh(self, script: str, at: Path, code: int = 0, **variables: str) -> str:
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=at,
            env=self.environment | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, f"{script}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def workflow(self, path: str) -> Any:
        told = YAML(typ="safe", pure=True).load((self.clone / path).read_text(encoding="utf-8"))
        given = told.get("env") or told.get("variables", {})
        self.environment |= {name: value for name, value in given.items() if "$" not in value}
        return told

    def scripts(self, path: str, job: str) -> dict[str, str]:
        return {step["name"]: step["run"] for step in self.workflow(path)["jobs"][job]["steps"] if "run" in step}

    def propose(self) -> str:
        """A branch that names a start, long past whatever day it is, and breaks a reference; the commit."""
        self.git("switch", "--quiet", "--create", "usul/jadwal")
        plan = self.clone / PLAN
        text = plan.read_text(encoding="utf-8").replace("mulai: tidak_diketahui", "mulai: 2025-T1")
        plan.write_text(text.replace("    program: P-1", "    program: P-9"), encoding="utf-8")
        self.push("usul/jadwal", "Usul")
        return self.git("rev-parse", "HEAD")

    def mend(self) -> str:
        plan = self.clone / PLAN
        plan.write_text(plan.read_text(encoding="utf-8").replace("program: P-9", "program: P-1"), encoding="utf-8")
        self.push("usul/jadwal", "Perbaiki")
        return self.git("rev-parse", "HEAD")

    def merge(self) -> str:
        self.git("switch", "--quiet", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", "Gabung", "usul/jadwal")
        self.git("push", "--quiet", "origin", "main")
        return self.git("rev-parse", "HEAD")

    def merged(self) -> Path:
        """The checkout of the merge that a forge makes of a proposal before anybody agrees."""
        folder = self.checkout()
        self.git("merge", "--quiet", "--no-ff", "--message", "x", "origin/usul/jadwal", at=folder)
        return folder


STOP = "Belum disebut dari mana rencana dipasang"


def pin(institution: Institution) -> None:
    institution.sh(f"rencana pin https://forge.example/x/rencana.git@{COMMIT}", institution.clone)


def test_github(tmp_path: Path) -> None:
    here = Institution(tmp_path, "github")
    here.push("main", "Rencana pertama")
    files = ".github/workflows/"
    assert here.workflow(f"{files}malam.yml")["jobs"]["terbit"]["uses"] == "./.github/workflows/terbit.yml"
    assert here.workflow(f"{files}rencana.yml")["jobs"]["terbit"]["uses"] == "./.github/workflows/terbit.yml"
    publish, check = here.scripts(f"{files}terbit.yml", "bangun"), here.scripts(f"{files}rencana.yml", "periksa")
    runner = here.checkout()
    assert STOP in here.sh(publish["Pasang"], runner, code=1)
    pin(here)
    here.push("main", "Sebut sumber pemasangan")
    runner = here.checkout()
    for script in publish.values():
        here.sh(script, runner)
    assert "alat/rencana.txt" in (tmp_path / "pip").read_text(encoding="utf-8")
    assert (runner / "build/site/kota-depok/2025-2029/index.html").is_file()

    names = {"GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": "usul/jadwal"}
    here.propose()
    runner = here.merged()
    told = {
        name: here.sh(script, runner, 1 if name == "Periksa rencana" else 0, **names) for name, script in check.items()
    }
    assert list(told) == ["Pasang", "Ceritakan perubahan", "Bangun situs percobaan", "Periksa rencana"]
    marks = re.findall(r"^::(\w+) file=([^,]+)", told["Periksa rencana"], re.MULTILINE)
    assert marks == [("error", PLAN)]
    here.mend()
    runner = here.merged()
    told = {name: here.sh(script, runner, **names) for name, script in check.items()}
    assert "tidak diulang" in told["Periksa rencana"]  # the findings of a new plan
    assert re.findall(r"^::notice .*title=([\w-]+)", told["Periksa rencana"], re.MULTILINE) == ["belum-mulai"]
    summary = (tmp_path / "ringkasan.md").read_text(encoding="utf-8")
    assert "main → usul/jadwal" in summary
    assert "HEAD^" not in summary
    assert 'href="lembaga/index.html"' in (runner / "build/situs/index.html").read_text(encoding="utf-8")

    here.merge()
    runner = here.checkout()
    for script in publish.values():  # the night runs the same file
        here.sh(script, runner)
    assert (runner / "build/site/kota-depok/2025-2029/riwayat/index.html").is_file()
    assert not here.ran_a_file_of_the_repository


def test_gitlab(tmp_path: Path, api: str) -> None:
    here = Institution(tmp_path, "gitlab")
    here.push("main", "Rencana pertama")
    workflow = here.workflow(".gitlab-ci.yml")
    before, check, publish = (
        "\n".join(part)
        for part in (workflow["default"]["before_script"], workflow["periksa"]["script"], workflow["pages"]["script"])
    )
    runner = here.checkout()
    assert STOP in here.sh(before, runner, code=1)
    pin(here)
    here.push("main", "Sebut sumber pemasangan")
    runner = here.checkout()
    here.sh(before, runner)
    here.sh(publish, runner)
    assert (runner / "public/kota-depok/2025-2029/index.html").is_file()
    old = json.loads((runner / "kualitas.json").read_text(encoding="utf-8"))

    names = {
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "usul/jadwal",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": here.git("rev-parse", "main"),
        "CI_API_V4_URL": api,
        "CI_PROJECT_ID": "7",
        "CI_MERGE_REQUEST_IID": "3",
    }
    runner = here.checkout(here.propose())
    here.sh(before, runner)
    told = here.sh(check, runner, code=1, **names)
    assert Notes.asked == []  # a fork has no token
    assert f"{PLAN}:" in told.rpartition("tidak diulang")[0] + told.rpartition("tidak diulang")[2]
    new = json.loads((runner / "kualitas.json").read_text(encoding="utf-8"))
    assert {each["fingerprint"] for each in new} - {each["fingerprint"] for each in old}
    runner = here.checkout(here.mend())
    here.sh(check, runner, RENCANA_TOKEN="rahasia", **names)
    here.sh(check, runner, RENCANA_TOKEN="rahasia", **names)
    assert {token for _, _, token in Notes.asked} == {"rahasia"}
    assert [method for method, _, _ in Notes.asked] == ["GET", "GET", "POST", "GET", "GET", "PUT"]
    (note,) = Notes.kept.values()
    assert note.startswith("<!-- rencana -->\n### Perubahan rencana\n\nmain → usul/jadwal")
    assert (runner / "situs/index.html").is_file()

    here.merge()
    runner = here.checkout()
    here.sh(before, runner)
    here.sh(publish, runner)
    assert (runner / "public/kota-depok/2025-2029/riwayat/index.html").is_file()
    here.git("rm", "--quiet", "-r", "--cached", "--ignore-unmatch", "x")
    (runner / ".cache").mkdir(exist_ok=True)
    (runner / ".cache/x").touch()
    here.git("add", "--force", ".cache/x", at=runner)
    here.sh(before, runner, code=1)
    assert not here.ran_a_file_of_the_repository


def test_gitea(tmp_path: Path, api: str) -> None:
    here = Institution(tmp_path, "gitea")
    here.push("main", "Rencana pertama")
    files = ".gitea/workflows/"
    publish, check = here.scripts(f"{files}terbit.yml", "terbit"), here.scripts(f"{files}rencana.yml", "periksa")
    assert STOP in here.sh(publish["Pasang"], here.checkout(), code=1)
    pin(here)
    here.push("main", "Sebut sumber pemasangan")
    place = {"TOKEN": "rahasia", "TUJUAN": str(here.bare), "GITHUB_SHA": "abc", "RUNNER_TEMP": str(tmp_path)}
    runner = here.checkout()
    for script in publish.values():
        here.sh(script, runner, **place)
    assert "kota-depok" in here.git("ls-tree", "--name-only", "pages", at=here.bare)

    names = {
        "GITHUB_BASE_REF": "main",
        "GITHUB_HEAD_REF": "usul/jadwal",
        "GITHUB_API_URL": api,
        "GITHUB_REPOSITORY": "depok/rencana",
        "USULAN": "3",
        "TOKEN": "rahasia",
        "RUNNER_TEMP": str(tmp_path),
    }
    runner = here.checkout(here.propose())
    told = {
        name: here.sh(script, runner, 1 if name == "Periksa rencana" else 0, **names) for name, script in check.items()
    }
    assert f"{PLAN}:" in told["Periksa rencana"]
    runner = here.checkout(here.mend())
    for script in check.values():
        here.sh(script, runner, **names)
    assert [method for method, _, _ in Notes.asked] == ["GET", "POST", "GET", "PATCH"]
    assert Notes.asked[-1][1] == "/api/repos/depok/rencana/issues/comments/1"
    (note,) = Notes.kept.values()
    assert "main → usul/jadwal" in note
    refused = check["Tulis komentar"]
    assert "Komentar tidak dapat ditulis" in here.sh(
        refused, runner, **names | {"GITHUB_API_URL": "http://127.0.0.1:9"}
    )

    here.merge()
    before = here.git("rev-parse", "pages", at=here.bare)
    runner = here.checkout()
    for script in publish.values():
        here.sh(script, runner, **place)
    before, ours = here.git("rev-parse", "pages", at=here.bare), before
    assert before != ours
    for left in ([".domains"], ["index.html", "logo.svg"]):
        own = here.folder / f"situs-{len(left)}"
        here.git("clone", "--quiet", "--branch", "pages", str(here.bare), str(own), at=here.folder)
        if len(left) > 1:  # a site that somebody else made
            here.git("switch", "--quiet", "--orphan", "lain", at=own)
        for name in left:
            (own / name).write_text("milik dinas", encoding="utf-8")
        here.git("add", "--all", at=own)
        here.git("commit", "--quiet", "--message", "Milik dinas", at=own)
        here.git("push", "--quiet", "--force", "origin", "HEAD:pages", at=own)
        theirs = here.git("rev-parse", "pages", at=here.bare)
        told = here.sh(publish["Periksa cabang pages"], runner, code=1, **place)
        assert f"misalnya '{left[0]}'" in told
        assert "site_files/" in told
        here.sh(publish["Taruh pada cabang pages"], runner, code=1, **place)
        assert here.git("rev-parse", "pages", at=here.bare) == theirs, "it changed after it was looked at"
        here.git("push", "--quiet", "--force", "origin", f"{before}:pages", at=own)
    assert not here.ran_a_file_of_the_repository
