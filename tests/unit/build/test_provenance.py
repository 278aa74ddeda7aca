import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from generator.build.provenance import provenance
from generator.model.address import PlanAddress
from generator.pages.site import Site
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan


def test_every_source_and_download_has_its_digest(small_plan: Callable[[], Any]) -> None:
    content = json.dumps(small_plan()).encode()
    edition = read_plan(
        PlanFiles(PlanAddress("sagara", "2025-2029"), (RawFile("plans/sagara/2025-2029.yaml", content),))
    ).edition
    assert edition is not None
    downloads = {"data/kegiatan.csv": sha256(b"id\n").hexdigest()}
    told = json.loads(provenance([edition], Site(commit="abc"), date(2026, 11, 24), downloads))
    assert told["komit"] == "abc"
    assert told["situs"] is None
    assert told["per_tanggal"] == "2026-11-24"
    assert told["pembuat"]["versi"] == version("rencana-induk")
    assert told["pustaka"]["pydantic"] == version("pydantic")
    assert "pytest" not in told["pustaka"]
    assert told["sumber"] == [
        {
            "berkas": "plans/sagara/2025-2029.yaml",
            "rencana": "sagara/2025-2029",
            "sha256": sha256(content).hexdigest(),
        }
    ]
    assert told["unduhan"] == [{"alamat": "data/kegiatan.csv", "sha256": sha256(b"id\n").hexdigest()}]
