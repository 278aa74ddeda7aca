"""Which plan is which through time: by the institution's code, not by the name of its folder.

A plan that comes to a new address is the one that left its old address, in the same commit or before, if both are of
one institution (`kode` and `skema_kode`) and their periods overlap. So a folder that is renamed with edits in the same
commit, a period that is prolonged, and a plan that was away keep their past, and a plan for the next period begins one.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.lines import Identify, Line, PlanVersion, Waiting
from generator.reading.past.standing import FilesChanged, changes
from generator.reading.past.steps import CommitFiles


def lineages(steps: Iterable[CommitFiles], root: str, identify: Identify) -> dict[PlanAddress, tuple[PlanVersion, ...]]:
    """Every plan's versions, the oldest first, by the address at which it stands or last stood.

    Of several that left the same address, only the last is kept, and none where another plan stands today.
    """
    here: dict[PlanAddress, Line] = {}
    gone = Waiting(identify)
    for number, commit, changed in changes(steps, root):
        for line, address, files in _settled(changed, here, gone, identify):
            line.files = files or line.files
            line.versions.append(PlanVersion(commit, number, address, files))
    found = {line.address: tuple(line.versions) for line in gone}
    found |= {address: tuple(line.versions) for address, line in here.items()}
    return dict(sorted(found.items()))


def _settled(
    changed: Mapping[PlanAddress, FilesChanged], here: dict[PlanAddress, Line], gone: Waiting, identify: Identify
) -> Iterator[tuple[Line, PlanAddress, tuple[Blob, ...]]]:
    """Each plan that a commit changed, where it stands and with what; `here` and `gone` are brought up to date."""
    left = [address for address, (before, after) in changed.items() if before and not after]
    came = [address for address, (before, after) in changed.items() if after and not before]
    replaced = _replaced(changed, left, identify)
    free = {address: here.pop(address) for address in (*left, *replaced)}
    for line in free.values():
        gone.add(line)
    taken = {address: gone.take(address, changed[address].after, free) for address in sorted((*came, *replaced))}
    for address, found in taken.items():
        if found is None and address in replaced and free[address] in gone:
            found = free[address]  # an institution may put its code right
            gone.remove(found)
        here[address] = found or Line()
    for address, line in free.items():
        if line in gone:
            yield line, address, ()
    for address, (_, after) in changed.items():
        if after:
            yield here[address], address, after


def _replaced(
    changed: Mapping[PlanAddress, FilesChanged], left: list[PlanAddress], identify: Identify
) -> list[PlanAddress]:
    """Addresses at which another institution stands now: two folders exchanged names, or took each other's."""
    moving = {
        blob.id: address for address, (before, after) in changed.items() for blob in set(before).difference(after)
    }
    return [
        address
        for address, (before, after) in changed.items()
        if before
        and after
        and (left or any(moving.get(blob.id, address) != address for blob in after))
        and None not in (identities := {identify(address, before), identify(address, after)})
        and len(identities) > 1
    ]
