"""A workbook or a proposal in again: the table of contents of `import`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.checks.check import check
from generator.data.layout import FIELDS, STAMPS
from generator.editing.book import Book, book
from generator.editing.bringing import Outcome, bring_proposal, bring_workbook
from generator.editing.container import LARGEST_FILE, WorkbookRefused
from generator.editing.saving import save
from generator.editing.stated import NoProposal, proposal_in, proposal_in_issue
from generator.locale import Language, Message, say
from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.model.portfolio import Portfolio
from generator.pipeline.exporting import plan_at
from generator.reading.addresses import INSTITUTION, PERIOD, address_of
from generator.reading.disk import on_disk
from generator.reading.library import Library
from generator.reading.misplaced import folder_name
from generator.reading.plan_files import PlanFiles
from generator.report import imported
from generator.report.difference import Difference
from generator.report.difference.result import Revision
from generator.store.opening import Unopened
from generator.store.opening import content as contents

_STATED = {".json": proposal_in, ".md": proposal_in_issue}


@dataclass(frozen=True)
class ImportResult:
    """What came of a file that was brought: lines for the command, and the files to write."""

    outcome: Outcome | None
    refusal: tuple[Message, Message] | None = None
    difference: Difference | None = None

    @property
    def against(self) -> bool:
        """Whether anything stands against it."""
        found = self.outcome
        return found is None or bool(found.cell_problems or found.problems or found.refusal) or found.after is None

    @property
    def leaps(self) -> bool:
        """Whether a number became a hundred times what it was."""
        return bool(self.outcome and self.outcome.leaps)

    @property
    def differs(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.outcome and self.outcome.after and self.outcome.after != self.outcome.before)

    @property
    def is_new(self) -> bool:
        """Whether it makes a plan that was not there."""
        return bool(self.outcome and self.outcome.before is None)

    @property
    def plan(self) -> str:
        """Where the plan is, from the folder that holds the plans' folder: its folder or its only file."""
        assert self.outcome
        assert self.outcome.after
        return "/".join(self.outcome.after.files[0].path.split("/")[:3])

    def lines(self, name: str, words: Language) -> Iterator[str]:
        """What the command says of the file with this name."""
        refusal = self.refusal or (self.outcome.refusal if self.outcome else None)
        if refusal:
            yield from imported.refused(name, refusal, words)
        if self.outcome:
            yield from imported.lines(name, self.outcome, self.difference, words)


def is_workbook(file: Path) -> bool:
    """Whether a file is taken for a workbook, and not for a proposal."""
    return file.suffix.casefold() not in _STATED


def brought(file: Path, root: Path, as_of: date, library: Library, *, delete: bool = False) -> ImportResult:
    """What a workbook or a proposal does to the plans below `root`; nothing is written."""
    try:
        content = contents(file, LARGEST_FILE)
        if read := _STATED.get(file.suffix.casefold()):
            stated = read(content)
            before = _plan(root, stated.plan)
            if before is None:
                raise NoProposal(say("rencana `{rencana}` tidak ada di sini", rencana=str(stated.plan)))
            then = plan_at(root, stated.commit, stated.plan) if stated.commit else None
            outcome = bring_proposal(stated, before, library, library.read(then).edition if then else None)
        else:
            outcome = _workbook(book(content), root, library, delete=delete)
    except (WorkbookRefused, NoProposal) as refused:
        help_ = (
            refused.help if isinstance(refused, WorkbookRefused) else say("buat usulan baru dari halaman usul di situs")
        )
        return ImportResult(None, (refused.message, help_))
    except Unopened as failure:
        return ImportResult(None, (say("tidak dapat dibuka: {sebab}", sebab=failure.reason), say("periksa berkasnya")))
    if outcome.after is None or outcome.problems or outcome.after == outcome.before:
        return ImportResult(outcome)
    return ImportResult(outcome, None, _difference(outcome, as_of, library))


def _workbook(made: Book, root: Path, library: Library, *, delete: bool) -> Outcome:
    plan = made.plan or _stated_plan(made)
    before = _plan(root, plan)
    then = plan_at(root, made.commit, plan) if made.plan and made.commit else None
    base = library.read(then).edition if then else None
    if before is None and made.plan and len(made.sheets.get(STAMPS, ())) > 1:  # it was made of a plan
        before = _renamed(root, plan, base, library)
        plan = before.address
    if before and library.read(before).edition is None:
        raise WorkbookRefused(
            say("rencana `{rencana}` memuat kesalahan", rencana=str(plan)),
            say("perbaiki dahulu dengan `rencana check`"),
        )
    outcome = bring_workbook(made, plan, before, base, library, delete=delete)
    return outcome if before or not outcome.after else _below(outcome, root)


