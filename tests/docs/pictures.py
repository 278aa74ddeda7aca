"""The pictures of the guide and the README, taken from the example site at 1280 pixels, light.

After a change that a reader sees, run `python -m tests.docs.pictures` to take them anew, and look at them before you
commit them: fonts differ between machines, so no test compares them.
"""

import re
import tempfile
import threading
from collections.abc import Callable, Mapping
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, FOLDER, ROOT, Handler, chromium
from tests.browser.sites import example_site

PICTURES_AT = ROOT / "docs/gambar"
PLAN = "kabupaten-tirtawening/2025-2029/"
HIGH = 740


def summary(page: Page, site: str, path: Path) -> None:
    page.goto(site + PLAN)
    page.screenshot(path=path, clip={"x": 0, "y": 0, "width": 1280, "height": HIGH}, full_page=True)


def choosing(page: Page, site: str, path: Path) -> None:
    page.goto(f"{site}{PLAN}usul/#bap-01")
    page.locator("#usul-isian .propose__field").last.wait_for()
    page.locator("#usul fieldset").nth(0).screenshot(path=path)


def sending(page: Page, site: str, path: Path) -> None:
    page.goto(f"{site}{PLAN}usul/#bap-01")
    write(page, "Nama", "Peraturan, forum, dan portal Satu Data Tirtawening")
    page.locator("#usul-isian").get_by_label(re.compile("^Status")).first.select_option("berjalan")
    page.locator("#usul-dalam button", has_text="anggaran").click()
    page.locator("#usul-tambah").click()
    write(page, "Tahun", "2027")
    write(page, "Jumlah", "56000000")
    page.mouse.move(0, 0)
    page.locator("#usul-perubahan tr").nth(2).wait_for()
    page.locator("#usul fieldset").filter(has=page.locator("#usul-perubahan")).screenshot(path=path)


def write(page: Page, label: str, value: str) -> None:
    page.locator("#usul-isian").get_by_label(re.compile(f"^{label}")).first.fill(value)


def workbook(page: Page, site: str, path: Path) -> None:
    page.goto(f"{site}{PLAN}usul/")
    page.locator("main ul", has=page.get_by_text("Dengan Excel")).screenshot(path=path)


PICTURES: Mapping[str, Callable[[Page, str, Path], None]] = {
    "ringkasan.png": summary,
    "formulir-pilih.png": choosing,
    "formulir-kirim.png": sending,
    "buku-kerja-unduh.png": workbook,
}
"""How each file in `docs/gambar` is taken."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        output = example_site(Path(folder), f"{settings}\nrepo_url: https://github.com/contoh/rencana\n")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(output), at=FOLDER))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="id-ID", color_scheme="light")
        for name, take in PICTURES.items():
            take(page, f"http://127.0.0.1:{server.server_port}{FOLDER}", PICTURES_AT / name)
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
