"""The house, as a table: which layer may import what. Nothing is exempt.

The table is the one of the architecture's design, lowest row first. A module may import its own layer,
the layers of the rows above its own, Python's standard library, and what its row names; a file or
folder named under `files` may import that too. Imports count wherever they stand: in functions, under
TYPE_CHECKING, in import_module("…").
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "convviz"
MODULE_LINES = 400
FUNCTION_LINES = 45
TOP = {"convviz", "resources", "tests", "pyproject.toml", "README.md", "LICENSE", "run.sh"}
MADE_BY_TOOLS = {"__pycache__", "build", "dist", "htmlcov"}


@dataclass(frozen=True)
class Layer:
    """A module or package directly in convviz/, and the third-party packages it may import."""

    name: str
    third_party: tuple[str, ...] = ()
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


PILLOW, CV2 = ("PIL",), ("cv2",)
CORE_FILES = {
    "formats/": PILLOW,
    "images.py": PILLOW,
    "samples.py": PILLOW,
    "saving.py": PILLOW,
    "cv.py": CV2,
}
PAINT = ("PySide6.QtGui", "PySide6.QtCore", "PySide6.QtSvg", "numpy")
ANYTHING = ("numpy", "PIL", "msgspec", "av", "PySide6", "pyqtgraph")

# Layers in one row are siblings: neither imports the other.
ROWS: tuple[tuple[Layer, ...], ...] = (
    (Layer("__init__"),),
    (Layer("i18n"), Layer("assets")),
    (Layer("core", ("numpy",), CORE_FILES),),
    (Layer("functional", ("numpy",)), Layer("scene", ("msgspec",))),
    (Layer("figure", ("numpy",)),),
    (Layer("motion"),),
    (Layer("labs", ("numpy",)),),
    (Layer("export", ("numpy", "PIL", "av")),),
    (Layer("paint", PAINT), Layer("state", ("PySide6.QtCore",))),
    (Layer("views", ("PySide6", "pyqtgraph")),),
    (Layer("app", ANYTHING),),
    (Layer("cli", ANYTHING),),
    (Layer("__main__"),),
)
ROW_OF = {layer.name: index for index, row in enumerate(ROWS) for layer in row}
LAYERS = {layer.name: layer for row in ROWS for layer in row}


# --- reading a module ---


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything that is imported: `from a import b` is a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and called(node.func) in ("import_module", "__import__"):
            name = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
            yield node.lineno, name if isinstance(name, str) else "a name that is computed"


def called(function: ast.expr) -> str:
    """The last part of what is called: import_module for importlib.import_module."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from its def on, its docstring aside."""
    last = function.end_lineno or function.lineno
    lines = last - function.lineno + 1
    if ast.get_docstring(function, clean=False) is not None:
        lines -= (function.body[0].end_lineno or 0) - function.body[0].lineno + 1
    return lines


# --- judging it; every complaint is a sentence ---


def layer_of(path: str) -> str:
    """core for convviz/core/fast/gemm.py, cli for convviz/cli.py."""
    return path.split("/")[1].removesuffix(".py")


def complaints_about_imports(path: str, source: str) -> list[str]:
    """What a module at `path` (convviz/core/trace.py) imports and may not."""
    layer = LAYERS.get(layer_of(path))
    if layer is None:
        return [f"{path} is in no layer: the table in tests/test_architecture.py has no row for it."]
    below = path.split("/", 2)[2] if path.count("/") > 1 else ""
    extra = layer.files.get(below) or layer.files.get(f"{below.partition('/')[0]}/", ())
    return [
        f"{path} imports {name} (line {line}): {rule(layer)}."
        for line, name in imports(ast.parse(source))
        if not may_import(layer, name, extra)
    ]


def may_import(layer: Layer, name: str, extra: tuple[str, ...]) -> bool:
    first, _, rest = name.partition(".")
    if first != "convviz":
        return first in sys.stdlib_module_names or within(name, layer.third_party + extra)
    target = rest.partition(".")[0]
    if target in ("", "__version__"):
        target = "__init__"
    return target == layer.name or ROW_OF.get(target, len(ROWS)) < ROW_OF[layer.name]


def rule(layer: Layer) -> str:
    """What a layer may import, in words."""
    below = [other.name for row in ROWS[1 : ROW_OF[layer.name]] for other in row]
    inside = [f"convviz's {', '.join(below)}"] if below else []
    outside = list(layer.third_party)
    files = [f"{', '.join(names)} in {file}" for file, names in layer.files.items()]
    allowed = "; ".join([*inside, *outside, *files]) or "nothing but the standard library"
    return f"the {layer.name} layer may import {allowed}"


