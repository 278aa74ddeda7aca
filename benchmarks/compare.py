"""The publishing step beside its peers: `python -m benchmarks.compare [--institutions N]`. Prints a table.

All publish the Markdown that `rencana pages` writes for the same corpus. MkDocs and Zensical do it as their users
would: with Material, a navigation of all pages, and their own search. Hugo does it with a theme of one file. Ours is
timed alone: the Markdown of every institution is in the cache already, and the search index is left out, as it is no
part of publishing.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.corpus import write
from benchmarks.measuring import Cost, Failed, machine, rencana, run
from benchmarks.scale import ACTIVITIES, AS_OF

_WANTED = {"mkdocs": (8.0, "at least"), "zensical": (4.0, "at least"), "hugo": (0.2, "at least")}
_HUGO_PAGE = """<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}</main></body></html>
"""


_OURS = """
import sys
from datetime import date
from pathlib import Path
from generator.pipeline import sites
from generator.cli.making import making
from generator.build.building import BuildOptions
folder, jobs, day = Path(sys.argv[1]).resolve(), int(sys.argv[2]), date.fromisoformat(sys.argv[3])
given = making(folder / "plans", day, folder / "cache")
sites.build(folder / "plans", given, folder / "site", BuildOptions(jobs=jobs), search=False)
"""


def ours(folder: Path, jobs: int) -> Cost:
    """From the cached Markdown of every institution to the finished site, without the search index."""
    command = [sys.executable, "-c", _OURS, str(folder), str(jobs), AS_OF]
    run(command, folder)
    # Another configuration makes the HTML new and leaves the Markdown as it is.
    settings = (Path(__file__).parents[1] / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"{settings}\n# new\n", encoding="utf-8")
    return run(command, folder)


def mkdocs(folder: Path, jobs: int) -> Cost:
    """MkDocs with Material, the whole navigation and the search that comes with it."""
    _material(folder, ["search"])
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", "peer.yml"]
    return run(command, folder, {"NO_MKDOCS_2_WARNING": "1"})


def zensical(folder: Path, jobs: int) -> Cost:
    """Zensical with the same navigation."""
    _material(folder, ["search"])
    return run([sys.executable, "-m", "zensical", "build", "-f", "peer.yml"], folder)


def hugo(folder: Path, jobs: int) -> Cost:
    """Hugo with one template. It wants `_index.md` for the page of a folder, and takes our front matter as it is."""
    site = folder / "hugo"
    shutil.copytree(folder / "docs", site / "content")
    for page in sorted((site / "content").rglob("index.md"), key=lambda path: -len(path.parts)):
        page.rename(page.with_name("_index.md"))
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("list.html", "single.html"):
        (layouts / name).write_text(_HUGO_PAGE)
    shutil.copy(layouts / "list.html", site / "layouts" / "index.html")
    config = {
        "baseURL": "https://rencana.example/",
        "disableKinds": ["taxonomy", "term", "RSS"],
        "markup": {"goldmark": {"renderer": {"unsafe": True}, "parser": {"attribute": {"title": True}}}},
    }
    (site / "hugo.json").write_text(json.dumps(config))
    return run(["hugo", "--quiet", "--config", "hugo.json"], site)


PEERS: dict[str, Callable[[Path, int], Cost]] = {"mkdocs": mkdocs, "zensical": zensical, "hugo": hugo}


def _material(folder: Path, plugins: list[str]) -> None:
    config = {
        "site_name": "Pembanding",
        "site_url": "https://rencana.example/",
        "docs_dir": "docs",
        "site_dir": "peer",
        "theme": {"name": "material", "language": "id", "font": False},
        "plugins": plugins,
        "nav": _nav(folder / "docs"),
        "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True}}],
    }
    (folder / "peer.yml").write_text(json.dumps(config))
    shutil.rmtree(folder / "peer", ignore_errors=True)


def _nav(docs: Path) -> list[Any]:
    """Every page, by folder, as a site of this kind would list them."""

    def below(folder: Path) -> list[Any]:
        entries: list[Any] = []
        if (folder / "index.md").is_file():
            entries.append((folder / "index.md").relative_to(docs).as_posix())
        entries += [
            {child.name: found} for child in sorted(folder.iterdir()) if child.is_dir() and (found := below(child))
        ]
        return entries

    return below(docs)


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__)
    asked.add_argument("--institutions", type=int, default=160)
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--peers", nargs="+", choices=list(PEERS), default=list(PEERS))
    given = asked.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory(prefix="banding-") as name:
        folder = Path(name)
        write(folder, given.institutions, ACTIVITIES, given.seed)
        run(rencana("pages", "docs", "--as-of", AS_OF), folder, {"XDG_CACHE_HOME": str(folder / "user")})
        pages = sum(1 for _ in (folder / "docs").rglob("*.md"))
        size = sum(path.stat().st_size for path in (folder / "docs").rglob("*.md")) / 1e6
        print(f"{given.institutions} institutions, {pages} pages, {size:.0f} MB of Markdown")
        own = ours(folder, given.jobs)
        _tell("ours", own, pages)
        for peer in given.peers:
            try:
                cost = PEERS[peer](folder, given.jobs)
            except (Failed, OSError) as failure:
                print(f"{peer}: failed: {failure}")
                continue
            _tell(peer, cost, pages)
            ratio = cost.seconds / own.seconds
            wanted, word = _WANTED[peer]
            print(
                f"  {'met' if ratio >= wanted else 'MISSED'}: {ratio:.2f} times our time, {word} {wanted}", flush=True
            )


def _tell(name: str, cost: Cost, pages: int) -> None:
    print(
        f"{name:<9} {cost.seconds:7.1f} s {1000 * cost.seconds / pages:6.1f} ms a page"
        f" {cost.processor:7.1f} s of processors {cost.memory:6.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
