"""Between the values of a list stands what the language has there: in Chinese no half-width comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from convviz import assets, i18n
from convviz.core.errors import SpecError
from convviz.figure.figure import Size, Text
from convviz.i18n import listed, msg, tr
from convviz.labs import lab_of
from convviz.labs.story import Story, tell
from convviz.paint.painter import fitted
from tests.labs.scenes import CASES, figure

HAN = re.compile("[\u4e00-\u9fff]")
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def chinese() -> Iterator[None]:
    folder = assets.path("i18n")
    with i18n.spoken("zh_CN", folder):
        yield


def half_width(text: str) -> bool:
    """Whether a comma of another script parts words; in brackets or without a space it is mathematics."""
    while (inner := re.sub(r"[(\[⟨（“][^()\[\]⟨⟩（）“”]*[)\]⟩）”]", "", text)) != text:
        text = inner
    return HAN.search(text) is not None and ", " in text


def sentences(story: Story) -> Iterator[str]:
    """What a lab says in words, at the beginning, in each phase of the middle step, and at the end."""
    lab, steps, starts = lab_of(story.scene), story.timeline.steps, story.timeline.starts
    yield from map(tr, lab.size_formula(story))
    for t in (0.0, *(steps // 2 + start + 0.01 for start in starts), float(steps)):
        yield tr(lab.explain(story, story.timeline.at(t)))
        drawn = figure(story, t, size=Size(1230, 620))
        yield tr(drawn.sentence)
        yield from (fitted(item)[0] for item in drawn.items if isinstance(item, Text))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.usefixtures("chinese")
def test_no_lab_says_a_half_width_comma_in_chinese(case: str) -> None:
    story = tell(CASES[case][0], CASES[case][1], lab_of(CASES[case][0]))
    assert {text for text in sentences(story) if half_width(text)} == set()


def test_a_list_has_the_separator_of_the_language(chinese: None) -> None:
    lists = msg("{rates}", rates=listed((1, -2, msg("Stride"))))
    assert (str(lists), tr(lists)) == ("1, -2, Stride", "1、−2、步幅")
    refused = SpecError("unknown_choice", name="mode", value="x", allowed=listed(("a", "b")))
    assert "a、b" in tr(refused.message)
    assert not half_width(tr(refused.message))


def test_a_comma_of_a_formula_stays_what_it_is(chinese: None) -> None:
    assert tr(", ") == ", "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("膨胀率 1, 2, 4 的堆叠", True),
        ("膨胀率 1、2、4 的堆叠", False),
        ("权重 (0, 1) 遇到第 3 行", False),
        ("共 1,024 格", False),
        ("rates 1, 2", False),
        ("max(1, (2, 3)) 是最大值", False),
    ],
)
def test_what_counts_as_a_half_width_comma(text: str, found: bool) -> None:
    assert half_width(text) == found
