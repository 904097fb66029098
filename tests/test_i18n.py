from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from convviz import i18n
from convviz.i18n import Large, Message, msg, tr

CHINESE = {
    "{n} taps": "{n} 个采样点",
    "Stride": "步幅",
    "{name} is {value}.": "{name}是{value}。",
    "{name} has {n:.1f} of {name!r}.": "{name} 有 {n:.1f} 的{name!r}。",
    i18n.LARGE: "4 万 8 亿",
}


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
    assert tr(msg("{name} is {value}.", name=msg("Stride"), value=2)) == "步幅是 2。"


@pytest.mark.parametrize(
    ("source", "values", "shown"),
    [
        ("{name} is {value}.", {"name": "--groups", "value": "θ"}, "--groups 是 θ。"),
        ("{name} is {value}.", {"name": "“a”", "value": "二"}, "“a”是二。"),
        ("{name} is {value}.", {"name": "步幅 ", "value": ""}, "步幅是。"),
        ("{name} is {value}.", {"name": "步幅  ", "value": 1}, "步幅  是 1。"),
        ("{name} has {n:.1f} of {name!r}.", {"name": "步幅", "n": 2}, "步幅有 2.0 的'步幅'。"),
        ("{name} has {n:.1f} of {name!r}.", {"name": "a", "n": 2}, "a 有 2.0 的'a'。"),
        ("{n} taps", {"n": 9}, "9 个采样点"),
    ],
)
def test_chinese_parts_its_characters_from_latin_ones_with_a_space(
    source: str, values: dict[str, object], shown: str, chinese: None
) -> None:
    assert tr(msg(source, **values)) == shown


def test_braces_without_values_are_text() -> None:
    for text in ("a {set}", "边{缘", "边}"):  # a kernel may be called so
        assert tr(msg(text)) == str(msg(text)) == text


@pytest.mark.parametrize(
    ("value", "shown"), [(-2, "−2"), (-0.5, "−0.5"), (3, "3"), (0, "0"), (True, "True"), ("-2", "-2")]
)
def test_shown_numbers_have_a_true_minus_sign(value: object, shown: str) -> None:
    assert tr(msg("{value}", value=value)) == shown


@pytest.mark.parametrize(
    ("count", "english", "chinese"),
    [
        (0, "0", "0"),
        (999_999, "999,999", "999,999"),
        (1_000_000, "1 million", "100 万"),
        (26_214_500, "26.2 million", "2620 万"),
        (99_990_000, "100 million", "1 亿"),
        (193_548_000, "194 million", "1.94 亿"),
        (999_600_000, "1 billion", "10 亿"),
        (3_600_000_100, "3.6 billion", "36 亿"),
        (10**13, "10,000 billion", "100,000 亿"),
    ],
)
def test_large_counts_are_said_in_the_words_of_the_language(count: int, english: str, chinese: str) -> None:
    large = msg("{n}", n=Large(count))
    assert tr(large) == str(large) == english
    i18n.use(lambda text: CHINESE.get(text, text))
    try:
        assert tr(large) == chinese
    finally:
        i18n.use(str)


TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN"><context><name>x</name>
<message><source>English</source><translation>简体中文</translation></message>
<message><source>Stride</source><translation>步幅</translation></message>
<message><source>Padding</source><translation type="unfinished">填</translation></message>
</context></TS>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "zh_CN").mkdir()
    (tmp_path / "zh_CN" / i18n.TEXTS).write_text(TS, encoding="utf-8")
    yield tmp_path
    i18n.use(str)


def test_a_language_is_a_folder(folder: Path) -> None:
    assert i18n.languages(folder) == ("en", "zh_CN")
    assert [i18n.own_name(code, folder) for code in i18n.languages(folder)] == ["English", "简体中文"]


def test_a_language_is_spoken_until_another_is(folder: Path) -> None:
    i18n.speak("zh_CN", folder)
    assert (i18n.language(), tr("Stride")) == ("zh_CN", "步幅")
    i18n.speak("en", folder)
    assert (i18n.language(), tr("Stride")) == ("en", "Stride")


def test_what_is_not_translated_yet_is_english(folder: Path) -> None:
    i18n.speak("zh_CN", folder)
    assert tr("Padding") == "Padding"
    i18n.speak("tlh", folder)
    assert i18n.language() == "en"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("zh-Hans-CN", "zh_CN"),
        ("zh_CN.UTF-8", "zh_CN"),
        ("de_DE", "en"),
        ("C", "en"),
        ("en-GB", "en"),
        ("", "en"),
    ],
)
def test_a_locale_finds_its_language(folder: Path, wanted: str, code: str) -> None:
    assert i18n.best(wanted, folder) == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("&Open image…", "Open image"),
        ("打开图像(&O)…", "打开图像"),
        ("Slo&wer", "Slower"),
        ("减慢(&W)", "减慢"),
    ],
)
def test_a_menu_text_as_a_name(text: str, name: str) -> None:
    assert i18n.plain(text) == name
