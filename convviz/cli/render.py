"""`convviz render`: a scene or a lesson as a film or a picture, without a window and without a display."""

from __future__ import annotations

from convviz.cli.filming import add_film_options
from convviz.cli.words import Parser, parser, whole
from convviz.core.errors import Refusal

RENDER = """\
Render a scene or a lesson as a film or a picture, without a window: exactly what its stage shows, step by
step.

examples:
  convviz render no-padding -o no-padding.gif
      one of the examples of the File menu, as a GIF that goes round for ever
  convviz render lesson.convviz -o lesson.mp4 --size 1920x1080 --fps 30 --from 0 --to 48 --theme dark
      steps 0 to 48 of a scene file as a film for a projector
  convviz render full-padding -o step-12.svg --from 12
      step 12, finished, as a drawing for a handout
  convviz render strided -o frames
      a folder of numbered PNG pictures
  convviz render 3 -o stride.mp4 --lang zh_CN
      a lesson, by its number, its id or its file; --page 2 for one of its pages

  for s in 1 2 3; do
      convviz render no-padding --input 7x7 --set stride=$s --set padding=1 -o stride-$s.gif
  done
      the arithmetic of convolution for parameters of one's own
"""
FORMATS = """\
The name's ending chooses the format: .mp4 (needs the extra “video”), .gif, .apng or .webp for a film, .png,
.svg or .pdf for a picture. A name without an ending is a new folder of PNG pictures.

A lesson goes by its number, its id or its file; an example that has the same name comes first. All of it is
a film, or on .pdf a handout; --page takes one page. --from and --to count the steps of each page.
Steps are counted from 0 here, as in scene and lesson files; the window counts them from 1.
"""


def render_scene(words: list[str]) -> int:
    """Exports what the words after “convviz render” say; tells in one line what was written."""
    made = _parser()
    options = made.parse_args(words)
    options.given = made.given(words)
    from convviz.cli.choices import is_scene, scene_of
    from convviz.cli.filming import check_used, exported, take_of
    from convviz.cli.lesson_film import export_lesson
    from convviz.export.run import check, exporter_of
    from convviz.labs.pictures import read_source
    from convviz.paint.film import film_of
    from convviz.paint.offscreen import application
    from convviz.scene.lesson_file import find_lesson

    lesson = None if is_scene(options.scene) else find_lesson(options.scene)
    if lesson is not None:
        return export_lesson(lesson, options)
    if options.page is not None:
        raise Refusal("no_lesson_page", name=options.scene)
    exporter = exporter_of(options.output)
    check_used(options, exporter)
    scene = scene_of(options.scene, options.input, options.kernel, options.set)
    take = take_of(options, exporter, scene)
    check(exporter, take.size, take.fps)
    app = application()
    film = film_of(take, read_source(take.scene))
    print(exported(film, options, exporter))
    del app  # it must live as long as something is painted
    return 0


def _parser() -> Parser:
    made = parser("convviz render", RENDER, FORMATS)
    add = made.add_argument
    add(
        "scene",
        metavar="SCENE|LESSON",
        help="a scene file, the name of an example such as no-padding, or a lesson",
    )
    add("-o", "--output", required=True, metavar="FILE", help="the file to write, or a folder's name")
    add("--page", type=whole, metavar="N", help="one page of a lesson, counted from 1")
    add_film_options(made)
    return made
