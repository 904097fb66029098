"""The EXPORTERS table: a format is one file here and one row below; dialog and command line read it."""

from convviz.export import apng, gif, mp4, sequence, stills, webp
from convviz.export.exporter import Exporter

EXPORTERS: tuple[Exporter, ...] = (
    Exporter("mp4", "MP4 film (H.264)", ".mp4", mp4.write, even=True, module="av", extra="video"),
    Exporter("gif", "GIF animation", ".gif", gif.write, fps=8, most_fps=50),
    Exporter("apng", "APNG animation", ".apng", apng.write, fps=20),
    Exporter("webp", "WebP animation", ".webp", webp.write, fps=20),
    Exporter("frames", "Folder of PNG pictures", "", sequence.write),
    Exporter("png", "PNG picture", ".png", stills.write_png, moving=False),
    Exporter("svg", "SVG drawing", ".svg", stills.write_svg, moving=False),
    Exporter("pdf", "PDF page", ".pdf", stills.write_pdf, moving=False),
)
