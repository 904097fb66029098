"""What widgets look like, by their role property: cards, titles, quiet and loud text, the primary button."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QStyleFactory

from convviz.paint.fonts import SANS
from convviz.paint.theme import Theme

LENGTH = re.compile(r"\b(\d+)px")
# WORKAROUND: of a spin box, Qt's style sheets take the insets at the sides from the widths of its buttons and
# not from its padding (QStyleSheetStyle, SC_SpinBoxEditField); without any height nobody presses these.
SHEET = """
QFrame[role="card"] {{ background: {card}; border: 1px solid {border}; border-radius: 8px; }}
QWidget[role="bar"] {{ background: {card}; border-bottom: 1px solid {border}; }}
QWidget[role="paper"] {{ background: {card}; }}
QMenuBar {{ background: {card}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {card}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 22px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-weight: 700; font-size: 15px; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="error"] {{ color: {bad}; }}
QLabel[role="good"] {{ color: {good}; background: {good_fill}; border: 1px solid {good};
    border-radius: 9px; padding: 1px 8px; font-weight: 700; }}
QLabel[role="bad"] {{ color: {bad}; background: {bad_fill}; border: 2px solid {bad};
    border-radius: 9px; padding: 1px 8px; font-weight: 700; }}
QLabel[role="waiting"] {{ color: {muted}; border: 1px solid {border}; border-radius: 9px; padding: 1px 8px; }}
QFrame[role="notice"] {{ background: {warning_fill}; border: 1px solid {warning}; border-radius: 6px; }}
QFrame[role="notice"] QLabel {{ color: {text}; }}
QPushButton, QToolButton {{ background: {background}; border: 1px solid {field_border}; border-radius: 6px;
    padding: 4px 12px; min-height: 20px; }}
QToolButton {{ padding: 4px 8px; }}
QPushButton[role="icon"], QWidget[role="row"] QPushButton {{ padding-left: 3px; padding-right: 3px; }}
QToolButton::menu-indicator {{ subcontrol-position: right center; subcontrol-origin: padding; right: 6px; }}
QToolButton[popupMode="2"] {{ padding-right: 20px; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; border-color: {accent}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {selected}; }}
QPushButton:checked, QToolButton:checked {{ background: {selected}; border-color: {accent};
    color: {on_selected}; font-weight: 700; }}
QPushButton:disabled, QToolButton:disabled {{ color: {disabled}; border-color: {disabled_border}; }}
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus
    {{ border: 2px solid {accent}; }}
QPushButton[role="primary"], QToolButton[role="primary"] {{ background: {accent}; color: {on_accent};
    border-color: {accent}; font-weight: 700; }}
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover {{ background: {accent};
    border-color: {text}; }}
QPushButton[role="primary"]:disabled {{ background: {background}; color: {disabled};
    border-color: {disabled_border}; }}
QCheckBox::indicator {{ width: 13px; height: 13px; background: {field}; border: 1px solid {muted};
    border-radius: 3px; }}
QCheckBox::indicator:checked {{ background: {accent}; border: 1px solid {text}; }}
QCheckBox::indicator:focus {{ border: 2px solid {accent}; }}
QCheckBox::indicator:disabled {{ background: {background}; border: 1px solid {disabled_border}; }}
QCheckBox::indicator:checked:disabled {{ background: {disabled}; border: 1px solid {disabled_border}; }}
QProgressBar {{ background: {field}; border: 1px solid {field_border}; border-radius: 6px;
    min-height: 12px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 5px; }}
QLineEdit, QComboBox, QAbstractSpinBox {{ background: {field}; border: 1px solid {field_border};
    border-radius: 6px; padding: 3px 8px; min-height: 20px; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{ background: {background};
    color: {disabled}; placeholder-text-color: {disabled}; border-color: {disabled_border}; }}
QAbstractSpinBox::up-button {{ subcontrol-position: left; width: 8px; height: 0; border: none; }}
QAbstractSpinBox::down-button {{ subcontrol-position: right; width: 8px; height: 0; border: none; }}
QLineEdit[invalid="true"], QComboBox[invalid="true"] {{ border: 2px solid {bad}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox QAbstractItemView {{ background: {card}; border: 1px solid {border};
    selection-background-color: {accent}; selection-color: {on_accent}; outline: none; }}
QPlainTextEdit, QTextEdit {{ background: {background}; border: 1px solid {border}; border-radius: 6px;
    padding: 2px 6px; }}
QPlainTextEdit[readOnly="false"] {{ background: {field}; border-color: {field_border}; }}
QPlainTextEdit[readOnly="false"]:disabled {{ background: {background}; color: {disabled};
    border-color: {disabled_border}; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {accent}; }}
QListView {{ background: transparent; border: none; outline: none; }}
QListView:focus {{ border: 1px solid {accent}; border-radius: 6px; }}
QListWidget::item {{ padding: 0 8px; }}
QListWidget::item:selected {{ background: {accent}; color: {on_accent}; border-radius: 5px; }}
QTableView {{ background: {card}; border: 1px solid {border}; border-radius: 6px; outline: none;
    selection-background-color: {selected}; selection-color: {text}; }}
QTableView:focus {{ border: 1px solid {accent}; }}
QTableView::item {{ padding: 0; border: none; }}
QTableCornerButton::section {{ background: {card}; border: none; border-bottom: 1px solid {border}; }}
QTableView::item:focus {{ background: {selected}; border: 1px solid {accent}; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{ background: {card}; color: {muted}; border: none; padding: 3px; }}
QHeaderView::section:horizontal {{ border-bottom: 1px solid {border}; }}
QFrame[role="rule"] {{ border: none; background: {border}; max-height: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollArea[role="ringed"] {{ border: 1px solid transparent; border-radius: 4px; }}
QScrollArea[role="ringed"]:focus {{ border: 1px solid {accent}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {field_border}; border-radius: 5px; min-height: 28px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {field_border}; border-radius: 5px; min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {hover}; }}
QToolTip {{ background: {strip}; color: {strip_text}; border: 1px solid {strip}; padding: 4px; }}
QSlider::groove:horizontal {{ height: 4px; background: {border}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {accent}; width: 14px; height: 14px; margin: -5px 0;
    border-radius: 7px; }}
QSlider::handle:horizontal:focus {{ background: {text}; }}
"""


USUAL = 13
"""Height of text in pixels when the interface has its usual size."""


def stylesheet(theme: Theme, size: int = USUAL) -> str:
    """Qt style sheet for a theme, text `size` pixels high; all its lengths in proportion to that."""
    return scaled(SHEET.format(**dict(theme.colors)), size / USUAL)


def scaled(sheet: str, larger: float) -> str:
    """A style sheet whose lengths are so many times as long, none of them less than a pixel."""
    return LENGTH.sub(lambda found: f"{max(round(int(found[1]) * larger), 1)}px", sheet)


def dress(app: QApplication, theme: Theme, scale: int = 100) -> None:
    """Puts the whole application into a theme and a size (percent): Fusion with our own palette and font."""
    size = round(USUAL * scale / 100)
    sheet = stylesheet(theme, size)
    if app.styleSheet() == sheet:  # putting it on again would take as long as the first time
        return
    if not app.styleSheet():  # under a style sheet, Fusion stays what it was
        app.setStyle(QStyleFactory.create("Fusion"))
    font = QFont(list(SANS))
    font.setPixelSize(size)
    app.setFont(font)
    app.setPalette(theme.palette())
    app.setStyleSheet(sheet)


def px(length: float) -> int:
    """A length in pixels, as large as the program's text is at the moment."""
    return round(length * QFontInfo(QApplication.font()).pixelSize() / USUAL)


def system_theme(app: QApplication, wanted: str) -> str:
    """The theme's name: the wanted one, or what the desktop prefers when "system" is wanted."""
    if wanted != "system":
        return wanted
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
