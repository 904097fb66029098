"""Paper: text that breaks, drawings that stay whole, pages that follow one another."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from convviz.export.handout import handout
from convviz.export.paper import Drawing, NewPage, Paragraph, heading
from convviz.export.worksheet import worksheet
from convviz.labs import lab_of
from convviz.labs.pictures import read_source
from convviz.labs.story import tell
from convviz.paint.paper import as_paper
from convviz.scene.examples import load_example
from convviz.scene.lesson_file import built_in

pytestmark = pytest.mark.usefixtures("qapp")
SCENE = load_example("no-padding")
reads_text = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")


def pages(data: bytes) -> int:
    return int(re.search(rb"/Type /Pages.*?/Count (\d+)", data, re.DOTALL)[1])


def text_of(data: bytes, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    ).stdout


def test_a_worksheet_is_a_page_and_its_key() -> None:
    lab = lab_of(SCENE)
    data = as_paper(worksheet(tell(SCENE, read_source(SCENE), lab), lab, "No padding"), "No padding")
    assert data.startswith(b"%PDF")
    assert pages(data) == 2


def test_a_page_is_begun_when_one_is_full() -> None:
    line = Paragraph("A line of text.")
    assert pages(as_paper([line] * 10, "x")) == 1
    assert pages(as_paper([line] * 100, "x")) == 3
    assert pages(as_paper([line, NewPage(), line], "x")) == 2


@reads_text
def test_a_heading_stays_with_what_follows_it(tmp_path: Path) -> None:
    for filler in range(34, 46):
        blocks = [Paragraph("Filler.")] * filler + [heading("HEADING"), Paragraph("FOLLOWING")]
        sheets = text_of(as_paper(blocks, "x"), tmp_path).split("\f")
        with_heading = [n for n, sheet in enumerate(sheets) if "HEADING" in sheet]
        assert with_heading == [n for n, sheet in enumerate(sheets) if "FOLLOWING" in sheet]


@reads_text
def test_long_text_breaks_and_nothing_of_it_is_lost(tmp_path: Path) -> None:
    words = [f"word{n}" for n in range(300)]
    said = text_of(as_paper([Paragraph(" ".join(words))], "x"), tmp_path)
    assert [word for word in said.split() if word.startswith("word")] == words
    assert len([line for line in said.splitlines() if "word" in line]) > 10


@reads_text
def test_chinese_is_text_too(tmp_path: Path) -> None:
    assert "卷积核" in text_of(as_paper([Paragraph("卷积核在图像上滑动。")], "课"), tmp_path)


@reads_text
def test_pages_are_numbered_under_their_title(tmp_path: Path) -> None:
    said = text_of(as_paper([Paragraph("a"), NewPage(), Paragraph("b")], "The title"), tmp_path)
    assert "Page 1" in said
    assert "Page 2" in said
    assert said.count("The title") == 2


def test_every_built_in_lesson_can_be_put_on_paper() -> None:
    for lesson in built_in():
        content = lesson.load()
        blocks = list(handout(content, read_source))
        assert sum(isinstance(block, Drawing) for block in blocks) == len(content.pages)
        assert pages(as_paper(blocks, content.title.en)) >= len(content.pages) // 3
