"""Where texts that wrap may be broken: given ones, and every text of every lesson that has a formula."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTextBoundaryFinder

from convviz.figure.unbroken import LONGEST, unbroken
from convviz.scene.lesson import Lesson
from convviz.scene.lesson_file import BuiltIn, built_in

SIGN = re.compile("[=≈<>≤≥+−·×/]")
A_WORD = re.compile(r"[A-Za-z]{3,}[,.;:?]?|[\u4e00-\u9fff]+")
IN_AN_INDEX = re.compile(r"\w\[[^]]*$")
IN_A_FRACTION = re.compile(r"\d/$")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("3 × 3 of 5 × 5", ["3_×_3", "of", "5_×_5"]),
        ("values × weights", ["values", "×", "weights"]),
        ("so d(k − 1) + 1. Three", ["so", "d(k_−_1)_+_1.", "Three"]),
        ("span 3 · 2 + 1 = 7 pixels", ["span", "3_·_2_+_1_=_7", "pixels"]),
        ("o = ⌊(i + 2p − k)/s⌋ + 1.", ["o_=_⌊(i_+_2p_−_k)/\u2060s⌋_+_1."]),
        ("这里 i = 9，k = 3，s = 3。", ["这里", "i_=_9，k_=_3，s_=_3。"]),
        (
            "a · b + c + d + e + f + g + h + k + m = i",
            ["a_·_b", "+_c", "+_d", "+_e", "+_f", "+_g", "+_h", "+_k", "+_m", "=_i"],
        ),
        ("(3 + 2 · 1 − 2) · (4 + 2) = 3 · 6 = 18", ["(3_+_2_·_1_−_2)_·_(4_+_2)", "=_3_·_6", "=_18"]),
        ("input / output or 9/2", ["input", "/", "output", "or", "9/\u20602"]),
        ("权重：9/16、1/16。", ["权重：9/\u206016、1/\u206016。"]),
        ("the letter: x[i + s · m, j + s · n].", ["the", "letter:", "x[i_+_s_·_m,_j_+_s_·_n]."]),
        ("x[row, column] = 10 · row + column again", ["x[row,_column]", "=_10_·_row_+_column", "again"]),
        ("图里 x[行, 列] = 10 · 行 + 列；", ["图里", "x[行,_列]_=_10_·_行_+_列；"]),
        ("see span = d · (k − 1) + 1", ["see", "span_=_d_·_(k_−_1)_+_1"]),
        ("at the Σ: after Σ w · x", ["at", "the", "Σ:", "after", "Σ_w_·_x"]),
        (
            "y[i] = b + Σ w[m] · x[s · i + d · m − p]",
            ["y[i]", "=_b", "+_Σ_w[m]_·_x[s_·_i_+_d_·_m_−_p]"],
        ),
        (
            "o = ⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1",
            ["o", "=_⌊(i_+_2p_−_d(k_−_1)_−_1)/\u2060s⌋", "+_1"],
        ),
        (
            "((1 + 2) · (3 + 4) + (5 + 6) · (7 + 8)) · 9",
            ["((1_+_2)_·_(3_+_4)", "+_(5_+_6)_·_(7_+_8))_·_9"],
        ),
        (
            "aaa(1) · bbb(2) · ccc(3) · ddd(4) · eee(5)",
            ["aaa(1)", "·_bbb(2)", "·_ccc(3)", "·_ddd(4)", "·_eee(5)"],
        ),
        ("With stride (2, 2), 9 cells", ["With", "stride", "(2,_2),", "9", "cells"]),
        ("stride 2, Padding −1, step 3", ["stride_2,", "Padding_−1,", "step", "3"]),
        ("步幅 2，填充 1", ["步幅_2，填充_1"]),
    ],
)
def test_a_formula_is_broken_only_where_it_is_long(text: str, pieces: list[str]) -> None:
    assert unbroken(text).replace("\u00a0", "_").split(" ") == pieces


def texts(lesson: Lesson, code: str) -> Iterator[str]:
    for page in lesson.pages:
        yield page.text.of(code)
        yield page.notes.of(code)
        if page.question:
            yield page.question.prompt.of(code)
            yield page.question.after.of(code)


def torn(text: str) -> Iterator[str]:
    """Where a text may be broken and should not be: "before | after"."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    while 0 <= (at := finder.toNextBoundary()) < len(text):
        before, after = text[:at], text[at:]
        within = IN_AN_INDEX.search(before) or IN_A_FRACTION.search(before)
        if within or (before.endswith(" ") and _in_a_formula(before, after)):
            yield f"{before[-30:]}| {after[:30]}"


def _in_a_formula(before: str, after: str) -> bool:
    """Whether a sign stands at this end of a line; a long formula may begin its next line with one."""
    terms = [*_terms(before), *_terms(after)]
    last = len(_terms(before)) - 1
    if terms[last].endswith("Σ"):
        return True
    sign = next((n for n in (last, last + 1) if SIGN.fullmatch(terms[n])), None)
    if sign is None or all(A_WORD.fullmatch(terms[n]) for n in (sign - 1, sign + 1)):
        return False
    first, end = sign - 1, sign
    while first > 0 and SIGN.fullmatch(terms[first - 1]):
        first -= 2
    while end < len(terms) and SIGN.fullmatch(terms[end]):
        end += 2
    return sign == last or len(" ".join(terms[first:end])) <= LONGEST


def _terms(text: str) -> list[str]:
    """Terms and signs; an index, and a sum with its sign, are parts of their terms."""
    return re.sub(r"\[[^]]*\]|Σ\s", lambda found: re.sub(r"\s", "_", found[0]), text).split()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("lesson", built_in(), ids=lambda lesson: lesson.id)
def test_no_line_of_a_lesson_ends_within_a_formula(lesson: BuiltIn, code: str) -> None:
    assert [place for text in texts(lesson.load(), code) for place in torn(unbroken(text))] == []
