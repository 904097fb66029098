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
IN_LESSONS = {**VOCABULARY, "tap": "抽头", "stage": "演示区"}
SAYINGS = {
    "en": "hybrid dilated convolution|A 3 × 3 convolution|network in network|red minus green|Deep Learning"
    "|Dive into Deep Learning",
    "zh_CN": "植树问题|前 1 后 2|混合膨胀卷积|3 × 3 卷积|network in network|红减绿|钉床|反卷积|图像变成列",
}
"""What lessons put in quotation marks though it is no label of the program."""
OTHER_WORDS = "取样点|取样间距|孔洞|冲激|成本|反射填充|复制填充"
"""Chinese words for what the program calls otherwise."""
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


def test_lessons_use_the_words_of_the_program(path: Path) -> None:
    for english, own in _said_in_lessons(path.parent.name):
        for term, chinese in IN_LESSONS.items() if path.parent.name == "zh_CN" else ():
            assert chinese in own or not re.search(rf"\b{term}s?\b", english.casefold()), english
        assert path.parent.name != "zh_CN" or not re.search(OTHER_WORDS, own), own
        assert not re.search(r"\d \d{3}\b", english + own), "thousands are parted by commas, as in the window"


def test_labels_in_lessons_are_those_of_the_window(path: Path) -> None:
    translations = texts.read(path)
    labels = {"en": set(translations), path.parent.name: set(translations.values())}
    for both in _said_in_lessons(path.parent.name):
        for code, text in zip(("en", path.parent.name), both, strict=True):
            quoted = set(re.findall("“([^”]*)”", text)) - set(SAYINGS[code].split("|"))
            assert quoted <= labels[code], text


def _said_in_lessons(code: str) -> list[tuple[str, str]]:
    """Every text of every lesson, in English and in another language."""
    lessons = [entry.load() for entry in built_in()]
    return [
        pair
        for lesson in lessons
        for pair in zip(texts.written(lesson, "en"), texts.written(lesson, code), strict=True)
    ]