def _renamed(root: Path, old: PlanAddress, base: Edition | None, library: Library) -> PlanFiles:
    """The plan that stood at an address when it was exported, where it stands now: the only one of the same institution
    in the same years. Raises `WorkbookRefused`."""
    found = []
    for plan in on_disk(root, root.parent).plans if base else ():
        edition = library.read(plan).edition if plan.address.years_in_common(old) else None
        if base and edition and _whose(edition) == _whose(base):
            found.append(plan)
    if len(found) != 1:
        raise WorkbookRefused(
            say("rencana `{rencana}` tidak ada di sini, dan buku kerja ini dibuat darinya", rencana=str(old)),
            say("bila berganti nama, ekspor buku kerja yang baru; bila terhapus, kembalikan dahulu"),
        )
    return found[0]


def _whose(edition: Edition) -> tuple[str, ...]:
    """Of which institution a plan is; its name counts where no register gives its code."""
    of = edition.plan.institution
    return of.code_scheme.value, of.code, "" if of.code_scheme.is_registered else of.name.casefold()


def _below(outcome: Outcome, root: Path) -> Outcome:
    """A new plan's files in the folder that holds the plans, whatever its name."""
    assert outcome.after
    files = (replace_path(file.path, root.name) for file in outcome.after.files)
    moved = [file._replace(path=path) for file, path in zip(outcome.after.files, files, strict=True)]
    return replace(outcome, after=replace(outcome.after, files=tuple(moved)))


def replace_path(path: str, root: str) -> str:
    """A path below `plans/` as one below a folder of another name."""
    return root + path.removeprefix("plans")


def _stated_plan(made: Book) -> PlanAddress:
    """The plan that a filled template is of: its institution's name and its period. Raises `WorkbookRefused`."""
    rows = made.sheets.get(FIELDS, ())
    if not rows:
        raise WorkbookRefused(
            say("buku kerja ini bukan dari situs ini: lembar `{lembar}` tidak ada", lembar=FIELDS),
            say("unduh rencana.xlsx dari halaman rencana, atau buat dengan `rencana export`, lalu isi di sana"),
        )
    told = {str(row[0]).strip(): str(row[2]).strip() for row in rows[1:] if len(row) > 2}
    name = told.get("lembaga.nama", "")
    years = [told.get(f"rencana.periode.{end}", "").removesuffix(".0") for end in ("mulai", "selesai")]
    address = PlanAddress(folder_name(name), "-".join(years))
    if not name or not INSTITUTION.fullmatch(address.institution) or not PERIOD.fullmatch(address.period):
        raise WorkbookRefused(
            say("buku kerja ini tidak menyebut rencananya"),
            say("isi lembaga.nama, rencana.periode.mulai dan rencana.periode.selesai di lembar Isian"),
        )
    if address_of((*address, "rencana.yaml")) is None:
        raise WorkbookRefused(
            say("rencana tidak dapat disimpan sebagai `{rencana}`", rencana=str(address)),
            say("mulai dengan `rencana new` dan nama folder lain, atau betulkan tahunnya; lalu isi buku kerjanya"),
        )
    return address


def _plan(root: Path, address: PlanAddress) -> PlanFiles | None:
    """The plan as it stands; raises `Unopened` where that is not known."""
    if not root.exists():  # whoever starts from a blank workbook has no plan yet
        return None
    found = on_disk(root, root.parent)
    if address.institution in found.closed:
        raise Unopened(say("folder `{folder}`", folder=f"{root.name}/{address.institution}"))
    return next((plan for plan in found.plans if plan.address == address), None)


def _difference(outcome: Outcome, as_of: date, library: Library) -> Difference:
    return Difference.of(_state("HEAD", outcome.before, as_of, library), _state("", outcome.after, as_of, library))


def _state(name: str, plan: PlanFiles | None, as_of: date, library: Library) -> Revision:
    found = check([plan] if plan else [], as_of, library)
    return Revision(name, Portfolio.of(found.editions(library), as_of), found.findings, found.held_back)


def saved(told: ImportResult, root: Path) -> list[Path]:
    """Write the files. Raises `ChangedMeanwhile`, and `OSError`."""
    assert told.outcome
    assert told.outcome.after
    return save(root.parent, told.outcome.before, told.outcome.after)
