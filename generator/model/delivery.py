"""What an activity delivers and how far it is: outputs, milestones, reports of progress."""

from datetime import date

from generator.model.entity import Entity, key
from generator.model.values import Day, Known, Link, Maybe, Note, Number, Percent, Quarter, Text, Unknown, When, Year


class Output(Entity):
    """What an activity delivers (`keluaran`)."""

    text: Maybe[Text] = key("uraian", "Uraian", "Apa yang dihasilkan.", "Jenis izin daring", default=None, promise=True)
    quantity: Maybe[Number] = key(
        "jumlah", "Jumlah", "Berapa banyak yang dihasilkan.", 12, default=None, promise=True, unit_key="satuan"
    )
    unit: Maybe[Text] = key("satuan", "Satuan", "Satuan jumlah.", "jenis izin", default=None, promise=True)
    yearly: dict[Year, Known[Number]] = key(
        "tahunan",
        "Sasaran tahunan",
        "Jumlah yang dijanjikan pada tiap tahun.",
        {2026: 3, 2027: 8},
        default={},
        unit_key="satuan",
        promise=True,
    )
    achieved: dict[Year, Known[Number]] = key(
        "capaian", "Capaian", "Jumlah yang tercapai pada tiap tahun.", {2026: 2}, default={}, unit_key="satuan"
    )

    @property
    def years(self) -> tuple[int, ...]:
        """The years for which anything is promised or told, in order."""
        return tuple(sorted(self.yearly.keys() | self.achieved.keys()))


class Milestone(Entity):
    """A day by which something is to be seen (`tonggak`)."""

    when: Maybe[When] = key(
        "tanggal",
        "Tanggal",
        "Tanggal yang dijanjikan; bila hanya triwulan atau tahunnya yang diketahui, berarti hari terakhirnya.",
        "2026-12-15",
        default=None,
        promise=True,
    )
    text: Maybe[Text] = key(
        "uraian",
        "Uraian",
        "Apa yang dapat dilihat pada tanggal itu.",
        "Uji coba tiga jenis izin",
        default=None,
        promise=True,
    )
    evidence: Maybe[Link] = key(
        "bukti", "Bukti", "Alamat bukti bahwa tonggak tercapai.", "https://sagara.example/uji-coba", default=None
    )
    reached: Maybe[Day] = key(
        "tercapai",
        "Tercapai",
        "Tanggal tonggak benar-benar tercapai; kosongkan selama belum.",
        "2026-12-10",
        default=None,
    )

    @property
    def day(self) -> date | Unknown | None:
        """The day by which it is promised: the last one of a quarter or a year."""
        return self.when.last_day if isinstance(self.when, Quarter) else self.when


class Progress(Entity):
    """How far an activity was on a day (`kemajuan`)."""

    day: Maybe[Day] = key("tanggal", "Tanggal", "Tanggal keadaan yang dilaporkan.", "2026-09-30", default=None)
    percent: Maybe[Percent] = key("persen", "Persen", "Kemajuan seluruh kegiatan, 0 sampai 100.", 35, default=None)
    note: Note = key(
        "catatan", "Catatan", "Apa yang sudah dikerjakan, dalam satu kalimat.", "Tiga izin diuji coba.", default=None
    )
    evidence: Maybe[Link] = key(
        "bukti",
        "Bukti",
        "Alamat laporan atau hasil yang dapat dilihat pembaca.",
        "https://sagara.example/laporan-t3",
        default=None,
    )
