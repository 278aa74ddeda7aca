"""Every field of the format says what it is, and says it consistently."""

import pytest

from generator.locale import language
from generator.model.activity import Activity
from generator.model.blueprint import FundingSection, Gap
from generator.model.costs import BudgetLine
from generator.model.description import Field, Shape, fields, tables
from generator.model.entity import Entity
from generator.model.institution import PlanHeader
from generator.model.plan import Plan
from generator.model.terms import Phase, SectionKey
from generator.model.value_type import ValueType
from generator.reading.expected import fields_at


def entities(entity: type[Entity] = Plan) -> set[type[Entity]]:
    inner = {field.group for field in fields(entity) if field.group}
    return {entity}.union(*(entities(each) for each in inner))


ALL = [
    pytest.param(field, id=f"{entity.__name__}.{field.key}")
    for entity in sorted(entities(), key=lambda each: each.__name__)
    for field in fields(entity)
]


def of(entity: type[Entity], key: str) -> Field:
    return next(field for field in fields(entity) if field.key == key)


@pytest.mark.parametrize("field", ALL)
def test_a_field_says_what_belongs_to_its_type_and_nothing_else(field: Field) -> None:
    assert (field.group is not None) == (field.value_type is ValueType.GROUP)
    assert (field.choices is not None) == (field.value_type is ValueType.CHOICE)
    assert (field.target is not None) == (field.says is not None) == (field.value_type is ValueType.REFERENCE)
    assert field.title
    assert field.description.endswith(".")
    numbers = (ValueType.NUMBER, ValueType.RUPIAH, ValueType.PERCENT, ValueType.COUNT)
    assert not (field.unit or field.unit_key) or field.value_type in numbers


def test_the_unit_of_a_number_stands_in_a_key_beside_it() -> None:
    for entity in entities():
        for field in fields(entity):
            assert not field.unit_key or of(entity, field.unit_key).value_type is ValueType.TEXT


def test_fields_are_those_of_the_format_in_its_order() -> None:
    assert [field.key for field in fields(Plan)] == list(fields_at(()))
    assert [field.key for field in fields(Activity)] == list(fields_at(("kegiatan", 0)))


def test_what_some_fields_say() -> None:
    closes = of(Activity, "menutup")
    assert (closes.name, closes.shape, closes.target, closes.required) == ("closes", Shape.MANY, Gap, False)
    assert closes.says is not None
    assert language().word(closes.says) == "menutup kesenjangan"
    assert of(Activity, "bergantung_pada").target is Activity
    sections = of(Activity, "bagian")
    assert (sections.choices, sections.shape, sections.required) == (SectionKey, Shape.MANY, False)
    amount = of(BudgetLine, "jumlah")
    assert (amount.value_type, amount.unit, amount.unknown, amount.promise) == (ValueType.RUPIAH, "rupiah", True, True)
    assert of(BudgetLine, "fase").choices is Phase
    ceilings = of(FundingSection, "pagu")
    assert (ceilings.shape, ceilings.value_type, ceilings.unknown) == (Shape.BY_YEAR, ValueType.RUPIAH, True)
    assert of(PlanHeader, "penetapan").value_type is ValueType.GROUP
    assert of(Plan, "versi_format").value_type is ValueType.VERSION
    assert of(Gap, "uraian").value_type is ValueType.MARKDOWN


def test_every_kind_of_item_has_a_name_inside_a_sentence() -> None:
    for table in tables():
        if table.item:
            assert table.item.called.msgid == table.item.called.msgid.lower()
