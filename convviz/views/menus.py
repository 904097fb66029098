"""The menus whose entries are values: pictures, examples, themes, languages."""

from __future__ import annotations

from convviz import assets
from convviz.core.colour_vision import DEFICIENCIES
from convviz.core.samples import SAMPLES
from convviz.i18n import languages, msg, own_name, tr
from convviz.paint.theme import THEMES
from convviz.scene.examples import EXAMPLES
from convviz.scene.first_look import SCALES
from convviz.scene.scene import Scene
from convviz.scene.settings import Settings
from convviz.views.main_window import MainWindow

CELL_COUNTS = (3, 5, 7, 9, 12, 16, 24, 32, 48, 64)
THEME_NAMES = {
    "system": "Like the desktop",
    "light": "Light",
    "dark": "Dark",
    "high-contrast": "High contrast",
    "print": "For printing",
}
VISION_NAMES = {
    "": "Off",
    "protanopia": "Protanopia (no red cones)",
    "deuteranopia": "Deuteranopia (no green cones)",
    "tritanopia": "Tritanopia (no blue cones)",
}


def fill_menus(window: MainWindow, settings: Settings, scene: Scene, vision: str) -> None:
    """Offers what there is, and checks what is chosen."""
    window.fill_menu("samples", [(tr(sample.title), sample.id) for sample in SAMPLES])
    window.fill_menu("examples", [(tr(example.title), example.id) for example in EXAMPLES])
    window.fill_menu("recent", [(path, path) for path in settings.recent])
    window.fill_menu("theme", [(tr(THEME_NAMES[n]), n) for n in ("system", *THEMES)], settings.theme)
    window.fill_menu("scale", [(tr(msg("{n} %", n=n)), n) for n in SCALES], settings.scale)
    window.fill_menu("vision", [(tr(VISION_NAMES[n]), n) for n in ("", *DEFICIENCIES)], vision)
    folder = assets.path("i18n")
    names = [(tr("Like the system"), "system"), *((own_name(n, folder), n) for n in languages(folder))]
    window.fill_menu("language", names, settings.language)
    window.fill_menu("cells", [(f"{n} × {n}", n) for n in CELL_COUNTS], scene.region.width)
