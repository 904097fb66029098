"""SVG and PDF: drawn as on the stage, and text is text."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from dataclasses import replace as replaced
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image as PILImage
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from convviz.export.footage import Array
from convviz.export.handout import handout
from convviz.export.paper import Drawing
from convviz.export.take import Take
from convviz.export.worksheet import worksheet
from convviz.figure.figure import Text
from convviz.labs import lab_of
from convviz.labs.pictures import read_source
from convviz.labs.story import tell
from convviz.paint.film import Film, film_of
from convviz.paint.painter import paint
from convviz.paint.paper import MARGIN, WIDTH, as_paper
from convviz.paint.theme import load
from convviz.scene.examples import EXAMPLES, load_example
from convviz.scene.lesson import Lesson, Page, Words
from convviz.scene.scene import Region, Scene

pytestmark = pytest.mark.usefixtures("qapp")
SVG = "{http://www.w3.org/2000/svg}"


def film(scene: Scene | str = "strided", **choices: object) -> Film:
    scene = load_example(scene) if isinstance(scene, str) else scene
    return film_of(Take(scene, (960, 540), at=3.9, **choices), read_source(scene))  # type: ignore[arg-type]


def rendered(svg: bytes) -> Array:
    """What another reader of SVG makes of it."""
    image = QImage(960, 540, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    renderer.render(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(540, 960, 4)[..., 2::-1].copy()


def blurred(pixels: Array) -> Array:
    """Averages of 20 × 20: this reader has other fonts, and draws lines half a pixel off."""
    return pixels.reshape(27, 20, 48, 20, 3).mean((1, 3))


@pytest.mark.parametrize("name", ["strided", "full-padding", "three-channels", "layer", "signal"])
def test_an_svg_looks_like_the_stage(name: str) -> None:
    made = film(name)
    shown = rendered(made.svg())
    assert alike(shown, made.still())
    assert not alike(shown, replaced(made, at=made.story.timeline.at(0.1)).still()), "it tells moments apart"


@pytest.mark.parametrize("example", [row.id for row in EXAMPLES[::4]])
def test_lines_and_cells_of_an_svg_are_where_they_are_on_the_stage(example: str) -> None:
    """Not blurred: all but the letters, and a pixel around each, is the same."""
    made = film(example)
    without = [item for item in made.figure(made.at).items if not isinstance(item, Text)]
    assert len(without) > 5
    shown, wanted = rendered(made.svg()).astype(int), made.still()
    far = (np.abs(shown - wanted) > 60).any(2)
    assert far.mean() < 0.06  # the letters of three slices full of numbers are 4.5 % of them


needs_poppler = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler-utils is not installed")


def rasterised(pdf: bytes, folder: Path, page: int = 1, dpi: int = 96) -> Array:
    """A page of a PDF as Poppler shows it: uint8 (H, W, 3)."""
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    words = ["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), "-singlefile", "-png"]
    subprocess.run([*words, str(path), str(folder / "page")], check=True)
    with PILImage.open(folder / "page.png") as image:
        return np.asarray(image.convert("RGB"))


def alike(pixels: Array, wanted: Array, most: float = 45.0) -> bool:
    """Whether no more differs than letters and the edges of lines, in averages of 20 × 20."""
    difference = np.abs(blurred(pixels) - blurred(wanted))
    return bool(difference.mean() < 2 and difference.max() < most)


@needs_poppler
@pytest.mark.parametrize("name", ["strided", "full-padding", "three-channels", "layer", "signal"])
def test_a_pdf_looks_like_the_stage(name: str, tmp_path: Path) -> None:
    made = film(name, title="Stage", theme="dark" if name == "layer" else "light")
    shown = rasterised(made.pdf(), tmp_path)
    assert shown.shape == (540, 960, 3)
    assert alike(shown, made.still())
    assert not alike(shown, replaced(made, at=made.story.timeline.at(0.1)).still()), "it tells moments apart"


@needs_poppler
def test_drawings_on_paper_look_like_the_stage(tmp_path: Path) -> None:
    """The stage of a worksheet's key, and both pictures of a handout's page, at the width of the paper."""
    scene = load_example("no-padding")
    lab = lab_of(scene)
    lesson = Lesson(
        "x", Words("L"), Words(), (Page(Words("P"), Words(), Scene(region=Region(9, 9, 3, 3)), view="whole"),)
    )
    for blocks, page in (
        (list(worksheet(tell(scene, read_source(scene), lab), lab, "x")), 2),
        (list(handout(lesson, read_source)), 1),
    ):
        drawing = [block for block in blocks if isinstance(block, Drawing)][-1]
        sheet = rasterised(as_paper(blocks, "x"), tmp_path, page, dpi=96)
        wanted = painted(drawing, (WIDTH - 2 * MARGIN) / drawing.figure.size.w)
        height, width = wanted.shape[:2]
        part = sheet[:, round(MARGIN) : round(MARGIN) + width].astype(int)
        rows, profile = part.mean((1, 2)), wanted.mean((1, 2))
        tops = range(len(rows) - height)
        top = min(tops, key=lambda top: np.abs(rows[top : top + height] - profile).sum())
        away = np.abs(part[top : top + height] - wanted)
        assert (away > 60).any(2).mean() < 0.04
        assert away.mean() < 9, "a photo is printed finer than a screen shows it"


def painted(drawing: Drawing, scale: float) -> Array:
    """A drawing as it stands on paper, uint8 (H, W, 3)."""
    width, height = round(drawing.figure.size.w * scale), round(drawing.height * scale)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(drawing.figure, painter, load("light"))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)[..., 2::-1].copy()


def test_text_of_an_svg_is_text() -> None:
    made = film(title="Stride 2 & padding 1")
    root = ET.fromstring(made.svg())
    assert root.get("viewBox") == "0 0 960 540"
    assert root.findtext(f"{SVG}title") == "Stride 2 & padding 1"
    texts = [element.text for element in root.iter(f"{SVG}text")]
    for wanted in ("Input", "Kernel", "Output", "Stride 2 & padding 1"):
        assert wanted in texts
    assert any(text and text.startswith("y[") for text in texts)


def test_cells_of_an_svg_are_squares_and_not_a_blurred_picture() -> None:
    root = ET.fromstring(film().svg())
    assert not [e for e in root.iter(f"{SVG}image") if float(e.get("width", 0)) > 200]
    assert len(list(root.iter(f"{SVG}rect"))) > 25 + 9 + 9


def test_very_small_cells_are_one_picture() -> None:
    scene = Scene(region=Region(100, 100, 120, 120))
    root = ET.fromstring(film(scene).svg())
    assert list(root.iter(f"{SVG}image"))


def test_a_pdf_is_one_page_of_its_size_with_its_fonts() -> None:
    data = film(title="Stride 2").pdf()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1
    box = re.search(rb"/MediaBox\s*\[([^\]]*)\]", data)
    assert box is not None
    assert [round(float(number)) for number in box[1].split()] == [0, 0, 720, 405]  # points of 1/72 inch
    assert b"/ToUnicode" in data, "its text cannot be found or copied"
    assert b"/FontFile2" in data


def test_a_pdf_draws_its_text_as_text() -> None:
    operators = b"".join(
        zlib.decompress(stream)
        for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", film().pdf(), re.DOTALL)
        if stream[:1] == b"\x78"
    )
    assert operators.count(b" Tj") + operators.count(b" TJ") > 50


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_a_pdf_says_what_the_stage_says(tmp_path: Path) -> None:
    path = tmp_path / "stage.pdf"
    path.write_bytes(film(title="Stride 2").pdf())
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    for wanted in ("Stride 2", "Input", "Kernel", "Output"):
        assert wanted in done.stdout
