"""Colours by role: every role used is in every theme, and text can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from convviz.paint.theme import PALETTE, THEMES, load

ROOT = Path(__file__).parents[2] / "convviz"
PAIRS = (
    ("text", "card"), ("text", "background"), ("text", "field"), ("text", "selected"), ("text", "hover"),
    ("muted", "card"), ("muted", "background"), ("muted", "window_fill"),
    ("strip_text", "strip"), ("strip_muted", "strip"), ("strip_accent", "strip"),
    ("on_accent", "accent"), ("accent", "card"),
    ("good", "good_fill"), ("bad", "bad_fill"), ("warning", "warning_fill"),
    ("positive", "window_fill"), ("negative", "window_fill"), ("text", "window_fill"),
    ("text", "empty"), ("muted", "empty"), ("muted", "selected"), ("on_selected", "selected"),
    ("ghost_text", "ghost"),
)  # fmt: skip


def luminance(color: QColor) -> float:
    """Relative luminance. Source: WCAG 2.2, "relative luminance"."""
    parts = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: QColor, b: QColor) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def roles_used() -> set[str]:
    """Roles named in figures and painters: role="…", color("…"), rgb(theme, "…"), Outline(box, "…"."""
    found: set[str] = set()
    patterns = (
        r'\brole="(\w+)"', r'\.(?:color|hex)\("(\w+)"', r'rgb\(theme, "(\w+)"\)',
        r'Outline\([^"\n]*, "(\w+)"',
        r'Panel\([^"\n]*, "(\w+)"', r'Span\([^\n]*"(strip\w*)"', r'Text\([^\n]*"(muted|text)"',
    )  # fmt: skip
    for folder in ("labs", "paint"):
        for path in (ROOT / folder).rglob("*.py"):
            for pattern in patterns:
                found |= set(re.findall(pattern, path.read_text(encoding="utf-8")))
    return found


def test_roles_are_found() -> None:
    assert {"muted", "window", "strip_accent", "lit", "ghost", "border", "window_fill"} <= roles_used()


@pytest.mark.parametrize("name", THEMES)
def test_every_role_that_is_used_has_a_colour(name: str) -> None:
    known = {role for role, _ in load(name).colors}
    assert not roles_used() - known
    assert not set(PALETTE.values()) - known


def test_all_themes_have_the_same_roles() -> None:
    first, *others = ({role for role, _ in load(name).colors} for name in THEMES)
    assert all(other == first for other in others)


@pytest.mark.parametrize(("text", "ground"), PAIRS)
@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_on_its_ground(name: str, text: str, ground: str) -> None:
    theme = load(name)
    assert contrast(theme.color(text), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", ["window", "output", "lit"])
def test_outlines_stand_out_from_the_card(name: str, role: str) -> None:
    theme = load(name)
    assert contrast(theme.color(role), theme.color("card")) >= 2


def test_the_outlines_of_the_light_theme_are_the_colour_blind_safe_ones() -> None:
    assert (load("light").hex("window"), load("light").hex("output")) == ("#e69f00", "#009e73")


def test_a_strength_is_transparency() -> None:
    theme = load("light")
    assert theme.color("text").alpha() == 255
    assert theme.color("text", 0.5).alpha() == 128
    assert theme.color("text", 7).alpha() == 255


def test_the_palette_is_the_themes(qapp: object) -> None:
    palette = load("dark").palette()
    assert palette.color(QPalette.ColorRole.Window).name() == load("dark").hex("background")
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name() == load("dark").hex("disabled")
