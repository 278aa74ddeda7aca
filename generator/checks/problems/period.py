"""`periode-berbeda`: the years a plan says of itself are not those of its address."""

from collections.abc import Iterator

from generator.checks.problems.document import Document
from generator.diagnostics import Problem, Severity
from generator.locale import say


def period(document: Document) -> Iterator[Problem]:
    """A warning at the first year that differs; the address stays what the file's name says."""
    for written, addressed in zip(document.period, document.address.years, strict=True):
        if written.value != addressed:
            yield Problem(
                "periode-berbeda",
                written.place,
                say(
                    "masa rencana {awal}–{akhir} berbeda dari alamatnya, {alamat}",
                    awal=str(document.period[0].value),
                    akhir=str(document.period[1].value),
                    alamat=str(document.address),
                ),
                help=say("samakan `periode` dengan nama berkas atau foldernya"),
                severity=Severity.WARNING,
            )
            return
