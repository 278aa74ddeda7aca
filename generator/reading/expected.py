"""What the plan format expects at a route of keys and indices."""

from generator.model.description import Field, fields
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.reading.nodes import Route


def fields_at(route: Route) -> dict[str, Field]:
    """The fields of the group at a route, by key, in the order of the format; none where no group is expected."""
    group = _group_at(route)
    return {field.key: field for field in fields(group)} if group else {}


def field_at(route: Route) -> Field | None:
    """The field whose value, or one of whose values, is at a route."""
    while route and isinstance(route[-1], int):
        route = route[:-1]
    if not route:
        return None
    found = fields_at(route[:-1]).get(str(route[-1]))
    return found or (field_at(route[:-1]) if len(route) > 1 and not fields_at(route[:-1]) else None)


def _group_at(route: Route) -> type[Entity] | None:
    group: type[Entity] = Plan
    for step in route:
        if isinstance(step, int):
            continue
        field = next((field for field in fields(group) if field.key == step), None)
        if field is None or field.group is None:
            return None
        group = field.group
    return group
