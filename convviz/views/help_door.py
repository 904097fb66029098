"""The Help menu, and what makes the program fit for everybody: keys, words, the tour, reduced motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from convviz.scene.settings import Settings
from convviz.views.desk import Desk
from convviz.views.fronted import bring, put_away
from convviz.views.keys import listed_in_class
from convviz.views.keys_sheet import KeysSheet
from convviz.views.motion import of_desktop, reduced
from convviz.views.sheet import Sheet

if TYPE_CHECKING:
    from convviz.views.vocabulary_window import VocabularyWindow


class HelpDoor(QObject):
    """Opens what helps. Sheets lie over the window one at a time."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        super().__init__(desk)
        self._app, self._desk, self._window, self._preferences = app, desk, desk.window, desk.preferences
        self.sheet: Sheet | None = None
        self._keys_again = False
        self.words: VocabularyWindow | None = None
        desk.also.update(
            {
                "keys": self.show_keys,
                "vocabulary": self.show_words,
                "tour": self.show_tour,
                "reduced-motion": self._toggle_motion,
            }
        )
        desk.preferences.changed.connect(self._set_up)
        desk.furnished.connect(self._renew)
        desk.presenting.renewed.connect(self._renew_keys)
        desk.window.closing.connect(self._close)
        self._show_motion()

    # --- what lies over the window

    def show_keys(self) -> None:
        """All keys; asked for again, they go."""
        if isinstance(self.sheet, KeysSheet):
            self._lift()
        else:
            presenter = self._desk.presenting.presenter
            self._lay(KeysSheet(presenter, listed_in_class()) if presenter else KeysSheet(self._window))

    def show_tour(self, hint: int = 0) -> None:
        """Five hints, from one of them on."""
        from convviz.views.tour import Tour, hints

        if self._window.upper.isHidden():
            self._window.show_whole_image(False)
        self._lay(Tour(self._window, hints(self._desk), hint))
        self._preferences.set(toured=True)

    def welcome(self) -> None:
        """The tour, for who has not seen it."""
        if not self._preferences.settings.toured:
            self.show_tour()

    def _lay(self, sheet: Sheet) -> None:
        self._lift()
        self.sheet = sheet
        sheet.finished.connect(lambda _: self._forget(sheet))
        sheet.destroyed.connect(lambda: self._forget(sheet))  # with a presentation that ends
        sheet.lay()

    def _lift(self) -> None:
        if self.sheet is not None:
            self.sheet.reject()

    def _forget(self, sheet: Sheet) -> None:
        if self.sheet is sheet:
            self.sheet = None

    # --- the window of words

    def show_words(self) -> None:
        """The vocabulary and the formulas, in front."""
        if self.words is None:
            from convviz.views.vocabulary_window import VocabularyWindow

            self.words = VocabularyWindow(self._window)
        bring(self.words)

    # --- motion

    def _toggle_motion(self) -> None:
        still = reduced(self._app, self._preferences.settings.motion)
        wanted = "full" if still else "reduced"
        as_desktop = of_desktop(self._app) == (wanted == "reduced")
        self._preferences.set(motion="system" if as_desktop else wanted)  # which follows the desktop again

    def _set_up(self, old: Settings, new: Settings) -> None:
        if old.motion != new.motion:
            self._show_motion()

    def _show_motion(self) -> None:
        still = reduced(self._app, self._preferences.settings.motion)
        self._desk.player.set_still(still)
        self._window.set_checked("reduced-motion", still)

    # --- another language

    def _renew(self) -> None:
        """What was made in another language, or over parts that are gone, is made anew."""
        from convviz.views.tour import Tour

        self._show_motion()
        words, self.words = self.words, None
        if words is not None and put_away(words):
            self.show_words()
        if isinstance(self.sheet, Tour):
            self.show_tour(self.sheet.hint)
        elif self.sheet is not None:
            self._lift()
            self._keys_again = True

    def _renew_keys(self) -> None:
        """The keys come back last of all: they may lie over a presentation, which is made anew too."""
        if self._keys_again:
            self._keys_again = False
            self.show_keys()

    def _close(self) -> None:
        self._lift()
        if self.words is not None:
            self.words.close()
