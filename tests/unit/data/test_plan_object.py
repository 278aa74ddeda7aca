"""A plan as JSON: what it holds can be read as a plan again."""

import json

import pytest

from generator.data.plan_object import encoded, values
from generator.model.blueprint import Target


@pytest.mark.parametrize("number", ["-0.0000001", "0.50", "1000", "123456789012345678.123456789"])
def test_a_number_has_every_digit_and_no_exponent(number: str) -> None:
    content = encoded(values(Target.model_validate({"nilai": number})))
    plain = number.rstrip("0") if "." in number else number
    assert json.loads(content, parse_float=str, parse_int=str) == {"nilai": plain}
