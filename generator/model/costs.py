"""What an activity costs: money, work and the clearance of its spending."""

from generator.locale import say
from generator.model.entity import Entity, key
from generator.model.institution import Unit
from generator.model.reference import Ref
from generator.model.terms import CostKind, FundingSource, Phase, StaffRole
from generator.model.values import Day, Maybe, Number, Rupiah, Text, Year, Years


class BudgetLine(Entity):
    """One phase of the money of a year (`anggaran`), or of several together; phases are never added to each other."""

    year: Maybe[Years] = key(
        "tahun",
        "Tahun",
        "Tahun anggaran; rentang seperti `2027-2029` bagi uang yang belum dibagi per tahun.",
        2026,
        default=None,
    )
    amount: Maybe[Rupiah] = key(
        "jumlah",
        "Jumlah",
        "Jumlah dalam rupiah penuh, tanpa `Rp` dan tanpa titik.",
        750000000,
        default=None,
        promise=True,
    )
    source: Maybe[FundingSource] = key(
        "sumber", "Sumber", "Sumber dana; `belum_ada` bila belum dianggarkan.", "apbd", default=None
    )
    phase: Maybe[Phase] = key(
        "fase",
        "Fase",
        "Fase penganggaran; tiap fase satu baris, dan fase tidak dijumlahkan.",
        "indikatif",
        default=None,
    )
    code: Maybe[Text] = key("kode", "Kode", "Kode subkegiatan menurut nomenklatur.", "2.16.03.2.02.0037", default=None)
    cost_kind: Maybe[CostKind] = key(
        "jenis_biaya", "Jenis biaya", "Jenis biaya: modal, operasional atau pemeliharaan.", "modal", default=None
    )


class StaffNeed(Entity):
    """Work that an activity needs from a role in a year (`sdm` of an activity)."""

    role: Maybe[StaffRole] = key("peran", "Peran", "Peran TIK yang dibutuhkan.", "pengembang", default=None)
    year: Maybe[Year] = key("tahun", "Tahun", "Tahun tenaga itu dibutuhkan.", 2026, default=None)
    person_months: Maybe[Number] = key(
        "orang_bulan",
        "Orang-bulan",
        "Kebutuhan tenaga: satu orang selama setahun adalah 12.",
        12,
        default=None,
        unit="orang-bulan",
    )


class Clearance(Entity):
    """The ICT unit's clearance of the spending (`klirens`)."""

    day: Maybe[Day] = key("tanggal", "Tanggal", "Tanggal klirens diberikan.", "2026-01-20", default=None)
    by: Maybe[Ref[Unit]] = key(
        "oleh",
        "Oleh",
        "Id unit yang memberi klirens.",
        "diskominfo",
        default=None,
        says=say("mendapat klirens dari unit"),
    )
