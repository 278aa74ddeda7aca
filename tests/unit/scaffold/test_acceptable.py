"""What is taken for an answer is what the settings take later."""

import pytest

from generator.scaffold import Refusal
from generator.scaffold.acceptable import a_folder, an_address


@pytest.mark.parametrize("text", ["", "https://rencana.sagara.example/", "http://localhost:8000/rencana"])
def test_an_address_or_none_is_taken(text: str) -> None:
    an_address(text)


@pytest.mark.parametrize(
    "text",
    [
        *("https://[", "https://[x", "https://a:99999999/", "https://a/?x", "https://a<b>/", "sagara.example"),
        *("https://a:b@c.example/", "javascript:alert(1)", "https://a b/", "https://"),
    ],
)
def test_what_the_settings_would_refuse_is_no_answer(text: str) -> None:
    with pytest.raises(Refusal):
        an_address(text)


@pytest.mark.parametrize("name", ["con", "nul", "com1"])
def test_no_folder_is_made_that_windows_cannot_have(name: str) -> None:
    with pytest.raises(Refusal):
        a_folder(name)