def complaints_about_size(path: str, source: str) -> list[str]:
    complaints = []
    if (lines := len(source.splitlines())) > MODULE_LINES:
        complaints.append(
            f"{path} has {lines} lines: past {MODULE_LINES}, look for the second thing inside it."
        )
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = lines_of_code(node)
            if lines > FUNCTION_LINES:
                complaints.append(
                    f"{path}: {node.name} has {lines} lines: past {FUNCTION_LINES}, it does a second thing."
                )
    return complaints


def complaints_about_package(path: str, source: str) -> list[str]:
    """An __init__.py is empty, says what the package is, or holds a table and what its rows need."""
    if not path.endswith("__init__.py"):
        return []
    body = ast.parse(source).body
    names = [name for statement in body for name in assigned(statement)]
    has_table = any(name.isupper() and not name.startswith("_") for name in names)
    has_import = any(isinstance(part, ast.Import) or is_import_from(part) for part in body)
    has_code = any(isinstance(part, ast.FunctionDef | ast.ClassDef) for part in body)
    complaints = []
    if has_code and not has_table:
        complaints.append(
            f"{path} defines something without holding a table: it belongs in a module with a name."
        )
    if has_import and not has_table:
        complaints.append(
            f"{path} imports without holding a table: a name has one place to be imported from."
        )
    return complaints


def assigned(statement: ast.stmt) -> list[str]:
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    else:
        targets = []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def is_import_from(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module != "__future__"


# --- the house itself ---

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
@pytest.mark.parametrize("judge", [complaints_about_imports, complaints_about_size, complaints_about_package])
def test_house(module: Path, judge) -> None:
    complaints = judge(name_of(module), module.read_text(encoding="utf-8"))
    assert not complaints, "\n".join(complaints)


def test_top_of_the_repository_holds_only_what_the_design_names() -> None:
    names = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}
    stray = sorted(names - TOP - MADE_BY_TOOLS)
    assert not stray, f"The top of the repository holds {', '.join(stray)}: the design has no place for it."


@pytest.mark.parametrize(
    "layer", ["core", "functional", "scene", "figure", "motion", "labs", "export", "cli"]
)
def test_layer_is_imported_without_qt(layer: str) -> None:
    """What a layer imports by way of others counts too: a server without a display has no use for Qt."""
    modules = [name_of(module) for module in MODULES if layer_of(name_of(module)) == layer]
    if not modules:
        pytest.skip(f"there is no {layer} layer")
    names = [module.removesuffix(".py").replace("/", ".").removesuffix(".__init__") for module in modules]
    program = f"import sys, {', '.join(names)}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = {"PySide6", "pyqtgraph"} & set(done.stdout.split())
    assert not found, f"Importing the {layer} layer imports {' and '.join(sorted(found))} by some way."


# --- what is generic learns no operation by name ---

GENERIC_FOLDERS = ("scene/", "figure/", "motion/", "export/", "paint/", "state/", "views/")
GENERIC_LABS = (
    "amounts", "controls", "explaining", "lab", "offers", "parts", "pictures", "predict", "program",
    "questions", "reckoning", "story", "vocabulary", "whole_pictures", "window",
)  # fmt: skip
"""Modules of labs/ that serve every lab; the others belong to one, or to a family of them."""


@dataclass(frozen=True)
class Known:
    """What only an operation's own code and the tables name: classes, and the modules that hold them."""

    classes: frozenset[str]
    modules: frozenset[str]


def known_operations() -> Known:
    """The layers, specs, operations and labs that there are, read off the tables."""
    from convviz.core.operations import OPERATIONS
    from convviz.labs import LABS
    from convviz.scene.scene import Layer as AnyLayer

    layers, rows = get_args(AnyLayer), (*OPERATIONS.values(), *LABS)
    classes = {*layers, *(row.spec_type for row in OPERATIONS.values()), *map(type, rows)}
    modules = {kind.__module__ for kind in (*layers, *map(type, rows))} - {"convviz.scene.scene"}
    return Known(frozenset(kind.__name__ for kind in classes), frozenset(modules))


