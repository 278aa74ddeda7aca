"""What the plan format expects at a route of keys and indices."""

from collections.abc import Iterator

from generator.model.description import Field, Shape, fields
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.reading.nodes import Group, Listing, Node, Route, Scalar, find


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


def values(node: Node, entity: type[Entity] = Plan) -> Iterator[tuple[Field, Scalar]]:
    """Every text of a group that stands where a value is expected, with its field."""
    for field in fields(entity) if isinstance(node, Group) else ():
        value = find(node, (field.key,))
        inner = value.values() if field.shape is Shape.BY_YEAR and isinstance(value, Group) else (value,)
        for each in (each for one in inner for each in (one if isinstance(one, Listing) else (one,))):
            if isinstance(each, Scalar):
                yield field, each
            elif each is not None and field.group:
                yield from values(each, field.group)


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
