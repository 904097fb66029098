"""Kernel texts: what is read, what is refused and with which words, and what is written."""

from __future__ import annotations

import math
import os
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.errors import KernelError
from convviz.core.kernel_text import LARGEST_WEIGHT, MAX_BYTES, format_rows, number, parse, read_kernel, shown
from convviz.core.kernels import KERNELS

SOBEL = ((-1.0, 0.0, 1.0), (-2.0, 0.0, 2.0), (-1.0, 0.0, 1.0))

weights = st.floats(-LARGEST_WEIGHT, LARGEST_WEIGHT)
kernels = st.integers(1, 9).flatmap(
    lambda width: st.lists(st.tuples(*[weights] * width), min_size=1, max_size=9).map(tuple)
)


@pytest.mark.parametrize(
    ("typed", "value"), [("３", 3), ("－３．５", -3.5), ("1／9", 1 / 9), ("２。５", 2.5), ("　７ ", 7)]
)
def test_a_number_may_be_as_wide_as_chinese_is_typed(typed: str, value: float) -> None:
    assert number(typed) == pytest.approx(value)


def test_so_may_a_kernel() -> None:
    assert parse("1，2，1\n２；４；２\n1、2、1") == ((1, 2, 1), (2, 4, 2), (1, 2, 1))


def refused(text: str) -> KernelError:
    with pytest.raises(KernelError) as caught:
        parse(text)
    return caught.value


# --- numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        ("1/9", 1 / 9),
        ("-1/2", -0.5),
        ("−2", -2.0),
        ("–2", -2.0),
        ("+3", 3.0),
        (" 0.5 ", 0.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e-3", 0.001),
        ("1E−3", 0.001),
        ("1 / 16", 0.0625),
        ("1.5/.5", 3.0),
        ("3.4028234663852886e38", LARGEST_WEIGHT),
    ],
)
def test_a_number_as_people_type_it(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "kernel_number_word"),
        ("abc", "kernel_number_word"),
        ("1_000", "kernel_number_word"),
        ("1/2/3", "kernel_number_word"),
        ("--1", "kernel_number_word"),
        ("0x10", "kernel_number_word"),
        ("١", "kernel_number_word"),
        ("1/-2", "kernel_number_word"),
        (".", "kernel_number_word"),
        ("nan", "kernel_number_not_finite"),
        ("-Inf", "kernel_number_not_finite"),
        ("−∞", "kernel_number_not_finite"),
        ("infinity", "kernel_number_not_finite"),
        ("1/0", "kernel_number_over_zero"),
        ("0/0.0", "kernel_number_over_zero"),
        ("1e39", "kernel_number_too_large"),
        ("-1e999", "kernel_number_too_large"),
        ("9" * 400 + "/" + "9" * 400, "kernel_number_too_large"),
    ],
)
def test_what_is_not_a_number_is_refused(text: str, code: str) -> None:
    with pytest.raises(KernelError) as caught:
        number(text)
    assert caught.value.code == code


def test_a_refusal_repeats_the_word_but_not_all_of_a_long_one() -> None:
    with pytest.raises(KernelError, match=r"^“abc” is not a number\.$"):
        number("abc")
    with pytest.raises(KernelError) as caught:
        number("z" * 5000)
    assert len(str(caught.value)) < 60


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-2.0, "−2"),
        (182.0, "182"),
        (123456789.0, "123456789"),
        (1 / 9, "0.1111"),
        (-0.5, "−0.5"),
        (1 / 16, "0.0625"),
        (182.53125, "182.5"),
        (12345.678, "12346"),
        (10.125, "10.13"),
        (-4.3125, "−4.313"),
        (7.6875, "7.688"),
        (1234.5, "1235"),
        (0.0625, "0.0625"),
        (999999999999999.5, "1000000000000000"),
        (0.0001, "0.0001"),
        (1.2346e-7, "1.235e−7"),
        (-1e-5, "−1e−5"),
        (1e20, "1e20"),
        (1.5e300, "1.5e300"),
        (math.nan, "NaN"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (np.float32(0.1), "0.1"),
        (7, "7"),
    ],
)
def test_a_number_is_shown_as_long_as_it_needs_to_be(value: float, text: str) -> None:
    assert shown(value) == text


