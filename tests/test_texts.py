"""Every text of the program in every language: translated, finished, and with the same places for values."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

from convviz import i18n
from convviz.i18n import tr
from convviz.scene.lesson_file import built_in
from convviz.views.actions import MENUS
from tests import texts

pytestmark = pytest.mark.parametrize("path", texts.FILES, ids=lambda path: path.parent.name)

VOCABULARY = {
    "input": "输入",
    "output": "输出",
    "kernel": "卷积核",
    "filter": "滤波器",
    "feature map": "特征图",
    "channel": "通道",
    "stride": "步幅",
    "padding": "填充",
    "dilation": "膨胀率",
    "groups": "分组",
    "bias": "偏置",
    "receptive field": "感受野",
    "cross-correlation": "互相关",
    "convolution": "卷积",
    "transposed convolution": "转置卷积",
    "pooling": "池化",
    "unpooling": "反池化",
    "activation": "激活",
}
CODING = "channel coding"
"""Its channel is a line of telegraphy."""
HAN = re.compile("[\u4e00-\u9fff]")


def places(text: str) -> Counter[tuple[str, str | None, str | None]]:
    """The places for values, each with how it is to be written."""
    return Counter((name, form, how) for _, name, form, how in Formatter().parse(text) if name is not None)


def mnemonics(text: str) -> list[str]:
    return [letter.upper() for letter in re.findall(r"&(\w)", text)]


def test_every_text_is_translated(path: Path) -> None:
    translations = texts.read(path)
    assert len(translations) > 1000
    assert [text for text, translation in translations.items() if not translation] == []
    assert sorted({*texts.said(), *texts.tabled()} - set(translations)) == []


def test_no_translation_has_lost_its_text(path: Path) -> None:
    known = {*texts.constants(), *texts.tabled()}
    assert sorted(set(texts.read(path)) - known) == []


def test_values_have_the_same_places(path: Path) -> None:
    for text, translation in i18n.translations(path).items():
        if places(text):
            assert places(translation) == places(text)


def test_the_frame_of_a_text_is_kept(path: Path) -> None:
    """Its mnemonic, an ellipsis at its end, and the spaces that part it from its neighbours."""
    for text, translation in i18n.translations(path).items():
        assert mnemonics(translation) == mnemonics(text)
        assert translation.endswith("…") == text.endswith(("…", " …")), text
        assert text.endswith(" ") == translation.endswith((" ", "：")) or not text.endswith(" "), text


def test_the_mnemonics_of_a_menu_are_told_apart(path: Path) -> None:
    for code in (i18n.ENGLISH, path.parent.name):
        i18n.speak(code, path.parent.parent)
        for menu in ([title for _, title, _ in MENUS], *([e.text for e in rows] for _, _, rows in MENUS)):
            letters = [letter for text in menu for letter in mnemonics(tr(text))]
            assert len(letters) == len(set(letters)), menu


def test_a_file_is_as_it_is_written(path: Path, tmp_path: Path) -> None:
    again = tmp_path / path.parent.name / path.name
    again.parent.mkdir()
    texts.write(again, texts.read(path))
    assert again.read_text("utf-8") == path.read_text("utf-8")


def test_chinese_is_punctuated_as_chinese(path: Path) -> None:
    for text, translation in i18n.translations(path).items():
        typed = re.search("[a-z],[a-z]", text)  # on a command line, rows,columns
        if path.parent.name == "zh_CN" and HAN.search(translation) and not typed:
            assert not re.search(r"[\u4e00-\u9fff][,;:!?]|[\u4e00-\u9fff]\.(\s|$)", translation), text


def test_a_term_is_always_the_same(path: Path) -> None:
    if path.parent.name != "zh_CN":
        return
    for text, translation in i18n.translations(path).items():
        words = (
            re.sub(r"(?m)^ +convviz.*$|no-padding|\w+=\w+|\{[^}]*\}|--[\w-]+", " ", text)
            .casefold()
            .replace(CODING, "")
        )
        for term, chinese in VOCABULARY.items():
            assert chinese in translation or not re.search(rf"\b{term}s?\b", words), text


def test_lessons_are_written_in_every_language(path: Path) -> None:
    assert len(built_in()) >= 14
    for entry in built_in():
        lesson = entry.load()
        for english, own in zip(
            *(texts.written(lesson, code) for code in ("en", path.parent.name)), strict=True
        ):
            assert bool(english.strip()) == bool(own.strip())
            assert not re.search("[A-Za-z]{2,}", english) or english != own
            assert path.parent.name != "zh_CN" or HAN.search(own) or not re.search("[A-Za-z]{2,}", english)
