"""SVG and PDF: drawn as on the stage, and text is text."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from convviz.export.footage import Array
from convviz.export.take import Take
from convviz.labs.pictures import read_source
from convviz.paint.film import Film, film_of
from convviz.scene.examples import load_example
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
    difference = np.abs(blurred(rendered(made.svg())) - blurred(made.still()))
    assert difference.mean() < 2
    assert difference.max() < 45, "more differs than letters and the edges of lines"


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
