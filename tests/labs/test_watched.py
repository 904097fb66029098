"""What invites to click or to type is for who has the pointer, and not for who watches."""

from __future__ import annotations

import pytest

from convviz.figure.figure import Figure, Size, Text
from convviz.i18n import Message
from convviz.labs import LABS
from convviz.labs.lab import Lab, Look
from convviz.labs.watched import watched
from convviz.scene.scene import Scene, replace
from tests.labs.scenes import GREY, story

ROOMY = Size(1500, 700)


def drawn(lab: Lab) -> Figure:
    told = story(replace(Scene(), layer=lab.default, show=lab.show), GREY)
    return lab.draw(told, told.timeline.at(0.5), Look(ROOMY))


def said(figure: Figure) -> list[str]:
    """All that it says, and would say with less room."""
    texts = (item for item in figure.items if isinstance(item, Text))
    every = (text for item in texts for text in (item.text, *item.shorter))
    return [text.source if isinstance(text, Message) else text for text in every]


def invites(text: str) -> bool:
    return "click to type" in text or "type or paint" in text


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.operation)
def test_who_watches_is_not_invited(lab: Lab) -> None:
    figure = drawn(lab)
    assert not any(map(invites, said(watched(figure))))
    others = [text for text in said(figure) if not invites(text)]
    assert [text for text in said(watched(figure)) if text in others] == said(watched(figure))
    assert watched(figure).sentence == figure.sentence


def test_who_has_the_pointer_is() -> None:
    inviting = {type(lab).__name__ for lab in LABS if any(map(invites, said(drawn(lab))))}
    assert inviting >= {"ConvolutionLab", "Im2colLab"}
