"""Makes `python -m convviz` the same as `convviz`."""

from convviz.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
