"""Programmes of the budget, and the level between them and the activities of a plan."""

from typing import ClassVar

from generator.locale import Message, say
from generator.model.chapter import Chapter
from generator.model.entity import Item, key
from generator.model.framework import Strategy
from generator.model.reference import Ref
from generator.model.values import Known, Maybe, Rupiah, Statement, Text, Year


class Program(Item):
    """A budget programme that groups activities (`program`)."""

    called: ClassVar[Message] = say("program")
    told_on: ClassVar[Chapter] = Chapter.IMPLEMENTATION

    name: Text = key("nama", "Nama", "Nama program seperti dalam dokumen anggaran.", "Pengelolaan Aplikasi Informatika")
    code: Maybe[Text] = key(
        "kode", "Kode", "Kode program menurut nomenklatur; beri tanda kutip.", "2.16.03", default=None
    )
    nomenclature_year: Maybe[Year] = key(
        "tahun_nomenklatur", "Tahun nomenklatur", "Tahun nomenklatur yang dipakai untuk kode.", 2024, default=None
    )
    strategies: tuple[Ref[Strategy], ...] = key(
        "strategi",
        "Strategi",
        "Id strategi yang dijalankan program ini.",
        ["S-1"],
        default=(),
        says=say("melayani strategi"),
    )


class ParentActivity(Item):
    """The budget's *kegiatan*, where the activities of a plan are its *subkegiatan* (`kegiatan_induk`)."""

    called: ClassVar[Message] = say("kegiatan induk")
    told_on: ClassVar[Chapter] = Chapter.IMPLEMENTATION

    name: Text = key(
        "nama",
        "Nama",
        "Nama kegiatan seperti dalam dokumen anggaran.",
        "Pengelolaan e-Government di Lingkup Pemerintah Daerah",
    )
    code: Maybe[Text] = key(
        "kode", "Kode", "Kode kegiatan menurut nomenklatur; beri tanda kutip.", "2.16.03.2.02", default=None
    )
    program: Maybe[Ref[Program]] = key(
        "program", "Program", "Id program yang menaungi.", "P-1", default=None, says=say("termasuk program")
    )
    ceilings: dict[Year, Known[Rupiah]] = key(
        "pagu", "Pagu", "Batas anggaran tiap tahun, dalam rupiah penuh.", {2026: 900000000}, default={}, promise=True
    )
    target: Maybe[Statement] = key(
        "sasaran",
        "Sasaran",
        "Apa yang hendak dicapai seluruh kegiatan di bawahnya.",
        "Dua belas layanan daring",
        default=None,
    )
