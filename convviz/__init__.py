"""ConvViz: watch a convolution happen, number by number."""

__version__ = "0.1.0"
