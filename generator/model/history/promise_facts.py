"""All that findings about a plan are told of its past."""

from generator.model.baseline_change import LastChange, PromiseFact
from generator.model.history.baseline import baseline_changes
from generator.model.history.record import History
from generator.model.history.unexplained import unexplained_moves
from generator.model.plan import Plan


def promise_facts(history: History, plan: Plan) -> tuple[PromiseFact, ...]:
    """The moves of its promises, and the newest change of all; nothing where the history is not known."""
    last = (LastChange(version.day) for version in history.changed[-1:])
    return (*baseline_changes(history, plan), *unexplained_moves(history, plan), *last)
