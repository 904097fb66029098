"""The language of the whole program: its own texts, and those of Qt's dialogs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from convviz import assets, i18n

_qt: list[QTranslator] = []
"""Installed translators: Qt does not keep them alive."""


def speak(app: QApplication, wanted: str) -> None:
    """Speaks a language of resources/i18n from now on; "system" is the one that the desktop is in."""
    folder = assets.path("i18n")
    code = i18n.best(QLocale.system().name(), folder) if wanted == "system" else wanted
    if code == i18n.language() and bool(_qt) == (code != i18n.ENGLISH):
        return  # Qt's dialogs speak it too; the command line, from which the window is opened, leaves them
    i18n.speak(code, folder)
    for translator in _qt:
        app.removeTranslator(translator)
    _qt.clear()
    translator = QTranslator()
    if translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
        _qt.append(translator)
    QLocale.setDefault(QLocale(code))
