"""Help's window of words: the vocabulary and the formulas, searched as one types."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from convviz.i18n import language, msg, tr
from convviz.labs.vocabulary import FORMULAS, Formula, Term, in_order
from convviz.views.growth import letters
from convviz.views.labels import set_letters
from convviz.views.style import px
from convviz.views.tips import explain

WIDE, HIGH = 820, 640
"""Pixels of the window when its letters are as large as the program's."""


class VocabularyWindow(QDialog):
    """A search field, and below it what has its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Vocabulary and formulas"))
        self.setAccessibleName(self.windowTitle())
        self.resize(px(WIDE), px(HIGH))
        self.search, self.found, self.page = QLineEdit(), QLabel(), QTextBrowser()
        self.search.setPlaceholderText(tr("Search words and formulas"))
        self.search.setAccessibleName(tr("Search words and formulas"))
        tip = "Search in English and in Chinese, in words, formulas and sources"
        explain(self.search, tip, keys="Ctrl+F")
        self.search.setClearButtonEnabled(True)
        self.found.setProperty("role", "muted")
        self.page.setAccessibleName(tr("Words and formulas"))
        self.page.setToolTip(tr("Arrow keys scroll."))
        self.page.setTabChangesFocus(True)
        self.page.document().setDocumentMargin(12)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self.page, 1)
        self.search.textChanged.connect(self._show)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._look)
        self._show("")
        self.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a larger window the letters are larger, and its lines as long."""
        super().resizeEvent(event)
        high = letters(self, WIDE, HIGH)
        for widget in (self.page, self.search, self.found):
            set_letters(widget, high)

    def _look(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show(self, wanted: str) -> None:
        terms = [term for term in in_order(language()) if _has(wanted, *_said(term))]
        formulas = [row for row in FORMULAS if _has(wanted, *_texts(row), tr(row.title), tr(row.letters))]
        self.found.setText(
            tr(msg("Words: {words}, formulas: {formulas}", words=len(terms), formulas=len(formulas)))
        )
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        parts = []
        if terms:
            parts.append(f"<h3>{_shown(tr('Vocabulary'))}</h3>{''.join(map(_term, terms))}")
        if formulas:
            rows = "".join(_formula(row, muted) for row in formulas)
            parts.append(f"<h3>{_shown(tr('Formulas'))}</h3>{rows}")
        if not parts:
            parts.append(f"<p>{_shown(tr(msg('Nothing has “{text}” in it.', text=wanted.strip())))}</p>")
        self.page.setHtml("".join(parts))


def _has(wanted: str, *texts: str) -> bool:
    """Whether every word that is looked for is in one of the texts."""
    whole = " ".join(texts).casefold()
    return all(word in whole for word in wanted.casefold().split())


def _texts(row: Formula) -> tuple[str, ...]:
    return (row.title, row.text, row.letters, row.source)


def _said(term: Term) -> tuple[str, ...]:
    return (term.en, term.zh, term.meaning, tr(term.meaning))


def _term(term: Term) -> str:
    word, other = term.names(language())
    beside = f" · {other}" if other != word else ""
    return (
        f"<p style='margin:0 0 9px 0'><b>{_shown(word)}</b>{_shown(beside)}<br>{_shown(tr(term.meaning))}</p>"
    )


def _formula(row: Formula, muted: str) -> str:
    source = tr(msg("Source: {source}", source=row.source))
    return (
        f"<p style='margin:0 0 14px 0'><b>{_shown(tr(row.title))}</b><br>"
        f"<span style='font-family:\"DejaVu Sans Mono\",monospace'>{_shown(row.text)}</span><br>"
        f"{_shown(tr(row.letters))}<br><span style='color:{muted}'>{_shown(source)}</span></p>"
    )


def _shown(text: str) -> str:
    return html.escape(text)
