"""What the files of a plan are: names, sizes and checksums, for the country's index and catalogue.

A small file beside them, so that nothing else is read again to know it.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Annotated, TypeAlias

import msgspec

from generator.data.plan_object import encoded
from generator.data.whose import folder
from generator.model.address import PlanAddress
from generator.pages.plan.dossier import Dossier

MEDIA_TYPES = {
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


class File(msgspec.Struct, frozen=True, rename={"name": "nama", "size": "byte"}):
    """A file by its name in its folder; `size` in bytes."""

    name: str
    size: int
    sha256: str

    @property
    def media_type(self) -> str:
        """Its media type, by the end of its name."""
        return MEDIA_TYPES[self.name.rpartition(".")[2]]


_KEYS = {
    "institution": "lembaga",
    "institution_name": "nama_lembaga",
    "period": "periode",
    "title": "judul",
    "licence": "lisensi",
    "updated": "diperbarui",
    "is_example": "contoh",
    "code": "kode_lembaga",
    "province": "provinsi",
    "status": "status_rencana",
    "files": "berkas",
}


_Period: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{4}\Z")]
_Day: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\Z")]


class ListedPlan(msgspec.Struct, frozen=True, rename=_KEYS):
    """A plan and its files, as `berkas.json` holds them, and what the country's tables say of it beside each row.

    `updated` is a day in ISO 8601; `folder` is where its files lie in the repository, with `/` behind it. The fields
    with a default are absent in the index of last good pages that an earlier version made.
    """

    institution: str
    institution_name: str
    period: _Period
    title: str
    licence: str
    updated: _Day
    is_example: bool
    files: tuple[File, ...]
    code: str = ""
    province: str | None = None
    status: str = ""
    folder: str = ""

    @property
    def address(self) -> PlanAddress:
        """Where it is published."""
        return PlanAddress(self.institution, self.period)


def described(name: str, content: bytes) -> File:
    """What a file is."""
    return File(name, len(content), sha256(content).hexdigest())


def index(dossier: Dossier, files: Iterable[tuple[str, bytes]]) -> bytes:
    """`berkas.json` of a plan."""
    header, institution, address = dossier.plan.header, dossier.plan.institution, dossier.edition.address
    return encoded(
        ListedPlan(
            address.institution,
            institution.name,
            address.period,
            header.title,
            header.licence,
            header.updated.isoformat(),
            header.is_example,
            tuple(described(name, content) for name, content in files),
            institution.code,
            institution.province,
            header.status.value,
            folder(dossier.edition),
        )
    )


def read(content: bytes) -> ListedPlan:
    """What `index` wrote. Raises `msgspec.MsgspecError` for anything else."""
    try:
        found = msgspec.json.decode(content, type=ListedPlan)
    except UnicodeDecodeError:  # which is none of theirs
        raise msgspec.DecodeError("no text") from None
    if any("/" in file.name or file.name.rpartition(".")[2] not in MEDIA_TYPES for file in found.files):
        raise msgspec.ValidationError("no file of a plan")
    return found
