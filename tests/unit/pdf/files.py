"""PDFs to read."""


def pdf_of(objects: dict[int, str], root: int = 1) -> bytes:
    """A PDF of objects without streams, written as Skia writes one."""
    text = "%PDF-1.4\n"
    offsets = {}
    for number, content in objects.items():
        offsets[number] = len(text)
        text += f"{number} 0 obj\n<<{content}>>\nendobj\n"
    table = len(text)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    text += "".join(f"{offsets[number]:010} 00000 n \n" for number in sorted(offsets))
    return (text + f"trailer\n<</Size {len(objects) + 1}\n/Root {root} 0 R>>\nstartxref\n{table}\n%%EOF\n").encode()


TWO_BRANCHES = {
    1: "/Type /Catalog\n/Pages 2 0 R\n/Dests 7 0 R",
    2: "/Type /Pages\n/Count 3\n/Kids [3 0 R 4 0 R]",
    3: "/Type /Pages\n/Count 2\n/Kids [6 0 R 5 0 R]",
    4: "/Type /Page\n/Parent 2 0 R",
    5: "/Type /Page\n/Parent 3 0 R",
    6: "/Type /Page\n/Parent 3 0 R",
    7: "/awal [6 0 R /XYZ 0 816.4 0]\n/cetak-anggaran [4 0 R /XYZ 0 841 0]\n/k-001 [5 0 R /XYZ 0 12 0]",
}

PRINTED = {
    1: "/Type /Catalog\n/Pages 2 0 R\n/StructTreeRoot 8 0 R",
    2: "/Type /Pages\n/Count 1\n/Kids [3 0 R]",
    3: "/Type /Page\n/Parent 2 0 R\n/Annots [4 0 R 5 0 R 6 0 R 7 0 R]",
    **{
        number: f"/Type /Annot\n/Subtype /Link\n/Rect [0 0 9 9]\n/A <</S /URI /URI ({uri})>>"
        for number, uri in enumerate(
            (
                "file://SITE/sagara/2025-2029/anggaran/#k-001",
                "file:///etc/passwd",
                "https://lain.example/",
                "mailto:a@b",
            ),
            4,
        )
    },
    8: "/Type /StructTreeRoot",
}
"""As Chromium prints a page: one sheet with four links; `SITE` is the folder's path."""


def printed(site: str) -> bytes:
    """`PRINTED` from a folder."""
    return pdf_of({number: content.replace("SITE", site) for number, content in PRINTED.items()})