@given(weights)
def test_what_is_shown_can_be_typed_and_is_near(value: float) -> None:
    # 3.4e38 shown with four digits may round up past the largest.
    assert number(shown(value * 0.99)) == pytest.approx(value * 0.99, rel=6e-4)


# --- reading


@pytest.mark.parametrize(
    "text",
    [
        "-1 0 1\n-2 0 2\n-1 0 1\n",
        "-1 0 1\r\n-2 0 2\r\n-1 0 1",
        "\ufeff−1 0 1\n−2 0 2\n−1 0 1",
        "-1,0,1\n-2,0,2\n-1,0,1\n",
        "-1, 0, 1,\n-2, 0, 2,\n-1, 0, 1,",
        "-1;0;1\n-2; 0; 2\n-1 ; 0 ; 1;",
        "-1\t0\t1\n-2\t0\t2\n-1\t0\t1\n",
        "# Sobel\n\n  -1  0  1 # top\n  -2  0  2\n\n  -1  0  1\n",
        "1/4 *\n-4 0 4\n-8 0 8\n-4 0 4",
        "# twice\n2 ×\n-1/2 0 1 / 2\n-1 0 1\n-1/2,0,1/2",
        "2 *\n0.5 *\n-1 0 1\n-2 0 2\n-1 0 1",
    ],
)
def test_a_kernel_text_is_read(text: str) -> None:
    assert parse(text) == SOBEL


def test_imagejs_default_kernel_is_read_as_it_saves_it() -> None:
    text = "-1 -1 -1 -1 -1\n-1 -1 -1 -1 -1\n-1 -1 24 -1 -1\n-1 -1 -1 -1 -1\n-1 -1 -1 -1 -1\n\n"
    rows = parse(text)
    assert len(rows) == len(rows[2]) == 5
    assert rows[2] == (-1.0, -1.0, 24.0, -1.0, -1.0)


def test_imagejs_text_image_is_read_as_it_saves_it() -> None:
    assert parse("0.0625\t0.1250\t0.0625\n0.1250\t0.2500\t0.1250\n0.0625\t0.1250\t0.0625\n")[1] == (
        0.125,
        0.25,
        0.125,
    )


def test_fractions_are_read() -> None:
    assert parse("1/9 1/9 1/9") == ((1 / 9, 1 / 9, 1 / 9),)


def test_one_number_is_a_kernel() -> None:
    assert parse("3") == ((3.0,),)


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\n", "# only a remark", "1/9 *"])
def test_an_empty_text_is_refused(text: str) -> None:
    assert refused(text).code == "kernel_text_empty"


def test_ragged_rows_are_refused_with_both_lengths() -> None:
    error = refused("# k\n1 2 3\n\n4 5\n")
    assert error.code == "kernel_text_ragged"
    assert str(error) == "Line 4 has 2 numbers, but line 2 has 3."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1 2\n3 abc", "Line 2, number 2: “abc” is not a number."),
        ("1, nan, 2", "Line 1, number 2: “nan” is not a finite number."),
        ("1 inf", "Line 1, number 2: “inf” is not a finite number."),
        ("1\n1/0", "Line 2, number 1: “1/0” divides by zero."),
        ("1e38 1e39", "Line 1, number 2: “1e39” is larger than any 32-bit number (3.4e38)."),
        ("1e10 *\n1e30", "Line 2, number 1: “1e30” is larger than any 32-bit number (3.4e38)."),
        ("x *\n1", "Line 1, number 1: “x” is not a number."),
        ("1/16 * 1 2 1", "Line 1, number 2: “*” is not a number."),
        ("{\\rtf1}", "Line 1, number 1: “{\\rtf1}” is not a number."),
    ],
)
def test_what_is_not_numeric_is_refused_with_its_place(text: str, sentence: str) -> None:
    error = refused(text)
    assert error.code == "kernel_text_number"
    assert str(error) == sentence


@pytest.mark.parametrize(("text", "place"), [("1,,2", 2), (",1", 1), ("1;2;;", 3), (",", 1)])
def test_a_gap_is_refused(text: str, place: int) -> None:
    error = refused(text)
    assert error.code == "kernel_text_gap"
    assert error.values == {"line": 1, "place": place}


