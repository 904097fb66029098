from __future__ import annotations

from collections.abc import Iterator

import pytest

from convviz import i18n
from convviz.i18n import Message, msg, tr

CHINESE = {"{n} taps": "{n} 个采样点", "Stride": "步幅", "{name} is {value}.": "{name}是{value}。"}


@pytest.fixture
def chinese() -> Iterator[None]:
    i18n.use(lambda text: CHINESE.get(text, text))
    yield
    i18n.use(str)


def test_a_message_is_data() -> None:
    assert msg("{n} taps", n=9) == Message("{n} taps", (("n", 9),))
    assert hash(msg("{n} taps", n=9)) == hash(msg("{n} taps", n=9))
    assert msg("{n} taps", n=9) != msg("{n} taps", n=8)


def test_in_english_a_text_is_itself() -> None:
    assert tr("Stride") == "Stride"
    assert tr(msg("{n} taps", n=9)) == str(msg("{n} taps", n=9)) == "9 taps"


def test_a_message_from_before_speaks_the_language_of_the_moment(chinese: None) -> None:
    assert tr(msg("{n} taps", n=9)) == "9 个采样点"
    assert tr("Stride") == "步幅"
    assert tr("Padding") == "Padding"


def test_a_message_within_a_message_is_translated_too(chinese: None) -> None:
    assert tr(msg("{name} is {value}.", name=msg("Stride"), value=2)) == "步幅是2。"


def test_braces_without_values_are_text() -> None:
    assert tr(msg("a {set}")) == str(msg("a {set}")) == "a {set}"


@pytest.mark.parametrize(
    ("value", "shown"), [(-2, "−2"), (-0.5, "−0.5"), (3, "3"), (0, "0"), (True, "True"), ("-2", "-2")]
)
def test_shown_numbers_have_a_true_minus_sign(value: object, shown: str) -> None:
    assert tr(msg("{value}", value=value)) == shown
