"""Paper: text that breaks, drawings that stay whole, pages that follow one another; films of lessons."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from convviz.export.handout import handout
from convviz.export.paper import Drawing, NewPage, Paragraph, heading
from convviz.export.take import Take
from convviz.export.worksheet import worksheet
from convviz.labs import lab_of
from convviz.labs.pictures import read_source
from convviz.labs.story import tell
from convviz.paint.paper import as_paper
from convviz.paint.reel import STANDING, Reel, reel_of
from convviz.scene.examples import load_example
from convviz.scene.lesson import Lesson, Page, Words
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


# --- films

STILL = Page(Words("Still", "静"), Words(), SCENE, at=0.0)
MOVING = Page(Words("Moving", "动"), Words(), SCENE, watch=(0, 1))


def reel(*parts: Page) -> Reel:
    lesson = Lesson("x", Words("L"), Words(), parts)
    return reel_of(lesson, parts, Take(SCENE, (480, 270), fps=10, speed=2.0), read_source)


def test_a_page_with_nothing_to_watch_stands_for_a_while() -> None:
    footage = reel(STILL)
    frames = list(footage.frames())
    assert [frame.ticks for frame in frames] == [STANDING * 10]
    assert footage.ticks == STANDING * 10
    assert (frames[0].pixels == footage.still()).all()


def test_a_reel_is_as_long_as_its_pages_and_no_frame_is_there_twice() -> None:
    footage = reel(STILL, MOVING, MOVING)
    frames = list(footage.frames())
    assert sum(frame.ticks for frame in frames) == footage.ticks
    assert footage.ticks == STANDING * 10 + 2 * reel(MOVING).ticks
    assert all((a.pixels != b.pixels).any() for a, b in pairwise(frames))
    assert (footage.size, footage.fps) == ((480, 270), 10)


def test_the_same_page_twice_is_one_frame() -> None:
    frames = list(reel(STILL, STILL).frames())
    assert [frame.ticks for frame in frames] == [2 * STANDING * 10]


def test_samples_show_every_page() -> None:
    footage = reel(STILL, MOVING)
    found = list(footage.samples(6))
    assert any((each == footage.still()).all() for each in found)
    assert any((each != footage.still()).any() for each in found)
    assert all(each.shape == (270, 480, 3) and each.dtype == np.uint8 for each in found)


def test_a_reel_as_vectors_is_its_first_page() -> None:
    assert b"Still" in reel(STILL, MOVING).svg()
    assert pages(reel(STILL, MOVING).pdf()) == 1