@pytest.mark.parametrize("text", ["0,5 0,25", "0,5;0,25", "1 2 1; 2 4 2", "1, 2 3"])
def test_mixed_separators_are_refused_because_they_read_two_ways(text: str) -> None:
    assert refused(text).code == "kernel_text_mixed"


def test_a_scale_below_a_row_is_refused() -> None:
    assert str(refused("1 2 1\n1/4 *")) == "Line 2: a scale such as “1/16 *” must stand alone above all rows."


@pytest.mark.parametrize(("text", "size"), [("1 " * 64, "1 × 64"), ("1\n" * 64, "64 × 1")])
def test_a_kernel_above_63_is_refused_with_its_size(text: str, size: str) -> None:
    error = refused(text)
    assert error.code == "kernel_text_too_large"
    assert size in str(error)


def test_a_kernel_of_63_is_read() -> None:
    rows = parse(("1 " * 63 + "\n") * 63)
    assert (len(rows), len(rows[0])) == (63, 63)


def test_a_text_too_long_is_refused_with_its_size() -> None:
    error = refused("1" * (MAX_BYTES + 1))
    assert error.code == "kernel_text_too_long"
    assert str(MAX_BYTES) in str(error)


@pytest.mark.parametrize("text", ["1 2\0", "\x1b[31m1", "\x7f"])
def test_control_characters_are_refused(text: str) -> None:
    assert refused(text).code == "kernel_text_binary"


@given(st.text(max_size=60))
def test_any_text_is_a_kernel_or_a_kernel_error(text: str) -> None:
    with suppress(KernelError):
        assert np.isfinite(parse(text)).all()


# --- writing


@given(kernels)
def test_what_is_written_reads_back_exactly(rows: tuple[tuple[float, ...], ...]) -> None:
    assert parse(format_rows(rows)) == rows


@pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.id)
def test_every_kernel_of_the_table_reads_back_exactly(kernel) -> None:
    assert parse(format_rows(kernel.rows())) == kernel.rows()


def test_whole_numbers_are_written_without_decimals_in_aligned_columns() -> None:
    assert format_rows(SOBEL) == "-1  0  1\n-2  0  2\n-1  0  1\n"
    assert format_rows(((-0.0, 0.5, 1e22),)) == "    0   0.5 1e+22\n"


def test_numpy_reads_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "k.txt").write_text(format_rows(SOBEL))
    assert np.array_equal(np.loadtxt(tmp_path / "k.txt"), np.array(SOBEL))


# --- files


def refused_file(path: str | Path) -> KernelError:
    with pytest.raises(KernelError) as caught:
        read_kernel(path)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "sobel.txt"
    path.write_bytes("# Kanten – Schärfe\r\n−1 0 1\r\n−2 0 2\r\n−1 0 1\r\n".encode(encoding))
    assert read_kernel(path) == read_kernel(str(path)) == SOBEL


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    error = refused_file(tmp_path / "none.txt")
    assert error.code == "kernel_file_missing"
    assert "none.txt" in str(error)
    (tmp_path / "file").write_text("1")
    assert refused_file(tmp_path / "file" / "below").code == "kernel_file_missing"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused_file(tmp_path).code == "kernel_file_folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused_file(tmp_path / "pipe").code == "kernel_file_special"


def test_an_unreadable_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    error = refused_file(tmp_path / ("long" * 100))
    assert error.code == "kernel_file_unreadable"
    assert error.values["reason"]


def test_a_large_file_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(5 * MAX_BYTES)
    error = refused_file(path)
    assert error.code == "kernel_text_too_long"
    assert error.values == {"limit": MAX_BYTES, "size": 5 * MAX_BYTES}


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xd8\xff\xe0\0\x10JFIF", b"\xff\xfe1", "é".encode("latin-1")]
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "k.txt").write_bytes(data)
    assert refused_file(tmp_path / "k.txt").code == "kernel_text_binary"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "k.txt").write_bytes(b"")
    assert refused_file(tmp_path / "k.txt").code == "kernel_text_empty"
