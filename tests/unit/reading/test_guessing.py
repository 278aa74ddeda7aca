"""What a wrong word may have meant."""

from generator.reading.guessing import LONGEST, Guesses


def test_the_most_alike_word_is_meant_whatever_its_letter_case() -> None:
    assert Guesses().nearest("k-portl", ["K-Portal", "K-Pusat"], 0.7) == "K-Portal"
    assert Guesses().nearest("k-portl", ["G-1"], 0.7) is None


def test_only_a_likely_word_is_meant() -> None:
    assert Guesses().nearest("K-12", ["K-11", "K-122"], 0.6, likely=lambda word: word != "K-122") == "K-11"


def test_a_plan_may_ask_for_so_much_and_no_more() -> None:
    guesses, known = Guesses(), ["kegiatan" * 10] * 500
    told = [guesses.nearest("kegiatan" * 10, known, 0.7) for _ in range(50)]
    assert told[0] == known[0]
    assert told[-1] is None


def test_no_more_of_a_word_is_looked_at_than_of_the_known_ones() -> None:
    assert Guesses().nearest("a" * 10_000, ["a" * LONGEST], 0.9) == "a" * LONGEST
