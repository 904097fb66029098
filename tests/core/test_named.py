import os

import numpy as np
import pytest
from PIL import Image as PillowImage

from convviz.core import kernels
from convviz.core.errors import ImageError, KernelError
from convviz.core.named import kernel_rows, picture


def test_a_kernel_of_the_table_by_its_name():
    assert kernel_rows("sobel-x") == kernels.rows("sobel-x")
    assert kernel_rows("gaussian") == kernels.rows("gaussian")


def test_a_kernel_with_parameters():
    assert kernel_rows("gaussian:sigma=2.5") == kernels.rows("gaussian", sigma=2.5)
    assert kernel_rows("dog: sigma=2, ratio=3/2") == kernels.rows("dog", sigma=2, ratio=1.5)


def test_a_kernel_text_by_its_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("mine.txt", "mine", "sobel-x"):
        (tmp_path / name).write_text("1 2\n3 4\n")
    for name in ("mine.txt", "mine", f".{os.sep}sobel-x", str(tmp_path / "sobel-x")):
        assert kernel_rows(name) == ((1, 2), (3, 4))
    assert kernel_rows("sobel-x") == kernels.rows("sobel-x")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("sobel", "There is no kernel “sobel”; the nearest names are sobel-"),
        ("sobe:sigma=1", "There is no kernel “sobe”; the nearest"),
        ("mine.txt", "There is no file mine.txt."),
        ("folder/mine", "There is no file folder/mine."),
        ("sobel-x:sigma=1", "sobel-x has no parameters, so nothing may follow its name."),
        ("gaussian:2", "The parameters of gaussian are written like gaussian:sigma=1, not “2”."),
        ("gaussian:", "The parameters of gaussian are written like gaussian:sigma=1, not “”."),
        ("gaussian:size=2", "has no parameter “size”."),
        ("gaussian:sigma=wide", "“wide” is not a number."),
        ("gaussian:sigma=99", "must be from 0.3 to 10, not 99.0."),
    ],
)
def test_a_name_of_no_kernel_is_refused(tmp_path, monkeypatch, name, sentence):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(KernelError) as refusal:
        kernel_rows(name)
    assert sentence in str(refusal.value)


def test_a_sample_by_its_name():
    assert picture("sample:camera").shape == (512, 512)
    with pytest.raises(ImageError, match="There is no sample picture “moon”"):
        picture("sample:moon")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no colons in file names")
def test_a_file_comes_before_a_sample_of_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    PillowImage.fromarray(np.zeros((2, 3), np.uint8)).save(tmp_path / "sample:camera", "png")
    assert picture("sample:camera").shape == (2, 3)


def test_a_picture_by_its_file(tmp_path):
    PillowImage.fromarray(np.zeros((2, 3), np.uint8)).save(tmp_path / "a.png")
    assert picture(str(tmp_path / "a.png")).shape == (2, 3)
    with pytest.raises(ImageError, match="There is no file"):
        picture(str(tmp_path / "b.png"))
