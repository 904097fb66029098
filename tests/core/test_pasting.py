"""A pasted picture becomes a file that opens as it looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from convviz.core.errors import ImageError
from convviz.core.images import open_image
from convviz.core.pasting import save_pasted


def test_colours_are_kept_and_transparency_is_laid_on_white(tmp_path: Path) -> None:
    save_pasted(tmp_path / "a.png", bytes([1, 2, 3, 255, 9, 9, 9, 0]), 2, 1)
    assert open_image(tmp_path / "a.png").pixels.tolist() == [[[1, 2, 3]], [[255, 255, 255]]]


@pytest.mark.parametrize(("height", "width"), [(1, 2), (0, 0), (-1, -1)])
def test_bytes_that_are_no_picture_are_refused(tmp_path: Path, height: int, width: int) -> None:
    with pytest.raises(ImageError, match="does not have 4 bytes"):
        save_pasted(tmp_path / "a.png", bytes(4), height, width)
    assert list(tmp_path.iterdir()) == []