def is_generic(path: str, known: Known) -> bool:
    """Whether a module serves every operation; one where layers are defined does not, nor their union's."""
    inside = path.removeprefix("convviz/")
    if inside == "scene/scene.py" or path.removesuffix(".py").replace("/", ".") in known.modules:
        return False
    return inside.startswith(GENERIC_FOLDERS) or inside in {f"labs/{name}.py" for name in GENERIC_LABS}


def complaints_about_names(path: str, source: str, known: Known) -> list[str]:
    """Which operations a generic module knows by name."""
    tree = ast.parse(source)
    named = [
        (line, name)
        for line, name in imports(tree)
        if within(name, tuple(known.modules)) or name.rpartition(".")[2] in known.classes
    ]
    for node in ast.walk(tree):
        name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
        if name in known.classes:
            named.append((node.lineno, name))
    return [
        f"{path} names {name} (line {line}): it serves every operation; let the layer, spec or lab answer."
        for line, name in named
    ]


def test_what_is_generic_names_no_operation() -> None:
    known = known_operations()
    generic = [module for module in MODULES if is_generic(name_of(module), known)]
    assert {f"convviz/labs/{name}.py" for name in GENERIC_LABS} <= set(map(name_of, generic))
    complaints = [
        complaint
        for module in generic
        for complaint in complaints_about_names(name_of(module), module.read_text(encoding="utf-8"), known)
    ]
    assert not complaints, "\n".join(complaints)


# --- the checker catches what it should ---


@pytest.mark.parametrize(
    ("source", "culprit"),
    [
        ("from convviz.scene.pool import PoolLayer", "convviz.scene.pool.PoolLayer"),
        ("from convviz.scene.scene import GroupsLayer", "convviz.scene.scene.GroupsLayer"),
        ("from convviz.scene import scene\nscene.ConvLayer()", "ConvLayer"),
        ("from convviz.core.spec import ConvSpec as Spec", "convviz.core.spec.ConvSpec"),
        ("import convviz.labs.pooling", "convviz.labs.pooling"),
        ("from convviz.labs import dilated", "convviz.labs.dilated"),
        ("from convviz.core.operations.conv3d import Trace", "convviz.core.operations.conv3d.Trace"),
        ("def f(spec: DenseSpec) -> None: ...", "DenseSpec"),
    ],
)
def test_checker_names_an_operation_in_generic_code(source: str, culprit: str) -> None:
    (complaint,) = complaints_about_names("convviz/views/stage.py", source, known_operations())
    assert complaint.startswith(f"convviz/views/stage.py names {culprit} (line ")


def test_checker_lets_generic_names_pass() -> None:
    source = "from convviz.labs import LABS, lab_of\nfrom convviz.scene.layer import Kernelled\n'ConvLayer'"
    assert complaints_about_names("convviz/views/stage.py", source, known_operations()) == []


