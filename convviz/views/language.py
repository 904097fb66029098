"""The language of the whole program: its own texts, and those of Qt's dialogs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from convviz import assets, i18n
from convviz.views.tips import ARROWS

_qt: list[QTranslator] = []
"""Installed translators, our own among them: Qt does not keep them alive."""
OF_DIALOGS = ("&Look in:", "Files of &type:", "Folder", "File", "Drive", "%1 bytes")
"""Texts of Qt's file dialog that its own Chinese, of Qt 6.11, has not."""


class _Rest(QTranslator):
    """What Qt's own translation has left out, from our file; arrows as everywhere else, in English too."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:
        """None, and no empty text, lets Qt ask elsewhere."""
        if context == "QShortcut" and source in ARROWS:
            return ARROWS[source]
        return i18n.tr(source) if source in OF_DIALOGS else None

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False


def speak(app: QApplication, wanted: str) -> None:
    """Speaks a language of resources/i18n from now on; "system" is the one that the desktop is in."""
    folder = assets.path("i18n")
    code = i18n.best(QLocale.system().name(), folder) if wanted == "system" else wanted
    if code == i18n.language() and _qt:
        return  # Qt's dialogs speak it too; the command line, from which the window is opened, leaves them
    i18n.speak(code, folder)
    for translator in _qt:
        app.removeTranslator(translator)
    _qt.clear()
    translator = QTranslator()
    if code != i18n.ENGLISH and translator.load(
        f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        _qt.append(translator)
    _qt.append(_Rest())
    for made in _qt:
        app.installTranslator(made)
    QLocale.setDefault(QLocale(code))
