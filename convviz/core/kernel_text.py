"""Kernels as plain text: what people type, save, and bring along from other programs.

A row of the kernel is a line of numbers. Between them stand blanks or tabs, or commas, or semicolons: one
kind to a line, because "0,5 0,25" is four numbers to one reader and two to another. A number may be a
fraction, 1/9; its minus may be −. All may be as wide as Chinese is typed. What follows a # is a remark.
A first line such as "1/16 *" multiplies all that follow. ImageJ's kernels (Process › Filters › Convolve,
and its text images) are such texts.
"""

from __future__ import annotations

import codecs
import math
import re
import stat
from functools import lru_cache
from pathlib import Path

from convviz.core.errors import KernelError
from convviz.core.kernel_makers import LARGEST, Rows
from convviz.core.reasons import of_system
from convviz.core.typed import folded

MAX_BYTES = 1 << 20  # 63×63 numbers of 17 digits need a tenth of it
LARGEST_WEIGHT = 3.4028234663852886e38  # the largest float32, in which convolutions are computed

_MINUS = str.maketrans("−–", "--")  # the true minus sign, and the dash that word processors make of one
_TIMES = ("*", "×")
_DECIMAL = r"\d+\.?\d*|\.\d+"
_FRACTION = rf"(?ai)([+-]?(?:{_DECIMAL})(?:e[+-]?\d+)?)(?:\s*/\s*({_DECIMAL}))?"
_NOT_FINITE = r"(?i)[+-]?(nan|inf|infinity|∞)"
_CONTROL = r"[\0-\x08\x0e-\x1f\x7f\ufffd]"
_QUOTED = 24  # characters of an unreadable word that an error repeats


def number(text: str) -> float:
    """The number a person typed: "0.5", "−2", "1/9", "1e-3".

    Raises: KernelError("kernel_number_…") with the word: not a number, not finite, larger than a float32,
        or divided by zero.
    """
    typed, word = text.strip(), quoted(text)
    plain = folded(typed).translate(_MINUS)
    if re.fullmatch(_NOT_FINITE, plain):
        raise KernelError("kernel_number_not_finite", word=word)
    found = re.fullmatch(_FRACTION, plain)
    if not found:
        raise KernelError("kernel_number_word", word=word)
    divisor = float(found[2] or 1)
    if divisor == 0:
        raise KernelError("kernel_number_over_zero", word=word)
    return _representable(float(found[1]) / divisor, word)


def quoted(text: str) -> str:
    """What was typed, as a refusal repeats it: the beginning of what is long."""
    typed = text.strip()
    return typed if len(typed) <= _QUOTED else typed[:_QUOTED] + "…"


@lru_cache(maxsize=8192)  # a frame shows hundreds, nearly all of them those of the frame before
def shown(value: float) -> str:
    """The number as a cell shows it: as long as it needs to be, with a true minus sign and never −0.

    Whole numbers stand in full, others with four significant digits: −2, 0.1111, 182.5, 1.235e−7. What lies
    halfway is rounded away from 0, as at school: 10.125 gives 10.13, where Python's even digit is 10.12.
    """
    size = abs(float(value))
    if math.isnan(size):
        return "NaN"
    sign = "−" if value < 0 else ""
    if math.isinf(size):
        return f"{sign}∞"
    if 1e-4 <= size < 1e15 or size == 0:
        if size.is_integer():
            return f"{sign}{size:.0f}"
        above = math.nextafter(size, math.inf)  # halfway no longer, and nothing else is changed by so little
        return sign + (f"{above:.0f}" if size >= 1000 else f"{above:.4g}")
    digits, exponent = f"{size:.3e}".split("e")
    return f"{sign}{float(digits):g}e{int(exponent)}".replace("-", "−")