@pytest.mark.parametrize(
    ("path", "source", "culprit"),
    [
        ("convviz/core/trace.py", "from PySide6.QtGui import QPainter", "PySide6.QtGui.QPainter"),
        ("convviz/core/trace.py", "def late():\n    import PySide6", "PySide6"),
        ("convviz/core/trace.py", "if TYPE_CHECKING:\n    from PySide6 import QtCore", "PySide6.QtCore"),
        ("convviz/core/trace.py", "try:\n    import cv2\nexcept ImportError:\n    cv2 = None", "cv2"),
        ("convviz/core/trace.py", "import importlib\nimportlib.import_module('cv2')", "cv2"),
        ("convviz/core/trace.py", "__import__(name)", "a name that is computed"),
        ("convviz/core/fast/filter2d.py", "import cv2", "cv2"),
        ("convviz/core/kernels.py", "from PIL import Image", "PIL.Image"),
        ("convviz/core/cv.py", "from PIL import Image", "PIL.Image"),
        ("convviz/core/formats/png.py", "import cv2", "cv2"),
        ("convviz/core/fast/cv.py", "import cv2", "cv2"),
        ("convviz/core/sizes.py", "from convviz.scene.scene import Scene", "convviz.scene.scene.Scene"),
        ("convviz/core/sizes.py", "from convviz import labs", "convviz.labs"),
        ("convviz/core/sizes.py", "from . import spec", "..spec"),
        ("convviz/i18n.py", "from convviz import assets", "convviz.assets"),
        ("convviz/i18n.py", "import numpy", "numpy"),
        ("convviz/scene/scene.py", "import numpy as np", "numpy"),
        ("convviz/motion/timeline.py", "import numpy", "numpy"),
        ("convviz/figure/grid.py", "from convviz.labs.conv2d import LAB", "convviz.labs.conv2d.LAB"),
        ("convviz/paint/painter.py", "from PySide6.QtWidgets import QWidget", "PySide6.QtWidgets.QWidget"),
        (
            "convviz/paint/painter.py",
            "from convviz.state.player import Player",
            "convviz.state.player.Player",
        ),
        ("convviz/state/store.py", "from convviz.paint import theme", "convviz.paint.theme"),
        ("convviz/state/store.py", "import PySide6.QtGui", "PySide6.QtGui"),
        ("convviz/views/stage.py", "import numpy", "numpy"),
        ("convviz/views/stage.py", "from convviz.app import main", "convviz.app.main"),
        ("convviz/functional/padding.py", "from convviz.scene import scene", "convviz.scene.scene"),
        ("convviz/app.py", "import convviz.cli", "convviz.cli"),
        ("convviz/cli.py", "import requests", "requests"),
    ],
)
def test_checker_names_a_wrong_import(path: str, source: str, culprit: str) -> None:
    complaints = complaints_about_imports(path, source)
    assert len(complaints) == 1
    assert complaints[0].startswith(f"{path} imports {culprit} (line ")
    assert f"the {layer_of(path)} layer may import " in complaints[0]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("convviz/core/trace.py", "import math\nimport numpy as np\nfrom convviz.i18n import msg"),
        ("convviz/core/operations/conv2d.py", "from convviz.core import sizes\nimport numpy.typing as npt"),
        ("convviz/core/formats/png.py", "from PIL import Image, PngImagePlugin"),
        ("convviz/core/cv.py", "import cv2"),
        ("convviz/scene/scene.py", "import msgspec\nfrom convviz.core.spec import ConvSpec"),
        (
            "convviz/paint/painter.py",
            "from PySide6 import QtGui\nfrom PySide6.QtCore import Qt\nimport numpy",
        ),
        ("convviz/views/stage.py", "from PySide6.QtWidgets import QWidget\nimport pyqtgraph as pg"),
        (
            "convviz/cli.py",
            "def window():\n    from convviz.app import run\n    from convviz import __version__",
        ),
        ("convviz/__main__.py", "from convviz.cli import main\nimport sys"),
    ],
)
def test_checker_lets_a_right_import_pass(path: str, source: str) -> None:
    assert complaints_about_imports(path, source) == []


def test_checker_tells_the_rule_in_a_sentence() -> None:
    (complaint,) = complaints_about_imports("convviz/scene/scene.py", "\nimport numpy")
    assert complaint == (
        "convviz/scene/scene.py imports numpy (line 2): "
        "the scene layer may import convviz's i18n, assets, core; msgspec."
    )


def test_checker_names_a_module_without_a_layer() -> None:
    (complaint,) = complaints_about_imports("convviz/helpers.py", "")
    assert complaint.startswith("convviz/helpers.py is in no layer")


def test_checker_names_a_long_module_and_a_long_function() -> None:
    body = "\n".join(["    x = 1"] * FUNCTION_LINES)
    (complaint,) = complaints_about_size("convviz/core/a.py", f"def f():\n{body}")
    assert complaint.startswith(f"convviz/core/a.py: f has {FUNCTION_LINES + 1} lines")
    (complaint,) = complaints_about_size("convviz/core/a.py", "x = 1\n" * (MODULE_LINES + 1))
    assert complaint.startswith(f"convviz/core/a.py has {MODULE_LINES + 1} lines")


def test_checker_counts_a_functions_code_and_not_its_docstring() -> None:
    words = "\n".join(["    word"] * 30)
    body = "\n".join(["    x = 1"] * (FUNCTION_LINES - 1))
    assert complaints_about_size("convviz/core/a.py", f'def f():\n    """A.\n{words}\n    """\n{body}') == []


def test_checker_wants_a_package_empty_unless_it_holds_a_table() -> None:
    path = "convviz/core/__init__.py"
    assert complaints_about_package(path, '"""Numbers."""') == []
    assert complaints_about_package(path, "from convviz.core import sizes\nSIZES = {'a': sizes}") == []
    assert "without holding a table" in complaints_about_package(path, "from convviz.core import sizes")[0]
    assert "without holding a table" in complaints_about_package(path, "def f(): ...")[0]
    assert complaints_about_package("convviz/core/sizes.py", "import math") == []