def parse(text: str) -> Rows:
    """The rows of a kernel text.

    Raises: KernelError("kernel_text_…"); the sentence counts lines from 1, as an editor does.
    """
    size = len(text.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        raise KernelError("kernel_text_too_long", limit=MAX_BYTES, size=size)
    if re.search(_CONTROL, text):
        raise KernelError("kernel_text_binary")
    scale = 1.0
    rows: dict[int, tuple[float, ...]] = {}  # by line, for the errors
    for line, written in enumerate(folded(text.removeprefix("\ufeff")).splitlines(), start=1):
        content = written.partition("#")[0].strip()
        if content.endswith(_TIMES):
            if rows:
                raise KernelError("kernel_text_scale", line=line)
            (scale,) = _numbers([content[:-1]], line, scale)
        elif content:
            rows[line] = _numbers(_words(content, line), line, scale)
    _check_shape(rows)
    return tuple(rows.values())


def format_rows(rows: Rows) -> str:
    """The kernel as a text that `parse` reads back exactly, and ImageJ, NumPy and MATLAB read too.

    Blanks align the columns; the minus is ASCII, and every line ends with a line feed.
    """
    texts = [[_exact(weight) for weight in row] for row in rows]
    width = max(len(text) for row in texts for text in row)
    return "".join(" ".join(text.rjust(width) for text in row) + "\n" for row in texts)


def read_kernel(path: str | Path) -> Rows:
    """The rows of a kernel text file, in UTF-8 or in UTF-16 with its byte order mark.

    Raises: KernelError("kernel_file_…") for a file that is missing, a folder, a device or pipe (which is
        never opened: it could block), or unreadable, and all that `parse` raises.
    """
    place = Path(path)
    try:
        status = place.stat()
        if stat.S_ISDIR(status.st_mode):
            raise KernelError("kernel_file_folder", path=str(path))
        if not stat.S_ISREG(status.st_mode):
            raise KernelError("kernel_file_special", path=str(path))
        with place.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise KernelError("kernel_file_missing", path=str(path)) from None
    except OSError as error:
        raise KernelError("kernel_file_unreadable", path=str(path), reason=of_system(error)) from None
    if len(data) > MAX_BYTES:
        raise KernelError("kernel_text_too_long", limit=MAX_BYTES, size=max(status.st_size, len(data)))
    return parse(_decoded(data))


def _words(content: str, line: int) -> list[str]:
    content = re.sub(r"\s*/\s*", "/", content)
    separator = next((mark for mark in ";," if mark in content), None)
    if separator is None:
        return content.split()
    words = [word.strip() for word in content.removesuffix(separator).split(separator)]
    for place, word in enumerate(words, start=1):
        if not word:
            raise KernelError("kernel_text_gap", line=line, place=place)
        if re.search(r"[\s,]", word):
            raise KernelError("kernel_text_mixed", line=line)
    return words


def _numbers(words: list[str], line: int, scale: float) -> tuple[float, ...]:
    values = []
    for place, word in enumerate(words, start=1):
        try:
            values.append(_representable(number(word) * scale, word))
        except KernelError as error:
            raise KernelError("kernel_text_number", line=line, place=place, reason=error.message) from None
    return tuple(values)


def _representable(value: float, word: str) -> float:
    if not abs(value) <= LARGEST_WEIGHT:  # which refuses ∞/∞ too
        raise KernelError("kernel_number_too_large", word=word)
    return value


def _check_shape(rows: dict[int, tuple[float, ...]]) -> None:
    if not rows:
        raise KernelError("kernel_text_empty")
    first_line, first = next(iter(rows.items()))
    for line, row in rows.items():
        if len(row) != len(first):
            raise KernelError(
                "kernel_text_ragged",
                line=line,
                length=len(row),
                first_line=first_line,
                first_length=len(first),
            )
    if max(len(rows), len(first)) > LARGEST:
        raise KernelError("kernel_text_too_large", height=len(rows), width=len(first), largest=LARGEST)


def _exact(weight: float) -> str:
    # Adding 0 makes 0 of −0.
    return f"{weight + 0:.0f}" if weight.is_integer() and abs(weight) < 1e16 else repr(weight)


def _decoded(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8")
    except UnicodeDecodeError:
        raise KernelError("kernel_text_binary") from None
